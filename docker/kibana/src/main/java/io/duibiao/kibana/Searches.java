package io.duibiao.kibana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The saved searches: tables of documents, for the dashboards and for Discover. */
final class Searches {
  static final String STATEMENTS_ID = "duibiao-search-statements";

  /**
   * A column of a table.
   *
   * @param field the field
   * @param width in pixels; 0 for what is left
   */
  record Shown(String field, int width) {}

  static final SavedObject ASSESSMENTS =
      search(
          "duibiao-search-assessments",
          "判定明细",
          DataView.ASSESSMENTS,
          "not status: (untargeted or withdrawn)",
          "statusRank",
          List.of(
              new Shown("region", 80),
              new Shown("indicator", 125),
              new Shown("status", 75),
              new Shown("targetNumber", 100),
              new Shown("resultNumber", 100),
              new Shown("margin", 70),
              new Shown("marginUnit", 80),
              new Shown("explanation", 0),
              new Shown("targetLink", 80),
              new Shown("resultLink", 80),
              new Shown("evidence", 80)));

  static final SavedObject ALERTS =
      search(
          "duibiao-search-alerts",
          "未解除的预警",
          DataView.ALERTS,
          "state: open",
          "severityRank",
          List.of(
              new Shown("severity", 80),
              new Shown("type", 85),
              new Shown("region", 90),
              new Shown("indicator", 150),
              new Shown("message", 0)));

  static final SavedObject DOCUMENTS =
      search(
          "duibiao-search-documents",
          "最新文档",
          DataView.DOCUMENTS,
          "",
          "publishedAt",
          List.of(
              new Shown("publishedAt", 105),
              new Shown("region", 90),
              new Shown("title", 0),
              new Shown("statements", 75),
              new Shown("link", 85)));

  static final SavedObject STATEMENTS =
      search(
          STATEMENTS_ID,
          "指标语句",
          DataView.STATEMENTS,
          "",
          "retrievedAt",
          List.of(
              new Shown("region", 90),
              new Shown("indicator", 150),
              new Shown("kind", 75),
              new Shown("period", 75),
              new Shown("measure", 65),
              new Shown("number", 110),
              new Shown("sentence", 0),
              new Shown("documentTitle", 220),
              new Shown("withdrawn", 75)));

  static final SavedObject REJECTED =
      search(
          "duibiao-search-rejected",
          "拒收文档",
          DataView.REJECTED,
          "",
          "timestamp",
          List.of(new Shown("reason", 110), new Shown("documentId", 0), new Shown("detail", 0)));

  private Searches() {}

  private static SavedObject search(
      String id, String title, DataView view, String kql, String sortedBy, List<Shown> columns) {
    ObjectNode attributes = SavedObject.object();
    ArrayNode fields = attributes.putArray("columns");
    columns.forEach(column -> fields.add(column.field()));
    attributes.put("description", "");
    ObjectNode widths = attributes.putObject("grid").putObject("columns");
    widths.putObject(view.timeField()).put("width", view == DataView.ASSESSMENTS ? 100 : 130);
    columns.stream()
        .filter(column -> column.width() > 0)
        .forEach(column -> widths.putObject(column.field()).put("width", column.width()));
    attributes.put("hideChart", true);
    attributes.put("isTextBasedQuery", false);
    ObjectNode source = SavedObject.object().put("highlightAll", false).put("version", true);
    source.set("query", SavedObject.query(kql));
    source.putArray("filter");
    source.put("indexRefName", "kibanaSavedObjectMeta.searchSourceJSON.index");
    attributes
        .putObject("kibanaSavedObjectMeta")
        .put("searchSourceJSON", SavedObject.embedded(source));
    // As high as the text needs.
    attributes.put("rowHeight", -1);
    attributes.putArray("sort").add(SavedObject.array(sortedBy, "desc"));
    // Opened by itself, in Discover, it must not show the last quarter of an hour.
    attributes
        .putObject("timeRange")
        .put("from", Dashboard.ALL_YEARS_FROM)
        .put("to", Dashboard.ALL_YEARS_TO);
    attributes.put("timeRestore", true);
    attributes.put("title", "对标·" + title);
    return new SavedObject(
        SavedObject.Type.SEARCH,
        id,
        attributes,
        List.of(view.reference("kibanaSavedObjectMeta.searchSourceJSON.index")));
  }
}
