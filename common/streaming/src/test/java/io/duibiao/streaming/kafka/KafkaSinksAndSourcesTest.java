package io.duibiao.streaming.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.fixture.Await;
import io.duibiao.streaming.fixture.EmbeddedKafka;
import io.duibiao.streaming.fixture.FlinkCluster;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.RejectedDocument;
import io.duibiao.streaming.record.Samples;
import io.duibiao.streaming.record.StatementRecords;
import io.duibiao.streaming.topic.Topic;
import io.duibiao.streaming.topic.TopicAdmin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sources and sinks in real jobs with a real broker. */
class KafkaSinksAndSourcesTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  @RegisterExtension static final EmbeddedKafka KAFKA = EmbeddedKafka.shared();

  @RegisterExtension static final MiniClusterExtension FLINK = FlinkCluster.ofSlots(2);

  private static final AtomicInteger FAILURES = new AtomicInteger();

  @TempDir Path checkpoints;

  private JobOptions options(String prefix) {
    return KAFKA
        .options()
        .with(KafkaOptions.TOPIC_PREFIX, prefix)
        .with(KafkaOptions.TRANSACTIONAL_ID_PREFIX, prefix + "tx")
        .with(KafkaOptions.ASSESSMENT_GROUP_ID, prefix + "group")
        .with(ProcessingOptions.PARALLELISM, "1")
        .with(ProcessingOptions.CHECKPOINT_INTERVAL, "200 ms")
        .with(ProcessingOptions.RESTART_INITIAL_BACKOFF, "100 ms")
        .with(ProcessingOptions.CHECKPOINT_DIRECTORY, checkpoints.toUri().toString());
  }

  private static Statement numbered(int number) {
    Statement s = Samples.statement();
    return s.inRevision(number, s.retrievedAt(), false);
  }

  @Test
  void createsTopicsOnceWithTheirConfiguration() throws Exception {
    var client = KAFKA.options().kafkaClient();
    Duration timeout = Duration.ofSeconds(30);

    assertThat(
            TopicAdmin.createMissing(
                client, "admin-", (short) 1, Map.of(Topic.DOCUMENTS, 2), timeout))
        .containsExactly(Topic.values());
    assertThat(TopicAdmin.createMissing(client, "admin-", (short) 1, Map.of(), timeout)).isEmpty();

    try (var admin = org.apache.kafka.clients.admin.Admin.create(client)) {
      var topics =
          admin.describeTopics(List.of("admin-documents", "admin-alerts")).allTopicNames().get();
      assertThat(topics.get("admin-documents").partitions()).hasSize(2);
      assertThat(topics.get("admin-alerts").partitions()).hasSize(4);
      var resource =
          new org.apache.kafka.common.config.ConfigResource(
              org.apache.kafka.common.config.ConfigResource.Type.TOPIC, "admin-alerts");
      assertThat(
              admin
                  .describeConfigs(List.of(resource))
                  .all()
                  .get()
                  .get(resource)
                  .get("cleanup.policy")
                  .value())
          .isEqualTo("compact");
    }
  }

  @Test
  void recordsHaveKeySchemaAndTheTimestampOfTheirOrigin() throws Exception {
    KAFKA.createTopics("shape-");
    JobOptions options = options("shape-");
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(options.flinkConfiguration());
    environment
        .fromData(List.of(Samples.statement()), TypeInformation.of(Statement.class))
        .uid("statements")
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Statement>forMonotonousTimestamps()
                .withTimestampAssigner((statement, timestamp) -> 1_700_000_000_123L))
        .uid("timestamps")
        .sinkTo(KafkaSinks.statements(options))
        .uid("statements-sink");
    environment
        .fromData(List.of(Samples.rejectedDocument()), TypeInformation.of(RejectedDocument.class))
        .uid("rejected")
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<RejectedDocument>forMonotonousTimestamps()
                .withTimestampAssigner((document, timestamp) -> 1_500_000_000_000L))
        .uid("timestamps-of-rejected")
        .sinkTo(KafkaSinks.rejectedDocuments(options))
        .uid("rejected-sink");
    environment.execute();

    List<ConsumerRecord<byte[], byte[]>> statements = KAFKA.committed("shape-statements");
    assertThat(statements).hasSize(1);
    ConsumerRecord<byte[], byte[]> consumed = statements.get(0);
    assertThat(new String(consumed.key(), StandardCharsets.UTF_8)).isEqualTo("~青石镇/gdp");
    assertThat(consumed.timestamp()).isEqualTo(1_700_000_000_123L);
    assertThat(headers(consumed))
        .isEqualTo(
            Map.of(
                "schema",
                "duibiao.statements",
                "schema-version",
                "1.0",
                "content-type",
                "application/json"));
    assertThat(StatementRecords.parse(consumed.value(), NOW).series()).isEqualTo("~青石镇/gdp");

    List<ConsumerRecord<byte[], byte[]>> rejected = KAFKA.committed("shape-documents.rejected");
    assertThat(rejected).hasSize(1);
    assertThat(new String(rejected.get(0).key(), StandardCharsets.UTF_8)).isEqualTo("d1");
    assertThat(headers(rejected.get(0))).containsEntry("schema", "duibiao.documents.rejected");
    // They expire, so they are as old as their rejection and not as what was rejected.
    assertThat(rejected.get(0).timestamp()).isGreaterThan(1_700_000_000_123L);
    assertThat(RecordJson.read(rejected.get(0).value(), RejectedDocument.class))
        .isEqualTo(Samples.rejectedDocument());
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> consumed) {
    return Stream.of(consumed.headers().toArray())
        .collect(
            Collectors.toMap(
                Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
  }

  /** Reads statements and writes each back with its offset as the revision; fails once midway. */
  @Test
  void aFailureNeitherLosesNorRepeatsARecord() throws Exception {
    KAFKA.createTopics("once-");
    KAFKA.createTopics("once-out-");
    JobOptions in = options("once-");
    JobOptions out = options("once-").with(KafkaOptions.TOPIC_PREFIX, "once-out-");
    FAILURES.set(0);
    int total = 40;
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(in.flinkConfiguration());
    environment
        .fromSource(KafkaSources.statements(in), WatermarkStrategy.noWatermarks(), "statements")
        .uid("statements")
        .map(new FailingOnce())
        .returns(TypeInformation.of(Statement.class))
        .uid("map")
        .sinkTo(KafkaSinks.statements(out))
        .uid("sink");
    JobClient job = environment.executeAsync();
    boolean stopped = false;
    try {
      for (int i = 1; i <= total; i++) {
        byte[] key = "k".getBytes(StandardCharsets.UTF_8);
        KAFKA.send("once-statements", null, key, RecordJson.write(numbered(i)));
      }
      Await.until(
          "all records are written",
          () -> {
            assertThat(job.getJobStatus().get()).isNotEqualTo(JobStatus.FAILED);
            return revisions("once-out-statements").size() >= total;
          });
      // The savepoint commits what is still open: a record written twice would show up then.
      job.stopWithSavepoint(false, checkpoints.toUri().toString(), SavepointFormatType.CANONICAL)
          .get(60, TimeUnit.SECONDS);
      stopped = true;
      assertThat(FAILURES.get()).isEqualTo(1);
      assertThat(revisions("once-out-statements"))
          .containsExactlyElementsOf(
              java.util.stream.IntStream.rangeClosed(1, total).boxed().toList());
    } finally {
      if (!stopped) {
        job.cancel().get();
      }
    }
  }

  private static List<Integer> revisions(String topic) throws Exception {
    List<Integer> revisions = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> consumed : KAFKA.committed(topic)) {
      revisions.add(StatementRecords.parse(consumed.value(), NOW).documentRevision());
    }
    return revisions;
  }

  /** Fails after the first checkpoint has had time to complete. */
  private static final class FailingOnce implements MapFunction<ConsumedRecord, Statement> {
    private static final long serialVersionUID = 1L;

    @Override
    public Statement map(ConsumedRecord consumed) throws Exception {
      Statement statement = StatementRecords.parse(consumed.value(), NOW);
      if (statement.documentRevision() == 20 && FAILURES.compareAndSet(0, 1)) {
        throw new IllegalStateException("failure of the test");
      }
      return statement;
    }
  }
}
