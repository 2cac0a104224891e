package io.duibiao.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.local.supervisor.DataDirectory;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.options.KafkaOptions.Guarantee;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code duibiao verify} runs for long and at random, short and with fixed seeds: everything
 * goes wrong once. And it is seen when something is different.
 */
class VerificationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir static Path directory;

  private static DataDirectory data;
  private static Surroundings surroundings;

  @BeforeAll
  static void start() throws Exception {
    data = DataDirectory.open(directory.resolve("data"), true);
    surroundings = Surroundings.start(data, state -> {});
  }

  @AfterAll
  static void stop() throws Exception {
    try {
      surroundings.close();
    } finally {
      data.close();
    }
  }

  @Test
  void whateverGoesWrongEverythingEndsAsTheBatchRunDoes() throws Exception {
    List<Fault> all = Arrays.asList(Fault.values());
    List<String> lines = new ArrayList<>();
    Settings settings =
        new Settings(
            1,
            20261122,
            80,
            all,
            all.size(),
            List.of(Guarantee.EXACTLY_ONCE),
            2,
            List.of(),
            PATIENCE);

    List<RoundResult> results = new Verification(surroundings, settings, lines::add).run();

    assertThat(results.get(0).differences()).as("%s", lines).isEmpty();
    assertThat(results.get(0).faults()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(results.get(0).restarts()).as("jobs that failed over").isPositive();
    assertThat(results.get(0).statuses())
        .containsKeys("met", "missed", "overdue", "awaiting", "untargeted", "overdue open");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("round 1 seed 20261122: documents 80, sent "))
        .anyMatch(line -> line.startsWith("rounds 1 (exactly-once 1), documents 80, sent "));
  }

  @Test
  void aRecordThatSomebodyChangedIsFound() throws Exception {
    Settings settings =
        new Settings(
            1, 5, 20, List.of(), 0, List.of(Guarantee.AT_LEAST_ONCE), 0, List.of(), PATIENCE);
    String[] changed = new String[2];
    Round round =
        new Round(
            surroundings,
            settings,
            "tampered",
            5,
            options -> {
              SearchNode node = surroundings.elasticsearch();
              node.read(
                  Index.STATEMENTS.alias(options),
                  (id, source) -> {
                    changed[0] = id;
                    changed[1] = ((ObjectNode) source).put("number", "1%").toString();
                  });
              node.replace(Index.STATEMENTS.alias(options), changed[0], changed[1]);
              Properties client = options.kafkaClient();
              try (KafkaProducer<byte[], byte[]> producer =
                  new KafkaProducer<>(
                      client, new ByteArraySerializer(), new ByteArraySerializer())) {
                producer
                    .send(
                        new ProducerRecord<>(
                            options.topic(Topic.ALERTS),
                            "x".getBytes(StandardCharsets.UTF_8),
                            RecordJson.mapper()
                                .writeValueAsBytes(
                                    RecordJson.mapper().createObjectNode().put("id", "x"))))
                    .get();
              }
            });

    List<Difference> differences = round.run().differences();

    assertThat(differences).hasSize(2);
    assertThat(differences.get(0).place()).isEqualTo("index statements");
    assertThat(differences.get(0).key()).isEqualTo(changed[0]);
    assertThat(differences.get(0).field()).isEqualTo("number");
    assertThat(differences.get(0).found()).isEqualTo("\"1%\"");
    assertThat(differences.get(1).place()).isEqualTo("topic alerts");
    assertThat(differences.get(1).expected()).isNull();
  }
}
