package io.duibiao.core.assessment;

import io.duibiao.core.catalog.Tolerance;
import io.duibiao.core.rules.WordLists;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import java.math.BigDecimal;
import java.util.List;

/**
 * When a target that measures one indicator by the growth of another is met. Which are measured by
 * which is told by {@link io.duibiao.core.catalog.Comparands}.
 */
final class RelativeTargets {
  /**
   * A rule of {@code in-step.yaml}.
   *
   * @param name names it within its file
   * @param reason why
   * @param words a relation with one of them is meant
   * @param lag how far growth may stay behind, in percentage points
   * @param examples what follows, for the test
   */
  record StepRule(
      String name, String reason, List<String> words, BigDecimal lag, List<StepExample> examples) {}

  /** What a rule of {@code in-step.yaml} makes of two rates of growth in percent. */
  record StepExample(String relation, BigDecimal growth, BigDecimal comparand, String status) {}

  private static final List<StepRule> STEPS =
      WordLists.read(RelativeTargets.class, "in-step.yaml", StepRule.class);

  private RelativeTargets() {}

  /** How far growth may lag behind by the words of the relation, see {@code in-step.yaml}. */
  static Tolerance tolerance(String relation) {
    return STEPS.stream()
        .filter(step -> step.words().stream().anyMatch(relation::contains))
        .findFirst()
        .map(step -> new Tolerance(step.lag(), step.lag()))
        .orElse(Tolerance.DEFAULT);
  }

  /** The rules of growing in step, in the order of the file. */
  static List<StepRule> steps() {
    return STEPS;
  }

  /** 快于 and 高于 are not met by being equal; 不低于 is. */
  static boolean strict(Statement target) {
    return target.op() == Operator.GTE
        && target.value().signum() == 0
        && !target.number().contains("不");
  }
}
