package io.duibiao.local.cli;

import picocli.CommandLine.Command;

@Command(name = "assess", mixinStandardHelpOptions = true)
final class AssessCommand implements java.util.concurrent.Callable<Integer> {
  AssessCommand(Console console) {}

  public Integer call() {
    return 1;
  }
}
