package io.duibiao.local.verify;

import io.duibiao.core.assessment.Judge;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.document.Document;
import io.duibiao.core.extraction.ReportExtractor;
import io.duibiao.local.CommandFailure;
import io.duibiao.local.kafka.DocumentPublisher;
import io.duibiao.streaming.Setup;
import io.duibiao.streaming.options.JobOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round: documents are sent in parts, something goes wrong after each, and when all is well
 * again and nothing comes any more, everything that is left is compared with the batch run; once
 * more after both jobs have been stopped, so that nothing can be under way that would change it.
 */
final class Round {
  private static final Logger LOG = LoggerFactory.getLogger(Round.class);
  private static final long POLL_MILLIS = 200;

  /** How long to wait, somewhere in between, for what is overdue: what comes then comes late. */
  private static final Duration LULL = Duration.ofSeconds(5);

  private final Surroundings surroundings;
  private final Settings settings;
  private final long seed;
  private final Random random;
  private final String name;
  private final JobOptions options;
  private final Tampering tampering;
  private final List<Fault> faults = new ArrayList<>();

  /** Changes what the pipeline has left before it is looked at for the last time. */
  interface Tampering {
    /**
     * Changes it.
     *
     * @param options lead to the topics and name the indices
     */
    void tamper(JobOptions options) throws Exception;
  }

  /**
   * @param name tells its topics and indices from those of other rounds
   */
  Round(Surroundings surroundings, Settings settings, String name, long seed) {
    this(surroundings, settings, name, seed, none -> {});
  }

  /**
   * @param tampering for tests, which must see that differences are found
   */
  Round(Surroundings surroundings, Settings settings, String name, long seed, Tampering tampering) {
    this.tampering = tampering;
    this.surroundings = surroundings;
    this.settings = settings;
    this.seed = seed;
    this.random = new Random(seed);
    this.name = name;
    this.options = surroundings.options(name);
  }

  /** Runs it. */
  RoundResult run() throws Exception {
    long start = System.nanoTime();
    RoundDocuments documents = RoundDocuments.of(settings.sources(), settings.documents(), random);
    Setup.apply(options);
    Jobs jobs = new Jobs(surroundings, options, name, random);
    try {
      Expectation expected = expectation(documents);
      jobs.start();
      send(documents.deliveries(), jobs);
      List<Difference> differences = settle(expected, jobs);
      return new RoundResult(
          seed,
          documents.documents().size(),
          documents.deliveries().size(),
          expected.result().statements().size(),
          expected.result().assessments().size(),
          expected.result().alerts().size(),
          List.copyOf(faults),
          jobs.restarts(),
          kinds(expected),
          differences,
          Duration.ofNanos(System.nanoTime() - start));
    } finally {
      jobs.end();
      surroundings.clear(name);
    }
  }

  private static Expectation expectation(RoundDocuments documents) throws IOException {
    return Expectation.of(
        documents, ReportExtractor.bundled(), new Judge(IndicatorCatalog.bundled()), Instant.now());
  }

  private void send(List<Document> deliveries, Jobs jobs) throws Exception {
    int parts = settings.faultsPerRound() + 1;
    int lull = random.nextInt(parts + 1);
    Faults injector = new Faults(surroundings, jobs, random);
    try (DocumentPublisher publisher = new DocumentPublisher(options, Clock.systemUTC())) {
      for (int i = 0; i < parts; i++) {
        List<Document> part =
            deliveries.subList(i * deliveries.size() / parts, (i + 1) * deliveries.size() / parts);
        Fault fault = i == parts - 1 || settings.faults().isEmpty() ? null : draw();
        injector.inject(fault, () -> publish(part, publisher));
        if (fault != null) {
          faults.add(fault);
          LOG.info("injected {}", fault.code());
        }
        if (i == lull) {
          jobs.awaitRunning();
          awaitOverdue();
        }
      }
    }
    injector.finish();
  }

  /** By weight, and none again before each was drawn. */
  private Fault draw() {
    int turn = faults.size() % settings.faults().size();
    List<Fault> drawn = faults.subList(faults.size() - turn, faults.size());
    return Fault.draw(
        settings.faults().stream().filter(fault -> !drawn.contains(fault)).toList(), random);
  }

  private static void publish(List<Document> documents, DocumentPublisher publisher)
      throws CommandFailure, InterruptedException {
    List<String> problems = new ArrayList<>();
    for (Document document : documents) {
      publisher.send(
          document,
          problem -> {
            if (problem != null) {
              problems.add(problem);
            }
          });
    }
    publisher.settleAll();
    if (!problems.isEmpty()) {
      throw new CommandFailure("a document could not be sent: " + problems.get(0));
    }
  }

  /** Waits until the input has been idle for so long that overdue results are told, if any are. */
  private void awaitOverdue() throws Exception {
    Observer observer = new Observer(options, surroundings.elasticsearch());
    long deadline = System.nanoTime() + LULL.toNanos();
    while (System.nanoTime() < deadline && !observer.hasOverdueAlerts()) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  /**
   * Waits until everything is as expected, or nothing changes any more; stops the jobs and looks
   * again.
   */
  private List<Difference> settle(Expectation expected, Jobs jobs) throws Exception {
    jobs.awaitRunning();
    Observer observer = new Observer(options, surroundings.elasticsearch());
    List<Difference> before = List.of();
    long changed = System.nanoTime();
    while (true) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      surroundings.requireAlive();
      List<Difference> differences = compare(expected, observer);
      if (differences.isEmpty()) {
        break;
      }
      if (!differences.equals(before)) {
        LOG.info("not yet: {}", differences.get(0).shown());
        before = differences;
        changed = System.nanoTime();
      } else if (System.nanoTime() - changed > settings.patience().toNanos()) {
        return differences;
      }
    }
    jobs.stop();
    tampering.tamper(options);
    return compare(expected, observer);
  }

  private static List<Difference> compare(Expectation expected, Observer observer)
      throws Exception {
    for (Place place : Place.values()) {
      // Counting costs next to nothing, and tells most of the time that it is too early to read.
      if (place.index() != null) {
        long wanted = expected.contents().at(place).size();
        long there = observer.count(place);
        if (there != wanted) {
          return List.of(
              new Difference(
                  place.shown(),
                  "(all)",
                  "number of documents",
                  Long.toString(wanted),
                  Long.toString(there)));
        }
      }
    }
    List<Difference> differences =
        new ArrayList<>(expected.contents().differences(observer.read()));
    if (observer.statementRecords() != expected.statementRecords()) {
      differences.add(
          new Difference(
              Place.STATEMENTS_TOPIC.shown(),
              "(all)",
              "number of records",
              Integer.toString(expected.statementRecords()),
              Integer.toString(observer.statementRecords())));
    }
    return differences;
  }

  private static Map<String, Integer> kinds(Expectation expected) {
    Map<String, Integer> kinds = new TreeMap<>();
    expected.result().assessments().forEach(a -> kinds.merge(a.status().code(), 1, Integer::sum));
    expected
        .result()
        .alerts()
        .forEach(a -> kinds.merge(a.type().code() + " " + a.state().code(), 1, Integer::sum));
    return kinds;
  }
}
