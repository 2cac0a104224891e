package io.duibiao.core.assessment;

import java.util.HashMap;
import java.util.Map;

/**
 * Which base units can be compared as they stand. Statements already carry base units, so units of
 * one dimension are equal; what is left are classifiers, which count the same things under several
 * words: 129个 and 129条 of black-odour waters. They are data: {@code units.yaml}.
 */
final class Units {
  private static final Map<String, String> CLASSES = new HashMap<>();

  static {
    for (WordLists.WordList list : WordLists.read("units.yaml")) {
      for (String unit : list.words()) {
        CLASSES.put(unit, list.name());
      }
    }
  }

  private Units() {}

  static boolean comparable(String a, String b) {
    if (a == null || b == null || a.equals(b)) {
      return true;
    }
    String classOfA = CLASSES.get(a);
    return classOfA != null && classOfA.equals(CLASSES.get(b));
  }

  static boolean rate(String unit) {
    return "%".equals(unit) || "‰".equals(unit) || "个百分点".equals(unit) || "百分点".equals(unit);
  }
}
