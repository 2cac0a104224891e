package io.duibiao.core.assessment;

import io.duibiao.core.catalog.Direction;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.matching.Affinity;
import io.duibiao.core.matching.GenericNames;
import io.duibiao.core.matching.Kinship;
import io.duibiao.core.matching.Nature;
import io.duibiao.core.matching.Units;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the number that answers a target, in this order:
 *
 * <ol>
 *   <li>a result of the same measure and period in a unit of the same dimension;
 *   <li>of a target of what shall be added (新增X 500个) a result that counts what was made in the
 *       period (新建X 480个), and the reverse; see {@link Nature};
 *   <li>what follows from the results of the years of a span; see {@link Span};
 *   <li>what follows from results of another measure and the level of the year before; see {@link
 *       Derivation};
 *   <li>a result of a name akin: of the same thing as the review calls it, or of a part of it that
 *       reaches the target by itself; see {@link Affinity}.
 * </ol>
 */
final class Answers {
  private static final BigDecimal NEAR_BELOW = new BigDecimal("0.8");
  private static final BigDecimal NEAR_ABOVE = new BigDecimal("1.5");

  private final IndicatorCatalog catalog;
  private final Yardsticks yardsticks;

  Answers(IndicatorCatalog catalog) {
    this.catalog = catalog;
    this.yardsticks = new Yardsticks(catalog);
  }

  Optional<Answer> find(Evidence evidence, AssessmentKey key, Statement target) {
    if (GenericNames.holds(target.indicatorId())) {
      return Optional.empty();
    }
    Predicate<Statement> sameDimension =
        s -> Units.comparable(target, s) && Kinship.sameStretch(target, s);
    Nature nature = Nature.of(target);
    boolean open = catalog.byId(target.indicatorId()).isEmpty();
    boolean amount = key.measure() == Measure.LEVEL || key.measure() == Measure.INCREMENT;
    boolean counted = amount && Units.countable(target.unit());
    Optional<Choice> result =
        evidence.resultChoice(
            key.measure(),
            key.period(),
            sameDimension
                .and(s -> !counted || Kinship.counts(target, s))
                .and(s -> key.measure() != Measure.GROWTH || annual(target) == annual(s)));
    if (result.isEmpty() && key.measure() == Measure.INCREMENT && target.value().signum() > 0) {
      result =
          evidence.resultChoice(
              Measure.LEVEL,
              key.period(),
              sameDimension.and(
                  s ->
                      (Nature.of(s) == nature || Nature.of(s) == Nature.OPEN && near(target, s))
                          && Units.countable(s.unit())
                          && Kinship.counts(target, s)));
    }
    if (result.isEmpty()
        && key.measure() == Measure.LEVEL
        && Units.countable(target.unit())
        && nature != Nature.STOCK) {
      boolean either = nature == Nature.FLOW || open;
      result =
          evidence.resultChoice(
              Measure.INCREMENT,
              key.period(),
              sameDimension.and(
                  s ->
                      Nature.of(s) == Nature.FLOW
                          && (either || near(target, s))
                          && Kinship.counts(target, s)));
    }
    return result
        .map(Answer::direct)
        .or(() -> Span.answer(evidence, target))
        .or(() -> Derivation.answer(evidence, target))
        .or(() -> amount ? akin(evidence, key, target) : Optional.empty());
  }

  private Optional<Answer> akin(Evidence evidence, AssessmentKey key, Statement target) {
    return evidence
        .kinResult(
            key.period(),
            target,
            s ->
                Affinity.of(target, s)
                    .filter(
                        like ->
                            like.relation() == Affinity.Relation.SAME || reachedByItself(target, s))
                    .isPresent())
        .map(Answer::direct);
  }

  /**
   * Whether a part reaches what was wanted of the whole: where more is better, enough is enough.
   */
  private boolean reachedByItself(Statement target, Statement part) {
    Yardstick yardstick = yardsticks.of(target.indicatorId(), target.indicator());
    return yardstick.direction() == Direction.HIGHER
        && target.op() != Operator.LTE
        && Comparison.of(target.measure(), Answer.side(target), Answer.side(part), yardstick).met();
  }

  /** 年均增长5% is an average over years; it answers no other growth. */
  static boolean annual(Statement statement) {
    return statement.quote().contains("年均") || statement.quote().contains("平均每年");
  }

  /**
   * Whether two numbers are so near that one more likely is what became of the other than a sum of
   * many years, where their words leave open whether they tell what was added or what there is.
   */
  private static boolean near(Statement target, Statement result) {
    BigDecimal wanted = target.value();
    return result.value().compareTo(wanted.multiply(NEAR_BELOW)) >= 0
        && result.value().compareTo(wanted.multiply(NEAR_ABOVE)) <= 0;
  }
}
