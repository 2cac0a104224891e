package io.duibiao.kibana;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One object as Kibana exports and imports it.
 *
 * @param type what it is
 * @param id its id, which never changes: links and bookmarks hold it
 * @param attributes the content; parts of it are JSON within strings, as Kibana stores it
 * @param references every other object that it needs
 */
record SavedObject(Type type, String id, ObjectNode attributes, List<Reference> references) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CORE_MIGRATION_VERSION = "8.8.0";

  /** The types that are used, and the version of Kibana whose form of the type is written. */
  enum Type {
    DATA_VIEW("index-pattern", "8.0.0"),
    LENS("lens", "8.9.0"),
    SEARCH("search", "8.0.0"),
    VISUALIZATION("visualization", "8.5.0"),
    DASHBOARD("dashboard", "8.9.0");

    final String code;
    final String migrationVersion;

    Type(String code, String migrationVersion) {
      this.code = code;
      this.migrationVersion = migrationVersion;
    }
  }

  /**
   * That an object needs another one.
   *
   * @param name the place within the object
   * @param type the type of the other one
   * @param id its id
   */
  record Reference(String name, Type type, String id) {}

  /** A new JSON object. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A new JSON array of strings. */
  static ArrayNode array(String... values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (String value : values) {
      array.add(value);
    }
    return array;
  }

  /** JSON as a string within JSON. */
  static String embedded(Object json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A query in Kibana's own language; empty for everything. */
  static ObjectNode query(String kql) {
    return object().put("language", "kuery").put("query", kql);
  }

  /** The object on one line. */
  String toLine() {
    ObjectNode json = object();
    json.set("attributes", attributes);
    json.put("coreMigrationVersion", CORE_MIGRATION_VERSION);
    json.put("id", id);
    json.put("managed", false);
    ArrayNode array = json.putArray("references");
    for (Reference reference : references) {
      array
          .addObject()
          .put("id", reference.id())
          .put("name", reference.name())
          .put("type", reference.type().code);
    }
    json.put("type", type.code);
    json.put("typeMigrationVersion", type.migrationVersion);
    return embedded(json);
  }
}
