package io.duibiao.core.assessment;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.matching.Counterparts;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges results against targets: a pure function of the history of a series and of the time of the
 * judgement, so that the verdicts do not depend on the order, duplication or delay of the
 * statements. The time only tells what is overdue. Thread-safe.
 */
public final class Judge {
  /**
   * Raise it with every release in which some history may be judged, explained or alerted otherwise
   * than in the one before: jobs that go on from kept state then judge all their series anew.
   */
  public static final int RULES_VERSION = 3;

  private final ReportingDeadlines deadlines;
  private final Verdicts verdicts;

  /**
   * A judge to whom results are due by {@link ReportingDeadlines#DEFAULT}.
   *
   * @param catalog tells which side of a target is good and how far 左右 reaches
   */
  public Judge(IndicatorCatalog catalog) {
    this(catalog, ReportingDeadlines.DEFAULT);
  }

  /**
   * A judge.
   *
   * @param catalog tells which side of a target is good and how far 左右 reaches
   * @param deadlines when results are due
   */
  public Judge(IndicatorCatalog catalog, ReportingDeadlines deadlines) {
    this.deadlines = deadlines;
    this.verdicts = new Verdicts(catalog, deadlines);
  }

  /**
   * The assessments of a series that a statement may influence, sorted. Some of them may not exist;
   * {@link #assess} then gives nothing.
   *
   * @param series one of {@link RelatedSeries#of} of the statement
   * @param statement the statement
   */
  public SortedSet<AssessmentKey> touched(String series, Statement statement) {
    return Touched.by(series, statement);
  }

  /**
   * The assessments of a series that what other names have to say may influence, sorted; as {@link
   * #touched} some of them may not exist.
   */
  public SortedSet<AssessmentKey> touched(Counterparts counterparts) {
    return Touched.by(counterparts);
  }

  /**
   * Everything that follows for one measure and period of a series.
   *
   * @param asOf the time of the judgement: what is due and not there by then is overdue
   */
  public Judgement judge(SeriesHistory history, AssessmentKey key, Instant asOf) {
    return judge(history, List.of(), Map.of(key, asOf)).get(key);
  }

  /**
   * Everything that follows for several measures and periods of a series. It costs less than to
   * judge each of them alone.
   *
   * @param history what was said of the series
   * @param counterparts what other names have to say to its targets, at most one of each pool
   * @param keys what to judge, each with the time of its judgement
   * @return a judgement for each key
   */
  public SortedMap<AssessmentKey, Judgement> judge(
      SeriesHistory history,
      Collection<Counterparts> counterparts,
      Map<AssessmentKey, Instant> keys) {
    Dossier dossier = new Dossier(history, counterparts, keys.keySet());
    SortedMap<AssessmentKey, Judgement> judgements = new TreeMap<>();
    keys.forEach(
        (key, asOf) -> {
          AlertHistory alerts = new AlertHistory(verdicts, deadlines, dossier, key, asOf);
          judgements.put(
              key,
              new Judgement(
                  alerts.verdict().map(Verdict::assessment),
                  alerts.alerts(),
                  alerts.retracted(),
                  alerts.deadline()));
        });
    return judgements;
  }

  /**
   * The verdict on one measure and period of a series, with version 0.
   *
   * @param asOf the time of the judgement: what is due and not there by then is overdue
   * @return nothing when no statement of this measure and period was ever made
   */
  public Optional<Assessment> assess(SeriesHistory history, AssessmentKey key, Instant asOf) {
    Dossier dossier = new Dossier(history, List.of(), List.of(key));
    Evidence evidence = new Evidence(history.series(), dossier::traits);
    history.current().forEach(evidence::learn);
    return verdicts.verdict(evidence, key, asOf).map(Verdict::assessment);
  }

  /** The verdicts on every measure and period of a series, sorted, with version 0. */
  public List<Assessment> assessAll(SeriesHistory history, Instant asOf) {
    return keys(history).stream().flatMap(key -> assess(history, key, asOf).stream()).toList();
  }

  /**
   * The alerts that an assessment has ever raised up to a time, with version 0; at most one of each
   * type. The statements are replayed in the order in which they were said to the public: an alert
   * opens when its reason appears and is resolved when it is gone, at the time of the document that
   * turned it, or at the deadline. One whose reason comes back is open again, since the later time.
   *
   * @param asOf the time of the judgement: deadlines after it have not passed
   */
  public List<Alert> alerts(SeriesHistory history, AssessmentKey key, Instant asOf) {
    return judge(history, key, asOf).alerts();
  }

  /**
   * The deadlines of a series that matter to what is overdue, past ones among them: those of
   * assessments that await their result, and of those whose result came only after the deadline,
   * which have an overdue alert that is resolved. Judging these keys as of a time at or after the
   * deadline gives that alert; for all others the time of the judgement makes no difference.
   */
  public SortedMap<AssessmentKey, Instant> deadlines(SeriesHistory history) {
    SortedMap<AssessmentKey, Instant> due = new TreeMap<>();
    Map<AssessmentKey, Instant> keys = new TreeMap<>();
    targets(history).forEach(key -> keys.put(key, Instant.MAX));
    judge(history, List.of(), keys)
        .forEach(
            (key, judgement) -> {
              if (judgement.alerts().stream().anyMatch(a -> a.type() == AlertType.OVERDUE)) {
                deadlines.of(key.period()).ifPresent(instant -> due.put(key, instant));
              }
            });
    return due;
  }

  /** The first of the {@link #deadlines} after an instant. */
  public Optional<Instant> nextDeadline(SeriesHistory history, Instant after) {
    return deadlines(history).values().stream()
        .filter(due -> due.isAfter(after))
        .min(Instant::compareTo);
  }

  /** The keys of the targets of a series. */
  private static SortedSet<AssessmentKey> targets(SeriesHistory history) {
    SortedSet<AssessmentKey> keys = new TreeSet<>();
    for (Statement event : history.events()) {
      if (event.kind() == StatementKind.TARGET) {
        keys.add(new AssessmentKey(event.measure(), event.period()));
      }
    }
    return keys;
  }

  private static SortedSet<AssessmentKey> keys(SeriesHistory history) {
    SortedSet<AssessmentKey> keys = new TreeSet<>();
    for (Statement event : history.events()) {
      if (event.series().equals(history.series()) && event.kind() != StatementKind.CLAIM) {
        keys.add(new AssessmentKey(event.measure(), event.period()));
      }
    }
    return keys;
  }
}
