package io.duibiao.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.assessment.AssessmentJob;
import io.duibiao.core.assessment.BatchResult;
import io.duibiao.core.assessment.BatchRun;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.extraction.ReportExtractor;
import io.duibiao.core.revision.DocumentHistory;
import io.duibiao.core.revision.Revision;
import io.duibiao.extraction.ExtractionJob;
import io.duibiao.local.service.JobCluster;
import io.duibiao.streaming.elasticsearch.ElasticsearchConnection;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.elasticsearch.IndexTemplates;
import io.duibiao.streaming.fixture.Await;
import io.duibiao.streaming.fixture.ComparableRecords;
import io.duibiao.streaming.fixture.EmbeddedElasticsearch;
import io.duibiao.streaming.fixture.EmbeddedKafka;
import io.duibiao.streaming.fixture.TopicContract;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both jobs as their main classes build them, on a Flink cluster, with a real broker and a real
 * Elasticsearch: through a crash during a checkpoint, a savepoint and another parallelism they end
 * where one batch run over the same documents ends.
 */
class PipelineIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(120);

  /** How long Flink may take to answer. */
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private static final int SLOTS = 4;
  private static final ComparableRecords RECORDS = ComparableRecords.WITHOUT_VERSIONS;

  /** Keys of documents that have no use even by their form; that of nowhere is well-formed. */
  private static final Set<String> BAD_DOCUMENTS =
      Set.of("broken", "tombstone", "nameless", "empty", "large");

  private static final String JUNK_SERIES = "a/b";

  @RegisterExtension static final EmbeddedKafka KAFKA = EmbeddedKafka.shared();

  @RegisterExtension
  static final EmbeddedElasticsearch ELASTICSEARCH = EmbeddedElasticsearch.shared();

  @TempDir static Path directory;

  private static final List<Document> PUBLISHED = new ArrayList<>();

  @BeforeAll
  static void prepare() throws Exception {
    KAFKA.createTopics("");
    try (var client = ElasticsearchConnection.of(ELASTICSEARCH.options()).openRestClient()) {
      IndexTemplates.install(client, ElasticsearchOptions.INDEX_PREFIX.defaultValue());
    }
  }

  private static JobOptions options(int parallelism) {
    return KAFKA
        .options()
        .with(ElasticsearchOptions.HOSTS, ELASTICSEARCH.address())
        .with(ProcessingOptions.PARALLELISM, Integer.toString(parallelism))
        .with(ProcessingOptions.CHECKPOINT_INTERVAL, "1 s")
        .with(ProcessingOptions.CHECKPOINT_DIRECTORY, directory.resolve("cp").toUri().toString())
        .with(ProcessingOptions.RESTART_INITIAL_BACKOFF, "200 ms")
        .with(ProcessingOptions.QUIET_TIME, "2 s")
        .with(ProcessingOptions.IDLE_TIMEOUT, "1 s");
  }

  @Test
  void crashesSavepointsAndBadDocumentsLeaveWhatTheBatchRunGives() throws Exception {
    List<Document> documents = ReportCorpus.documents();
    BatchResult expected =
        BatchRun.run(
            documents,
            ReportExtractor.bundled(),
            new Judge(IndicatorCatalog.bundled()),
            Instant.now());
    assertThat(expected.alerts()).extracting(a -> a.state().code()).contains("open", "resolved");
    assertThat(expected.assessments()).extracting(a -> a.status().code()).contains("overdue");

    try (JobCluster cluster = JobCluster.start(SLOTS, ANSWER)) {
      JobID extraction = cluster.submit(ExtractionJob.NAME, ExtractionJob::build, options(2), null);
      JobID assessment = cluster.submit(AssessmentJob.NAME, AssessmentJob::build, options(2), null);
      cluster.awaitRunning(extraction);
      cluster.awaitRunning(assessment);

      // Later reports first: order must not matter.
      publish(documents.subList(6, 12));
      publishBadDocuments();
      KAFKA.send(Topic.STATEMENTS.name(""), null, utf8(JUNK_SERIES), utf8("{\"id\":\"junk\"}"));
      Await.until("the first assessments", () -> !sent(Topic.ASSESSMENTS).isEmpty());
      publish(documents.subList(3, 6));
      cluster.triggerCheckpoint(extraction);
      cluster.loseTaskManagers(2);
      publish(documents.subList(0, 1));
      cluster.awaitRestarted(extraction);
      cluster.awaitRestarted(assessment);
      Await.until("all places", () -> indexed(Index.DOCUMENTS).size() >= 7);

      String savepoints = directory.resolve("savepoints").toUri().toString();
      String ofExtraction = cluster.stop(extraction, savepoints);
      String ofAssessment = cluster.stop(assessment, savepoints);
      publish(documents.subList(1, 4));
      extraction =
          cluster.submit(ExtractionJob.NAME, ExtractionJob::build, options(3), ofExtraction);
      assessment =
          cluster.submit(AssessmentJob.NAME, AssessmentJob::build, options(1), ofAssessment);

      Map<String, JsonNode> assessments = RECORDS.of(expected.assessments());
      Map<String, JsonNode> alerts = RECORDS.of(expected.alerts());
      Await.within(
          TIMEOUT,
          () ->
              sent(Topic.ASSESSMENTS).equals(assessments)
                  && indexed(Index.ASSESSMENTS).equals(assessments)
                  && sent(Topic.ALERTS).equals(alerts)
                  && indexed(Index.ALERTS).equals(alerts));
      assertThat(sent(Topic.ASSESSMENTS)).isEqualTo(assessments);
      assertThat(indexed(Index.ASSESSMENTS)).isEqualTo(assessments);
      assertThat(sent(Topic.ALERTS)).isEqualTo(alerts);
      assertThat(indexed(Index.ALERTS)).isEqualTo(alerts);

      Map<String, JsonNode> statements = RECORDS.of(expected.statements());
      Map<String, JsonNode> sent = sent(Topic.STATEMENTS);
      assertThat(sent.remove("junk")).isNotNull();
      assertThat(sent).isEqualTo(statements);
      assertThat(KAFKA.committed(Topic.STATEMENTS.name("")))
          .as("no statement is lost or repeated by the crash")
          .hasSize(1 + events(PUBLISHED));
      assertThat(indexed(Index.STATEMENTS)).isEqualTo(statements);
      assertThat(indexed(Index.DOCUMENTS).keySet())
          .isEqualTo(documents.stream().map(Document::id).collect(Collectors.toSet()));
      assertThat(rejections())
          .isEqualTo(
              Map.of(
                  "malformed_json", 2L,
                  "missing_id", 1L,
                  "missing_content", 1L,
                  "too_large", 1L,
                  "unknown_region", 1L));
      assertThat(KAFKA.committed(Topic.STATEMENTS_REJECTED.name(""))).hasSize(1);
      assertContracts();
      assertThat(cluster.status(extraction)).isEqualTo(JobStatus.RUNNING);
      assertThat(cluster.status(assessment)).isEqualTo(JobStatus.RUNNING);
    }
  }

  /** Every record that the jobs wrote has the value, key and headers that subscribers are told. */
  private static void assertContracts() {
    for (Topic topic : List.of(Topic.values())) {
      TopicContract contract = TopicContract.of(topic);
      for (ConsumerRecord<byte[], byte[]> record : KAFKA.committed(topic.name(""))) {
        String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        String place = topic + " " + record.partition() + "@" + record.offset();
        if (topic == Topic.DOCUMENTS) {
          // Written by this test.
          boolean bad = BAD_DOCUMENTS.contains(key);
          assertThat(contract.problems(record.value()).isEmpty()).as(place).isEqualTo(!bad);
        } else if (!JUNK_SERIES.equals(key) || topic != Topic.STATEMENTS) {
          assertThat(contract.problems(record)).as(place).isEmpty();
        }
      }
    }
    for (Topic written :
        List.of(
            Topic.DOCUMENTS_REJECTED,
            Topic.STATEMENTS,
            Topic.STATEMENTS_REJECTED,
            Topic.ASSESSMENTS,
            Topic.ALERTS)) {
      assertThat(KAFKA.committed(written.name(""))).as(written.baseName()).isNotEmpty();
    }
  }

  /** How many statement events follow from documents that arrive in this order. */
  private static int events(List<Document> arrivals) throws Exception {
    Map<String, DocumentHistory> histories = new TreeMap<>();
    int events = 0;
    for (Document document : arrivals) {
      DocumentHistory before = histories.getOrDefault(document.id(), DocumentHistory.empty());
      DocumentHistory after =
          before.with(
              Revision.of(
                  document, ReportExtractor.bundled().extract(document, TimeBudget.unlimited())));
      histories.put(document.id(), after);
      events += DocumentHistory.changes(before, after).size();
    }
    return events;
  }

  private static void publish(List<Document> documents) throws Exception {
    for (Document document : documents) {
      PUBLISHED.add(document);
      send(document.id(), RecordJson.write(document));
    }
  }

  private static void publishBadDocuments() throws Exception {
    byte[] large = new byte[6 * 1024 * 1024];
    Arrays.fill(large, (byte) 'x');
    send("broken", utf8("{\"id\":\"broken\",\"content\":"));
    send("tombstone", null);
    send("nameless", utf8("{\"content\":\"地区生产总值增长6%\"}"));
    send("empty", utf8("{\"id\":\"empty\"}"));
    send("large", large);
    send("nowhere", utf8("{\"id\":\"nowhere\",\"content\":\"增长6%。\"}"));
  }

  private static void send(String key, byte[] value) throws Exception {
    KAFKA.send(Topic.DOCUMENTS.name(""), null, utf8(key), value);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** How many documents were rejected for each reason; exactly-once also after the crash. */
  private static Map<String, Long> rejections() throws Exception {
    Map<String, Long> reasons = new TreeMap<>();
    for (var record : KAFKA.committed(Topic.DOCUMENTS_REJECTED.name(""))) {
      JsonNode json = RecordJson.mapper().readTree(record.value());
      reasons.merge(json.get("reason").textValue(), 1L, Long::sum);
    }
    return reasons;
  }

  /** The last committed record of each id. */
  private static Map<String, JsonNode> sent(Topic topic) throws IOException {
    return RECORDS.of(KAFKA, topic);
  }

  private static Map<String, JsonNode> indexed(Index index) throws IOException {
    ELASTICSEARCH.refresh();
    return RECORDS.of(ELASTICSEARCH.options(), index);
  }
}
