package io.duibiao.streaming.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one version of the contracts changed against an older one. Topics are kept for long and read
 * by programs of other people, so within a major version new readers must read old records and old
 * readers new ones. That leaves additions: channels, messages, optional fields and enumerated
 * values. Words for people may change; everything else breaks somebody.
 */
final class ContractChanges {
  /** Keywords of JSON Schema that say something to people and nothing about records. */
  private static final Set<String> ANNOTATIONS =
      Set.of("title", "description", "$comment", "examples", "default", "deprecated");

  private final List<String> breaks = new ArrayList<>();
  private final List<String> additions = new ArrayList<>();

  private ContractChanges() {}

  /** The changes between two AsyncAPI documents without references. */
  static ContractChanges ofDocuments(JsonNode older, JsonNode newer) {
    ContractChanges changes = new ContractChanges();
    changes.compareMaps(
        "channels", older.path("channels"), newer.path("channels"), changes::compareChannels);
    return changes;
  }

  /** The changes between two schemas without references. */
  static ContractChanges ofSchemas(JsonNode older, JsonNode newer) {
    ContractChanges changes = new ContractChanges();
    changes.compareSchemas("", older, newer);
    return changes;
  }

  /** What breaks a reader or a publisher, one sentence each. */
  List<String> breaks() {
    return breaks;
  }

  /** What was added and breaks nobody, one sentence each. */
  List<String> additions() {
    return additions;
  }

  private interface Comparing {
    void compare(String path, JsonNode older, JsonNode newer);
  }

  private void compareMaps(String path, JsonNode older, JsonNode newer, Comparing comparing) {
    for (String name : names(older, newer)) {
      String at = path + "/" + name;
      if (!newer.has(name)) {
        breaks.add(at + " is removed");
      } else if (!older.has(name)) {
        additions.add(at + " is added");
      } else {
        comparing.compare(at, older.get(name), newer.get(name));
      }
    }
  }

  private void compareChannels(String path, JsonNode older, JsonNode newer) {
    requireEqual(path, "/address", older, newer);
    requireEqual(path, "/bindings/kafka/topicConfiguration/cleanup.policy", older, newer);
    requireEqual(path, "/bindings/kafka/topicConfiguration/retention.ms", older, newer);
    compareMaps(
        path + "/messages", older.path("messages"), newer.path("messages"), this::compareMessages);
  }

  private void compareMessages(String path, JsonNode older, JsonNode newer) {
    requireEqual(path, "/contentType", older, newer);
    requireEqual(path, "/x-key", older, newer);
    String key = "/bindings/kafka/key";
    compareSchemas(path + key, older.at(key), newer.at(key));
    compareSchemas(path + "/headers", older.path("headers"), newer.path("headers"));
    compareSchemas(path + "/payload", older.path("payload"), newer.path("payload"));
  }

  private void requireEqual(String path, String pointer, JsonNode older, JsonNode newer) {
    changed(path + pointer, older.at(pointer), newer.at(pointer));
  }

  private void compareSchemas(String path, JsonNode older, JsonNode newer) {
    for (String keyword : names(older, newer)) {
      JsonNode was = older.path(keyword);
      JsonNode is = newer.path(keyword);
      String at = path + "/" + keyword;
      switch (keyword) {
        case "properties" -> compareMaps(at, was, is, this::compareSchemas);
        case "items" -> {
          if (was.isObject() && is.isObject()) {
            compareSchemas(at, was, is);
          } else {
            changed(at, was, is);
          }
        }
        case "enum" -> compareEnums(at, was, is);
        case "required" -> compareRequired(at, was, is);
        default -> {
          if (!ANNOTATIONS.contains(keyword)) {
            changed(at, was, is);
          }
        }
      }
    }
  }

  private void compareEnums(String path, JsonNode was, JsonNode is) {
    if (was.isMissingNode() || is.isMissingNode()) {
      changed(path, was, is);
      return;
    }
    difference(was, is).forEach(value -> breaks.add(path + ": " + value + " is removed"));
    difference(is, was).forEach(value -> additions.add(path + ": " + value + " is added"));
  }

  private void compareRequired(String path, JsonNode was, JsonNode is) {
    difference(was, is)
        .forEach(name -> breaks.add(path + ": " + name + " is no longer promised to be there"));
    difference(is, was)
        .forEach(name -> breaks.add(path + ": " + name + " is missing in older records"));
  }

  private void changed(String path, JsonNode was, JsonNode is) {
    if (!was.equals(is)) {
      breaks.add(path + " was " + shown(was) + " and is " + shown(is));
    }
  }

  private static String shown(JsonNode node) {
    return node instanceof MissingNode ? "missing" : node.toString();
  }

  private static Set<String> names(JsonNode one, JsonNode other) {
    Set<String> names = new TreeSet<>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> difference(JsonNode from, JsonNode without) {
    Set<String> values = new TreeSet<>();
    from.forEach(value -> values.add(value.toString()));
    without.forEach(value -> values.remove(value.toString()));
    return values;
  }
}
