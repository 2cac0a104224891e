package io.duibiao.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built program as a process of its own. */
final class DuibiaoProcess {
  private static final Duration COMMAND = Duration.ofMinutes(3);

  private final Process process;
  private final Path output;
  private final Path errors;

  private DuibiaoProcess(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /** Starts a command in a directory and does not wait for it. */
  static DuibiaoProcess start(Path directory, String... arguments) throws IOException {
    Path output = Files.createTempFile(directory, arguments[0] + "-", ".out");
    Path errors = Files.createTempFile(directory, arguments[0] + "-", ".err");
    List<String> command = new ArrayList<>(heedingInterrupts());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-cp");
    command.add(System.getProperty("duibiao.jar"));
    command.add("io.duibiao.local.Main");
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    return new DuibiaoProcess(process, output, errors);
  }

  /**
   * A build that a script started in the background ignores SIGINT, its children inherit that, and
   * Java leaves an ignored SIGINT ignored. At a terminal it is not.
   */
  private static List<String> heedingInterrupts() throws IOException {
    List<String> reset = List.of("env", "--default-signal=INT");
    List<String> probe = Stream.concat(reset.stream(), Stream.of("true")).toList();
    try {
      Process process = new ProcessBuilder(probe).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? reset : List.of();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a command to its end. */
  static DuibiaoProcess run(Path directory, String... arguments)
      throws IOException, InterruptedException {
    DuibiaoProcess process = start(directory, arguments);
    process.awaitEnd(COMMAND);
    return process;
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  String errors() throws IOException {
    return Files.readString(errors);
  }

  boolean alive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** The exit code, once it has ended. */
  int awaitEnd(Duration limit) throws IOException, InterruptedException {
    assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
        .as("ended within %s; standard error: %s", limit, errors())
        .isTrue();
    return process.exitValue();
  }

  /** Everything that it has started. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** The process that runs one service. */
  ProcessHandle child(String service) {
    return children().stream()
        .filter(child -> List.of(child.info().arguments().orElse(new String[0])).contains(service))
        .findFirst()
        .orElseThrow();
  }

  /** What a terminal sends on Ctrl-C, to this process alone. */
  void interrupt() throws IOException, InterruptedException {
    signal("INT");
  }

  /** What nobody can refuse. */
  void kill() {
    process.destroyForcibly();
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }
}
