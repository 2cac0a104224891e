package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Numeral;

/** Reads years and five-year plans out of text. */
final class Years {
  private static final String[] PLANS = {
    "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五"
  };
  private static final int FIRST_PLAN_ENDS = 1990;

  private Years() {}

  /** The year written at a place as 2022年, 二〇二二年 or 一九九二年, or 0. */
  static int at(CharSequence s, int from, int to) {
    if (from >= to || !NumberScanner.starts(s.charAt(from))) {
      return 0;
    }
    Numeral n = NumberScanner.at(s, from, to);
    if (n == null || n.end() - n.start() != 4 || n.value().scale() > 0) {
      return 0;
    }
    int year = n.value().intValue();
    return year >= 1900 && year <= 2100 ? year : 0;
  }

  /** The first year of a stretch that is followed by 年, or 0. */
  static int leading(CharSequence s, int from, int to) {
    for (int i = from; i + 4 < to; i++) {
      if (NumberScanner.starts(s.charAt(i))
          && (i == 0 || !NumberScanner.starts(s.charAt(i - 1)))
          && s.charAt(i + 4) == '年') {
        int year = at(s, i, to);
        if (year > 0) {
          return year;
        }
      }
    }
    return 0;
  }

  /** First and last year of the five-year plan that a stretch names in quotes, or null. */
  static int[] fiveYearPlan(CharSequence s, int from, int to) {
    for (int i = from; i + 2 < to; i++) {
      if (s.charAt(i) == '“' || s.charAt(i) == '"') {
        int[] years = planAt(s, i + 1, to);
        if (years != null) {
          return years;
        }
      }
    }
    return null;
  }

  /** First and last year of the five-year plan named at a place, or null. */
  static int[] planAt(CharSequence s, int from, int to) {
    for (int k = PLANS.length - 1; k >= 0; k--) {
      int end = from + PLANS[k].length();
      if (end < to
          && PLANS[k].contentEquals(s.subSequence(from, end))
          && (s.charAt(end) == '”'
              || s.charAt(end) == '"'
              || s.charAt(end) == '时'
              || s.charAt(end) == '末'
              || s.charAt(end) == '期')) {
        int last = FIRST_PLAN_ENDS + 5 * k;
        return new int[] {last - 4, last};
      }
    }
    return null;
  }
}
