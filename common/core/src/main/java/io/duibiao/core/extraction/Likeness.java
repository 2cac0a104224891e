package io.duibiao.core.extraction;

import java.util.HashMap;
import java.util.Map;

/** How much two names have in common. */
final class Likeness {
  private Likeness() {}

  /** Dice coefficient of the pairs of neighbouring characters: 0 nothing, 1 all in common. */
  static double of(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    int pairs = a.length() + b.length() - 2;
    if (a.length() < 2 || b.length() < 2) {
      return 0;
    }
    Map<Integer, Integer> left = new HashMap<>();
    for (int i = 0; i + 1 < a.length(); i++) {
      left.merge(pair(a, i), 1, Integer::sum);
    }
    int common = 0;
    for (int i = 0; i + 1 < b.length(); i++) {
      Integer count = left.get(pair(b, i));
      if (count != null && count > 0) {
        left.put(pair(b, i), count - 1);
        common++;
      }
    }
    return 2.0 * common / pairs;
  }

  private static int pair(String s, int i) {
    return s.charAt(i) << Character.SIZE | s.charAt(i + 1);
  }
}
