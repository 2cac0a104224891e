package io.duibiao.local.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the command line in this process. */
final class CommandLineFixture {
  private CommandLineFixture() {}

  /**
   * What a command left.
   *
   * @param exitCode its exit code
   * @param results its standard output
   * @param messages its standard error
   */
  record Answer(int exitCode, String results, String messages) {
    List<String> resultLines() {
      return results.lines().toList();
    }
  }

  static Answer run(String... arguments) {
    return runWithInput("", arguments);
  }

  static Answer runWithInput(String input, String... arguments) {
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            results,
            new PrintStream(messages, true, StandardCharsets.UTF_8),
            false);
    int exitCode = Duibiao.run(console, arguments);
    return new Answer(
        exitCode,
        results.toString(StandardCharsets.UTF_8),
        messages.toString(StandardCharsets.UTF_8));
  }
}
