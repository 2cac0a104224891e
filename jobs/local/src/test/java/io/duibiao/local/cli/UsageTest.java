package io.duibiao.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.local.cli.CommandLineFixture.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  static Stream<Arguments> wrong() {
    String topics =
        "documents, documents.rejected, statements, statements.rejected, assessments, alerts";
    return Stream.of(
        wrong("", "a command is missing"),
        wrong(
            "ups",
            "unknown command 'ups'",
            "up, publish, extract, assess, catalog, bench, tail, status, verify"),
        wrong("--frash", "--frash"),
        wrong("up --frash", "--frash", "--fresh"),
        wrong("up --kafka-port 65536", "--kafka-port", "1 to 65535"),
        wrong("up --kafka-port -1", "--kafka-port", "1 to 65535"),
        wrong("up --es-port x", "--es-port", "1 to 65535"),
        wrong("up --ui-port 1.5", "--ui-port", "1 to 65535"),
        wrong("up --ui-port", "--ui-port"),
        wrong("up --data", "--data"),
        wrong("publish", "PATH"),
        wrong("publish --bootstrap here a.txt", "--bootstrap", "HOST:PORT"),
        wrong("publish --bootstrap here:0 a.txt", "--bootstrap", "HOST:PORT"),
        wrong("publish --bootstrap http://here:9092 a.txt", "--bootstrap", "HOST:PORT"),
        wrong("publish --id x a.txt b.txt", "--id", "one file"),
        wrong("publish --id x .", "--id", "one file"),
        wrong("publish --es http://localhost:9200 a.txt", "--es"),
        wrong("extract", "FILE"),
        wrong("extract --data x a.txt", "--data"),
        wrong("assess", "FILE"),
        wrong("catalog", "a command is missing", "check"),
        wrong("catalog test", "unknown command 'test'", "check"),
        wrong("catalog check", "FILE"),
        wrong("catalog check a.yaml b.yaml", "b.yaml"),
        wrong("tail", "TOPIC"),
        wrong("tail document", "'document' is no topic", topics),
        wrong("tail alerts assessments", "assessments"),
        wrong("tail --bootstrap 1 alerts", "--bootstrap", "HOST:PORT"),
        wrong("status --bootstrap localhost:9092", "--bootstrap"),
        wrong("status --es localhost:9200", "--es", "http://HOST:PORT"),
        wrong("status more", "more"),
        wrong("verify --rounds 0", "--rounds is 0", "allowed are 1 to 100000"),
        wrong("verify --faults task-failure,fire", "'fire' is no fault", "task-failure"),
        wrong("verify --seed many", "--seed", "many"));
  }

  private static Arguments wrong(String commandLine, String... named) {
    return Arguments.of(commandLine, List.of(named));
  }

  @ParameterizedTest(name = "duibiao {0}")
  @MethodSource
  void wrong(String commandLine, List<String> named) {
    Answer answer = CommandLineFixture.run(words(commandLine));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.messages()).contains(named).contains("--help").doesNotContain("\tat ");
    assertThat(answer.results()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "up",
        "publish",
        "extract",
        "assess",
        "catalog",
        "catalog check",
        "tail",
        "status",
        "verify"
      })
  void helpIsAResult(String command) {
    Answer answer = CommandLineFixture.run(words(command + " --help"));

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.results()).startsWith("Usage: duibiao").contains("--help");
    assertThat(answer.messages()).isEmpty();
  }

  @Test
  void helpOfTailNamesTheTopics() {
    assertThat(CommandLineFixture.run("tail", "--help").results())
        .contains("documents.rejected", "statements.rejected", "assessments", "alerts");
  }

  @Test
  void versionIsAResult() {
    Answer answer = CommandLineFixture.run("--version");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.results()).startsWith("duibiao ");
  }

  private static String[] words(String commandLine) {
    return commandLine.isBlank() ? new String[0] : commandLine.strip().split(" ");
  }
}
