package io.duibiao.core.assessment;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Judges results against targets: a pure function of the history of a series, so that the verdicts
 * do not depend on the order, duplication or delay of the statements. Thread-safe.
 *
 * <p>Which number answers a target, in this order:
 *
 * <ol>
 *   <li>a result of the same measure and period in a unit of the same dimension;
 *   <li>of a target of what shall be added (新增X 500个) a result that counts what was made in the
 *       period (新建X 480个), and the reverse; see {@link Nature};
 *   <li>what follows from results of another measure and the level of the year before; see {@link
 *       Derivation};
 *   <li>none: the target is awaiting its result, or incomparable when there is a result in another
 *       dimension.
 * </ol>
 */
public final class Judge {
  private static final int MAX_COMBINATIONS = 20_000;

  private final IndicatorCatalog catalog;
  private final Yardsticks yardsticks;

  /**
   * @param catalog tells which side of a target is good and how far 左右 reaches
   */
  public Judge(IndicatorCatalog catalog) {
    this.catalog = catalog;
    this.yardsticks = new Yardsticks(catalog);
  }

  /**
   * The assessments of its series that a statement may influence, sorted. Some of them may not
   * exist; {@link #assess} then gives nothing.
   */
  public SortedSet<AssessmentKey> touched(Statement statement) {
    SortedSet<AssessmentKey> keys = new TreeSet<>();
    keys.add(new AssessmentKey(statement.measure(), statement.period()));
    if (statement.kind() == StatementKind.RESULT) {
      switch (statement.measure()) {
        case LEVEL -> keys.add(new AssessmentKey(Measure.INCREMENT, statement.period()));
        case INCREMENT -> keys.add(new AssessmentKey(Measure.LEVEL, statement.period()));
        case GROWTH, RANK -> {}
      }
      keys.addAll(Derivation.touched(statement));
    }
    return keys;
  }

  /**
   * The verdict on one measure and period of a series, with version 0.
   *
   * @return nothing when no statement of this measure and period was ever made
   */
  public Optional<Assessment> assess(SeriesHistory history, AssessmentKey key) {
    return verdict(new Evidence(history.current(), history.firstRetrieved()), key)
        .map(Verdict::assessment);
  }

  /** The verdicts on every measure and period of a series, sorted, with version 0. */
  public List<Assessment> assessAll(SeriesHistory history) {
    SortedSet<AssessmentKey> keys = new TreeSet<>();
    history.current().forEach(s -> keys.add(new AssessmentKey(s.measure(), s.period())));
    return keys.stream().flatMap(key -> assess(history, key).stream()).toList();
  }

  /**
   * The alerts that an assessment has ever raised, with version 0; at most one of each type. The
   * statements are replayed in the order in which they were said to the public: an alert opens when
   * the verdict turns bad and is resolved when it turns good, at the time of the document that
   * turned it. One that turns bad again is open again, since the later time.
   *
   * <p>Statements reach a stream in another order, and one by one. There the verdict may turn bad
   * for a moment although in the order of publication it never was: a result arrives before the one
   * that outweighs it. So that such an alert does not stay open, and exists in every order, two
   * statements that would miss each other raise an alert that is resolved as it opens.
   */
  public List<Alert> alerts(SeriesHistory history, AssessmentKey key) {
    Map<String, Instant> firstRetrieved = history.firstRetrieved();
    Predicate<Statement> wanted = s -> touched(s).contains(key);
    Alert alert = null;
    for (Map.Entry<Instant, List<Statement>> moment : history.replay(wanted).entrySet()) {
      Optional<Verdict> verdict = verdict(new Evidence(moment.getValue(), firstRetrieved), key);
      if (verdict.isPresent()) {
        alert = missed(alert, verdict.get(), moment.getKey());
      }
    }
    if (alert == null) {
      alert = outweighed(history, key, wanted, firstRetrieved);
    }
    return alert == null ? List.of() : List.of(alert);
  }

  /**
   * The alert of the first few statements that alone would be a miss, as resolved; or null.
   * Searched only among as many statements as an honest series has.
   */
  private Alert outweighed(
      SeriesHistory history,
      AssessmentKey key,
      Predicate<Statement> wanted,
      Map<String, Instant> firstRetrieved) {
    List<Statement> said =
        history.events().stream().filter(wanted).filter(s -> !s.withdrawn()).toList();
    Map<Statement, Instant> times = history.times();
    Verdict first = null;
    Instant opened = null;
    for (List<Statement> few : combinations(said)) {
      Optional<Verdict> verdict = verdict(new Evidence(few, firstRetrieved), key);
      if (verdict.isEmpty() || verdict.get().assessment().status() != AssessmentStatus.MISSED) {
        continue;
      }
      Instant time = few.stream().map(times::get).max(Comparator.naturalOrder()).orElseThrow();
      int order = opened == null ? -1 : time.compareTo(opened);
      if (order < 0 || order == 0 && verdict.get().severity().compareTo(first.severity()) > 0) {
        first = verdict.get();
        opened = time;
      }
    }
    if (first == null) {
      return null;
    }
    Verdict now = verdict(new Evidence(history.current(), firstRetrieved), key).orElseThrow();
    return missed(missed(null, first, opened), now, opened);
  }

  /** Every target with every result, and with every two results that one may follow from. */
  private static List<List<Statement>> combinations(List<Statement> said) {
    List<Statement> targets = said.stream().filter(s -> s.kind() == StatementKind.TARGET).toList();
    List<Statement> results = said.stream().filter(s -> s.kind() == StatementKind.RESULT).toList();
    List<List<Statement>> combinations = new ArrayList<>();
    for (Statement target : targets) {
      for (Statement result : results) {
        combinations.add(List.of(target, result));
        if (result.measure() != Measure.LEVEL || result.period().equals(target.period())) {
          continue;
        }
        for (Statement other : results) {
          if (other.period().equals(target.period())) {
            combinations.add(List.of(target, result, other));
          }
        }
        if (combinations.size() > MAX_COMBINATIONS) {
          return List.of();
        }
      }
    }
    return combinations;
  }

  private static Alert missed(Alert before, Verdict verdict, Instant time) {
    Assessment assessment = verdict.assessment();
    boolean bad = assessment.status() == AssessmentStatus.MISSED;
    if (before == null && !bad) {
      return null;
    }
    boolean wasOpen = before != null && before.state() == AlertState.OPEN;
    AlertState state = bad ? AlertState.OPEN : AlertState.RESOLVED;
    Severity severity = bad ? verdict.severity() : before.severity();
    Instant openedAt = bad && !wasOpen ? time : before.openedAt();
    Instant resolvedAt = null;
    if (!bad) {
      resolvedAt = wasOpen ? time : before.resolvedAt();
    }
    return new Alert(
        assessment.id() + "#" + AlertType.MISSED.code(),
        assessment.id(),
        AlertType.MISSED,
        severity,
        state,
        openedAt,
        resolvedAt,
        Explanations.alert(state, severity, assessment.explanation()),
        assessment.regionCode(),
        assessment.region(),
        assessment.regionPath(),
        assessment.indicatorId(),
        assessment.indicator(),
        assessment.indicatorGroup(),
        assessment.period(),
        0);
  }

  /** An assessment and, when missed, how badly. */
  private record Verdict(Assessment assessment, Severity severity) {}

  private Optional<Verdict> verdict(Evidence evidence, AssessmentKey key) {
    List<Statement> own = evidence.own(key);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Optional<Statement> target = evidence.target(key);
    if (target.isPresent()) {
      return Optional.of(onTarget(evidence, key, target.get()));
    }
    Optional<Statement> result = evidence.result(key.measure(), key.period(), s -> true);
    if (result.isPresent()) {
      Draft draft =
          new Draft(group(result.get()), result.get(), null, result.get(), null, List.of());
      return Optional.of(
          draft.verdict(AssessmentStatus.UNTARGETED, Explanations.untargeted(result.get()), null));
    }
    Draft draft = new Draft(group(own.get(0)), own.get(0), null, null, null, own);
    return Optional.of(
        draft.verdict(AssessmentStatus.WITHDRAWN, Explanations.withdrawn(own.get(0)), null));
  }

  private Verdict onTarget(Evidence evidence, AssessmentKey key, Statement target) {
    Optional<Answer> found = answer(evidence, key, target);
    if (found.isPresent()) {
      Answer answer = found.get();
      Comparison comparison =
          Comparison.of(
              key.measure(),
              Answer.side(target),
              answer.side(),
              yardsticks.of(target.indicatorId(), target.indicator()));
      Draft draft =
          new Draft(group(target), target, target, answer.statement(), answer, answer.others());
      return draft.verdict(
          comparison.met() ? AssessmentStatus.MET : AssessmentStatus.MISSED,
          Explanations.compared(target, answer, comparison),
          comparison);
    }
    Optional<Statement> other = evidence.result(key.measure(), key.period(), s -> true);
    if (other.isPresent()) {
      Draft draft = new Draft(group(target), target, target, other.get(), null, List.of());
      return draft.verdict(
          AssessmentStatus.INCOMPARABLE, Explanations.incomparable(target, other.get()), null);
    }
    Draft draft = new Draft(group(target), target, target, null, null, List.of());
    return draft.verdict(AssessmentStatus.AWAITING, Explanations.awaiting(target), null);
  }

  private Optional<Answer> answer(Evidence evidence, AssessmentKey key, Statement target) {
    if (GenericNames.holds(target.indicatorId())) {
      return Optional.empty();
    }
    Predicate<Statement> sameDimension = s -> Units.comparable(target.unit(), s.unit());
    Nature nature = Nature.of(target);
    boolean open = catalog.byId(target.indicatorId()).isEmpty();
    boolean amount = key.measure() == Measure.LEVEL || key.measure() == Measure.INCREMENT;
    boolean counted = amount && countable(target.unit());
    Optional<Statement> result =
        evidence.result(
            key.measure(),
            key.period(),
            sameDimension
                .and(s -> !counted || nature.agrees(Nature.of(s)))
                .and(s -> key.measure() != Measure.GROWTH || annual(target) == annual(s)));
    if (result.isEmpty() && key.measure() == Measure.INCREMENT && target.value().signum() > 0) {
      result =
          evidence.result(
              Measure.LEVEL,
              key.period(),
              sameDimension.and(s -> Nature.of(s) == nature && countable(s.unit())));
    }
    if (result.isEmpty()
        && key.measure() == Measure.LEVEL
        && countable(target.unit())
        && (nature == Nature.FLOW || (open && nature == Nature.OPEN))) {
      result =
          evidence.result(
              Measure.INCREMENT, key.period(), sameDimension.and(s -> Nature.of(s) == Nature.FLOW));
    }
    return result.map(Answer::direct).or(() -> Derivation.answer(evidence, target));
  }

  /** 年均增长5% is an average over years; it answers no other growth. */
  private static boolean annual(Statement statement) {
    return statement.quote().contains("年均") || statement.quote().contains("平均每年");
  }

  /** Amounts of money and rates have no flow and stock: 完成投资500亿元 and 投资达到500亿元 are one. */
  private static boolean countable(String unit) {
    return !Units.rate(unit) && !unit.endsWith("元");
  }

  private String group(Statement statement) {
    return catalog.groupOf(statement.indicatorId());
  }

  private static Instant published(Statement target, Statement result) {
    return Stream.of(target, result)
        .filter(Objects::nonNull)
        .map(Statement::publishedAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** What an assessment is made of. */
  private record Draft(
      String group,
      Statement subject,
      Statement target,
      Statement result,
      Answer answer,
      List<Statement> others) {
    Verdict verdict(AssessmentStatus status, String explanation, Comparison comparison) {
      Comparison.Side side = null;
      if (answer != null) {
        side = answer.side();
      } else if (result != null) {
        side = Answer.side(result);
      }
      List<String> evidence =
          Stream.concat(Stream.of(target, result).filter(s -> s != null), others.stream())
              .map(Statement::id)
              .distinct()
              .sorted()
              .toList();
      Assessment assessment =
          new Assessment(
              subject.assessmentId(),
              subject.regionCode(),
              subject.region(),
              subject.regionPath(),
              subject.indicatorId(),
              subject.indicator(),
              group,
              subject.measure(),
              subject.period(),
              published(target, result),
              target == null ? null : target.op(),
              target == null ? null : target.value(),
              target == null ? null : target.high(),
              target == null ? null : target.unit(),
              target == null ? null : target.number(),
              target == null ? null : target.quote(),
              target == null ? null : target.documentId(),
              side == null ? null : side.op(),
              side == null ? null : side.value(),
              side == null ? null : side.high(),
              side == null ? null : side.unit(),
              result == null ? null : result.number(),
              result == null ? null : result.quote(),
              result == null ? null : result.documentId(),
              status,
              comparison == null ? null : comparison.margin(),
              comparison == null ? null : comparison.attainment(),
              comparison == null ? null : answer.basis(),
              explanation,
              evidence,
              Instant.EPOCH,
              0);
      return new Verdict(assessment, comparison == null ? null : comparison.severity());
    }
  }
}
