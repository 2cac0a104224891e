package io.duibiao.local.verify;

import io.duibiao.streaming.options.KafkaOptions.Guarantee;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Round after round, until all are done or one shows a difference. */
public final class Verification {
  /** Differences that are shown behind the first: where else it went wrong tells why. */
  private static final int MOST_SHOWN = 20;

  private final Surroundings surroundings;
  private final Settings settings;
  private final Lines lines;

  /** Takes what a person should know. */
  public interface Lines {
    /** Takes one line. */
    void line(String text) throws Exception;
  }

  /**
   * @param lines takes a line for each round, the first difference, and a summary
   */
  public Verification(Surroundings surroundings, Settings settings, Lines lines) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.lines = lines;
  }

  /**
   * Runs the rounds.
   *
   * @return what each has shown; only the last one can have differences
   */
  public List<RoundResult> run() throws Exception {
    long start = System.nanoTime();
    List<RoundResult> results = new ArrayList<>();
    lines.line(
        "leaving out what tells of the stream and not of the documents: " + Place.shownMasks());
    for (int i = 1; i <= settings.rounds(); i++) {
      long seed = settings.seed() + i - 1;
      RoundResult result = round("verify" + i, i, seed);
      results.add(result);
      lines.line(line(i, result));
      if (!result.differences().isEmpty()) {
        Difference first = result.differences().get(0);
        lines.line(
            "seed %d, first of %d differences: %s"
                .formatted(seed, result.differences().size(), first.shown()));
        int end = Math.min(result.differences().size(), 1 + MOST_SHOWN);
        for (Difference other : result.differences().subList(1, end)) {
          lines.line("another: " + other.shown());
        }
        break;
      }
    }
    lines.line(summary(results, Duration.ofNanos(System.nanoTime() - start)));
    return results;
  }

  private RoundResult round(String name, int number, long seed) throws Exception {
    try {
      return new Round(surroundings, settings, name, seed).run();
    } catch (InterruptedException stopped) {
      throw stopped;
    } catch (Exception problem) {
      lines.line("round %d seed %d could not be finished: %s".formatted(number, seed, problem));
      throw problem;
    }
  }

  private static String line(int number, RoundResult result) {
    return "round %d seed %d: documents %d, sent %d, statements %d, assessments %d, alerts %d; %s, catalogs %d; faults %s; jobs that failed over %d; differences %d; %.1f s"
        .formatted(
            number,
            result.seed(),
            result.documents(),
            result.deliveries(),
            result.statements(),
            result.assessments(),
            result.alerts(),
            result.guarantee().code(),
            result.catalogs(),
            result.faults().isEmpty()
                ? "none"
                : result.faults().stream().map(Fault::code).collect(Collectors.joining(", ")),
            result.restarts(),
            result.differences().size(),
            result.duration().toMillis() / 1000.0);
  }

  private static String summary(List<RoundResult> results, Duration duration) {
    Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    Map<String, Integer> statuses = new TreeMap<>();
    int documents = 0;
    int deliveries = 0;
    int restarts = 0;
    int differences = 0;
    int catalogs = 0;
    Map<Guarantee, Integer> guarantees = new EnumMap<>(Guarantee.class);
    for (RoundResult result : results) {
      documents += result.documents();
      deliveries += result.deliveries();
      restarts += result.restarts();
      differences += result.differences().size();
      catalogs += result.catalogs();
      guarantees.merge(result.guarantee(), 1, Integer::sum);
      result.faults().forEach(fault -> faults.merge(fault, 1, Integer::sum));
      result.statuses().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
    }
    return "rounds %d (%s), documents %d, sent %d, catalogs %d, faults %d (%s), jobs that failed over %d, differences %d, %.0f s\nbatch run: %s"
        .formatted(
            results.size(),
            guarantees.entrySet().stream()
                .map(entry -> entry.getKey().code() + " " + entry.getValue())
                .collect(Collectors.joining(", ")),
            documents,
            deliveries,
            catalogs,
            faults.values().stream().mapToInt(Integer::intValue).sum(),
            faults.entrySet().stream()
                .map(entry -> entry.getKey().code() + " " + entry.getValue())
                .collect(Collectors.joining(", ")),
            restarts,
            differences,
            duration.toMillis() / 1000.0,
            statuses.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ")));
  }
}
