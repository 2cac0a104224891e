package io.duibiao.local.cli;

import io.duibiao.core.assessment.AlertState;
import io.duibiao.local.CommandFailure;
import io.duibiao.local.file.DocumentFiles;
import io.duibiao.local.kafka.DocumentPublisher;
import io.duibiao.local.supervisor.DataDirectory;
import io.duibiao.local.supervisor.Instance;
import io.duibiao.local.supervisor.LocalServices;
import io.duibiao.local.supervisor.Ports;
import io.duibiao.local.supervisor.Supervisor;
import io.duibiao.streaming.Setup;
import io.duibiao.streaming.elasticsearch.IndexTemplatesException;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import io.duibiao.streaming.topic.TopicAdminException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One run of {@code up}: starts everything in order, publishes, and watches until it shall stop.
 */
final class LocalPipeline {
  private static final long MEBIBYTE = 1024 * 1024;

  /** Less than this is not worth a start. */
  private static final long NEEDED_BYTES = 500 * MEBIBYTE;

  /** With less than this Kafka and Elasticsearch would fail in ways of their own. */
  private static final long SAFE_BYTES = 120 * MEBIBYTE;

  /** How long the first verdicts on the sample may take. */
  private static final Duration ALERT = Duration.ofSeconds(30);

  private static final Duration SIGHT = Duration.ofSeconds(3);

  private final Console console;
  private final DataDirectory data;
  private final StopSignal stop;
  private final PortNumbers ports;
  private final boolean sample;
  private final List<String> paths;
  private final Optional<Path> catalog;
  private final UpView view;

  /** Where the services listen. */
  record PortNumbers(int kafka, int elasticsearch, int ui) {}

  LocalPipeline(
      Console console,
      DataDirectory data,
      StopSignal stop,
      PortNumbers ports,
      boolean sample,
      List<String> paths,
      Optional<Path> catalog) {
    this.console = console;
    this.data = data;
    this.stop = stop;
    this.ports = ports;
    this.sample = sample;
    this.paths = paths;
    this.catalog = catalog;
    this.view =
        console.terminal()
            ? new TerminalView(console, Clock.systemUTC(), data.root().toString())
            : new PlainView(console);
  }

  /**
   * Runs until it is interrupted.
   *
   * @return the exit code, when the reader of standard output has gone
   * @throws CommandFailure when something ended that should not, or the disk is full
   * @throws InterruptedException when the user wants it to stop
   */
  int run() throws Exception {
    requireDisk(NEEDED_BYTES);
    Instance instance =
        new Instance(
            ProcessHandle.current().pid(),
            Ports.LOOPBACK + ":" + ports.kafka(),
            "http://" + Ports.LOOPBACK + ":" + ports.elasticsearch(),
            "http://" + Ports.LOOPBACK + ":" + ports.ui());
    JobOptions local = LocalServices.jobOptions(instance);
    JobOptions options =
        catalog
            .map(file -> local.with(ProcessingOptions.CATALOG_FILE, file.toString()))
            .orElse(local);
    LocalServices services = new LocalServices(data);
    try (Supervisor supervisor = new Supervisor(this::show)) {
      stop.onSecond(supervisor::kill);
      supervisor.start(
          List.of(services.kafka(ports.kafka()), services.elasticsearch(ports.elasticsearch())));
      prepare(options);
      supervisor.start(List.of(services.flink(ports.ui(), options)));
      data.announce(instance);
      view.addresses(instance);
      try (CountsWatch counts = new CountsWatch(options, view)) {
        publish(options, supervisor, counts);
        watch(supervisor, counts);
      }
      return Duibiao.DONE;
    } finally {
      view.close();
      // The second signal has nothing left to end.
      stop.onSecond(() -> {});
    }
  }

  private static void prepare(JobOptions options) throws CommandFailure, IOException {
    try {
      Setup.apply(options);
    } catch (TopicAdminException | IndexTemplatesException problem) {
      throw new CommandFailure(problem.getMessage());
    }
  }

  private void publish(JobOptions options, Supervisor supervisor, CountsWatch counts)
      throws Exception {
    if (paths.isEmpty() && !sample) {
      return;
    }
    DocumentFiles files =
        new DocumentFiles(console.in(), Limits.documentBytes(options), Optional.empty());
    try (DocumentPublisher publisher = new DocumentPublisher(options, Clock.systemUTC())) {
      Publication publication = new Publication(publisher, line -> {}, this::notSent);
      DocumentFiles.Visitor visitor =
          file -> {
            if (supervisor.failure().isDone()) {
              // Sending to a broker that is gone takes its time for every document.
              return;
            }
            publication.visit(file);
            view.published(publication.sent(), publication.failed(), false);
          };
      files.read(paths, visitor);
      requireAlive(supervisor, 0);
      if (sample) {
        SampleDocuments.readReports(files, visitor);
        publication.finish();
        awaitAlert(supervisor, counts);
        SampleDocuments.readCorrections(files, visitor);
      }
      publication.finish();
      view.published(publication.sent(), publication.failed(), true);
    }
  }

  private void notSent(String line) {
    try {
      view.problem("not sent " + line);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /** Lets the user see an alert before the correction resolves it; does without when none comes. */
  private static void awaitAlert(Supervisor supervisor, CountsWatch counts)
      throws CommandFailure, InterruptedException {
    long deadline = System.nanoTime() + ALERT.toNanos();
    while (counts.latest().alerts(AlertState.OPEN) == 0 && System.nanoTime() < deadline) {
      requireAlive(supervisor, 200);
    }
    requireAlive(supervisor, SIGHT.toMillis());
  }

  private void watch(Supervisor supervisor, CountsWatch counts)
      throws CommandFailure, InterruptedException, IOException {
    while (!counts.readerGone()) {
      requireAlive(supervisor, 1000);
      requireDisk(SAFE_BYTES);
    }
  }

  /** Waits, but not when a process has ended that should not. */
  private static void requireAlive(Supervisor supervisor, long millis)
      throws CommandFailure, InterruptedException {
    try {
      throw new CommandFailure(supervisor.failure().get(millis, TimeUnit.MILLISECONDS));
    } catch (TimeoutException allWell) {
      // Nothing ended.
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible.getCause());
    }
  }

  private void requireDisk(long bytes) throws CommandFailure, IOException {
    long usable = data.usableBytes();
    if (usable < bytes) {
      throw new CommandFailure(
          "the disk of %s is full: %d MB are free, %d MB are needed"
              .formatted(data.root(), usable / MEBIBYTE, bytes / MEBIBYTE));
    }
  }

  private void show(String service, String state) {
    try {
      view.service(service, state);
    } catch (IOException closed) {
      // Nobody looks any more; the counts notice it and everything stops.
    }
  }
}
