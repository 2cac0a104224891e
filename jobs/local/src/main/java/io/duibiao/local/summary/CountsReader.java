package io.duibiao.local.summary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.streaming.elasticsearch.ElasticsearchConnection;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/** Reads {@link Counts} from Elasticsearch, all in one request. */
public final class CountsReader implements AutoCloseable {
  private static final List<Index> ORDER =
      List.of(Index.DOCUMENTS, Index.STATEMENTS, Index.ASSESSMENTS, Index.ALERTS);

  private final RestClient client;
  private final String searches;

  /** A reader of the indices that the options name. */
  public CountsReader(JobOptions options) {
    client = ElasticsearchConnection.of(options).openRestClient();
    StringBuilder lines = new StringBuilder();
    for (Index index : ORDER) {
      ObjectNode header = RecordJson.mapper().createObjectNode();
      header.put("index", index.alias(options));
      lines.append(header).append('\n').append(search(index)).append('\n');
    }
    searches = lines.toString();
  }

  /**
   * Reads them.
   *
   * @throws IOException when Elasticsearch does not answer, or not for every index; the message is
   *     one sentence
   */
  public Counts read() throws IOException {
    Request request = new Request("POST", "/_msearch");
    request.setJsonEntity(searches);
    JsonNode answer =
        RecordJson.mapper()
            .readTree(EntityUtils.toByteArray(client.performRequest(request).getEntity()));
    JsonNode responses = answer.path("responses");
    for (JsonNode response : responses) {
      JsonNode error = response.path("error");
      if (!error.isMissingNode()) {
        throw new IOException(error.path("type").asText() + ": " + error.path("reason").asText());
      }
    }
    Map<Boolean, Long> withdrawn =
        buckets(responses.get(1), key -> Optional.of(key.equals("true") || key.equals("1")));
    return new Counts(
        responses.get(0).path("hits").path("total").path("value").asLong(),
        responses.get(1).path("hits").path("total").path("value").asLong()
            - withdrawn.getOrDefault(true, 0L),
        withdrawn.getOrDefault(true, 0L),
        enumerated(responses.get(2), AssessmentStatus.class, AssessmentStatus::code),
        enumerated(responses.get(3), AlertState.class, AlertState::code));
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  private static ObjectNode search(Index index) {
    ObjectNode search = RecordJson.mapper().createObjectNode();
    search.put("size", 0);
    search.put("track_total_hits", true);
    Optional<String> field =
        switch (index) {
          case DOCUMENTS, REJECTED -> Optional.empty();
          case STATEMENTS -> Optional.of("withdrawn");
          case ASSESSMENTS -> Optional.of("status");
          case ALERTS -> Optional.of("state");
        };
    field.ifPresent(
        name ->
            search
                .putObject("aggs")
                .putObject("values")
                .putObject("terms")
                .put("field", name)
                .put("size", 50));
    return search;
  }

  private static <K extends Enum<K>> Map<K, Long> enumerated(
      JsonNode response, Class<K> type, Function<K, String> code) {
    Map<K, Long> counts = new EnumMap<>(type);
    counts.putAll(
        buckets(
            response,
            key ->
                Stream.of(type.getEnumConstants())
                    .filter(constant -> code.apply(constant).equals(key))
                    .findFirst()));
    return counts;
  }

  private static <K> Map<K, Long> buckets(JsonNode response, Function<String, Optional<K>> key) {
    Map<K, Long> counts = new HashMap<>();
    for (JsonNode bucket : response.path("aggregations").path("values").path("buckets")) {
      String name = bucket.path("key_as_string").asText(bucket.path("key").asText());
      key.apply(name).ifPresent(k -> counts.merge(k, bucket.path("doc_count").asLong(), Long::sum));
    }
    return counts;
  }
}
