package io.duibiao.core.assessment;

import io.duibiao.core.matching.Kinship;
import io.duibiao.core.matching.Nature;
import io.duibiao.core.matching.Units;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Derives what a target asks for from results of another measure and the level of the year before.
 *
 * <ul>
 *   <li>a growth target from the levels of two years: 2120亿元 after 1908亿元 is a growth of 11.1%;
 *   <li>a level target from growth and the level of the year before;
 *   <li>an increment target from the levels of two years: a share of 45.8% after 45.2% has risen by
 *       0.6个百分点; a level target of a share from its rise likewise.
 * </ul>
 *
 * <p>Nothing is derived where the numbers can not bear it. Growth of 生产总值 and 增加值 is stated at
 * constant prices and does not follow from levels at current prices. A rounded level (1.9万亿元) makes
 * the growth uncertain; beyond {@link #LARGEST_ERROR} percentage points it says nothing. What is
 * derived is rounded to one decimal and counts as approximate, so that rounding alone proves no
 * miss.
 */
final class Derivation {
  /** Growth that is uncertain by more percentage points than this is not derived. */
  static final BigDecimal LARGEST_ERROR = new BigDecimal("0.5");

  private static final List<String> AT_CONSTANT_PRICES = List.of("生产总值", "增加值", "GDP");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Derivation() {}

  static Optional<Answer> answer(Evidence evidence, Statement target) {
    Optional<String> before =
        Period.tryParse(target.period()).flatMap(Period::previousYear).map(Period::toString);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    return switch (target.measure()) {
      case GROWTH -> growth(evidence, target, before.get());
      case LEVEL -> level(evidence, target, before.get());
      case INCREMENT -> increment(evidence, target, before.get());
      case RANK -> Optional.empty();
    };
  }

  private static Optional<Answer> growth(Evidence evidence, Statement target, String before) {
    if (atConstantPrices(target)) {
      return Optional.empty();
    }
    Predicate<Statement> amount = s -> positive(s) && !Units.rate(s.unit());
    Optional<Statement> now = evidence.result(Measure.LEVEL, target.period(), amount);
    Optional<Statement> base =
        now.flatMap(n -> evidence.result(Measure.LEVEL, before, amount.and(s -> alike(n, s))));
    if (base.isEmpty() || error(now.get()).add(error(base.get())).compareTo(LARGEST_ERROR) > 0) {
      return Optional.empty();
    }
    BigDecimal growth =
        now.get()
            .value()
            .subtract(base.get().value())
            .multiply(HUNDRED)
            .divide(base.get().value(), 1, RoundingMode.HALF_UP);
    String arithmetic = "与上年" + Explanations.cited(base.get()) + "相比推算增长" + shown(growth, "%");
    return Optional.of(answer(growth, target.unit(), now.get(), base.get(), arithmetic));
  }

  private static Optional<Answer> level(Evidence evidence, Statement target, String before) {
    if (Units.rate(target.unit())) {
      return shareFromRise(evidence, target, before);
    }
    if (atConstantPrices(target)) {
      return Optional.empty();
    }
    Optional<Statement> growth =
        evidence.result(
            Measure.GROWTH,
            target.period(),
            s -> s.high() == null && !Answers.annual(s) && Kinship.againstTheYearBefore(s));
    Optional<Statement> base =
        evidence.result(Measure.LEVEL, before, s -> positive(s) && comparable(target, s));
    if (growth.isEmpty()
        || base.isEmpty()
        || error(base.get()).compareTo(LARGEST_ERROR) > 0
        || Nature.of(target) == Nature.FLOW != (Nature.of(base.get()) == Nature.FLOW)) {
      return Optional.empty();
    }
    BigDecimal factor = BigDecimal.ONE.add(growth.get().value().movePointLeft(2));
    BigDecimal level = base.get().value().multiply(factor).round(new MathContext(4));
    String arithmetic =
        "按上年" + Explanations.cited(base.get()) + "推算为" + shown(level, target.unit());
    return Optional.of(answer(level, target.unit(), growth.get(), base.get(), arithmetic));
  }

  private static Optional<Answer> shareFromRise(
      Evidence evidence, Statement target, String before) {
    Optional<Statement> rise =
        evidence.result(Measure.INCREMENT, target.period(), s -> Units.rate(s.unit()));
    Optional<Statement> base =
        evidence.result(Measure.LEVEL, before, s -> positive(s) && Units.rate(s.unit()));
    if (rise.isEmpty() || base.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal level = base.get().value().add(rise.get().value());
    String arithmetic =
        "按上年" + Explanations.cited(base.get()) + "推算为" + shown(level, target.unit());
    return Optional.of(answer(level, target.unit(), rise.get(), base.get(), arithmetic));
  }

  private static Optional<Answer> increment(Evidence evidence, Statement target, String before) {
    boolean counted = !Units.rate(target.unit());
    Predicate<Statement> standing =
        s ->
            (counted ? exact(s) : positive(s))
                && comparable(target, s)
                && Nature.of(s) != Nature.FLOW;
    if (target.unit().endsWith("元")) {
      return Optional.empty();
    }
    Optional<Statement> now = evidence.result(Measure.LEVEL, target.period(), standing);
    Optional<Statement> base = evidence.result(Measure.LEVEL, before, standing);
    if (now.isEmpty() || base.isEmpty()) {
      return Optional.empty();
    }
    if (counted && !(summed(base.get()) && (summed(now.get()) || grown(base.get(), now.get())))) {
      return Optional.empty();
    }
    BigDecimal rise = now.get().value().subtract(base.get().value());
    String arithmetic =
        "与上年" + Explanations.cited(base.get()) + "相比推算变化" + shown(rise, target.unit());
    return Optional.of(answer(rise, target.unit(), now.get(), base.get(), arithmetic));
  }

  private static Answer answer(
      BigDecimal value, String unit, Statement main, Statement base, String arithmetic) {
    return new Answer(
        new Comparison.Side(Operator.APPROX, Comparison.plain(value), null, unit),
        main,
        List.of(base),
        List.of(),
        Basis.DERIVED,
        arithmetic);
  }

  /** Counts must say that they are sums; 个 next to an unclear verb may count what was added. */
  private static boolean summed(Statement statement) {
    return Nature.of(statement) == Nature.STOCK;
  }

  /**
   * 442家 in all, then 742家: where the words leave it open, a number above the sum is the new sum.
   */
  private static boolean grown(Statement base, Statement now) {
    return now.value().compareTo(base.value()) >= 0;
  }

  private static boolean positive(Statement statement) {
    return exact(statement) && !statement.flags().contains("cumulative");
  }

  private static boolean exact(Statement statement) {
    return statement.high() == null
        && statement.value().signum() > 0
        && (statement.op() == Operator.EQ || statement.op() == Operator.APPROX);
  }

  private static boolean alike(Statement a, Statement b) {
    return comparable(a, b) && (!Units.countable(a.unit()) || Nature.of(a) == Nature.of(b));
  }

  private static boolean comparable(Statement a, Statement b) {
    return Units.comparable(a.unit(), b.unit());
  }

  private static boolean atConstantPrices(Statement statement) {
    return AT_CONSTANT_PRICES.stream().anyMatch(statement.indicator()::contains);
  }

  /** How far a written level may be off by its rounding, in percent. */
  private static BigDecimal error(Statement level) {
    BigDecimal value = level.value().stripTrailingZeros();
    BigDecimal halfOfLastDigit =
        BigDecimal.ONE.movePointLeft(value.scale()).divide(BigDecimal.valueOf(2));
    return halfOfLastDigit.multiply(HUNDRED).divide(value, 6, RoundingMode.HALF_UP);
  }

  private static String shown(BigDecimal value, String unit) {
    return Explanations.amount(value, unit);
  }
}
