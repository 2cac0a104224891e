package io.duibiao.core.extraction;

import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.StatementKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads from how much of a target was attained (城镇新增就业完成年计划的113%) what is claimed of the target
 * itself: that it was attained, or with less than 100 % that it was not. A budget is no target, and
 * the part of a project that was built is none either.
 */
final class Attainment {
  private static final List<String> TARGETS =
      RuleFile.bundled(Attainment.class, "phrases.yaml").rule("degrees-of-attainment").words();
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private Attainment() {}

  /** What a statement of a rate of completion claims of the indicator, if it is one. */
  static Optional<Claim> of(Claim rate) {
    boolean whole = rate.value().compareTo(WHOLE) >= 0;
    boolean told =
        rate.kind() == StatementKind.RESULT
            && rate.measure() == Measure.LEVEL
            && rate.unit().equals("%")
            && rate.high() == null
            && (whole ? rate.op() != Operator.LTE : rate.op() == Operator.EQ);
    if (!told) {
      return Optional.empty();
    }
    String name = rate.name();
    return TARGETS.stream()
        .filter(target -> name.endsWith(target) && name.length() > target.length() + 1)
        .findFirst()
        .map(target -> name.substring(0, name.length() - target.length()))
        .map(
            of ->
                new Claim(
                    of,
                    StatementKind.CLAIM,
                    rate.period(),
                    Measure.LEVEL,
                    whole ? Operator.GTE : Operator.LTE,
                    rate.value(),
                    null,
                    "%",
                    rate.numberStart(),
                    rate.numberEnd(),
                    rate.quoteStart(),
                    rate.quoteEnd(),
                    rate.flags()));
  }
}
