package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Numeral;

/** Reads the time that a clause begins with. */
final class PeriodReader {
  /**
   * A time.
   *
   * @param text in the notation of statements
   * @param first its first year
   * @param last its last year
   * @param end whether it is the end of a longer run (到2025年)
   */
  record Period(String text, int first, int last, boolean end) {
    static Period year(int year) {
      return new Period(Integer.toString(year), year, year, false);
    }

    static Period span(int first, int last) {
      return first == last ? year(first) : new Period(first + "/" + last, first, last, false);
    }
  }

  private PeriodReader() {}

  /** The time written at a place, or null when the clause begins otherwise. */
  static Period at(CharSequence s, int from, int to, Part part, int thisYear) {
    int at = from;
    while (at < to && "—-#·".indexOf(s.charAt(at)) >= 0) {
      at++;
    }
    for (String opening : new String[] {"力争", "确保", "预计", "计划", "截至", "截止", "争取", "在"}) {
      if (startsWith(s, at, to, opening)) {
        at += opening.length();
      }
    }
    boolean until = at < to && (s.charAt(at) == '到' || s.charAt(at) == '至');
    if (until || at < to && (s.charAt(at) == '自' || s.charAt(at) == '从')) {
      at++;
    }
    if (at >= to) {
      return null;
    }
    int[] plan = Years.planNamed(s, at, to);
    if (plan != null) {
      return fiveYearPlan(s, at, to, plan, until);
    }
    int year = Years.at(s, at, to);
    if (year > 0) {
      return year(s, at + 4, to, year, until);
    }
    if (startsWith(s, at, to, "上半年") || startsWith(s, at, to, "今年上半年")) {
      return half(part.lastYear(), 1);
    }
    if (thisYear > 0
        && !part.plan()
        && startsWith(s, at, to, "今年")
        && !startsWith(s, at, to, "今年以来")) {
      return Period.year(thisYear);
    }
    if (startsWith(s, at, to, "一季度") || startsWith(s, at, to, "首季")) {
      return new Period(part.lastYear() + "Q1", part.lastYear(), part.lastYear(), false);
    }
    if (startsWith(s, at, to, "去年")
        || startsWith(s, at, to, "上年") && !startsWith(s, at, to, "上年度末")) {
      return part.plan()
          ? part.span() ? null : Period.year(part.firstYear() - 1)
          : part.span() ? Period.year(part.lastYear()) : null;
    }
    if (startsWith(s, at, to, "五年来")
        || startsWith(s, at, to, "过去五年")
        || startsWith(s, at, to, "五年累计")
        || startsWith(s, at, to, "五年间")
        || startsWith(s, at, to, "5年来")
        || startsWith(s, at, to, "过去5年")) {
      return part.plan() ? null : Period.span(part.lastYear() - 4, part.lastYear());
    }
    if (part.plan()
        && (startsWith(s, at, to, "未来五年")
            || startsWith(s, at, to, "今后五年")
            || startsWith(s, at, to, "五年"))) {
      return Period.span(part.firstYear(), part.firstYear() + 4);
    }
    if (part.plan()
        && (startsWith(s, at, to, "三年内")
            || startsWith(s, at, to, "三年累计")
            || startsWith(s, at, to, "用三年")
            || startsWith(s, at, to, "未来三年")
            || startsWith(s, at, to, "今后三年"))) {
      return Period.span(part.firstYear(), part.firstYear() + 2);
    }
    if (part.plan() && NumberScanner.starts(s.charAt(at))) {
      return years(s, at, to, part);
    }
    return null;
  }

  /** 三年改善30万户 promises for three years from now. */
  private static Period years(CharSequence s, int at, int to, Part part) {
    Numeral n = NumberScanner.at(s, at, to);
    boolean run = n != null && n.end() + 1 < to && s.charAt(n.end()) == '年';
    if (!run || n.value().intValue() < 2 || n.value().intValue() > 10) {
      return null;
    }
    char next = s.charAt(n.end() + 1);
    return "来前以期级行后制之的(".indexOf(next) >= 0
        ? null
        : Period.span(part.firstYear(), part.firstYear() + n.value().intValue() - 1);
  }

  private static Period fiveYearPlan(CharSequence s, int at, int to, int[] plan, boolean until) {
    int limit = Math.min(to, at + 8);
    for (int i = at; i < limit; i++) {
      if (s.charAt(i) == '末') {
        return new Period(Integer.toString(plan[1]), plan[1], plan[1], true);
      }
    }
    return until
        ? new Period(Integer.toString(plan[1]), plan[1], plan[1], true)
        : Period.span(plan[0], plan[1]);
  }

  private static Period year(CharSequence s, int at, int to, int year, boolean until) {
    if (at < to && s.charAt(at) == '年') {
      int next = at + 1;
      if (startsWith(s, next, to, "上半年")) {
        return half(year, 1);
      }
      if (startsWith(s, next, to, "一季度") || startsWith(s, next, to, "第一季度")) {
        return new Period(year + "Q1", year, year, false);
      }
      if (startsWith(s, next, to, "以来")) {
        return null;
      }
      return new Period(Integer.toString(year), year, year, until);
    }
    if (at + 1 < to && "-—至~到".indexOf(s.charAt(at)) >= 0) {
      int second = at + 1;
      if (s.charAt(second) == s.charAt(at)) {
        second++;
      }
      int last = Years.at(s, second, to);
      if (last > year) {
        return Period.span(year, last);
      }
      Numeral n =
          second < to && NumberScanner.starts(s.charAt(second))
              ? NumberScanner.at(s, second, to)
              : null;
      if (n != null && n.end() - n.start() == 2) {
        return Period.span(year, year / 100 * 100 + n.value().intValue());
      }
    }
    return null;
  }

  private static Period half(int year, int half) {
    return new Period(year + "H" + half, year, year, false);
  }

  private static boolean startsWith(CharSequence s, int at, int to, String word) {
    return at + word.length() <= to
        && s.subSequence(at, at + word.length()).toString().equals(word);
  }
}
