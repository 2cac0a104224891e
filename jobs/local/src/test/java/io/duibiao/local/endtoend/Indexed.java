package io.duibiao.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records by id, without what depends on when they were made. */
final class Indexed {
  private static final List<String> TIMES =
      List.of("updatedAt", "version", "openedAt", "resolvedAt", "retrievedAt");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Indexed() {}

  /** Everything that an index holds. */
  static Map<String, JsonNode> of(String elasticsearch, Index index) {
    URI address = URI.create(elasticsearch + "/" + index.alias() + "/_search?size=10000");
    try {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      Map<String, JsonNode> records = new TreeMap<>();
      for (JsonNode hit : RecordJson.mapper().readTree(answer.body()).path("hits").path("hits")) {
        records.put(hit.path("_id").asText(), withoutTimes(hit.path("_source")));
      }
      return records;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** The last record of each id among JSON lines. */
  static Map<String, JsonNode> ofLines(String lines) throws IOException {
    Map<String, JsonNode> records = new TreeMap<>();
    for (String line : lines.lines().toList()) {
      JsonNode node = RecordJson.mapper().readTree(line);
      records.put(node.path("id").asText(), withoutTimes(node));
    }
    return records;
  }

  /** Records as they would be written. */
  static Map<String, JsonNode> ofRecords(Collection<?> elements) throws IOException {
    Map<String, JsonNode> records = new TreeMap<>();
    for (Object element : elements) {
      JsonNode node = RecordJson.mapper().readTree(RecordJson.write(element));
      records.put(node.path("id").asText(), withoutTimes(node));
    }
    return records;
  }

  private static JsonNode withoutTimes(JsonNode node) {
    return ((ObjectNode) node.deepCopy()).remove(TIMES);
  }
}
