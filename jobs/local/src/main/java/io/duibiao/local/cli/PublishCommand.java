package io.duibiao.local.cli;

import picocli.CommandLine.Command;

@Command(name = "publish", mixinStandardHelpOptions = true)
final class PublishCommand implements java.util.concurrent.Callable<Integer> {
  PublishCommand(Console console) {}

  public Integer call() {
    return 1;
  }
}
