package io.duibiao.local.cli;

import picocli.CommandLine.Command;

@Command(name = "tail", mixinStandardHelpOptions = true)
final class TailCommand implements java.util.concurrent.Callable<Integer> {
  TailCommand(Console console) {}

  public Integer call() {
    return 1;
  }
}
