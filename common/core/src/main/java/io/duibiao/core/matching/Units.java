package io.duibiao.core.matching;

import io.duibiao.core.rules.WordLists;
import io.duibiao.core.statement.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which base units can be compared as they stand. Statements already carry base units, so units of
 * one dimension are equal; what is left are classifiers, which count the same things under several
 * words: 129个 and 129条 of black-odour waters. They are data: {@code units.yaml}.
 */
public final class Units {
  /**
   * Units that count alike where the name of the indicator has a word.
   *
   * @param names the words
   * @param words the units
   */
  private record NamedUnits(String name, List<String> names, List<String> words) {}

  private static final List<NamedUnits> BY_NAME =
      WordLists.read(Units.class, "units-by-name.yaml", NamedUnits.class);

  private static final Map<String, String> CLASSES = new HashMap<>();

  static {
    for (WordLists.WordList list : WordLists.read(Units.class, "units.yaml")) {
      for (String unit : list.words()) {
        CLASSES.put(unit, list.name());
      }
    }
  }

  private Units() {}

  public static boolean comparable(String a, String b) {
    if (a == null || b == null || a.equals(b)) {
      return true;
    }
    String classOfA = CLASSES.get(a);
    return classOfA != null && classOfA.equals(CLASSES.get(b));
  }

  /**
   * Whether two statements count alike. Enterprises are counted in 家, 个 and 户 alike, homes are not:
   * 87个 of housing estates are no 87户.
   */
  public static boolean comparable(Statement a, Statement b) {
    return comparable(a.unit(), b.unit())
        || BY_NAME.stream()
            .anyMatch(
                rule ->
                    rule.words().contains(a.unit())
                        && rule.words().contains(b.unit())
                        && rule.names().stream().anyMatch(a.indicator()::contains));
  }

  /**
   * Whether a unit counts things, which are new in a period or all there are. Amounts of money,
   * output by weight and rates have no flow and stock: 完成投资500亿元 and 投资达到500亿元 are one.
   */
  public static boolean countable(String unit) {
    return !rate(unit) && !unit.endsWith("元") && !unit.equals("吨");
  }

  /** The name of the list that a unit is of, or the unit itself. */
  static String kind(String unit) {
    return CLASSES.getOrDefault(unit, unit);
  }

  public static boolean rate(String unit) {
    return "%".equals(unit) || "‰".equals(unit) || "个百分点".equals(unit) || "百分点".equals(unit);
  }
}
