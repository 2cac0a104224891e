package io.duibiao.local.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * What every command has: help, and a log. Where the log goes must be said before anything logs,
 * because the logging configuration is read only once.
 */
final class CommonOptions {
  private static final String FILE = "duibiao.log.file";
  private static final String STDERR = "duibiao.log.stderr";

  @Option(
      names = {"-v", "--verbose"},
      description = "write the log to standard error too")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help and exit")
  private boolean help;

  boolean verbose() {
    return verbose;
  }

  /** The log goes to a file, and to standard error where the user asked for it. */
  void start(Path file) {
    System.setProperty(FILE, file.toString());
    start();
  }

  /** The log goes to standard error where the user asked for it, and else nowhere. */
  void start() {
    System.setProperty(STDERR, Boolean.toString(verbose));
  }

  /** Says where the user finds more about a problem. */
  static String whereToLook() {
    String file = System.getProperty(FILE);
    return file == null ? "-v shows more" : "its log is " + file;
  }
}
