package io.duibiao.local.cli;

import picocli.CommandLine.Command;

@Command(name = "extract", mixinStandardHelpOptions = true)
final class ExtractCommand implements java.util.concurrent.Callable<Integer> {
  ExtractCommand(Console console) {}

  public Integer call() {
    return 1;
  }
}
