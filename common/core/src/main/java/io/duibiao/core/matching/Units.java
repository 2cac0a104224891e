package io.duibiao.core.matching;

import io.duibiao.core.rules.WordLists;
import io.duibiao.core.statement.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /** The lists of both files, those that share a unit taken together. */
  private static final Map<String, String> KINDS = new TreeMap<>(CLASSES);

  static {
    for (NamedUnits rule : BY_NAME) {
      SortedSet<String> kinds = new TreeSet<>();
      rule.words().forEach(unit -> kinds.add(KINDS.getOrDefault(unit, unit)));
      String kind = kinds.last();
      rule.words().forEach(unit -> KINDS.putIfAbsent(unit, unit));
      KINDS.replaceAll((unit, of) -> kinds.contains(of) ? kind : of);
    }
  }

  private Units() {}

  /** Whether numbers in two units can be compared as they stand; true where one has none. */
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

  /**
   * What units that count alike, or may where the name says so, have in common: the name of their
   * list, the unit without what it is told by (元 of 元/月), or the unit itself.
   */
  static String kind(String unit) {
    int per = unit.indexOf('/');
    String bare = per > 0 ? unit.substring(0, per) : unit;
    return KINDS.getOrDefault(bare, bare);
  }

  /** Whether a unit is one of rates. */
  public static boolean rate(String unit) {
    return "%".equals(unit) || "‰".equals(unit) || "个百分点".equals(unit) || "百分点".equals(unit);
  }
}
