package io.duibiao.local.cli;

import io.duibiao.local.CommandFailure;
import io.duibiao.local.bench.AlertLatency;
import io.duibiao.local.bench.AlertLatency.Latencies;
import io.duibiao.local.file.Trees;
import io.duibiao.local.supervisor.DataDirectory;
import io.duibiao.local.supervisor.Instance;
import io.duibiao.local.supervisor.LocalServices;
import io.duibiao.local.supervisor.Ports;
import io.duibiao.local.supervisor.Supervisor;
import io.duibiao.streaming.Setup;
import io.duibiao.streaming.elasticsearch.IndexTemplatesException;
import io.duibiao.streaming.options.InvalidOptionException;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import io.duibiao.streaming.topic.TopicAdminException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how long an alert takes, under both delivery guarantees. */
@Command(
    name = "latency",
    sortOptions = false,
    description = {
      "Measure the time from publishing a document until a consumer of committed records has the"
          + " alert that it raises.",
      "Starts Kafka, Elasticsearch and both jobs of its own, anew for each guarantee, on free ports"
          + " and in a directory that is deleted afterwards."
    })
final class BenchLatencyCommand implements Callable<Integer> {
  private static final int MOST_DOCUMENTS = 5000;

  private final Console console;

  @Option(
      names = "--documents",
      paramLabel = "N",
      defaultValue = "100",
      description = "how many alerts are measured, 1 to 5000 (default: ${DEFAULT-VALUE})")
  private int documents;

  @Option(
      names = "--interval-millis",
      paramLabel = "N",
      defaultValue = "250",
      description = "the time between two documents (default: ${DEFAULT-VALUE})")
  private int intervalMillis;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "DURATION",
      defaultValue = "10 s",
      description = "the jobs' option checkpoint.interval (default: ${DEFAULT-VALUE})")
  private String checkpointInterval;

  @Option(
      names = "--guarantee",
      paramLabel = "GUARANTEE",
      description = "exactly-once or at-least-once (default: one after the other)")
  private List<String> guarantees = List.of("exactly-once", "at-least-once");

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  BenchLatencyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (documents < 1 || documents > MOST_DOCUMENTS || intervalMillis < 0) {
      throw new ParameterException(
          spec.commandLine(),
          "--documents must be 1 to " + MOST_DOCUMENTS + ", --interval-millis 0 or more");
    }
    common.start();
    boolean complete = true;
    try (Results results = new Results(console)) {
      results.line("guarantee      alerts  missing  p50 ms  p90 ms  p99 ms  max ms");
      for (String guarantee : guarantees) {
        Latencies latencies = measure(guarantee);
        complete &= latencies.missing() == 0;
        results.line(line(guarantee, latencies));
        results.flush();
      }
    }
    return complete ? Duibiao.DONE : Duibiao.FAILED;
  }

  private static String line(String guarantee, Latencies latencies) {
    if (latencies.sorted().isEmpty()) {
      return "%-13s  %6d  %7d".formatted(guarantee, 0, latencies.missing());
    }
    return String.format(
        Locale.ROOT,
        "%-13s  %6d  %7d  %6d  %6d  %6d  %6d",
        guarantee,
        latencies.sorted().size(),
        latencies.missing(),
        latencies.quantile(0.5).toMillis(),
        latencies.quantile(0.9).toMillis(),
        latencies.quantile(0.99).toMillis(),
        latencies.quantile(1).toMillis());
  }

  private Latencies measure(String guarantee) throws Exception {
    Path directory = Files.createTempDirectory("duibiao-bench-");
    try (DataDirectory data = DataDirectory.open(directory, false);
        Supervisor supervisor = new Supervisor((service, state) -> {})) {
      int kafka = Ports.free();
      int elasticsearch = Ports.free();
      int ui = Ports.free();
      Instance instance =
          new Instance(
              ProcessHandle.current().pid(),
              Ports.LOOPBACK + ":" + kafka,
              "http://" + Ports.LOOPBACK + ":" + elasticsearch,
              "http://" + Ports.LOOPBACK + ":" + ui);
      JobOptions options = options(instance, guarantee);
      LocalServices services = new LocalServices(data);
      supervisor.start(List.of(services.kafka(kafka), services.elasticsearch(elasticsearch)));
      Setup.apply(options);
      supervisor.start(List.of(services.flink(ui, options)));
      return new AlertLatency(options, documents, Duration.ofMillis(intervalMillis)).measure();
    } catch (TopicAdminException | IndexTemplatesException problem) {
      throw new CommandFailure(problem.getMessage());
    } finally {
      Trees.delete(directory);
    }
  }

  private JobOptions options(Instance instance, String guarantee) {
    try {
      return LocalServices.jobOptions(instance)
          .with(KafkaOptions.DELIVERY_GUARANTEE, guarantee)
          .with(ProcessingOptions.CHECKPOINT_INTERVAL, checkpointInterval);
    } catch (InvalidOptionException problem) {
      throw new ParameterException(spec.commandLine(), problem.getMessage());
    }
  }
}
