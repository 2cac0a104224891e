package io.duibiao.kibana;

import static io.duibiao.kibana.Dashboard.ALL_YEARS_FROM;
import static io.duibiao.kibana.Dashboard.ALL_YEARS_TO;
import static io.duibiao.kibana.DataView.ALERTS;
import static io.duibiao.kibana.DataView.ASSESSMENTS;
import static io.duibiao.kibana.DataView.DOCUMENTS;
import static io.duibiao.kibana.DataView.REJECTED;
import static io.duibiao.kibana.DataView.STATEMENTS;

import io.duibiao.kibana.Dashboard.Drilldown;
import io.duibiao.kibana.Dashboard.Panel;
import io.duibiao.kibana.Lens.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that Kibana shows: what the committed {@code duibiao.ndjson} is made from. */
final class MonitoringCenter {
  private static final String WITH_TARGET =
      "status: (met or missed or awaiting or overdue or disputed or incomparable)";
  private static final String COMPARED = "status: (met or missed or disputed)";
  private static final String TARGET_COLOR = "#6092C0";
  private static final String RESULT_COLOR = "#54B399";
  private static final String NEUTRAL_COLOR = "#D3DAE6";

  private static final Drilldown TO_REGION = new Drilldown(Pages.REGION.id, "查看地区");
  private static final Drilldown TO_INDICATOR = new Drilldown(Pages.INDICATOR.id, "查看指标");

  private final Map<String, SavedObject> objects = new LinkedHashMap<>();

  private MonitoringCenter() {}

  /** The objects, those that others need first. */
  static List<SavedObject> objects() {
    MonitoringCenter center = new MonitoringCenter();
    Stream.of(DataView.values()).map(DataView::savedObject).forEach(center::keep);
    List.of(
            Searches.ASSESSMENTS,
            Searches.ALERTS,
            Searches.DOCUMENTS,
            Searches.STATEMENTS,
            Searches.REJECTED)
        .forEach(center::keep);
    List<SavedObject> dashboards =
        List.of(center.overview(), center.region(), center.indicator(), center.quality());
    dashboards.forEach(center::keep);
    return new ArrayList<>(center.objects.values());
  }

  private SavedObject keep(SavedObject object) {
    objects.put(object.type() + " " + object.id(), object);
    return object;
  }

  private Lens lens(String id, String title, DataView view, String kql) {
    return new Lens("duibiao-" + id, title, view, kql);
  }

  private Panel links(Pages page, String hint) {
    return Panel.bare(keep(page.links(hint)), Dashboard.GRID_COLUMNS);
  }

  private SavedObject overview() {
    return Pages.OVERVIEW
        .dashboard(ALL_YEARS_FROM, ALL_YEARS_TO)
        .control("地区", ASSESSMENTS, "regionPaths", true)
        .control("年度", ASSESSMENTS, "year", false)
        .control("领域", ASSESSMENTS, "indicatorGroup", true)
        .control("状态", ASSESSMENTS, "status", true)
        .row(3, links(Pages.OVERVIEW, "点击图中的地区或指标可转到相应页面，已选条件随之保留。"))
        .row(
            6,
            status(Verdicts.MET, 8),
            status(Verdicts.MISSED, 8),
            status(Verdicts.OVERDUE, 8),
            status(Verdicts.AWAITING, 8),
            status(Verdicts.DISPUTED, 8),
            status(Verdicts.UNTARGETED, 8))
        .row(
            13,
            Panel.of(
                keep(
                    lens("lens-regions", "各地区未完成与逾期", ASSESSMENTS, "status: (missed or overdue)")
                        .stackedRows(worst("region", "地区", "regionPath", 10), missedAndOverdue())),
                16,
                TO_REGION),
            Panel.of(
                keep(
                    lens("lens-groups", "各领域未完成与逾期", ASSESSMENTS, "status: (missed or overdue)")
                        .stackedRows(
                            worst("group", "领域", "indicatorGroup", 10), missedAndOverdue())),
                16,
                TO_REGION),
            Panel.of(
                keep(
                    lens(
                            "lens-indicators",
                            "未完成与逾期最多的指标",
                            ASSESSMENTS,
                            "status: (missed or overdue)")
                        .stackedRows(
                            worst("indicator", "指标", "indicator", 10), missedAndOverdue())),
                16,
                TO_INDICATOR))
        .row(
            13,
            Panel.of(
                keep(
                    lens("lens-years", "各年度完成情况", ASSESSMENTS, WITH_TARGET)
                        .stackedBars(
                            Column.values("year", "年度", "year", 15),
                            List.of(
                                Series.of("status", Verdicts.MET),
                                Series.of("status", Verdicts.AWAITING),
                                Series.of("status", Verdicts.INCOMPARABLE),
                                Series.of("status", Verdicts.DISPUTED),
                                Series.of("status", Verdicts.OVERDUE),
                                Series.of("status", Verdicts.MISSED)))),
                24),
            Panel.of(
                keep(
                    lens("lens-severities", "未解除预警的严重程度", ALERTS, "state: open")
                        .stackedBars(
                            Column.values("type", "预警类型", "type", 5),
                            List.of(
                                Series.of("severity", Verdicts.MINOR),
                                Series.of("severity", Verdicts.MAJOR),
                                Series.of("severity", Verdicts.CRITICAL)))),
                24))
        .row(18, Panel.of(Searches.ALERTS, Dashboard.GRID_COLUMNS, TO_INDICATOR))
        .row(13, Panel.of(Searches.DOCUMENTS, Dashboard.GRID_COLUMNS))
        .savedObject();
  }

  /** Values with the most missed assessments first. */
  private static Column worst(String id, String label, String field, int size) {
    return Column.top(id, label, field, size, Column.count("status", Verdicts.MISSED));
  }

  private static List<Series> missedAndOverdue() {
    return List.of(Series.of("status", Verdicts.MISSED), Series.of("status", Verdicts.OVERDUE));
  }

  private Panel status(Verdicts.Code status, int width) {
    Lens lens = lens("lens-" + status.code(), status.label(), ASSESSMENTS, "");
    return Panel.bare(keep(lens.tile(Column.count("status", status), status.color(), "项")), width);
  }

  private SavedObject region() {
    return Pages.REGION
        .dashboard(ALL_YEARS_FROM, ALL_YEARS_TO)
        .control("地区", ASSESSMENTS, "regionPaths", true)
        .control("年度", ASSESSMENTS, "year", false)
        .control("领域", ASSESSMENTS, "indicatorGroup", true)
        .control("状态", ASSESSMENTS, "status", true)
        .row(3, links(Pages.REGION, "未选地区时显示全部地区；一格中有多项判定时取最需关注的一项。"))
        .row(
            6,
            status(Verdicts.MET, 12),
            status(Verdicts.MISSED, 12),
            status(Verdicts.OVERDUE, 12),
            status(Verdicts.AWAITING, 12))
        .row(
            22,
            Panel.of(
                keep(
                    lens("lens-status-map", "指标逐年状态", ASSESSMENTS, WITH_TARGET)
                        .statusMap(
                            Column.values("year", "年度", "year", 15),
                            Column.top(
                                "indicator",
                                "指标",
                                "indicator",
                                20,
                                Column.max("rank", "状态", "statusRank")),
                            Column.max("rank", "状态", "statusRank"))),
                28,
                TO_INDICATOR),
            Panel.of(
                keep(
                    lens("lens-region-indicators", "各指标完成情况", ASSESSMENTS, COMPARED)
                        .stackedRows(
                            worst("indicator", "指标", "indicator", 20),
                            List.of(
                                Series.of("status", Verdicts.MISSED),
                                Series.of("status", Verdicts.DISPUTED),
                                Series.of("status", Verdicts.MET)))),
                20,
                TO_INDICATOR))
        .row(26, Panel.of(Searches.ASSESSMENTS, Dashboard.GRID_COLUMNS, TO_INDICATOR))
        .savedObject();
  }

  private SavedObject indicator() {
    return Pages.INDICATOR
        .dashboard(ALL_YEARS_FROM, ALL_YEARS_TO)
        .filter(ASSESSMENTS, "indicator", "地区生产总值")
        .control("地区", ASSESSMENTS, "regionPaths", true)
        .control("年度", ASSESSMENTS, "year", false)
        .control("口径", ASSESSMENTS, "measure", true)
        .control("状态", ASSESSMENTS, "status", true)
        .row(3, links(Pages.INDICATOR, "点击上方筛选条件“指标”可改换指标；选多个地区时图中为各地区平均值。"))
        .row(
            14,
            Panel.of(
                keep(
                    lens("lens-growth", "历年增速：目标与实绩", ASSESSMENTS, "measure: growth")
                        .bars(Column.values("year", "年度", "year", 15), targetAndResult(), "%")),
                24),
            Panel.of(
                keep(
                    lens("lens-level", "历年水平：目标与实绩", ASSESSMENTS, "measure: (level or increment)")
                        .bars(
                            Column.values("year", "年度", "year", 15),
                            targetAndResult(),
                            "金额为亿元，其余为基本单位")),
                24))
        .row(
            14,
            Panel.of(
                keep(
                    lens(
                            "lens-region-growth",
                            "各地区历年增速",
                            ASSESSMENTS,
                            "measure: growth and resultShown: *")
                        .splitBars(
                            Column.values("year", "年度", "year", 15),
                            Column.top(
                                "region",
                                "地区",
                                "regionPath",
                                10,
                                Column.average("result", "实绩", "resultShown", 2)),
                            Column.average("result", "实绩", "resultShown", 2),
                            "%")),
                24),
            Panel.of(
                keep(
                    lens(
                            "lens-region-latest",
                            "各地区最近一次增速对照",
                            ASSESSMENTS,
                            "measure: growth and " + COMPARED)
                        .rows(
                            Column.values("region", "地区", "regionPath", 10),
                            List.of(
                                new Series(
                                    Column.last("target", "目标", "targetShown", "periodEnd", 2),
                                    TARGET_COLOR),
                                new Series(
                                    Column.last("result", "实绩", "resultShown", "periodEnd", 2),
                                    RESULT_COLOR)),
                            "%")),
                24,
                TO_REGION))
        .row(20, Panel.of(Searches.ASSESSMENTS, Dashboard.GRID_COLUMNS, TO_REGION))
        .savedObject();
  }

  private static List<Series> targetAndResult() {
    return List.of(
        new Series(Column.average("target", "目标", "targetShown", 2), TARGET_COLOR),
        new Series(Column.average("result", "实绩", "resultShown", 2), RESULT_COLOR));
  }

  private SavedObject quality() {
    return Pages.QUALITY
        .dashboard("now-5y/M", "now")
        .control("地区", DOCUMENTS, "regionPaths", true)
        .control("年度", DOCUMENTS, "year", false)
        .row(3, links(Pages.QUALITY, "时间范围按采集时间计。"))
        .row(
            6,
            number("documents", "收到文档", DOCUMENTS, "份", NEUTRAL_COLOR, ""),
            number("rejected", "拒收文档", REJECTED, "份", Verdicts.MISSED.color(), ""),
            number("statements", "有效语句", STATEMENTS, "条", NEUTRAL_COLOR, "withdrawn: false"),
            number("withdrawn", "撤回语句", STATEMENTS, "条", NEUTRAL_COLOR, "withdrawn: true"),
            status(Verdicts.DISPUTED, 8),
            status(Verdicts.INCOMPARABLE, 8))
        .row(
            13,
            Panel.of(
                keep(
                    lens("lens-received", "每月收到文档", DOCUMENTS, "")
                        .stackedBars(
                            Column.months("month", "采集月份", "retrievedAt"),
                            List.of(new Series(Column.count("documents", "文档"), TARGET_COLOR)))),
                24),
            Panel.of(
                keep(
                    lens("lens-reasons", "拒收原因", REJECTED, "")
                        .stackedRows(
                            Column.top(
                                "reason", "拒收原因", "reason", 12, Column.count("rejected", "文档")),
                            List.of(
                                new Series(
                                    Column.count("rejected", "文档"), Verdicts.MISSED.color())))),
                24))
        .row(
            13,
            Panel.of(
                keep(
                    lens("lens-statements-per-document", "每份文档语句数", DOCUMENTS, "")
                        .stackedBars(
                            Column.parts(
                                "statements",
                                "语句数",
                                List.of(
                                    new Column.Part("0", "statements: 0"),
                                    new Column.Part("1–29", "statements >= 1 and statements < 30"),
                                    new Column.Part(
                                        "30–59", "statements >= 30 and statements < 60"),
                                    new Column.Part(
                                        "60–99", "statements >= 60 and statements < 100"),
                                    new Column.Part(
                                        "100–199", "statements >= 100 and statements < 200"),
                                    new Column.Part("≥200", "statements >= 200"))),
                            List.of(new Series(Column.count("documents", "文档"), TARGET_COLOR)))),
                24),
            Panel.of(
                keep(
                    lens("lens-extraction-time", "抽取耗时", DOCUMENTS, "extractionMillis: *")
                        .stackedBars(
                            Column.parts(
                                "millis",
                                "抽取耗时",
                                List.of(
                                    new Column.Part("<50毫秒", "extractionMillis < 50"),
                                    new Column.Part(
                                        "50–199毫秒",
                                        "extractionMillis >= 50 and extractionMillis < 200"),
                                    new Column.Part(
                                        "200–999毫秒",
                                        "extractionMillis >= 200 and extractionMillis < 1000"),
                                    new Column.Part(
                                        "1–5秒",
                                        "extractionMillis >= 1000 and extractionMillis < 5000"),
                                    new Column.Part("≥5秒", "extractionMillis >= 5000"))),
                            List.of(new Series(Column.count("documents", "文档"), TARGET_COLOR)))),
                24))
        .row(
            15,
            Panel.of(
                keep(
                    lens("lens-documents", "语句最多的文档", DOCUMENTS, "")
                        .table(
                            List.of(
                                Column.top(
                                    "title",
                                    "标题",
                                    "title.keyword",
                                    20,
                                    Column.max("statements", "语句数", "statements")),
                                Column.max("statements", "语句数", "statements"),
                                Column.max("revision", "修订", "revision"),
                                Column.max("millis", "抽取耗时（毫秒）", "extractionMillis")),
                            "statements")),
                24),
            Panel.of(Searches.REJECTED, 24))
        .savedObject();
  }

  private Panel number(
      String id, String label, DataView view, String unit, String color, String kql) {
    return Panel.bare(
        keep(
            lens("lens-count-" + id, label, view, kql)
                .tile(Column.count("count", label), color, unit)),
        8);
  }
}
