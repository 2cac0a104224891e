package io.duibiao.streaming.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.streaming.fixture.Elasticsearch8;
import io.duibiao.streaming.fixture.ElasticsearchServer;
import io.duibiao.streaming.fixture.EmbeddedElasticsearch;
import io.duibiao.streaming.fixture.FlinkCluster;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.Samples;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.ExceptionUtils;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sink in real jobs against real servers of both versions. */
class ElasticsearchSinkServerTest {
  @RegisterExtension static final MiniClusterExtension FLINK = FlinkCluster.ofSlots(1);

  @Nested
  class OnVersion7 extends Writing {
    @RegisterExtension static final EmbeddedElasticsearch SERVER = EmbeddedElasticsearch.shared();

    @Override
    ElasticsearchServer server() {
      return SERVER;
    }
  }

  @Nested
  class OnVersion8 extends Writing {
    @RegisterExtension static final Elasticsearch8 SERVER = Elasticsearch8.shared();

    @Override
    ElasticsearchServer server() {
      return SERVER;
    }
  }

  /** Creating indices takes longer than writing: the tests share them and keep apart by ids. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Writing {
    private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8);
    private RestClient client;

    abstract ElasticsearchServer server();

    @BeforeAll
    void install() throws Exception {
      client = ElasticsearchConnection.of(server().options()).openRestClient();
      IndexTemplates.install(client, prefix);
    }

    @AfterAll
    void close() throws Exception {
      client.close();
    }

    String alias(Index index) {
      return index.alias(prefix);
    }

    JobOptions options() {
      return server()
          .options()
          .with(ElasticsearchOptions.FLUSH_INTERVAL, "50 ms")
          .with(ElasticsearchOptions.INITIAL_BACKOFF, "100 ms")
          .with(ElasticsearchOptions.MAX_BACKOFF, "300 ms");
    }

    JsonNode get(String path) throws Exception {
      return RecordJson.mapper()
          .readTree(
              EntityUtils.toByteArray(client.performRequest(new Request("GET", path)).getEntity()));
    }

    int count(String alias) throws Exception {
      refresh();
      return get("/" + alias + "/_count").path("count").asInt();
    }

    void refresh() throws Exception {
      client.performRequest(new Request("POST", "/" + prefix + "-*-v1-*/_refresh"));
    }

    private JsonNode source(Index index, String id) throws Exception {
      return get("/" + alias(index) + "/_doc/" + id);
    }

    @Test
    void recordsOfEveryIndexAreIndexedAndFound() throws Exception {
      List<IndexWrite> writes =
          List.of(
              IndexWrite.of(alias(Index.DOCUMENTS), "d", 1, Samples.indexedDocument()),
              IndexWrite.of(alias(Index.STATEMENTS), "s", 1, Samples.statement()),
              IndexWrite.of(alias(Index.ASSESSMENTS), "a", 1, Samples.assessment()),
              IndexWrite.of(alias(Index.ASSESSMENTS), "w", 1, Samples.awaiting()),
              IndexWrite.of(alias(Index.ALERTS), "l", 1, Samples.alert()));

      assertThat(SinkRun.run(options(), writes).letters()).isEmpty();

      refresh();
      for (IndexWrite write : writes) {
        assertThat(get("/" + write.alias() + "/_doc/" + write.id()).path("_source"))
            .isEqualTo(RecordJson.mapper().readTree(write.json()));
      }
      Request search = new Request("GET", "/" + alias(Index.STATEMENTS) + "/_count");
      search.setJsonEntity("{\"query\":{\"match_phrase\":{\"quote\":\"生产总值增长\"}}}");
      assertThat(
              RecordJson.mapper()
                  .readTree(EntityUtils.toByteArray(client.performRequest(search).getEntity()))
                  .path("count")
                  .asInt())
          .isEqualTo(1);
    }

    @Test
    void theLargestVersionStaysWhateverTheOrder() throws Exception {
      List<IndexWrite> writes =
          IntStream.of(2, 5, 1, 4, 5, 3)
              .mapToObj(
                  version -> IndexWrite.of(alias(Index.ALERTS), "x", version, Samples.alert()))
              .toList();

      // One document a request, several under way: every order is possible.
      JobOptions options =
          options()
              .with(ElasticsearchOptions.BULK_MAX_RECORDS, "1")
              .with(ElasticsearchOptions.MAX_IN_FLIGHT, "4");
      assertThat(SinkRun.run(options, writes).letters()).isEmpty();

      assertThat(source(Index.ALERTS, "x").path("_version").asLong()).isEqualTo(5);
    }

    @Test
    void whatIsDeletedStaysDeletedWhateverTheOrder() throws Exception {
      String alias = alias(Index.ALERTS);
      JobOptions options =
          options()
              .with(ElasticsearchOptions.BULK_MAX_RECORDS, "1")
              .with(ElasticsearchOptions.MAX_IN_FLIGHT, "4");
      List<IndexWrite> writes =
          List.of(
              IndexWrite.of(alias, "gone", 1, Samples.alert()),
              IndexWrite.delete(alias, "gone", 4),
              IndexWrite.of(alias, "gone", 3, Samples.alert()),
              IndexWrite.delete(alias, "never-there", 1),
              IndexWrite.delete(alias, "back", 1),
              IndexWrite.of(alias, "back", 2, Samples.alert()));
      assertThat(SinkRun.run(options, writes).letters()).isEmpty();
      // A delete that comes after a newer document is outdated and does no harm either.
      assertThat(SinkRun.run(options, List.of(IndexWrite.delete(alias, "back", 1))).letters())
          .isEmpty();

      refresh();
      assertThat(found("gone")).isFalse();
      assertThat(found("never-there")).isFalse();
      assertThat(found("back")).isTrue();
    }

    private boolean found(String id) throws Exception {
      Request head = new Request("HEAD", "/" + alias(Index.ALERTS) + "/_doc/" + id);
      return client.performRequest(head).getStatusLine().getStatusCode() == 200;
    }

    @Test
    void aDocumentThatTheMappingRefusesIsADeadLetterAndTheOthersAreWritten() throws Exception {
      IndexWrite strange =
          new IndexWrite(
              alias(Index.ALERTS), "strange", 1, "{\"x\":1}".getBytes(StandardCharsets.UTF_8));
      IndexWrite noDate =
          new IndexWrite(
              alias(Index.ALERTS),
              "date",
              1,
              "{\"openedAt\":\"soon\"}".getBytes(StandardCharsets.UTF_8));
      IndexWrite noJson =
          new IndexWrite(alias(Index.ALERTS), "json", 1, "{x".getBytes(StandardCharsets.UTF_8));
      IndexWrite good = IndexWrite.of(alias(Index.ALERTS), "good", 1, Samples.alert());

      SinkRun.Result result = SinkRun.run(options(), List.of(strange, noDate, noJson, good));

      assertThat(result.letters())
          .extracting(CollectingDeadLetter.Letter::write)
          .containsExactlyInAnyOrder(strange, noDate, noJson);
      assertThat(result.letters())
          .extracting(CollectingDeadLetter.Letter::detail)
          .anyMatch(detail -> detail.contains("[type=strict_dynamic_mapping_exception"))
          .anyMatch(detail -> detail.contains("failed to parse field [openedAt]"))
          .anyMatch(detail -> detail.startsWith("the document is no JSON: "));
      assertThat(source(Index.ALERTS, "good").path("found").asBoolean()).isTrue();
    }

    @Test
    void decimalsArriveWithEveryDigit() throws Exception {
      IndexWrite exact =
          new IndexWrite(
              alias(Index.STATEMENTS),
              "exact",
              1,
              "{\"id\":\"exact\",\n\"value\":9666666666.666667}".getBytes(StandardCharsets.UTF_8));

      SinkRun.run(options(), List.of(exact));

      assertThat(source(Index.STATEMENTS, "exact").at("/_source/value").decimalValue())
          .isEqualTo(new BigDecimal("9666666666.666667"));
    }

    @Test
    void aMissingAliasFailsTheJobAndCreatesNothing() throws Exception {
      createsNothing(IndexWrite.of(prefix + "-nothing", "x", 1, Samples.alert()));
    }

    @Test
    void aDeleteDoesNotCreateAMissingAliasEither() throws Exception {
      createsNothing(IndexWrite.delete(prefix + "-nothing", "x", 1));
    }

    private void createsNothing(IndexWrite write) throws Exception {
      assertThatThrownBy(() -> SinkRun.run(options(), List.of(write)))
          .satisfies(
              e ->
                  assertThat(ExceptionUtils.stringifyException(e))
                      .contains("accepts nothing", "status 404", prefix + "-nothing"));
      assertThat(get("/_cat/indices/" + prefix + "-*?format=json"))
          .noneMatch(index -> index.path("index").asText().equals(prefix + "-nothing"));
    }

    @Test
    void aClosedIndexFailsTheJobInsteadOfLosingDocuments() throws Exception {
      String alias = prefix + "-closed";
      Request create = new Request("PUT", "/" + alias + "-000001");
      create.setJsonEntity("{\"aliases\":{\"" + alias + "\":{}}}");
      client.performRequest(create);
      client.performRequest(new Request("POST", "/" + alias + "/_close"));
      IndexWrite write = IndexWrite.of(alias, "x", 1, Samples.alert());
      CollectingDeadLetter dead = new CollectingDeadLetter();
      assertThatThrownBy(() -> SinkRun.run(options(), List.of(write), dead, c -> c))
          .satisfies(
              e ->
                  assertThat(ExceptionUtils.stringifyException(e))
                      .contains("index_closed_exception"));
      assertThat(dead.letters()).isEmpty();
    }
  }
}
