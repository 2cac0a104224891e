package io.duibiao.core.assessment;

import io.duibiao.core.matching.Nature;
import io.duibiao.core.matching.Units;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Targets of several years: what the results of the single years come to at the end, and how much
 * of the way is done before (完成进度).
 *
 * <ul>
 *   <li>a yearly average (五年年均增长6.5%) from the growth of each year;
 *   <li>what shall be added in the span (五年新建500公里) from what each year added;
 *   <li>a level at the end of the span (到2025年达到2万亿元) from the level of its last year.
 * </ul>
 */
final class Span {
  /** The longest span whose yearly results are looked at: that of a five-year plan. */
  static final int YEARS = 5;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Span() {}

  /** What the yearly results of a whole span come to; nothing while one year is missing. */
  static Optional<Answer> answer(Evidence evidence, Statement target) {
    Optional<Period> period = Period.tryParse(target.period()).filter(Span::counted);
    if (period.isEmpty() || target.comparand() != null) {
      return Optional.empty();
    }
    if (target.measure() == Measure.LEVEL && Nature.of(target) != Nature.FLOW) {
      return evidence
          .resultChoice(
              Measure.LEVEL,
              Period.ofYear(period.get().lastYear()).toString(),
              s -> standing(target, s))
          .map(Answer::direct);
    }
    List<Statement> years = years(evidence, target, period.get());
    if (years.size() < period.get().years()) {
      return Optional.empty();
    }
    Statement last = years.get(years.size() - 1);
    BigDecimal sum = target.measure() == Measure.GROWTH ? average(years) : total(years);
    String unit = target.unit();
    String arithmetic =
        (target.measure() == Measure.GROWTH ? "由各年增速推算年均增长" : "各年合计")
            + Explanations.amount(sum, unit);
    return Optional.of(
        new Answer(
            new Comparison.Side(Operator.APPROX, Comparison.plain(sum), null, unit),
            last,
            years.subList(0, years.size() - 1),
            List.of(),
            Basis.DERIVED,
            arithmetic));
  }

  /**
   * How much of the way to a target the latest result has come, in percent; nothing when no result
   * tells or the target is of one year and set for that year.
   */
  static Optional<BigDecimal> progress(Evidence evidence, Statement target) {
    Optional<Period> parsed = Period.tryParse(target.period());
    if (parsed.isEmpty() || target.comparand() != null || target.value().signum() <= 0) {
      return Optional.empty();
    }
    Period period = parsed.get();
    if (counted(period)
        && !(target.measure() == Measure.LEVEL && Nature.of(target) != Nature.FLOW)) {
      return ofYears(evidence, target, period);
    }
    int firstYear = period.span() ? period.firstYear() : period.lastYear() - YEARS + 1;
    boolean farAhead =
        period.year()
            && Evidence.titleYear(target).filter(year -> year < period.lastYear()).isPresent();
    if (target.measure() != Measure.LEVEL || !(counted(period) || farAhead)) {
      return Optional.empty();
    }
    if (farAhead) {
      firstYear = Math.max(firstYear, Evidence.titleYear(target).orElseThrow());
    }
    Optional<Statement> latest = Optional.empty();
    for (int year = period.lastYear(); year >= firstYear && latest.isEmpty(); year--) {
      latest = level(evidence, target, year);
    }
    Optional<Statement> base = level(evidence, target, firstYear - 1);
    if (latest.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal from = base.map(Statement::value).orElse(BigDecimal.ZERO);
    if (base.isEmpty() && Units.rate(target.unit())) {
      return Optional.empty();
    }
    BigDecimal way = target.value().subtract(from);
    return way.signum() == 0
        ? Optional.empty()
        : Optional.of(percent(latest.get().value().subtract(from), way));
  }

  private static Optional<BigDecimal> ofYears(Evidence evidence, Statement target, Period period) {
    List<Statement> years = years(evidence, target, period);
    if (years.isEmpty()) {
      return Optional.empty();
    }
    if (target.measure() != Measure.GROWTH) {
      return Optional.of(percent(total(years), target.value()));
    }
    BigDecimal wanted =
        factor(target.value()).pow(period.years(), MathContext.DECIMAL64).subtract(BigDecimal.ONE);
    return Optional.of(percent(product(years).subtract(BigDecimal.ONE), wanted));
  }

  private static boolean counted(Period period) {
    return period.span() && period.years() == YEARS;
  }

  /** The results of the years of a span, from the first year until one is missing. */
  private static List<Statement> years(Evidence evidence, Statement target, Period period) {
    List<Statement> years = new ArrayList<>();
    for (int year = period.firstYear(); year <= period.lastYear(); year++) {
      Predicate<Statement> wanted =
          s ->
              s.high() == null
                  && Units.comparable(target.unit(), s.unit())
                  && (target.measure() == Measure.GROWTH
                      ? !Answers.annual(s)
                      : Nature.of(s) == Nature.FLOW);
      Optional<Statement> result =
          evidence.result(target.measure(), Period.ofYear(year).toString(), wanted);
      if (result.isEmpty()) {
        break;
      }
      years.add(result.get());
    }
    boolean applies =
        target.measure() == Measure.GROWTH
            ? Answers.annual(target)
            : Nature.of(target) == Nature.FLOW && !Units.rate(target.unit());
    return applies ? years : List.of();
  }

  private static Optional<Statement> level(Evidence evidence, Statement target, int year) {
    return evidence.result(Measure.LEVEL, Period.ofYear(year).toString(), s -> standing(target, s));
  }

  private static boolean standing(Statement target, Statement result) {
    return result.high() == null
        && Units.comparable(target.unit(), result.unit())
        && Nature.of(target).agrees(Nature.of(result));
  }

  private static BigDecimal total(List<Statement> years) {
    return years.stream().map(Statement::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal product(List<Statement> years) {
    return years.stream()
        .map(s -> factor(s.value()))
        .reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, MathContext.DECIMAL64));
  }

  /** The geometric mean, in percent with one decimal. */
  private static BigDecimal average(List<Statement> years) {
    double mean = Math.pow(product(years).doubleValue(), 1.0 / years.size());
    return BigDecimal.valueOf((mean - 1) * 100).setScale(1, RoundingMode.HALF_UP);
  }

  private static BigDecimal factor(BigDecimal growth) {
    return BigDecimal.ONE.add(growth.movePointLeft(2)).max(BigDecimal.ZERO);
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : Comparison.plain(part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP));
  }
}
