package io.duibiao.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects as they lie in {@code duibiao.ndjson}, which is what Kibana gets. */
final class Committed {
  static final Path FILE = Path.of("duibiao.ndjson");

  static {
    if (Boolean.getBoolean("duibiao.update-kibana")) {
      try {
        Files.writeString(FILE, Main.text(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Committed() {}

  static String text() {
    try {
      return Files.readString(FILE, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> objects() {
    return text().lines().map(Committed::json).toList();
  }

  static List<JsonNode> objects(String type) {
    return objects().stream().filter(o -> o.path("type").asText().equals(type)).toList();
  }

  /** Type, slash and id of each object. */
  static Map<String, JsonNode> byKey() {
    Map<String, JsonNode> byKey = new LinkedHashMap<>();
    objects().forEach(o -> byKey.put(key(o), o));
    return byKey;
  }

  static String key(JsonNode typed) {
    return typed.path("type").asText() + "/" + typed.path("id").asText();
  }

  /** JSON out of a string. */
  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON out of a string attribute. */
  static JsonNode embedded(JsonNode object, String path) {
    return json(object.at("/attributes/" + path).asText());
  }

  /** What a named reference of an object points to. */
  static String target(JsonNode object, String name) {
    for (JsonNode reference : object.path("references")) {
      if (reference.path("name").asText().equals(name)) {
        return key(reference);
      }
    }
    throw new AssertionError(key(object) + " has no reference " + name);
  }

  /** The data view that a named reference points to. */
  static DataView view(JsonNode object, String reference) {
    String target = target(object, reference);
    for (DataView view : DataView.values()) {
      if (target.equals("index-pattern/" + view.id())) {
        return view;
      }
    }
    throw new AssertionError(target + " is no data view");
  }
}
