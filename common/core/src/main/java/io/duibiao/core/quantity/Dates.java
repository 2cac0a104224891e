package io.duibiao.core.quantity;

/** Recognises numbers that belong to a date or a time of day and are no figures of their own. */
final class Dates {
  private static final int LONGEST_RELATION = 12;
  private final UnitTable units;

  Dates(UnitTable units) {
    this.units = units;
  }

  /** The date, time of day or year that the number belongs to, or null when it is none. */
  Reading at(CharSequence s, Numeral n, int to) {
    int end = n.end();
    if (n.percent() || n.magnitude()) {
      return null;
    }
    char after = end < to ? s.charAt(end) : ' ';
    boolean yearLike =
        !n.more()
            && n.value().scale() <= 0
            && n.end() - n.start() == 4
            && n.value().intValue() >= 1900
            && n.value().intValue() <= 2100;
    if (after == '年' && isDuration(s, n.start())) {
      return null;
    }
    if (after == '年' || after == '周' && end + 1 < to && s.charAt(end + 1) == '年') {
      return Reading.none(n.start(), end + 1, NoStatementReason.DATE);
    }
    if (yearLike
        && (after == '-' || after == '—' || after == '至' || after == '~' || after == '、')) {
      return Reading.none(n.start(), end, NoStatementReason.DATE);
    }
    if (yearLike && units.at(s, end, to) == null) {
      return Reading.none(n.start(), end, NoStatementReason.DATE);
    }
    if (isFirstMonth(s, n, to)) {
      return Reading.none(n.start(), end, NoStatementReason.DATE);
    }
    boolean month = after == '月' && (end + 1 >= to || s.charAt(end + 1) != '供');
    boolean day = after == '日' && n.value().intValue() <= 31;
    if (month
        || day
        || after == '时'
        || after == '点'
            && n.value().intValue() <= 24
            && !n.chinese()
            && end + 1 < to
            && NumberScanner.isDigit(s.charAt(end + 1))) {
      return Reading.none(n.start(), end + 1, NoStatementReason.DATE);
    }
    if (end < to && after == ':' && end + 1 < to && NumberScanner.isDigit(s.charAt(end + 1))) {
      return Reading.none(n.start(), end, NoStatementReason.DATE);
    }
    if (n.start() > 0
        && s.charAt(n.start() - 1) == ':'
        && n.start() > 1
        && NumberScanner.isDigit(s.charAt(n.start() - 2))) {
      return Reading.none(n.start(), end, NoStatementReason.DATE);
    }
    return null;
  }

  /** 1 of 1—11月. */
  private static boolean isFirstMonth(CharSequence s, Numeral n, int to) {
    int next =
        n.value().scale() <= 0 && n.value().intValue() <= 12 ? Ranges.joinEnd(s, n.end(), to) : -1;
    Numeral last = next > 0 ? NumberScanner.at(s, next, to) : null;
    return last != null && last.end() < to && s.charAt(last.end()) == '月';
  }

  /** 平均受教育年限达到10.5年: behind 年限 years are measured. */
  static boolean isDuration(CharSequence s, int at) {
    int from = Math.max(0, at - LONGEST_RELATION);
    return s.subSequence(from, at).toString().contains("年限");
  }
}
