package io.duibiao.core.assessment;

import io.duibiao.core.matching.Units;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.text.CharacterFolding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands against a target.
 *
 * @param side the number to compare, in the measure of the target
 * @param statement the statement that gives it, or from which it mainly follows
 * @param others further statements that it follows from
 * @param contradicting statements of other sources that say something else than {@code statement}
 * @param basis how it answers the target
 * @param arithmetic how it follows, in Chinese, or empty when direct
 */
record Answer(
    Comparison.Side side,
    Statement statement,
    List<Statement> others,
    List<Statement> contradicting,
    Basis basis,
    String arithmetic) {
  private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,15}\\.[0-9]{1,9}");
  private static final BigDecimal SMALL = new BigDecimal("0.002");

  static Answer direct(Choice result) {
    return new Answer(
        side(result.statement()),
        result.statement(),
        List.of(),
        result.contradicting(),
        Basis.DIRECT,
        "");
  }

  static Comparison.Side side(Statement statement) {
    return new Comparison.Side(
        statement.op(), statement.value(), statement.high(), statement.unit(), rounding(statement));
  }

  /**
   * A plan of 35.44万亩 is fulfilled by 35.4万亩: the review writes fewer decimals. Only where that is
   * a small part of the number; 0.3 may be anything from 0.25 to 0.35, which proves nothing.
   */
  private static BigDecimal rounding(Statement statement) {
    Matcher decimals = DECIMALS.matcher(CharacterFolding.fold(statement.number()));
    if (Units.rate(statement.unit()) || statement.high() != null || !decimals.find()) {
      return BigDecimal.ZERO;
    }
    BigDecimal written = new BigDecimal(decimals.group());
    if (written.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal half = BigDecimal.ONE.movePointLeft(written.scale()).divide(BigDecimal.valueOf(2));
    BigDecimal part = half.divide(written, MathContext.DECIMAL64);
    return part.compareTo(SMALL) > 0
        ? BigDecimal.ZERO
        : statement.value().abs().multiply(part).round(MathContext.DECIMAL64);
  }
}
