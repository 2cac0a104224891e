package io.duibiao.local.cli;

import io.duibiao.core.catalog.InvalidCatalogException;
import io.duibiao.local.CommandFailure;
import io.duibiao.local.kafka.CatalogPublisher;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.CatalogRecord;
import io.duibiao.streaming.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes the catalog of jobs that run. */
@Command(
    name = "publish",
    sortOptions = false,
    description = {
      "Check a catalog of indicators and send it to the jobs that run.",
      "Series whose indicator has another direction, tolerance or unit in it, or all where results"
          + " are due at another time, are judged anew. New names apply to documents that are read"
          + " from then on; publish documents again to have them read again."
    })
final class CatalogPublishCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "the catalog, YAML in UTF-8, whole")
  private Path file;

  @Option(
      names = "--reset",
      description = "instead of FILE: go back to the catalog that the jobs were started with")
  private boolean reset;

  @Option(
      names = "--reporting-months",
      paramLabel = "N",
      description =
          "results are due so many months after the end of their period, 0 to 120 (default: as the"
              + " jobs were started, 5 unless told otherwise)")
  private Integer reportingMonths;

  @Mixin private KafkaConnection kafka;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  CatalogPublishCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    check();
    CatalogRecord catalog =
        reset ? null : new CatalogRecord(CatalogRecord.ID, yaml(), reportingMonths);
    JobOptions options = kafka.start(common, "catalog");
    long offset = CatalogPublisher.send(options, catalog);
    try (Results results = new Results(console)) {
      results.line(
          "%s sent to %s, offset %d"
              .formatted(
                  reset ? "the order to go back" : Printable.line(file.toString()),
                  options.topic(Topic.CATALOG),
                  offset));
    }
    return Duibiao.DONE;
  }

  private void check() {
    if (reset == (file != null)) {
      throw new ParameterException(spec.commandLine(), "give either FILE or --reset");
    }
    if (reportingMonths != null
        && (reset || reportingMonths < 0 || reportingMonths > CatalogRecord.MAX_REPORTING_MONTHS)) {
      throw new ParameterException(
          spec.commandLine(),
          "--reporting-months can not be '"
              + reportingMonths
              + "'; allowed is a whole number from 0 to "
              + CatalogRecord.MAX_REPORTING_MONTHS
              + ", with FILE");
    }
  }

  private String yaml() throws CommandFailure {
    try {
      CatalogOption.open(file);
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (InvalidCatalogException invalid) {
      throw new CommandFailure(
          "%s: %s; duibiao catalog check %s shows all".formatted(file, invalid.getMessage(), file));
    } catch (IOException problem) {
      throw new CommandFailure(file + " can not be read: " + problem.getMessage());
    }
  }
}
