package io.duibiao.local.cli;

import io.duibiao.local.CommandFailure;
import io.duibiao.local.supervisor.DataDirectory;
import io.duibiao.local.supervisor.Instance;
import io.duibiao.local.supervisor.LocalServices;
import io.duibiao.local.supervisor.Ports;
import io.duibiao.local.supervisor.Supervisor;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs everything on this machine until it is told to stop. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Start Kafka, Elasticsearch and both Flink jobs on this machine, publish documents to them,"
          + " and show what they find until Ctrl-C.",
      "What they found is kept under --data; the next up goes on from there."
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

  @Mixin private Logging logging;

  UpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (StopSignal stop = StopSignal.listen();
        DataDirectory directory = DataDirectory.open(data.directory(), fresh)) {
      logging.start(directory.log("up"));
      try {
        run(directory, stop);
      } catch (Exception problem) {
        // Whatever breaks because the user interrupted it is no problem.
        if (!stop.requested()) {
          throw problem;
        }
      }
    }
    return Duibiao.DONE;
  }

  private void run(DataDirectory directory, StopSignal stop) throws Exception {
    int kafka = Ports.claim(kafkaPort, "--kafka-port");
    int elasticsearch = Ports.claim(elasticsearchPort, "--es-port");
    int ui = Ports.claim(uiPort, "--ui-port");
    LocalServices services = new LocalServices(directory);
    try (Supervisor supervisor = new Supervisor((name, text) -> console.say(name + " " + text))) {
      stop.onSecond(supervisor::kill);
      supervisor.start(List.of(services.kafka(kafka), services.elasticsearch(elasticsearch)));
      directory.announce(
          new Instance(
              ProcessHandle.current().pid(),
              Ports.LOOPBACK + ":" + kafka,
              "http://" + Ports.LOOPBACK + ":" + elasticsearch,
              "http://" + Ports.LOOPBACK + ":" + ui));
      watch(supervisor);
    }
  }

  private static void watch(Supervisor supervisor) throws CommandFailure, InterruptedException {
    while (true) {
      try {
        throw new CommandFailure(supervisor.failure().get(1, TimeUnit.SECONDS));
      } catch (TimeoutException allWell) {
        // Look again in a second.
      } catch (java.util.concurrent.ExecutionException impossible) {
        throw new IllegalStateException(impossible.getCause());
      }
    }
  }
}
