package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Numeral;
import io.duibiao.core.statement.Period;
import io.duibiao.core.text.Words;

/**
 * A part of a year as it is written: 上半年, 二季度, 前三季度, 1—9月.
 *
 * @param part which part
 * @param end offset behind it
 */
record PartOfYear(Period.Part part, int end) {
  private static final String QUARTERS = "一二三四";

  /** The part of a year written at a place, or null. A single month (9月) is a date. */
  static PartOfYear at(CharSequence s, int from, int to) {
    if (from + 2 >= to) {
      return null;
    }
    char c = s.charAt(from);
    if ((c == '上' || c == '下') && starts(s, from + 1, to, "半年")) {
      return new PartOfYear(c == '上' ? Period.Part.H1 : Period.Part.H2, from + 3);
    }
    if (starts(s, from, to, "首季")) {
      return new PartOfYear(Period.Part.Q1, from + (starts(s, from + 2, to, "度") ? 3 : 2));
    }
    for (String soFar : new String[] {"前三个季度", "前三季度", "1-3季度", "一至三季度"}) {
      if (starts(s, from, to, soFar)) {
        return new PartOfYear(Period.Part.M9, from + soFar.length());
      }
    }
    int digit = c == '第' ? from + 1 : from;
    int quarter = QUARTERS.indexOf(s.charAt(digit)) + 1;
    quarter = quarter > 0 ? quarter : "1234".indexOf(s.charAt(digit)) + 1;
    if (quarter > 0 && starts(s, digit + 1, to, "季度")) {
      return new PartOfYear(Period.Part.valueOf("Q" + quarter), digit + 3);
    }
    return months(s, from, to);
  }

  /** 1—9月, 1月至9月, 前11个月: from January on. */
  private static PartOfYear months(CharSequence s, int from, int to) {
    int at = from;
    boolean count = s.charAt(from) == '前';
    if (count) {
      at++;
    } else {
      if (s.charAt(at) != '1') {
        return null;
      }
      at++;
      at += starts(s, at, to, "月") ? 1 : 0;
      int dashes = at;
      while (at < to && at < dashes + 2 && "-—–~至到".indexOf(s.charAt(at)) >= 0) {
        at++;
      }
      if (at == dashes) {
        return null;
      }
    }
    Numeral n = at < to && NumberScanner.starts(s.charAt(at)) ? NumberScanner.at(s, at, to) : null;
    if (n == null || n.percent() || n.value().scale() > 0) {
      return null;
    }
    int month = n.value().intValue();
    String unit = count ? "个月" : "月";
    boolean whole = month > 1 && month < 12 && starts(s, n.end(), to, unit);
    return whole ? new PartOfYear(Period.Part.upTo(month), n.end() + unit.length()) : null;
  }

  /** The part up to the end of a month, as in 截至11月底, or null. */
  static PartOfYear until(CharSequence s, int from, int to) {
    Numeral n =
        from < to && NumberScanner.starts(s.charAt(from)) ? NumberScanner.at(s, from, to) : null;
    if (n == null || n.percent() || n.value().scale() > 0 || !starts(s, n.end(), to, "月")) {
      return null;
    }
    int month = n.value().intValue();
    int end = n.end() + 1;
    boolean last = end < to && "底末份".indexOf(s.charAt(end)) >= 0;
    return month > 1 && month < 12 && last
        ? new PartOfYear(Period.Part.upTo(month), end + 1)
        : null;
  }

  private static boolean starts(CharSequence s, int at, int to, String word) {
    return Words.startAt(s, at, to, word);
  }
}
