package io.duibiao.local.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.fixture.EmbeddedKafka;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What topics and indices hold in the end, without what tells of records and not of documents. */
final class Outcome {
  private final EmbeddedKafka kafka;
  private final String elasticsearch;
  private final HttpClient http = HttpClient.newHttpClient();

  Outcome(EmbeddedKafka kafka, String elasticsearch) {
    this.kafka = kafka;
    this.elasticsearch = elasticsearch;
  }

  /** The last committed record of each id. */
  Map<String, JsonNode> last(Topic topic) throws IOException {
    Map<String, JsonNode> last = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : kafka.committed(topic.name(""))) {
      if (record.value() == null) {
        last.remove(new String(record.key(), StandardCharsets.UTF_8));
        continue;
      }
      JsonNode json = RecordJson.mapper().readTree(record.value());
      last.put(json.get("id").textValue(), comparable(json));
    }
    return last;
  }

  /** All documents of an index, by id. */
  Map<String, JsonNode> all(Index index) throws IOException, InterruptedException {
    get("/" + index.alias() + "/_refresh");
    JsonNode answer = get("/" + index.alias() + "/_search?size=10000");
    Map<String, JsonNode> all = new TreeMap<>();
    for (JsonNode hit : answer.at("/hits/hits")) {
      all.put(hit.get("_id").textValue(), comparable(hit.get("_source")));
    }
    return all;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(elasticsearch + path)).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + ": " + response.body());
    }
    return RecordJson.mapper().readTree(response.body());
  }

  /** Through its text, which alone decides what kind of number a tree holds. */
  static JsonNode comparable(Object element) {
    try {
      return comparable(RecordJson.mapper().readTree(RecordJson.write(element)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode comparable(JsonNode json) {
    ObjectNode copy = json.deepCopy();
    copy.remove("version");
    copy.remove("updatedAt");
    return copy;
  }
}
