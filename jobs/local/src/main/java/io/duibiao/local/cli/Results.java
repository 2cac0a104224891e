package io.duibiao.local.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Lines on standard output, in UTF-8 whatever the locale. A terminal gets them without the
 * characters that it would obey; JSON escapes some of these, but not all.
 */
final class Results implements AutoCloseable {
  private final Writer writer;
  private final boolean terminal;

  Results(Console console) {
    terminal = console.terminal();
    writer =
        new BufferedWriter(new OutputStreamWriter(console.results(), StandardCharsets.UTF_8), 8192);
  }

  /**
   * Writes one line.
   *
   * @throws ClosedOutputException when the reader has gone, as {@code head} does
   */
  void line(String text) throws IOException {
    guard(
        () -> {
          writer.write(terminal ? Printable.line(text) : text);
          writer.write('\n');
        });
  }

  /** Hands everything written so far to the reader. */
  void flush() throws IOException {
    guard(writer::flush);
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  private static void guard(Write write) throws IOException {
    try {
      write.run();
    } catch (IOException problem) {
      String message = String.valueOf(problem.getMessage());
      if (message.contains("Broken pipe") || message.contains("Stream closed")) {
        throw new ClosedOutputException();
      }
      throw problem;
    }
  }

  private interface Write {
    void run() throws IOException;
  }

  /** The reader of standard output has all that it wanted. */
  static final class ClosedOutputException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
