package io.duibiao.core.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A unit of measurement.
 *
 * @param text as written: 公里, 微克/立方米
 * @param base the base unit of its dimension: 米, 吨/立方米
 * @param factor units of base per {@code divisor} of this unit
 * @param divisor see {@code factor}; 3 for 亩, of which three are 2000 平方米
 * @param measured whether it measures (元, %, 人) rather than counts things (个, 家)
 * @param grade whether a number with it mostly names the class of a thing (110千伏变电站)
 */
public record Unit(
    String text,
    String base,
    BigDecimal factor,
    BigDecimal divisor,
    boolean measured,
    boolean grade) {
  private static final int SCALE = 6;

  /** The value in base units; a quotient that does not end is rounded to six places. */
  public BigDecimal toBase(BigDecimal value) {
    BigDecimal product = value.multiply(factor);
    if (divisor.compareTo(BigDecimal.ONE) == 0) {
      return strip(product);
    }
    return strip(product.divide(divisor, SCALE, RoundingMode.HALF_EVEN));
  }

  /** This unit per another one: 元/月. */
  Unit per(Unit other, String written) {
    return new Unit(
        written,
        base + "/" + other.base,
        factor.multiply(other.divisor),
        divisor.multiply(other.factor),
        true,
        false);
  }

  /** Whether the unit is that of rates and shares. */
  public boolean isPercent() {
    return base.equals("%");
  }

  /** Whether the unit is that of differences of rates. */
  public boolean isPoints() {
    return base.equals("个百分点");
  }

  static BigDecimal strip(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
