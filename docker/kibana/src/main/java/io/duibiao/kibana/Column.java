package io.duibiao.kibana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A column of a Lens layer: a bucket or a metric.
 *
 * @param id its id within the layer
 * @param json what Lens stores of it
 */
record Column(String id, ObjectNode json) {
  private static final String RECORDS = "___records___";

  /** The number of documents. */
  static Column count(String id, String label) {
    ObjectNode json = metric(label, "count", RECORDS);
    json.putObject("params").put("emptyAsNull", false);
    return new Column(id, json);
  }

  /** The number of documents that a KQL query finds. */
  static Column count(String id, String label, String kql) {
    Column count = count(id, label);
    count.json().set("filter", SavedObject.query(kql));
    return count;
  }

  /** The number of documents that have a code. */
  static Column count(String field, Verdicts.Code code) {
    return count(code.code(), code.label(), field + ": " + code.code());
  }

  /** The mean of a field. */
  static Column average(String id, String label, String field, int decimals) {
    return formatted(id, metric(label, "average", field), decimals);
  }

  /** The largest value of a field, formatted as the data view says. */
  static Column max(String id, String label, String field) {
    return new Column(id, metric(label, "max", field));
  }

  /** The value of a field in the document that is last by a date, among those that have one. */
  static Column last(String id, String label, String field, String sortField, int decimals) {
    ObjectNode json = metric(label, "last_value", field);
    json.set("filter", SavedObject.query("\"" + field + "\": *"));
    json.putObject("params").put("sortField", sortField).put("showArrayValues", false);
    return formatted(id, json, decimals);
  }

  private static Column formatted(String id, ObjectNode json, int decimals) {
    ObjectNode params =
        json.has("params") ? (ObjectNode) json.get("params") : json.putObject("params");
    params.putObject("format").put("id", "number").putObject("params").put("decimals", decimals);
    return new Column(id, json);
  }

  private static ObjectNode metric(String label, String operation, String field) {
    return SavedObject.object()
        .put("customLabel", true)
        .put("dataType", "number")
        .put("isBucketed", false)
        .put("label", label)
        .put("operationType", operation)
        .put("scale", "ratio")
        .put("sourceField", field);
  }

  /** The values of a field that have most of a metric. */
  static Column top(String id, String label, String field, int size, Column metric) {
    ObjectNode order = SavedObject.object().put("columnId", metric.id()).put("type", "column");
    return terms(id, label, field, size, order, "desc");
  }

  /** The values of a field in alphabetical order. */
  static Column values(String id, String label, String field, int size) {
    ObjectNode order = SavedObject.object().put("fallback", false).put("type", "alphabetical");
    return terms(id, label, field, size, order, "asc");
  }

  private static Column terms(
      String id, String label, String field, int size, ObjectNode order, String direction) {
    ObjectNode json = bucket(label, "terms", "string", "ordinal").put("sourceField", field);
    ObjectNode params = json.putObject("params");
    params.putArray("exclude");
    params.put("excludeIsRegex", false);
    params.putArray("include");
    params.put("includeIsRegex", false);
    params.put("missingBucket", false);
    params.set("orderBy", order);
    params.put("orderDirection", direction);
    params.put("otherBucket", false);
    params.putObject("parentFormat").put("id", "terms");
    params.put("size", size);
    return new Column(id, json);
  }

  /** The months of a date. */
  static Column months(String id, String label, String field) {
    ObjectNode json = bucket(label, "date_histogram", "date", "interval").put("sourceField", field);
    json.putObject("params")
        .put("dropPartials", false)
        .put("includeEmptyRows", true)
        .put("interval", "1M");
    return new Column(id, json);
  }

  /**
   * A part of the documents.
   *
   * @param label what it is called
   * @param kql which documents belong to it
   */
  record Part(String label, String kql) {}

  /** The given parts, in their order. */
  static Column parts(String id, String label, List<Part> parts) {
    ObjectNode json = bucket(label, "filters", "string", "ordinal");
    ArrayNode filters = json.putObject("params").putArray("filters");
    for (Part part : parts) {
      filters.addObject().put("label", part.label()).set("input", SavedObject.query(part.kql()));
    }
    return new Column(id, json);
  }

  private static ObjectNode bucket(String label, String operation, String type, String scale) {
    return SavedObject.object()
        .put("customLabel", true)
        .put("dataType", type)
        .put("isBucketed", true)
        .put("label", label)
        .put("operationType", operation)
        .put("scale", scale);
  }
}
