package io.duibiao.core.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Which indicators reports measure by the growth of which others. The names are data: {@code
 * relative-targets.yaml}.
 */
public final class Comparands {
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

  private Comparands() {}

  /** The ids of the indicators that may be measured by the growth of an indicator. */
  public static List<String> dependents(String comparand) {
    for (Rule rule : RULES) {
      if (rule.comparand().equals(comparand)) {
        return rule.dependents();
      }
    }
    return List.of();
  }

  /** All rules, in the order of the file. */
  public static List<Rule> rules() {
    return RULES;
  }

  private static List<Rule> read() {
    try (InputStream in = Comparands.class.getResourceAsStream("relative-targets.yaml")) {
      return List.copyOf(
          new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<List<Rule>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
