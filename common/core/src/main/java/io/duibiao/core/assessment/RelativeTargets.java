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

  /** 同步 is said of what keeps within half a percentage point, 基本同步 of what keeps within one. */
  private static final Tolerance IN_STEP =
      new Tolerance(new BigDecimal("0.5"), new BigDecimal("0.5"));

  private static final Tolerance ROUGHLY_IN_STEP = new Tolerance(BigDecimal.ONE, BigDecimal.ONE);

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

  /** How far growth may lag behind by the words of the relation. */
  static Tolerance tolerance(String relation) {
    return relation.contains("基本") || relation.contains("总体") ? ROUGHLY_IN_STEP : IN_STEP;
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
