package io.duibiao.core.quantity;

import java.util.ArrayList;
import java.util.List;

/** Recognises ratios: 三次产业比例调整为12.1∶40.4∶47.5, 生师比1:15. Their parts are no figures of their own. */
final class Ratios {
  private static final int MOST_PARTS = 6;
  private static final int LONGEST_LEAD = 24;

  private Ratios() {}

  /**
   * The parts of the ratio that starts here, or an empty list. Between hyphens, which join ranges
   * too, a ratio has three parts; two parts between colons may be a time of day.
   */
  static List<Reading> at(CharSequence s, int from, int to) {
    List<Reading> parts = new ArrayList<>();
    if (!NumberScanner.isDigit(s.charAt(from)) || !named(s, from)) {
      return parts;
    }
    int at = from;
    char separator = 0;
    while (at < to && NumberScanner.isDigit(s.charAt(at)) && parts.size() < MOST_PARTS) {
      Numeral n = NumberScanner.at(s, at, to);
      if (n == null || n.magnitude()) {
        break;
      }
      boolean percent = n.end() < to && s.charAt(n.end()) == '%';
      parts.add(Reading.none(at, n.end(), NoStatementReason.RATIO));
      at = percent ? n.end() + 1 : n.end();
      char c = at < to ? s.charAt(at) : 0;
      boolean joins = separator == 0 ? ":∶-—–~、/".indexOf(c) >= 0 && c != 0 : c == separator;
      if (!joins) {
        break;
      }
      separator = c;
      at++;
    }
    boolean colons = separator == ':' || separator == '∶';
    boolean ratio =
        parts.size() >= 3 && separator != '、' && separator != '/' || parts.size() == 2 && colons;
    return ratio ? parts : List.of();
  }

  /** Whether 比, 比例 or 结构 stands before it in its clause, without another number between. */
  private static boolean named(CharSequence s, int from) {
    for (int i = from - 1; i >= 0 && i >= from - LONGEST_LEAD; i--) {
      char c = s.charAt(i);
      if ("，,。;".indexOf(c) >= 0) {
        return false;
      }
      boolean shape = c == '结' && s.charAt(i + 1) == '构';
      boolean proportion = c == '比' && "上去同前年较赛武拼如".indexOf(s.charAt(i + 1)) < 0;
      if (shape || proportion) {
        return true;
      }
    }
    return false;
  }
}
