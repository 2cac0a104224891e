package io.duibiao.core.catalog;

import java.math.BigDecimal;

/**
 * How far a result may lie on the bad side of a target that says 左右 (about) and still meet it.
 *
 * @param points for rates, shares and growth: percentage points
 * @param percent for amounts and counts: percent of the target's amount
 */
public record Tolerance(BigDecimal points, BigDecimal percent) {
  /** 0.1 percentage point, 1 % of an amount. */
  public static final Tolerance DEFAULT = new Tolerance(new BigDecimal("0.1"), BigDecimal.ONE);
}
