package io.duibiao.kibana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.elasticsearch.IndexTemplates;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields that the index templates really have, and their types. */
final class FieldsOfIndices {
  private static final Map<DataView, SortedMap<String, String>> TYPES = read();

  private FieldsOfIndices() {}

  /** The names of the fields, subfields among them, sorted. */
  static Set<String> of(DataView view) {
    return TYPES.get(view).keySet();
  }

  /** The type that Elasticsearch has for a field, or null when there is no such field. */
  static String type(DataView view, String field) {
    return TYPES.get(view).get(field);
  }

  private static Map<DataView, SortedMap<String, String>> read() {
    Map<DataView, SortedMap<String, String>> types = new EnumMap<>(DataView.class);
    for (DataView view : DataView.values()) {
      String template = IndexTemplates.template(Index.valueOf(view.name()), "duibiao");
      try {
        JsonNode mapping = new ObjectMapper().readTree(template).at("/template/mappings");
        SortedMap<String, String> fields = new TreeMap<>();
        collect("", mapping.path("properties"), fields);
        types.put(view, fields);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
    return types;
  }

  private static void collect(String parent, JsonNode fields, Map<String, String> types) {
    fields
        .fields()
        .forEachRemaining(
            field -> {
              types.put(parent + field.getKey(), field.getValue().path("type").asText());
              collect(parent + field.getKey() + ".", field.getValue().path("fields"), types);
            });
  }
}
