package io.duibiao.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.streaming.elasticsearch.ElasticsearchConnection;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.options.JobOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.RestClient;

/** Records by id, without what depends on when they were made. */
final class Contents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TIMES =
      List.of("updatedAt", "version", "openedAt", "resolvedAt", "retrievedAt");

  private Contents() {}

  /** Everything that an index holds. */
  static Map<String, JsonNode> of(JobOptions options, Index index) throws IOException {
    try (RestClient client = ElasticsearchConnection.of(options).openRestClient()) {
      Request search = new Request("GET", "/" + index.alias() + "/_search");
      search.addParameter("size", "10000");
      Response response = client.performRequest(search);
      Map<String, JsonNode> records = new TreeMap<>();
      JsonNode answer = JSON.readTree(response.getEntity().getContent());
      for (JsonNode hit : answer.path("hits").path("hits")) {
        records.put(hit.path("_id").asText(), withoutTimes(hit.path("_source")));
      }
      return records;
    }
  }

  /** The last record of each id among JSON lines. */
  static Map<String, JsonNode> ofLines(String lines) throws IOException {
    Map<String, JsonNode> records = new TreeMap<>();
    for (String line : lines.lines().toList()) {
      JsonNode node = JSON.readTree(line);
      records.put(node.path("id").asText(), withoutTimes(node));
    }
    return records;
  }

  /** What differs, one line for each id; empty when nothing does. */
  static List<String> differences(Map<String, JsonNode> actual, Map<String, JsonNode> expected) {
    Set<String> ids = new TreeSet<>(expected.keySet());
    ids.addAll(actual.keySet());
    return ids.stream()
        .filter(id -> !Objects.equals(actual.get(id), expected.get(id)))
        .map(id -> id + ": " + actual.get(id) + " instead of " + expected.get(id))
        .toList();
  }

  private static JsonNode withoutTimes(JsonNode node) {
    return ((ObjectNode) node.deepCopy()).remove(TIMES);
  }
}
