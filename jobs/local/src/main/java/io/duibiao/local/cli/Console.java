package io.duibiao.local.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command reads and writes.
 *
 * @param in standard input
 * @param results standard output: results and nothing else; a write to a closed pipe fails
 * @param messages standard error, for people
 * @param terminal whether a person looks at standard output
 */
public record Console(
    InputStream in, OutputStream results, PrintStream messages, boolean terminal) {
  /** Set by the launcher, which can ask; Java can not before 22. */
  private static final String TERMINAL = "duibiao.terminal";

  /** The console of this process. */
  public static Console system() {
    return new Console(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Boolean.getBoolean(TERMINAL));
  }

  /** The same for output that shall come line by line. */
  Console withoutTerminal() {
    return new Console(in, results, messages, false);
  }

  /** Tells the user something that is no result. */
  void say(String line) {
    messages.println(Printable.line(line));
  }
}
