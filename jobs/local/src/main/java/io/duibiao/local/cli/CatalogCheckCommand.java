package io.duibiao.local.cli;

import io.duibiao.core.catalog.CatalogProblem;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.catalog.InvalidCatalogException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds everything that is wrong in an edited catalog. */
@Command(
    name = "check",
    sortOptions = false,
    description = {
      "Check a catalog of indicators and print every problem as FILE:LINE:COLUMN: PROBLEM.",
      "Nothing needs to run. The format is described beside the bundled catalog"
          + " (common/core/src/main/resources/io/duibiao/core/catalog/README.md); up, extract and"
          + " assess use a checked file with --catalog."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no problem", "1:problems, or no such file", "2:wrong usage"})
final class CatalogCheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "the catalog, YAML in UTF-8")
  private Path file;

  @Mixin private CommonOptions common;

  CatalogCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    common.start();
    try (Results results = new Results(console)) {
      try {
        IndicatorCatalog catalog = CatalogOption.open(file);
        results.line(
            "%s: %d indicators, no problem"
                .formatted(Printable.line(file.toString()), catalog.all().size()));
        return Duibiao.DONE;
      } catch (InvalidCatalogException invalid) {
        for (CatalogProblem problem : invalid.problems()) {
          results.line(
              Printable.line(
                  "%s:%d:%d: %s"
                      .formatted(file, problem.line(), problem.column(), problem.message())));
        }
        int count = invalid.problems().size();
        results.flush();
        console.say("duibiao: " + count + (count == 1 ? " problem" : " problems"));
        return Duibiao.FAILED;
      }
    }
  }
}
