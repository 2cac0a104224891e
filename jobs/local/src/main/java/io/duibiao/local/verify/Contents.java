package io.duibiao.local.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What all places hold, by key, as JSON text without the fields that are left out. */
final class Contents {
  /** Numbers keep the digits that they are written with. */
  static final ObjectReader READER =
      RecordJson.mapper()
          .reader()
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .with(JsonNodeFactory.withExactBigDecimals(true));

  private final Map<Place, Map<String, String>> texts = new EnumMap<>(Place.class);

  Contents() {
    for (Place place : Place.values()) {
      texts.put(place, new TreeMap<>());
    }
  }

  /** What one place holds; may be changed. */
  Map<String, String> at(Place place) {
    return texts.get(place);
  }

  /** Puts one record, replacing what its key had. */
  void put(Place place, String key, byte[] json) throws IOException {
    at(place).put(key, masked(place, json));
  }

  /**
   * The text of a record without the fields that are left out. One that is not written as all
   * records are, and so would become equal by being read and written, is returned whole.
   */
  private static String masked(Place place, byte[] json) throws IOException {
    ObjectNode tree = (ObjectNode) READER.readTree(json);
    String whole = RecordJson.mapper().writeValueAsString(tree);
    if (!Arrays.equals(whole.getBytes(StandardCharsets.UTF_8), json)) {
      return new String(json, StandardCharsets.UTF_8);
    }
    tree.remove(place.masked());
    return RecordJson.mapper().writeValueAsString(tree);
  }

  /**
   * Everything that differs, place by place and key by key.
   *
   * @param found compared with this, which is what is expected
   */
  List<Difference> differences(Contents found) {
    List<Difference> differences = new ArrayList<>();
    for (Place place : Place.values()) {
      differences.addAll(differences(place, found));
    }
    return differences;
  }

  /** As {@link #differences(Contents)}, of one place. */
  List<Difference> differences(Place place, Contents found) {
    List<Difference> differences = new ArrayList<>();
    Map<String, String> wanted = at(place);
    Map<String, String> there = found.at(place);
    TreeSet<String> keys = new TreeSet<>(wanted.keySet());
    keys.addAll(there.keySet());
    for (String key : keys) {
      if (!Objects.equals(wanted.get(key), there.get(key))) {
        differences.add(difference(place, key, wanted.get(key), there.get(key)));
      }
    }
    return differences;
  }

  private static Difference difference(Place place, String key, String wanted, String there) {
    if (wanted != null && there != null) {
      try {
        JsonNode expected = READER.readTree(wanted);
        JsonNode found = READER.readTree(there);
        TreeSet<String> fields = new TreeSet<>();
        names(expected, fields);
        names(found, fields);
        for (String field : fields) {
          if (!Objects.equals(text(expected.get(field)), text(found.get(field)))) {
            return new Difference(
                place.shown(), key, field, text(expected.get(field)), text(found.get(field)));
          }
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("what is compared was written here", e);
      }
    }
    return new Difference(place.shown(), key, null, wanted, there);
  }

  private static void names(JsonNode node, TreeSet<String> names) {
    for (Iterator<String> all = node.fieldNames(); all.hasNext(); ) {
      names.add(all.next());
    }
  }

  private static String text(JsonNode node) {
    return node == null ? null : node.toString();
  }
}
