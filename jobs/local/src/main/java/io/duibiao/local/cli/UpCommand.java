package io.duibiao.local.cli;

import io.duibiao.local.CommandFailure;
import io.duibiao.local.supervisor.DataDirectory;
import io.duibiao.local.supervisor.Ports;
import java.io.File;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs everything on this machine until it is told to stop. */
@Command(
    name = "up",
    sortOptions = false,
    description = {
      "Start Kafka, Elasticsearch and both Flink jobs on this machine, publish documents to them,"
          + " and show what they find until Ctrl-C.",
      "What they found is kept under --data; the next up goes on from there. A catalog given with"
          + " --catalog holds for this run; documents that an earlier run has read are read again"
          + " with it only when their content changes, or after --fresh."
    })
final class UpCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "files (.txt, .html, .htm, .json) and directories to publish")
  private List<String> paths = List.of();

  @Option(names = "--sample", description = "publish the sample documents")
  private boolean sample;

  @Mixin private DataOption data;

  @Option(names = "--fresh", description = "first delete what earlier runs left under --data")
  private boolean fresh;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      defaultValue = "9092",
      converter = PortConverter.class,
      description = "Kafka's port, 0 for any free one (default: ${DEFAULT-VALUE})")
  private int kafkaPort;

  @Option(
      names = "--es-port",
      paramLabel = "PORT",
      defaultValue = "9200",
      converter = PortConverter.class,
      description = "Elasticsearch's port, 0 for any free one (default: ${DEFAULT-VALUE})")
  private int elasticsearchPort;

  @Option(
      names = "--ui-port",
      paramLabel = "PORT",
      defaultValue = "8081",
      converter = PortConverter.class,
      description = "the port of Flink's web UI, 0 for any free one (default: ${DEFAULT-VALUE})")
  private int uiPort;

  @Mixin private CatalogOption catalog;

  @Mixin private CommonOptions common;

  UpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    for (String path : paths) {
      if (!new File(path).exists()) {
        throw new CommandFailure("there is no such file: " + path);
      }
    }
    // Before anything is deleted or started.
    catalog.catalog();
    try (StopSignal stop = StopSignal.listen()) {
      try (DataDirectory directory = DataDirectory.open(data.directory(), fresh)) {
        common.start(directory.log("up"));
        return new LocalPipeline(screen(), directory, stop, ports(), sample, paths, catalog.file())
            .run();
      } catch (Exception problem) {
        // Whatever breaks because the user interrupted it is no problem.
        if (!stop.requested()) {
          throw problem;
        }
        return Duibiao.DONE;
      }
    }
  }

  /** The log would write across the screen that is drawn again and again. */
  private Console screen() {
    return common.verbose() ? console.withoutTerminal() : console;
  }

  private LocalPipeline.PortNumbers ports() throws CommandFailure {
    return new LocalPipeline.PortNumbers(
        Ports.claim(kafkaPort, "--kafka-port"),
        Ports.claim(elasticsearchPort, "--es-port"),
        Ports.claim(uiPort, "--ui-port"));
  }
}
