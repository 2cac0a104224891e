package io.duibiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.streaming.fixture.EmbeddedElasticsearch;
import io.duibiao.streaming.fixture.EmbeddedKafka;
import io.duibiao.streaming.fixture.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SetupTest {
  @RegisterExtension static final EmbeddedKafka KAFKA = EmbeddedKafka.shared();

  @RegisterExtension
  static final EmbeddedElasticsearch ELASTICSEARCH = EmbeddedElasticsearch.shared();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return Setup.run(
        Map.of("DUIBIAO_KAFKA_REPLICATION_FACTOR", "1"),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  @Test
  void createsWhatIsMissingOnce() {
    String[] arguments = {
      "--kafka.bootstrap-servers",
      KAFKA.bootstrapServers(),
      "--kafka.topic-prefix",
      "setup-",
      "--elasticsearch.hosts",
      ELASTICSEARCH.address(),
      "--elasticsearch.index-prefix",
      "setup"
    };
    assertThat(run(arguments)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .contains("topic setup-documents", "index setup-statements-v1-000001")
        .hasSize(12);

    assertThat(run(arguments)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void whatGoesWrongIsOneLine() {
    assertThat(run("--kafka.bootstrap-server", "x")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "unknown option kafka.bootstrap-server, did you mean kafka.bootstrap-servers?\n");

    assertThat(
            run(
                "--kafka.bootstrap-servers",
                KAFKA.bootstrapServers(),
                "--elasticsearch.hosts",
                "http://127.0.0.1:" + FreePorts.one()))
        .isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(1)
        .first()
        .asString()
        .matches("Elasticsearch at http://127\\.0\\.0\\.1:\\d+ can not be reached: .+");
  }
}
