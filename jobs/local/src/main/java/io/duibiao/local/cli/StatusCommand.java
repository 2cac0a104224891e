package io.duibiao.local.cli;

import picocli.CommandLine.Command;

@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand implements java.util.concurrent.Callable<Integer> {
  StatusCommand(Console console) {}

  public Integer call() {
    return 1;
  }
}
