package io.duibiao.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Lens layer asks Elasticsearch and what it makes of the answer, for the operations that are
 * used; any other is an error. {@code last_value} asks for {@code top_hits} here: Kibana asks for
 * {@code top_metrics} of the x-pack, which the server of the tests lacks and which gives the same.
 */
final class LensQuery {
  private final JsonNode columns;
  private final List<String> buckets = new ArrayList<>();
  private final List<String> metrics = new ArrayList<>();

  LensQuery(JsonNode layer) {
    columns = layer.path("columns");
    for (JsonNode id : layer.path("columnOrder")) {
      (columns.path(id.asText()).path("isBucketed").asBoolean() ? buckets : metrics)
          .add(id.asText());
    }
  }

  /** The aggregations, the first bucket outermost. */
  ObjectNode aggregations() {
    return level(0);
  }

  private ObjectNode level(int depth) {
    ObjectNode aggregations = SavedObject.object();
    if (depth == buckets.size()) {
      metrics.forEach(id -> addMetric(aggregations, id));
      return aggregations;
    }
    String id = buckets.get(depth);
    JsonNode column = columns.path(id);
    JsonNode params = column.path("params");
    ObjectNode bucket = aggregations.putObject(id);
    ObjectNode inner = level(depth + 1);
    switch (column.path("operationType").asText()) {
      case "terms" -> {
        ObjectNode terms =
            bucket
                .putObject("terms")
                .put("field", column.path("sourceField").asText())
                .put("size", params.path("size").asInt());
        JsonNode order = params.path("orderBy");
        String direction = params.path("orderDirection").asText();
        if (order.path("type").asText().equals("column")) {
          String metric = order.path("columnId").asText();
          if (!metrics.contains(metric)) {
            throw new IllegalArgumentException("ordered by " + metric + ", which is no metric");
          }
          addMetric(inner, metric);
          terms.putObject("order").put(orderPath(metric), direction);
        } else {
          terms.putObject("order").put("_key", direction);
        }
      }
      case "date_histogram" ->
          bucket
              .putObject("date_histogram")
              .put("field", column.path("sourceField").asText())
              .put("calendar_interval", params.path("interval").asText());
      case "filters" -> {
        ObjectNode filters = bucket.putObject("filters").putObject("filters");
        for (JsonNode filter : params.path("filters")) {
          filters.set(filter.path("label").asText(), Kql.query(filter.at("/input/query").asText()));
        }
      }
      default -> throw new IllegalArgumentException("bucket " + column);
    }
    if (!inner.isEmpty()) {
      bucket.set("aggs", inner);
    }
    return aggregations;
  }

  private String orderPath(String metric) {
    JsonNode column = columns.path(metric);
    if (column.path("operationType").asText().equals("count")) {
      return column.has("filter") ? metric : "_count";
    }
    return column.has("filter") ? metric + ">value" : metric;
  }

  private void addMetric(ObjectNode aggregations, String id) {
    JsonNode column = columns.path(id);
    ObjectNode metric = SavedObject.object();
    String field = column.path("sourceField").asText();
    switch (column.path("operationType").asText()) {
      case "count" -> {}
      case "average" -> metric.putObject("avg").put("field", field);
      case "max" -> metric.putObject("max").put("field", field);
      case "last_value" -> {
        ObjectNode top = metric.putObject("top_hits").put("size", 1);
        top.putArray("sort").addObject().put(column.at("/params/sortField").asText(), "desc");
        top.putArray("_source").add(field);
      }
      default -> throw new IllegalArgumentException("metric " + column);
    }
    if (column.has("filter")) {
      ObjectNode filter = aggregations.putObject(id);
      filter.set("filter", Kql.query(column.at("/filter/query").asText()));
      if (!metric.isEmpty()) {
        filter.putObject("aggs").set("value", metric);
      }
    } else if (!metric.isEmpty()) {
      aggregations.set(id, metric);
    }
  }

  /** The numbers of each leaf bucket in the answer, null where there is none. */
  List<List<Double>> rows(JsonNode answer) {
    List<List<Double>> rows = new ArrayList<>();
    ObjectNode root =
        answer.path("aggregations").deepCopy().isObject()
            ? (ObjectNode) answer.path("aggregations").deepCopy()
            : SavedObject.object();
    root.put("doc_count", answer.at("/hits/total/value").asLong());
    collect(root, 0, rows);
    return rows;
  }

  private void collect(JsonNode at, int depth, List<List<Double>> rows) {
    if (depth < buckets.size()) {
      JsonNode inner = at.path(buckets.get(depth)).path("buckets");
      inner.forEach(bucket -> collect(bucket, depth + 1, rows));
      return;
    }
    if (!buckets.isEmpty() && at.path("doc_count").asLong() == 0) {
      return;
    }
    List<Double> row = new ArrayList<>();
    for (String id : metrics) {
      row.add(value(at, id));
    }
    rows.add(row);
  }

  private Double value(JsonNode at, String id) {
    JsonNode column = columns.path(id);
    String operation = column.path("operationType").asText();
    boolean filtered = column.has("filter");
    if (operation.equals("count")) {
      return (filtered ? at.path(id) : at).path("doc_count").asDouble();
    }
    JsonNode metric = filtered ? at.path(id).path("value") : at.path(id);
    if (operation.equals("last_value")) {
      JsonNode hits = metric.at("/hits/hits");
      JsonNode value = hits.path(0).path("_source").path(column.path("sourceField").asText());
      return value.isNumber() ? value.asDouble() : null;
    }
    return metric.path("value").isNumber() ? metric.path("value").asDouble() : null;
  }

  /** Every field that the layer uses, with the operation that uses it. */
  static List<String[]> uses(JsonNode layer) {
    List<String[]> uses = new ArrayList<>();
    for (JsonNode column : layer.path("columns")) {
      String operation = column.path("operationType").asText();
      if (column.has("sourceField") && !operation.equals("count")) {
        uses.add(new String[] {operation, column.path("sourceField").asText()});
      }
      if (operation.equals("last_value")) {
        uses.add(new String[] {"sort", column.at("/params/sortField").asText()});
      }
      queries(column)
          .forEach(kql -> Kql.fields(kql).forEach(f -> uses.add(new String[] {"kql", f})));
    }
    return uses;
  }

  private static List<String> queries(JsonNode column) {
    List<String> queries = new ArrayList<>();
    if (column.has("filter")) {
      queries.add(column.at("/filter/query").asText());
    }
    for (JsonNode filter : column.at("/params/filters")) {
      queries.add(filter.at("/input/query").asText());
    }
    return queries;
  }

  /** A query that is a conjunction. */
  static ObjectNode all(List<ObjectNode> parts) {
    ObjectNode query = SavedObject.object();
    ArrayNode filter = query.putObject("bool").putArray("filter");
    parts.forEach(filter::add);
    return query;
  }
}
