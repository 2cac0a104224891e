package io.duibiao.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell scripts of deployments. */
class ScriptTest {
  @TempDir Path directory;

  @Test
  void shellcheckHasNothingToSay() throws Exception {
    List<String> command = new ArrayList<>(List.of("shellcheck", "--norc"));
    command.add(Repository.file("duibiao").toString());
    try (Stream<Path> files = Files.walk(Repository.file("docker"))) {
      files
          .filter(file -> Files.isRegularFile(file) && !file.toString().contains("/target/"))
          .filter(ScriptTest::isScript)
          .forEach(file -> command.add(file.toString()));
    }
    assertThat(command).hasSizeGreaterThan(4);
    Run run;
    try {
      run = Run.start(directory, "shellcheck", Map.of(), command).await();
    } catch (IOException absent) {
      Assumptions.abort("skipped: there is no shellcheck");
      return;
    }
    assertThat(run.stdout()).isEmpty();
    run.succeeded();
  }

  private static boolean isScript(Path file) {
    try (Stream<String> lines = Files.lines(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
      return lines.findFirst().orElse("").startsWith("#!");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aJobGoesOnFromItsLatestCompleteState() throws Exception {
    Path state = directory.resolve("state");
    assertThat(runJob(state))
        .contains("keeps no state, starting anew")
        .contains("standalone-job --job-classname a.Job")
        .contains("execution.checkpointing.dir=file://" + state + "/checkpoints")
        .doesNotContain("--fromSavepoint")
        .endsWith(" --parallelism 2\n");

    complete(state.resolve("checkpoints/1234/chk-7"), 3000);
    complete(state.resolve("checkpoints/1234/chk-8"), 4000);
    complete(state.resolve("savepoints/savepoint-12-ab"), 2000);
    Files.createDirectories(state.resolve("checkpoints/1234/chk-9"));
    assertThat(runJob(state))
        .contains("--fromSavepoint " + state + "/checkpoints/1234/chk-8 ")
        .contains("execution.state-recovery.claim-mode=CLAIM");

    complete(state.resolve("savepoints/savepoint-12-cd"), 5000);
    assertThat(runJob(state)).contains("--fromSavepoint " + state + "/savepoints/savepoint-12-cd ");
  }

  @Test
  void aJobWithoutAClassOrADirectoryIsRefused() throws Exception {
    Run run = script(Map.of(), "docker/flink/run-job");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stderr()).contains("main class").hasLineCount(1);
    run = script(Map.of(), "docker/flink/run-job", "a.Job");
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.stderr()).contains("DUIBIAO_STATE_DIRECTORY says where the state is");
  }

  @Test
  void usersWithoutGoodPasswordsAreRefusedBeforeAnythingIsSent() throws Exception {
    Map<String, String> environment =
        Map.of(
            "ELASTICSEARCH_URL", "http://127.0.0.1:1",
            "ELASTIC_PASSWORD", "abcdef",
            "KIBANA_SYSTEM_PASSWORD", "abcdef",
            "DUIBIAO_PASSWORD", "a\"b,c}d");
    Run run = script(environment, "docker/init/users.sh");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stderr())
        .isEqualTo(
            "users.sh: DUIBIAO_PASSWORD must have at least 6 characters, letters and digits only\n");
  }

  private String runJob(Path state) throws Exception {
    return script(
            Map.of("DUIBIAO_STATE_DIRECTORY", state.toString(), "FLINK_ENTRYPOINT", "/bin/echo"),
            "docker/flink/run-job",
            "a.Job",
            "--parallelism",
            "2")
        .succeeded()
        .stdout();
  }

  private Run script(Map<String, String> environment, String script, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(Repository.file(script).toString()));
    command.addAll(List.of(arguments));
    return Run.start(directory, "script", environment, command).await();
  }

  private static void complete(Path checkpoint, long modified) throws IOException {
    Files.createDirectories(checkpoint);
    Path metadata = Files.createFile(checkpoint.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(modified));
  }
}
