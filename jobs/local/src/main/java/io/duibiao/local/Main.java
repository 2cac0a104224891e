package io.duibiao.local;

import io.duibiao.local.cli.Console;
import io.duibiao.local.cli.Duibiao;

/** The main class of the executable jar. */
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String[] arguments) {
    int exitCode = Duibiao.run(Console.system(), arguments);
    System.exit(exitCode);
  }
}
