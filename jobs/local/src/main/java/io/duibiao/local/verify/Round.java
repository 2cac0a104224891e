package io.duibiao.local.verify;

import io.duibiao.core.document.Document;
import io.duibiao.core.extraction.ReportExtractor;
import io.duibiao.local.CommandFailure;
import io.duibiao.local.kafka.CatalogPublisher;
import io.duibiao.local.kafka.DocumentPublisher;
import io.duibiao.streaming.Setup;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions.Guarantee;
import io.duibiao.streaming.record.CatalogRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
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
  private final Plan plan;
  private final Random random;
  private final String name;
  private final JobOptions options;
  private final Tampering tampering;

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
    this.plan = Plan.of(settings, seed);
    this.random = new Random(plan.further());
    this.name = name;
    this.options = surroundings.options(name, plan.guarantee());
  }

  /** Runs it. */
  RoundResult run() throws Exception {
    long start = System.nanoTime();
    Phases phases = new Phases();
    Setup.apply(options);
    Jobs jobs = new Jobs(surroundings, options, name, random);
    CompletableFuture<Expectation> expectation = null;
    try {
      phases.ended("setup");
      jobs.start();
      phases.ended("start");
      // Reading the documents a second time fills the time in which others are waited for.
      expectation = CompletableFuture.supplyAsync(this::expectation);
      send(jobs);
      phases.ended("send");
      Expectation expected = expectation.get();
      phases.ended("batch run");
      List<Difference> differences = settle(expected, jobs, phases);
      return new RoundResult(
          seed,
          plan.documents().documents().size(),
          plan.documents().deliveries().size(),
          expected.result().statements().size(),
          expected.result().assessments().size(),
          expected.result().alerts().size(),
          plan.guarantee(),
          plan.catalogs().size(),
          plan.faults(),
          jobs.restarts(),
          kinds(expected),
          differences,
          Duration.ofNanos(System.nanoTime() - start));
    } finally {
      if (expectation != null) {
        expectation.cancel(true);
      }
      jobs.end();
      surroundings.clear(name);
      phases.ended("clear");
      LOG.info("seed {}: {}", seed, phases);
    }
  }

  private Expectation expectation() {
    try {
      return Expectation.of(
          plan.documents(),
          ReportExtractor.bundled(),
          Catalogs.judge(plan.lastCatalog()),
          Instant.now());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private void send(Jobs jobs) throws Exception {
    Faults injector = new Faults(surroundings, jobs, random);
    try (DocumentPublisher publisher = new DocumentPublisher(options, Clock.systemUTC())) {
      for (int i = 0; i < plan.parts().size(); i++) {
        Plan.Part part = plan.parts().get(i);
        for (CatalogRecord catalog : part.catalogs()) {
          CatalogPublisher.send(options, catalog);
        }
        injector.inject(part.fault(), () -> publish(part.deliveries(), publisher));
        if (part.fault() != null) {
          LOG.info("injected {}", part.fault().code());
        }
        if (i == plan.lull()) {
          jobs.awaitRunning();
          awaitOverdue();
        }
      }
    }
    injector.finish();
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
  private List<Difference> settle(Expectation expected, Jobs jobs, Phases phases) throws Exception {
    jobs.awaitRunning();
    Comparison comparison =
        new Comparison(
            expected,
            new Observer(options, surroundings.elasticsearch()),
            plan.guarantee() == Guarantee.EXACTLY_ONCE);
    List<Difference> before = List.of();
    long changed = System.nanoTime();
    while (true) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      surroundings.requireAlive();
      List<Difference> differences = comparison.first();
      if (differences.isEmpty()) {
        break;
      }
      if (!differences.equals(before)) {
        LOG.info("not yet: {}", differences.get(0).shown());
        before = differences;
        changed = System.nanoTime();
      } else if (System.nanoTime() - changed > settings.patience().toNanos()) {
        // What was seen so far may be no more than a count.
        return comparison.all();
      }
    }
    phases.ended("settle");
    jobs.stop();
    phases.ended("stop");
    tampering.tamper(options);
    List<Difference> differences = comparison.all();
    phases.ended("compare");
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
