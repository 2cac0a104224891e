package io.duibiao.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.assessment.AssessmentJob;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.statement.Statement;
import io.duibiao.local.kafka.CatalogPublisher;
import io.duibiao.local.service.JobCluster;
import io.duibiao.streaming.elasticsearch.ElasticsearchConnection;
import io.duibiao.streaming.elasticsearch.IndexTemplates;
import io.duibiao.streaming.fixture.Await;
import io.duibiao.streaming.fixture.EmbeddedElasticsearch;
import io.duibiao.streaming.fixture.EmbeddedKafka;
import io.duibiao.streaming.fixture.LineExtractor;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import io.duibiao.streaming.record.CatalogRecord;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Catalogs that come while the assessment job runs, under both guarantees: what it judged before is
 * judged anew, in topics and indices, and one that is none changes nothing.
 */
class CatalogIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(120);

  /** How long Flink may take to answer. */
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private static final int SLOTS = 4;
  private static final Instant JANUARY_2023 = Instant.parse("2023-01-09T00:00:00Z");
  private static final Instant JANUARY_2024 = Instant.parse("2024-01-08T00:00:00Z");
  private static final String GDP = "320506/gdp/growth/2023";
  private static final String ALERT = GDP + "#missed";

  private static final String TOLERANT =
      """
      - {id: gdp, name: 地区生产总值, group: 经济, dimension: money, tolerance: {points: 0.5},
         examples: [地区生产总值增长6%]}
      """;

  @RegisterExtension static final EmbeddedKafka KAFKA = EmbeddedKafka.shared();

  @RegisterExtension
  static final EmbeddedElasticsearch ELASTICSEARCH = EmbeddedElasticsearch.shared();

  @TempDir static Path directory;

  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"exactly-once", "at-least-once"})
  void aCatalogJudgesAnewWhatItTouches(String guarantee) throws Exception {
    String prefix = guarantee + "-";
    KAFKA.createTopics(prefix);
    try (var client = ElasticsearchConnection.of(ELASTICSEARCH.options()).openRestClient()) {
      IndexTemplates.install(client, guarantee);
    }
    JobOptions options =
        KAFKA
            .options()
            .with(ElasticsearchOptions.HOSTS, ELASTICSEARCH.address())
            .with(ElasticsearchOptions.INDEX_PREFIX, guarantee)
            .with(ElasticsearchOptions.FLUSH_INTERVAL, "200 ms")
            .with(KafkaOptions.TOPIC_PREFIX, prefix)
            .with(KafkaOptions.DELIVERY_GUARANTEE, guarantee)
            .with(ProcessingOptions.PARALLELISM, "2")
            .with(ProcessingOptions.CHECKPOINT_INTERVAL, "1 s")
            .with(
                ProcessingOptions.CHECKPOINT_DIRECTORY,
                directory.resolve(guarantee).toUri().toString());
    try (JobCluster cluster = JobCluster.start(SLOTS, ANSWER)) {
      JobID job = cluster.submit(AssessmentJob.NAME, AssessmentJob::build, options, null);
      cluster.awaitRunning(job);
      send(prefix, statement("a", JANUARY_2023, "target gdp 2023 6 growth approx"));
      send(prefix, statement("b", JANUARY_2024, "result gdp 2023 5.6"));
      await(prefix, Topic.ALERTS, ALERT, "/state", "open");
      awaitIndexed(guarantee + "-alerts", ALERT, 200);

      // Before the one that holds, so that it has been read when the other has shown its effect.
      KAFKA.send(prefix + "catalog", null, utf8("indicators"), utf8("{\"yaml\":\"- {id: gdp}\"}"));
      CatalogPublisher.send(options, new CatalogRecord(CatalogRecord.ID, TOLERANT, null));
      await(prefix, Topic.ASSESSMENTS, GDP, "/status", "met");
      await(prefix, Topic.ALERTS, ALERT, "", "missing");
      awaitIndexed(guarantee + "-alerts", ALERT, 404);
      assertThat(KAFKA.committed(prefix + "statements.rejected"))
          .singleElement()
          .satisfies(
              record ->
                  assertThat(new String(record.value(), StandardCharsets.UTF_8))
                      .contains("the catalog is ignored"));

      CatalogPublisher.send(options, null);
      await(prefix, Topic.ALERTS, ALERT, "/state", "open");
      awaitIndexed(guarantee + "-alerts", ALERT, 200);
      assertThat(cluster.status(job)).isEqualTo(JobStatus.RUNNING);
      if (guarantee.equals("exactly-once")) {
        assertThat(KAFKA.committed(prefix + "alerts"))
            .as("raised, taken back, raised")
            .filteredOn(record -> new String(record.key(), StandardCharsets.UTF_8).equals(ALERT))
            .hasSize(3);
      }
    }
  }

  private static Statement statement(String document, Instant published, String line)
      throws Exception {
    return new LineExtractor()
        .extract(
            new Document(document, null, null, null, published, published, null, null, line),
            TimeBudget.unlimited())
        .statements()
        .get(0);
  }

  private static void send(String prefix, Statement statement) throws Exception {
    KAFKA.send(prefix + "statements", null, utf8(statement.series()), RecordJson.write(statement));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Waits until a field of the last committed record of a key has a value. */
  private static void await(String prefix, Topic topic, String key, String field, String value)
      throws Exception {
    AtomicReference<String> found = new AtomicReference<>();
    boolean held =
        Await.within(
            TIMEOUT,
            () -> {
              found.set(field(prefix, topic, key, field));
              return value.equals(found.get());
            });
    assertThat(held).as("%s of %s is %s, not %s", field, key, found, value).isTrue();
  }

  private static String field(String prefix, Topic topic, String key, String field)
      throws IOException {
    Map<String, byte[]> last = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : KAFKA.committed(topic.name(prefix))) {
      last.put(new String(record.key(), StandardCharsets.UTF_8), record.value());
    }
    byte[] json = last.get(key);
    return json == null ? "missing" : RecordJson.mapper().readTree(json).at(field).asText();
  }

  private void awaitIndexed(String alias, String id, int status) throws Exception {
    URI uri =
        URI.create(
            ELASTICSEARCH.address()
                + "/"
                + alias
                + "/_doc/"
                + java.net.URLEncoder.encode(id, StandardCharsets.UTF_8));
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    Await.until(
        uri + " is " + status,
        () -> http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == status);
  }
}
