package io.duibiao.kibana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fields are called and formatted. The same field means the same in every index. */
final class Fields {
  /** Opens the statement with the id that the field holds, whatever the base path of Kibana is. */
  private static final String STATEMENT_URL =
      "discover#/view/"
          + Searches.STATEMENTS_ID
          + "?_a=(query:(language:kuery,query:'id:%22{{value}}%22'))";

  private static final Map<String, String> COMMON = new LinkedHashMap<>();
  private static final Map<DataView, Map<String, String>> OWN = new LinkedHashMap<>();

  static {
    put(COMMON, "id", "编号", "version", "版本", "text", "正文");
    put(COMMON, "regionCode", "地区代码", "region", "地区", "region.text", "地区（分词）");
    put(COMMON, "regionPath", "地区全称", "regionPath.text", "地区全称（分词）", "regionPaths", "地区及上级");
    put(COMMON, "indicatorId", "指标编号", "indicator", "指标", "indicator.text", "指标（分词）");
    put(COMMON, "indicatorGroup", "领域", "indicatorText", "指标原文", "indicatorText.text", "指标原文（分词）");
    put(COMMON, "measure", "口径", "period", "期间", "periodEnd", "期末", "year", "年度");
    put(COMMON, "publishedAt", "发布日期", "retrievedAt", "采集时间", "updatedAt", "更新时间");
    put(COMMON, "documentId", "文档编号", "documentRevision", "文档修订", "documentTitle", "文档标题");
    put(COMMON, "documentTitle.keyword", "文档标题（全）", "url", "网址", "link", "原文链接");

    put(
        own(DataView.ASSESSMENTS),
        "status",
        "状态",
        "statusRank",
        "状态等级",
        "severity",
        "严重程度",
        "margin",
        "差额",
        "marginUnit",
        "差额单位",
        "attainment",
        "完成率",
        "progress",
        "完成进度",
        "basis",
        "依据方式",
        "dueAt",
        "应公布期限",
        "explanation",
        "说明",
        "evidence",
        "依据条文",
        "disputedEvidence",
        "争议条文");
    for (Map.Entry<String, String> side :
        Map.of("target", "目标", "firstTarget", "原目标", "result", "实绩").entrySet()) {
      String field = side.getKey();
      String name = side.getValue();
      put(
          own(DataView.ASSESSMENTS),
          field + "Op",
          name + "限定",
          field + "Value",
          name + "值",
          field + "High",
          name + "上限",
          field + "Unit",
          name + "单位",
          field + "Shown",
          name + "（图示值）",
          field + "Number",
          name,
          field + "Quote",
          name + "原句",
          field + "DocumentId",
          name + "文档",
          field + "Link",
          name + "出处",
          field + "Start",
          name + "起始位置",
          field + "End",
          name + "结束位置");
    }
    put(
        own(DataView.ALERTS),
        "assessmentId",
        "判定编号",
        "type",
        "预警类型",
        "severity",
        "严重程度",
        "severityRank",
        "严重等级",
        "state",
        "状态",
        "transition",
        "最近变化",
        "sequence",
        "序号",
        "openedAt",
        "发生时间",
        "resolvedAt",
        "解除时间",
        "changedAt",
        "变化时间",
        "message",
        "内容");
    put(
        own(DataView.DOCUMENTS),
        "title",
        "标题",
        "title.keyword",
        "标题（全）",
        "publisher",
        "发布机构",
        "documentNumber",
        "文号",
        "reviewYear",
        "回顾年度",
        "planYear",
        "计划年度",
        "revision",
        "修订",
        "fingerprint",
        "指纹",
        "statements",
        "语句数",
        "extractionMillis",
        "抽取耗时（毫秒）");
    put(
        own(DataView.STATEMENTS),
        "kind",
        "类别",
        "op",
        "限定",
        "value",
        "数值",
        "high",
        "上限",
        "unit",
        "单位",
        "number",
        "原文数字",
        "quote",
        "原句",
        "sentence",
        "全句",
        "start",
        "起始位置",
        "end",
        "结束位置",
        "flags",
        "标记",
        "comparand",
        "参照指标",
        "simHash",
        "相似指纹",
        "withdrawn",
        "已撤回");
    put(
        own(DataView.REJECTED),
        "reason",
        "拒收原因",
        "detail",
        "详情",
        "topic",
        "主题",
        "partition",
        "分区",
        "offset",
        "位移",
        "timestamp",
        "收到时间",
        "originalSize",
        "大小（字节）");
  }

  private Fields() {}

  private static Map<String, String> own(DataView view) {
    return OWN.computeIfAbsent(view, v -> new LinkedHashMap<>());
  }

  private static void put(Map<String, String> labels, String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      labels.put(pairs[i], pairs[i + 1]);
    }
  }

  /** What a field is called. */
  static String label(DataView view, String field) {
    return labels(view).get(field);
  }

  /** The names of the fields of a data view; one that is absent is shown as it is. */
  static Map<String, String> labels(DataView view) {
    Map<String, String> labels = new LinkedHashMap<>();
    FieldsOfIndices.of(view)
        .forEach(
            field -> {
              String name = OWN.get(view).getOrDefault(field, COMMON.get(field));
              if (name != null) {
                labels.put(field, name);
              }
            });
    return labels;
  }

  /** How the fields of a data view are formatted; a field that is absent is shown as it is. */
  static Map<String, ObjectNode> formats(DataView view) {
    Map<String, ObjectNode> formats = new LinkedHashMap<>();
    for (String field : FieldsOfIndices.of(view)) {
      ObjectNode format = format(view, field);
      if (format != null) {
        formats.put(field, format);
      }
    }
    return formats;
  }

  private static ObjectNode format(DataView view, String field) {
    return switch (field) {
      case "periodEnd", "publishedAt", "openedAt", "resolvedAt", "changedAt", "dueAt" ->
          date("YYYY-MM-DD");
      case "retrievedAt", "updatedAt", "timestamp" -> date("YYYY-MM-DD HH:mm");
      case "status" -> codes(Verdicts.STATUSES, false);
      case "statusRank" -> codes(Verdicts.STATUSES, true);
      case "severity" -> codes(Verdicts.SEVERITIES, false);
      case "severityRank" -> codes(Verdicts.SEVERITIES, true);
      case "state" -> lookup("open", "未解除", "resolved", "已解除");
      case "type" ->
          lookup(
              "missed",
              "未完成",
              "overdue",
              "已逾期",
              "disputed",
              "有争议",
              "target_lowered",
              "下调目标",
              "result_lowered",
              "下修实绩");
      case "transition" -> lookup("opened", "发生", "updated", "更新", "resolved", "解除");
      case "measure" -> lookup("level", "水平", "growth", "增速", "increment", "增量", "rank", "位次");
      case "kind" -> lookup("result", "实绩", "target", "目标", "claim", "自述完成");
      case "basis" ->
          lookup("direct", "直接比较", "derived", "推算", "claim", "自述完成", "relative", "相对目标");
      case "op", "targetOp", "resultOp", "firstTargetOp" ->
          lookup("eq", "等于", "approx", "左右", "gte", "以上", "lte", "以内", "range", "区间");
      case "withdrawn" -> lookup("true", "是", "false", "否");
      case "reason" ->
          lookup(
              "malformed_json",
              "格式错误",
              "missing_id",
              "缺少编号",
              "missing_content",
              "没有正文",
              "invalid_field",
              "字段无效",
              "too_large",
              "超过大小",
              "time_budget_exceeded",
              "处理超时",
              "unknown_region",
              "地区不明",
              "unknown_period",
              "年度不明",
              "garbled",
              "乱码",
              "index_rejected",
              "索引拒收",
              "internal_error",
              "程序错误");
      case "targetLink" -> url("{{rawValue}}", "目标出处");
      case "resultLink" -> url("{{rawValue}}", "实绩出处");
      case "link" -> url("{{rawValue}}", "打开原文");
      case "evidence", "disputedEvidence" -> url(STATEMENT_URL, "条文");
      case "attainment" -> pattern("percent", "0.[0]%");
      case "margin", "targetShown", "resultShown", "progress" -> pattern("number", "0,0.[00]");
      case "statements", "extractionMillis", "originalSize" -> pattern("number", "0,0");
      case "reviewYear", "planYear", "revision", "documentRevision" -> pattern("number", "0");
      default -> null;
    };
  }

  private static ObjectNode date(String pattern) {
    return pattern("date", pattern);
  }

  private static ObjectNode pattern(String id, String pattern) {
    ObjectNode format = SavedObject.object().put("id", id);
    format.putObject("params").put("pattern", pattern);
    return format;
  }

  private static ObjectNode url(String url, String label) {
    ObjectNode format = SavedObject.object().put("id", "url");
    format.putObject("params").put("type", "a").put("urlTemplate", url).put("labelTemplate", label);
    return format;
  }

  private static ObjectNode codes(List<Verdicts.Code> codes, boolean byRank) {
    return lookup(
        codes.stream()
            .flatMap(
                code ->
                    List.of(byRank ? Integer.toString(code.rank()) : code.code(), code.label())
                        .stream())
            .toArray(String[]::new));
  }

  private static ObjectNode lookup(String... pairs) {
    ObjectNode format = SavedObject.object().put("id", "static_lookup");
    ArrayNode entries = format.putObject("params").putArray("lookupEntries");
    for (int i = 0; i < pairs.length; i += 2) {
      entries.addObject().put("key", pairs[i]).put("value", pairs[i + 1]);
    }
    return format;
  }
}
