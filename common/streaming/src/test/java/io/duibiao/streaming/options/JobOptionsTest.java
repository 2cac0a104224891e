package io.duibiao.streaming.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.streaming.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobOptionsTest {

  @Test
  void everyDefaultIsWhatTheDocumentationOfTheProductPromises() {
    JobOptions options = JobOptions.defaults();
    Map<String, Object> expected = new HashMap<>();
    expected.put("kafka.bootstrap-servers", "localhost:9092");
    expected.put("kafka.topic-prefix", "");
    expected.put("kafka.extraction-group-id", "duibiao-extraction");
    expected.put("kafka.assessment-group-id", "duibiao-assessment");
    expected.put("kafka.start-from", KafkaOptions.StartFrom.EARLIEST);
    expected.put("kafka.partition-discovery-interval", Duration.ofMinutes(5));
    expected.put("kafka.delivery-guarantee", KafkaOptions.Guarantee.EXACTLY_ONCE);
    expected.put("kafka.transaction-timeout", Duration.ofMinutes(15));
    expected.put("kafka.transactional-id-prefix", "duibiao");
    expected.put("kafka.replication-factor", -1);
    expected.put("kafka.client-properties-file", null);
    expected.put("elasticsearch.hosts", List.of("http://localhost:9200"));
    expected.put("elasticsearch.path-prefix", "");
    expected.put("elasticsearch.username", null);
    expected.put("elasticsearch.password", null);
    expected.put("elasticsearch.password-file", null);
    expected.put("elasticsearch.api-key", null);
    expected.put("elasticsearch.api-key-file", null);
    expected.put("elasticsearch.ca-file", null);
    expected.put("elasticsearch.index-prefix", "duibiao");
    expected.put("elasticsearch.bulk-max-records", 500);
    expected.put("elasticsearch.bulk-max-size", MemorySize.ofMebiBytes(10));
    expected.put("elasticsearch.flush-interval", Duration.ofSeconds(1));
    expected.put("elasticsearch.max-in-flight", 2);
    expected.put("elasticsearch.max-attempts", 12);
    expected.put("elasticsearch.initial-backoff", Duration.ofMillis(500));
    expected.put("elasticsearch.max-backoff", Duration.ofSeconds(30));
    expected.put("elasticsearch.connect-timeout", Duration.ofSeconds(5));
    expected.put("elasticsearch.socket-timeout", Duration.ofSeconds(30));
    expected.put("parallelism", null);
    expected.put("checkpoint.interval", Duration.ofSeconds(10));
    expected.put("checkpoint.timeout", Duration.ofMinutes(10));
    expected.put("checkpoint.directory", null);
    expected.put("checkpoint.retained", 2);
    expected.put("restart.initial-backoff", Duration.ofSeconds(1));
    expected.put("restart.max-backoff", Duration.ofMinutes(1));
    expected.put("restart.reset-after", Duration.ofMinutes(10));
    expected.put("source.idle-timeout", Duration.ofSeconds(30));
    expected.put("assessment.quiet-time", Duration.ofMinutes(1));
    expected.put("assessment.matching-delay", Duration.ofSeconds(1));
    expected.put("assessment.reporting-months", 5);
    expected.put("state.retention", Duration.ofDays(3650));
    expected.put("document.max-size", MemorySize.ofMebiBytes(5));
    expected.put("extraction.time-budget", Duration.ofSeconds(20));
    expected.put("catalog.file", null);

    Map<String, Object> actual = new HashMap<>();
    JobOptions.declared().forEach(option -> actual.put(option.key(), options.get(option)));

    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void everyDefaultSatisfiesItsOwnRule() {
    for (Option<?> option : JobOptions.declared()) {
      check(option);
    }
  }

  private static <T> void check(Option<T> option) {
    if (option.defaultValue() != null) {
      assertThat(option.valid().test(option.defaultValue())).as(option.key()).isTrue();
    }
  }

  @Test
  void laterSourcesWin(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("job.properties"),
            "kafka.topic-prefix=file-\ncheckpoint.interval=20 s\nparallelism=2\n");
    Map<String, String> environment =
        Map.of("DUIBIAO_CHECKPOINT_INTERVAL", "30 s", "DUIBIAO_PARALLELISM", "3", "PATH", "/bin");

    JobOptions options =
        JobOptions.fromArguments(environment, "--options", file.toString(), "--parallelism", "4");

    assertThat(options.topic(Topic.ALERTS)).isEqualTo("file-alerts");
    assertThat(options.get(ProcessingOptions.CHECKPOINT_INTERVAL))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(options.get(ProcessingOptions.PARALLELISM)).isEqualTo(4);
    assertThat(options.get(ProcessingOptions.CHECKPOINT_TIMEOUT)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void theFileMayBeNamedInTheEnvironmentAndValuesMayFollowAnEqualsSign(@TempDir Path directory)
      throws Exception {
    Path file = Files.writeString(directory.resolve("job.properties"), "parallelism=2\n");
    JobOptions options =
        JobOptions.fromArguments(
            Map.of("DUIBIAO_OPTIONS", file.toString()), "--checkpoint.interval=1 min");
    assertThat(options.get(ProcessingOptions.PARALLELISM)).isEqualTo(2);
    assertThat(options.get(ProcessingOptions.CHECKPOINT_INTERVAL)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void listsAreWrittenWithCommasOrSemicolons() {
    List<String> both = List.of("http://a:9200", "http://b:9200");
    assertThat(
            JobOptions.of(Map.of("elasticsearch.hosts", "http://a:9200,http://b:9200"))
                .get(ElasticsearchOptions.HOSTS))
        .isEqualTo(both);
    assertThat(
            JobOptions.of(Map.of("elasticsearch.hosts", "http://a:9200;http://b:9200"))
                .get(ElasticsearchOptions.HOSTS))
        .isEqualTo(both);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "parallelism|0|option parallelism can not be '0', allowed: a whole number from 1 to 32768",
        "parallelism|many|option parallelism can not be 'many', allowed: a whole number from 1 to"
            + " 32768",
        "checkpoint.interval|soon|option checkpoint.interval can not be 'soon', allowed: a duration"
            + " such as 500 ms, 10 s or 5 min, at most 10 min",
        "kafka.transaction-timeout|8 d|option kafka.transaction-timeout can not be '8 d', allowed:"
            + " a duration such as 500 ms, 10 s or 5 min, at most 7 d",
        "document.max-size|1 gb|option document.max-size can not be '1 gb', allowed: a size such as"
            + " 512 kb or 5 mb, at most 10 mb",
        "kafka.topic-prefix|a b|option kafka.topic-prefix can not be 'a b', allowed: letters, digits,"
            + " '.', '_' and '-', or nothing",
        "elasticsearch.index-prefix|Big|option elasticsearch.index-prefix can not be 'Big', allowed:"
            + " lower-case letters, digits and '-'",
        "elasticsearch.path-prefix|x|option elasticsearch.path-prefix can not be 'x', allowed: a path"
            + " such as /search, or nothing",
        "kafka.delivery-guarantee|maybe|option kafka.delivery-guarantee can not be 'maybe',"
            + " allowed: exactly-once, at-least-once",
      })
  void aBadValueNamesItsOptionAndWhatIsAllowed(String key, String value, String message) {
    assertThatThrownBy(() -> JobOptions.fromArguments(Map.of(), "--" + key, value))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exactly-once", "EXACTLY_ONCE", "exactly_once", "Exactly-Once"})
  void choicesAreReadInAnyCase(String value) {
    assertThat(
            JobOptions.of(Map.of("kafka.delivery-guarantee", value))
                .get(KafkaOptions.DELIVERY_GUARANTEE))
        .isEqualTo(KafkaOptions.Guarantee.EXACTLY_ONCE);
  }

  @Test
  void anUnknownOptionIsNamedWithWhatMayBeMeant(@TempDir Path directory) throws Exception {
    assertThatThrownBy(() -> JobOptions.fromArguments(Map.of(), "--checkpoint.intervall", "1 s"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("unknown option checkpoint.intervall, did you mean checkpoint.interval?");
    Path file = Files.writeString(directory.resolve("job.properties"), "colour=red\n");
    assertThatThrownBy(() -> JobOptions.fromArguments(Map.of("DUIBIAO_OPTIONS", file.toString())))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageStartingWith("unknown option colour in " + file + "; the options are kafka.");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> JobOptions.fromArguments(Map.of(), "--options", "/nowhere/x"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("option options: the properties file '/nowhere/x' can not be read");
  }

  @Test
  void argumentsThatAreNoneAreNamed() {
    assertThatThrownBy(() -> JobOptions.fromArguments(Map.of(), "parallelism"))
        .hasMessage("unexpected argument 'parallelism', options are written --KEY VALUE");
    assertThatThrownBy(() -> JobOptions.fromArguments(Map.of(), "--parallelism"))
        .hasMessage("option parallelism lacks a value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elasticsearch.password",
        "elasticsearch.api-key",
        "kafka.client.sasl.jaas.config",
        "kafka.client.ssl.keystore.password",
        "kafka.client.ssl.keystore.key",
        "kafka.client.ssl.truststore.password"
      })
  void secretsAreRefusedOnTheCommandLineAndNotRepeated(String key) {
    assertThatThrownBy(() -> JobOptions.fromArguments(Map.of(), "--" + key, "s3cret"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageStartingWith("option " + key + " is a secret")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(() -> JobOptions.fromArguments(Map.of(), "--" + key + "=s3cret"))
        .hasMessageStartingWith("option " + key + " is a secret")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void secretsOfFileAndEnvironmentAreNotShown(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("job.properties"),
            "elasticsearch.username=me\nkafka.client.security.protocol=SASL_SSL\n");
    JobOptions options =
        JobOptions.fromArguments(
            Map.of(
                "DUIBIAO_ELASTICSEARCH_PASSWORD", "s3cret",
                "DUIBIAO_KAFKA_CLIENT_SASL_JAAS_CONFIG", "login password=s3cret;"),
            "--options",
            file.toString());

    assertThat(options.get(ElasticsearchOptions.PASSWORD)).isEqualTo("s3cret");
    assertThat(options.toString())
        .doesNotContain("s3cret")
        .contains("elasticsearch.password=******")
        .contains("elasticsearch.username=me");
    assertThat(options.flinkConfiguration().toMap().values()).noneMatch(v -> v.contains("s3cret"));
  }

  @Test
  void kafkaPropertiesArePassedThrough(@TempDir Path directory) throws Exception {
    Path client =
        Files.writeString(
            directory.resolve("client.properties"),
            "security.protocol=SSL\nssl.truststore.password=s3cret\n");
    JobOptions options =
        JobOptions.of(
            Map.of(
                "kafka.client-properties-file", client.toString(),
                "kafka.client.security.protocol", "SASL_SSL",
                "kafka.bootstrap-servers", "k:9093"));

    assertThat(options.kafkaClient())
        .containsEntry("bootstrap.servers", "k:9093")
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("ssl.truststore.password", "s3cret")
        .hasSize(3);
  }

  @Test
  void optionsThatContradictEachOtherAreNamed() {
    assertThatThrownBy(() -> JobOptions.of(Map.of("elasticsearch.username", "me")))
        .hasMessageContaining("elasticsearch.username and elasticsearch.password");
    assertThatThrownBy(
            () ->
                JobOptions.of(
                    Map.of("elasticsearch.api-key", "a", "elasticsearch.api-key-file", "b")))
        .hasMessageContaining("not both");
    assertThatThrownBy(
            () ->
                JobOptions.of(
                    Map.of(
                        "elasticsearch.initial-backoff", "10 s",
                        "elasticsearch.max-backoff", "1 s")))
        .hasMessageContaining("elasticsearch.initial-backoff");
    assertThatThrownBy(
            () ->
                JobOptions.of(
                    Map.of("kafka.transaction-timeout", "10 s", "checkpoint.interval", "10 s")))
        .hasMessageContaining("checkpoint.interval");
    assertThatThrownBy(() -> JobOptions.of(Map.of("assessment.quiet-time", "1 s")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("option assessment.matching-delay must be shorter than assessment.quiet-time");
  }

  @Test
  void flinkGetsWhatTheJobsRelyOn() {
    Configuration flink =
        JobOptions.of(
                Map.of(
                    "parallelism", "2",
                    "checkpoint.interval", "5 s",
                    "checkpoint.directory", "file:///var/checkpoints"))
            .flinkConfiguration();

    assertThat(flink.toMap())
        .containsEntry("pipeline.generic-types", "false")
        .containsEntry("pipeline.auto-generate-uids", "false")
        .containsEntry("parallelism.default", "2")
        .containsEntry("execution.checkpointing.interval", "5 s")
        .containsEntry("execution.checkpointing.mode", "EXACTLY_ONCE")
        .containsEntry(
            "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION")
        .containsEntry("execution.checkpointing.dir", "file:///var/checkpoints")
        .containsEntry("restart-strategy.type", "exponential-delay");
  }
}
