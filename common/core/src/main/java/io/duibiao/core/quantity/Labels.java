package io.duibiao.core.quantity;

/** Recognises numbers that tell things apart (第三, 1., 5G, 电话) rather than count or measure them. */
final class Labels {
  private Labels() {}

  /** 第25位 is a rank, any other 第N an ordinal or a name. */
  static Reading ordinal(CharSequence s, Numeral n, int to) {
    int end = n.end();
    if (end + 1 < to && s.charAt(end) == '季' && s.charAt(end + 1) == '度') {
      return Reading.none(n.start() - 1, end + 2, NoStatementReason.DATE);
    }
    boolean place = end < to && (s.charAt(end) == '位' || s.charAt(end) == '名');
    return Reading.none(n.start() - 1, place ? end + 1 : end, NoStatementReason.ORDINAL);
  }

  /** 首位度 is a rate and 首位联系人 a person; 首位 before a stop is a rank. */
  static boolean goesOn(CharSequence s, int at) {
    return at < s.length() && "，,。;、)和的".indexOf(s.charAt(at)) < 0;
  }

  /** 1. and (2) number the points of a list, [3] and 〔4〕 its notes. */
  static boolean isListNumber(CharSequence s, Numeral n, char before, char after) {
    boolean bracketed = "(【〔[".indexOf(before) >= 0 && ")】〕]".indexOf(after) >= 0 && before != ' ';
    boolean begins = n.start() == 0 || "。;；|".indexOf(before) >= 0 && after == '.';
    boolean leads = begins && (after == '.' || after == '、') && n.end() - n.start() <= 2;
    return (bracketed || leads) && n.value().scale() <= 0 && !n.magnitude();
  }

  /** 1/3 of something is no figure of its own. */
  static boolean isFraction(CharSequence s, int end, int to, char before) {
    boolean over = end + 1 < to && s.charAt(end) == '/' && NumberScanner.isDigit(s.charAt(end + 1));
    return over || before == '/';
  }

  /**
   * Whether the digits are dialled, not counted: a leading zero or more of them than any figure
   * has.
   */
  static boolean isPhone(CharSequence s, Numeral n) {
    int length = n.end() - n.start();
    char first = s.charAt(n.start());
    boolean leadingZero = first == '0' && length > 1 && s.charAt(n.start() + 1) != '.';
    return leadingZero || length > 12 && n.value().scale() == 0 && !n.magnitude();
  }

  /** A number glued to a Latin letter or a sign: left out figures (XX) or part of a name (5G). */
  static NoStatementReason named(CharSequence s, int from) {
    char before = s.charAt(from - 1);
    boolean masked = before == 'X' || before == 'x' || before == '*' || before == '×';
    return masked ? NoStatementReason.MASKED : NoStatementReason.NAME;
  }

  static boolean endsInLatin(String unit) {
    return isLatin(unit.charAt(unit.length() - 1));
  }

  static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
