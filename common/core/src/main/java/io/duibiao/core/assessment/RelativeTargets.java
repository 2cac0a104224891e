package io.duibiao.core.assessment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.duibiao.core.catalog.Tolerance;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * Which indicators reports measure by the growth of which others. The names are data: {@code
 * relative-targets.yaml}.
 */
public final class RelativeTargets {
  /**
   * A rule of {@code relative-targets.yaml}.
   *
   * @param comparand id of the indicator that others are measured by
   * @param reason why
   * @param names how reports call its growth
   * @param dependents ids of the indicators that may be measured by it
   * @param examples clauses in which they are
   */
  public record Rule(
      String comparand,
      String reason,
      List<String> names,
      List<String> dependents,
      List<String> examples) {}

  private static final List<Rule> RULES = read();

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

  private static final List<StepRule> STEPS = WordLists.read("in-step.yaml", StepRule.class);

  private RelativeTargets() {}

  /** The ids of the indicators that may be measured by the growth of an indicator. */
  static List<String> dependents(String comparand) {
    for (Rule rule : RULES) {
      if (rule.comparand().equals(comparand)) {
        return rule.dependents();
      }
    }
    return List.of();
  }

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

  /** All rules, in the order of the file. */
  public static List<Rule> rules() {
    return RULES;
  }

  private static List<Rule> read() {
    try (InputStream in = RelativeTargets.class.getResourceAsStream("relative-targets.yaml")) {
      return List.copyOf(
          new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<List<Rule>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
