package io.duibiao.core.assessment;

import io.duibiao.core.catalog.Direction;
import io.duibiao.core.matching.Units;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The arithmetic of one verdict.
 *
 * @param met whether the result satisfies the target
 * @param bound the end of the target that the result is measured against
 * @param result the number of the result that was compared
 * @param margin result less bound on the good side; negative is short
 * @param attainment result as a part of the bound, or null where a quotient means nothing
 * @param severity how bad it is when not met
 */
record Comparison(
    boolean met,
    BigDecimal bound,
    BigDecimal result,
    BigDecimal margin,
    BigDecimal attainment,
    Severity severity) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MINOR = new BigDecimal("0.05");
  private static final BigDecimal MAJOR = new BigDecimal("0.20");

  /**
   * One side of a comparison.
   *
   * @param rounding by how much the number may be off because it is written with few decimals, in
   *     {@code unit}; 0 where it is exact, or too rough for that to be an excuse
   */
  record Side(Operator op, BigDecimal value, BigDecimal high, String unit, BigDecimal rounding) {
    Side(Operator op, BigDecimal value, BigDecimal high, String unit) {
      this(op, value, high, unit, BigDecimal.ZERO);
    }

    BigDecimal low() {
      return high == null ? value : value.min(high);
    }

    BigDecimal top() {
      return high == null ? value : value.max(high);
    }
  }

  /**
   * Compares a result with a target in one unit.
   *
   * <p>The good side is that of the indicator, with three exceptions that the numbers themselves
   * tell: a rank is good when low; a target to reduce (下降3%, 压减800万吨) is good when lower; 以上 and 以内
   * name the good side. Of a negative number they speak of its size: 下降3%以上 is -3 or less, a fall
   * of 5%以内 is -5 or more.
   */
  static Comparison of(Measure measure, Side target, Side result, Yardstick yardstick) {
    Direction direction = direction(measure, target, yardstick.direction());
    BigDecimal bound =
        switch (direction) {
          case HIGHER -> target.low();
          case LOWER -> target.top();
          case BAND -> null;
        };
    BigDecimal reached = cautious(result, direction);
    if (bound == null) {
      bound = reached.compareTo(target.low()) < 0 ? target.low() : target.top();
    }
    BigDecimal difference = reached.subtract(bound);
    BigDecimal margin =
        switch (direction) {
          case HIGHER -> difference;
          case LOWER -> difference.negate();
          case BAND -> outside(reached, target).negate();
        };
    boolean vague = target.op() == Operator.APPROX || result.op() == Operator.APPROX;
    BigDecimal allowed =
        vague || direction == Direction.BAND
            ? tolerance(measure, target, bound, yardstick).max(result.rounding())
            : result.rounding();
    boolean met = margin.add(allowed).signum() >= 0;
    return new Comparison(
        met,
        bound,
        reached,
        plain(margin),
        attainment(measure, target, direction, bound, reached),
        severity(bound, reached, margin));
  }

  /**
   * Whether one number is worse than another of the same measure: lower where more is better,
   * higher where less is, and of a band neither.
   */
  static boolean worse(Measure measure, Side before, Side now, Yardstick yardstick) {
    return switch (direction(measure, before, yardstick.direction())) {
      case HIGHER -> now.low().compareTo(before.low()) < 0;
      case LOWER -> now.top().compareTo(before.top()) > 0;
      case BAND -> false;
    };
  }

  /** How far one number has fallen behind another, as a part of that. */
  static Severity fall(Side before, Side now) {
    return severity(
        before.value(), now.value(), now.value().subtract(before.value()).abs().negate());
  }

  /** The same numbers, but not met. */
  Comparison missed() {
    return new Comparison(false, bound, result, margin, attainment, severity);
  }

  private static Direction direction(Measure measure, Side target, Direction usual) {
    boolean reduces =
        target.low().signum() < 0 && (measure == Measure.GROWTH || measure == Measure.INCREMENT);
    return switch (target.op()) {
      case GTE -> reduces ? Direction.LOWER : Direction.HIGHER;
      case LTE -> reduces ? Direction.HIGHER : Direction.LOWER;
      case EQ, APPROX, RANGE -> {
        if (measure == Measure.RANK || reduces) {
          yield Direction.LOWER;
        }
        yield usual;
      }
    };
  }

  /** Of a result that is a range, the end that claims less. */
  private static BigDecimal cautious(Side result, Direction direction) {
    return direction == Direction.LOWER ? result.top() : result.low();
  }

  private static BigDecimal outside(BigDecimal reached, Side target) {
    if (reached.compareTo(target.low()) < 0) {
      return target.low().subtract(reached);
    }
    return reached.compareTo(target.top()) > 0 ? reached.subtract(target.top()) : BigDecimal.ZERO;
  }

  private static BigDecimal tolerance(
      Measure measure, Side target, BigDecimal bound, Yardstick yardstick) {
    if (measure == Measure.GROWTH || Units.rate(target.unit())) {
      return yardstick.tolerance().points();
    }
    return bound.abs().multiply(yardstick.tolerance().percent()).divide(HUNDRED);
  }

  private static BigDecimal attainment(
      Measure measure, Side target, Direction direction, BigDecimal bound, BigDecimal reached) {
    boolean quotient =
        (measure == Measure.LEVEL || measure == Measure.INCREMENT)
            && !Units.rate(target.unit())
            && bound.signum() != 0
            && bound.signum() == reached.signum()
            && (direction == Direction.HIGHER || bound.signum() < 0);
    return quotient ? plain(reached.divide(bound, 4, RoundingMode.HALF_UP)) : null;
  }

  private static Severity severity(BigDecimal bound, BigDecimal reached, BigDecimal margin) {
    boolean wrongWay = bound.signum() != 0 && reached.signum() == -bound.signum();
    if (bound.signum() == 0 || wrongWay) {
      return Severity.CRITICAL;
    }
    BigDecimal shortfall =
        margin.negate().max(BigDecimal.ZERO).divide(bound.abs(), 6, RoundingMode.HALF_UP);
    if (shortfall.compareTo(MINOR) < 0) {
      return Severity.MINOR;
    }
    return shortfall.compareTo(MAJOR) < 0 ? Severity.MAJOR : Severity.CRITICAL;
  }

  /** Without trailing zeros and without an exponent. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
