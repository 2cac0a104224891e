package io.duibiao.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process whose output goes to files.
 *
 * @param process the process
 * @param output the file of its standard output
 * @param errors the file of its standard error
 */
record Run(Process process, Path output, Path errors) {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Starts a program in a directory, which also takes its output, and does not wait for it. */
  static Run start(
      Path directory, String name, Map<String, String> environment, List<String> command)
      throws IOException {
    Path output = Files.createTempFile(directory, name + "-", ".out");
    Path errors = Files.createTempFile(directory, name + "-", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return new Run(builder.start(), output, errors);
  }

  /** Runs a main class to its end. */
  static Run java(
      Path directory,
      String name,
      Map<String, String> environment,
      String classPath,
      String mainClass,
      String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.add(mainClass);
    command.addAll(Arrays.asList(arguments));
    return start(directory, name, environment, command).await();
  }

  /** Runs a command of duibiao to its end. */
  static Run duibiao(Path directory, String... arguments) throws IOException, InterruptedException {
    return duibiao(directory, Map.of(), arguments);
  }

  /** As {@link #duibiao(Path, String...)} with variables in its environment. */
  static Run duibiao(Path directory, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return java(
        directory,
        arguments[0],
        environment,
        Repository.commandLineJar().toString(),
        "io.duibiao.local.Main",
        arguments);
  }

  /** Waits for its end. */
  Run await() throws IOException, InterruptedException {
    boolean ended = process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("ended within %s; standard error: %s", LIMIT, stderr()).isTrue();
    return this;
  }

  /** Fails unless it ended well. */
  Run succeeded() throws IOException {
    assertThat(exitCode()).as("%s%n%s", stdout(), stderr()).isZero();
    return this;
  }

  int exitCode() {
    return process.exitValue();
  }

  String stdout() throws IOException {
    return Files.readString(output);
  }

  String stderr() throws IOException {
    return Files.readString(errors);
  }
}
