package io.duibiao.core.quantity;

import io.duibiao.core.statement.Operator;
import java.math.BigDecimal;

/**
 * A number with its unit and the qualifier after it.
 *
 * @param start offset of the number
 * @param unitEnd offset after the unit
 * @param end offset after the qualifier
 * @param value the number, magnitude applied
 * @param high the upper end of a range, else null
 * @param unit the unit; null when the text has none
 * @param op the bound as far as number and qualifier tell
 * @param chinese whether written in Chinese numerals
 * @param magnitude whether the number carries 万 or 亿
 * @param more whether 余 or 多 stands inside
 */
public record Quantity(
    int start,
    int unitEnd,
    int end,
    BigDecimal value,
    BigDecimal high,
    Unit unit,
    Operator op,
    boolean chinese,
    boolean magnitude,
    boolean more) {

  /** Whether it is a small Chinese numeral with a measure word (三个), mostly no figure at all. */
  public boolean isSmallCount() {
    return chinese
        && !magnitude
        && unit != null
        && !unit.measured()
        && value.compareTo(BigDecimal.TEN) < 0;
  }

  /** Whether the unit is one of money, of rates or of differences of rates. */
  public boolean isMoneyOrRate() {
    return unit != null && (unit.isPercent() || unit.isPoints() || unit.base().contains("元"));
  }

  /** Whether people are counted. */
  public boolean isPeople() {
    return unit != null && unit.base().equals("人");
  }

  /** Whether the unit is 倍. */
  public boolean isTimes() {
    return unit != null && unit.base().equals("倍");
  }

  /** The same number with another unit. */
  public Quantity withUnit(Unit other) {
    return new Quantity(start, unitEnd, end, value, high, other, op, chinese, magnitude, more);
  }

  /** Whether the unit measures rather than counts. */
  public boolean isMeasured() {
    return unit != null && unit.measured();
  }

  /** The value in base units. */
  public BigDecimal baseValue() {
    return unit.toBase(value);
  }

  /** The upper end in base units, or null. */
  public BigDecimal baseHigh() {
    return high == null ? null : unit.toBase(high);
  }
}
