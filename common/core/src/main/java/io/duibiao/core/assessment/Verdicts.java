package io.duibiao.core.assessment;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The verdict that follows from evidence.
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
final class Verdicts {
  private final IndicatorCatalog catalog;
  private final Yardsticks yardsticks;
  private final ReportingDeadlines deadlines;

  Verdicts(IndicatorCatalog catalog, ReportingDeadlines deadlines) {
    this.catalog = catalog;
    this.yardsticks = new Yardsticks(catalog);
    this.deadlines = deadlines;
  }

  /**
   * The verdict on a key at a time.
   *
   * @param asOf the time of the judgement: what is due and not there by then is overdue
   */
  Optional<Verdict> verdict(Evidence evidence, AssessmentKey key, Instant asOf) {
    List<Statement> own = evidence.own(key);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Optional<Statement> target = evidence.target(key);
    if (target.isPresent()) {
      return Optional.of(onTarget(evidence, key, target.get(), asOf));
    }
    Optional<Statement> result = evidence.result(key.measure(), key.period(), s -> true);
    if (result.isPresent()) {
      Draft draft =
          new Draft(group(result.get()), result.get(), null, result.get(), null, List.of());
      return Optional.of(
          draft.verdict(
              deadlines, AssessmentStatus.UNTARGETED, Explanations.untargeted(result.get()), null));
    }
    Draft draft = new Draft(group(own.get(0)), own.get(0), null, null, null, own);
    return Optional.of(
        draft.verdict(
            deadlines, AssessmentStatus.WITHDRAWN, Explanations.withdrawn(own.get(0)), null));
  }

  private Verdict onTarget(Evidence evidence, AssessmentKey key, Statement target, Instant asOf) {
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
          deadlines,
          comparison.met() ? AssessmentStatus.MET : AssessmentStatus.MISSED,
          Explanations.compared(target, answer, comparison),
          comparison);
    }
    Optional<Statement> other = evidence.result(key.measure(), key.period(), s -> true);
    if (other.isPresent()) {
      Draft draft = new Draft(group(target), target, target, other.get(), null, List.of());
      return draft.verdict(
          deadlines,
          AssessmentStatus.INCOMPARABLE,
          Explanations.incomparable(target, other.get()),
          null);
    }
    Draft draft = new Draft(group(target), target, target, null, null, List.of());
    Optional<Instant> due = deadlines.of(key.period());
    if (due.isPresent() && !due.get().isAfter(asOf)) {
      return draft.verdict(
          deadlines,
          AssessmentStatus.OVERDUE,
          Explanations.overdue(target, due.get(), deadlines.zone()),
          null);
    }
    return draft.verdict(deadlines, AssessmentStatus.AWAITING, Explanations.awaiting(target), null);
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
}
