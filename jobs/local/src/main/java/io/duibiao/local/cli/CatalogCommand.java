package io.duibiao.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with a catalog of indicators. */
@Command(
    name = "catalog",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    description = "Work on a catalog of indicators.")
final class CatalogCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Spec private CommandSpec spec;

  /** Reached when no command is given. */
  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing; allowed are check and publish");
  }
}
