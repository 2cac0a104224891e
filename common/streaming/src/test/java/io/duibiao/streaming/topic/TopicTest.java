package io.duibiao.streaming.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.streaming.fixture.FreePorts;
import io.duibiao.streaming.options.ProcessingOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicTest {

  @Test
  void theTopics() {
    assertThat(Stream.of(Topic.values()).map(topic -> topic.name("")))
        .containsExactly(
            "documents",
            "documents.rejected",
            "statements",
            "statements.rejected",
            "assessments",
            "alerts",
            "catalog");
    assertThat(Topic.ALERTS.name("test-")).isEqualTo("test-alerts");
  }

  @Test
  void verdictsAreCompactedAndEvidenceIsKeptForEver() {
    assertThat(Topic.ASSESSMENTS.configuration()).containsEntry("cleanup.policy", "compact");
    assertThat(Topic.ALERTS.configuration()).containsEntry("cleanup.policy", "compact");
    assertThat(Topic.STATEMENTS.configuration())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "-1");
    assertThat(Topic.DOCUMENTS_REJECTED.configuration())
        .containsEntry("retention.ms", Long.toString(Duration.ofDays(30).toMillis()));
  }

  @Test
  void theCatalogHasOneOrderAndOutlivesTheCheckpointsThatRestOnIt() {
    assertThat(Topic.CATALOG.defaultPartitions()).isEqualTo(1);
    assertThat(Topic.CATALOG.configuration())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("min.compaction.lag.ms", Long.toString(Duration.ofDays(7).toMillis()));
  }

  @Test
  void aDocumentOverItsLimitStillReachesTheTopic() {
    assertThat((long) Topic.DOCUMENTS.maxMessageBytes())
        .isGreaterThan(ProcessingOptions.DOCUMENT_MAX_SIZE.defaultValue().getBytes());
  }

  @Test
  void aBrokerThatIsNotThereIsOneSentence() {
    Properties client = new Properties();
    client.setProperty("bootstrap.servers", "127.0.0.1:" + FreePorts.one());
    assertThatThrownBy(
            () -> TopicAdmin.createMissing(client, "", (short) 1, Map.of(), Duration.ofSeconds(1)))
        .isInstanceOf(TopicAdminException.class)
        .hasMessageStartingWith("Kafka at 127.0.0.1:")
        .hasMessageEndingWith("did not answer within 1 s");
  }

  @Test
  void anAddressThatIsNoneIsOneSentence() {
    Properties client = new Properties();
    client.setProperty("bootstrap.servers", "nonsense");
    assertThatThrownBy(
            () -> TopicAdmin.createMissing(client, "", (short) 1, Map.of(), Duration.ofSeconds(1)))
        .isInstanceOf(TopicAdminException.class)
        .hasMessageContaining("Invalid url in bootstrap.servers: nonsense");
  }
}
