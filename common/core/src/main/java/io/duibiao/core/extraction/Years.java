package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Numeral;
import io.duibiao.core.text.Words;

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

  /**
   * First and last year of the five-year plan whose name starts at a place, quoted (“十四五”时期), bare
   * (十四五时期) or counted (第十四个五年规划), and the offset after the name and its quotes; or null.
   */
  static int[] planNamed(CharSequence s, int from, int to) {
    char c = s.charAt(from);
    if (c == '第') {
      return counted(s, from, to);
    }
    int name = c == '“' || c == '"' ? from + 1 : from;
    if (name >= to || "七八九十".indexOf(s.charAt(name)) < 0) {
      return null;
    }
    if (name == from && from > 0 && "第“二三四五六七八九".indexOf(s.charAt(from - 1)) >= 0) {
      return null;
    }
    for (int k = PLANS.length - 1; k >= 0; k--) {
      if (!Words.startAt(s, name, to, PLANS[k])) {
        continue;
      }
      int end = name + PLANS[k].length();
      boolean closed = end < to && (s.charAt(end) == '”' || s.charAt(end) == '"');
      end = closed ? end + 1 : end;
      char next = end < to ? s.charAt(end) : '。';
      if (next == '普' || !closed && "时期末规以发主目和及计".indexOf(next) < 0) {
        return null;
      }
      int last = FIRST_PLAN_ENDS + 5 * k;
      return new int[] {last - 4, last, end};
    }
    return null;
  }

  /** 第八个五年计划 ran from 1991 to 1995. */
  private static int[] counted(CharSequence s, int from, int to) {
    int at = from + 1;
    if (at >= to || !NumberScanner.starts(s.charAt(at))) {
      return null;
    }
    Numeral n = NumberScanner.at(s, at, to);
    if (n == null
        || n.end() + 2 >= to
        || !"个五年".contentEquals(s.subSequence(n.end(), n.end() + 3))) {
      return null;
    }
    int number = n.value().intValue();
    int last = FIRST_PLAN_ENDS + 5 * (number - 7);
    return number < 7 || number > 20 ? null : new int[] {last - 4, last, n.end() + 3};
  }
}
