package io.duibiao.core.assessment;

import java.math.BigDecimal;

/** Numbers as charts show them: amounts of money in 亿, as reports write them, all else as it is. */
final class ShownAmount {
  private static final int DIGITS_OF_YI = 8;

  private ShownAmount() {}

  /** The number in the unit that charts show; null when it is null. */
  static BigDecimal of(BigDecimal value, String unit) {
    return value != null && unit != null && unit.endsWith("元")
        ? value.scaleByPowerOfTen(-DIGITS_OF_YI)
        : value;
  }
}
