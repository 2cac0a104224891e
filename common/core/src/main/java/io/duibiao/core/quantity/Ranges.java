package io.duibiao.core.quantity;

import java.math.BigDecimal;

/** Reads the upper end of a range (5—8万元, 3%至5%), whose unit and magnitude may serve both ends. */
final class Ranges {
  private final UnitTable units;

  Ranges(UnitTable units) {
    this.units = units;
  }

  /**
   * A number with what it is measured in, after the upper end of its range has been read.
   *
   * @param value the number or the lower end
   * @param high the upper end, or null when there is no range
   * @param unit the unit, or null
   * @param end the offset after the unit
   * @param magnitude whether one of the ends carries 万 or 亿
   * @param more whether one of the ends carries 余 or 多
   */
  record Range(
      BigDecimal value, BigDecimal high, Unit unit, int end, boolean magnitude, boolean more) {}

  /**
   * The range that a number begins, or the number alone.
   *
   * @param unit the unit behind the number, or null
   * @param end the offset after it
   * @param before the character before the number; 由 and 从 begin a change, not a range
   */
  Range read(CharSequence s, Numeral n, Unit unit, int end, char before, int to) {
    Range alone = new Range(n.value(), null, unit, end, n.magnitude(), n.more());
    int next = before == '由' || before == '从' ? -1 : joinEnd(s, end, to);
    Numeral second = next > 0 ? NumberScanner.at(s, next, to) : null;
    if (second == null || second.chinese() != n.chinese() || second.digits()) {
      return alone;
    }
    Unit own = second.percent() ? unit : units.at(s, second.end(), to);
    boolean same = unit == null || own != null && own.base().equals(unit.base());
    if (!same || unit == null && own == null || second.value().compareTo(n.value()) <= 0) {
      return alone;
    }
    boolean scaled = unit == null && second.magnitude() && !n.magnitude();
    boolean written = !second.percent() && own != null;
    return new Range(
        scaled ? n.value().multiply(scaleOf(second)) : n.value(),
        second.value(),
        own == null ? unit : own,
        written ? second.end() + own.text().length() : second.end(),
        n.magnitude() || second.magnitude(),
        n.more() || second.more());
  }

  /** The offset after the word that joins the ends of a range, or -1 when there is none. */
  static int joinEnd(CharSequence s, int at, int to) {
    if (at >= to) {
      return -1;
    }
    char c = s.charAt(at);
    int next = -1;
    if (c == '-' || c == '~' || c == '—' || c == '–' || c == '―' || c == '至' || c == '到'
        || c == '─') {
      next = at + 1;
      if (next < to && s.charAt(next) == c && c != '至' && c != '到') {
        next++;
      }
    }
    return next > 0 && next < to && NumberScanner.starts(s.charAt(next)) ? next : -1;
  }

  private static BigDecimal scaleOf(Numeral n) {
    BigDecimal scale = BigDecimal.ONE;
    while (n.value().compareTo(scale.movePointRight(4)) >= 0) {
      scale = scale.movePointRight(4);
    }
    return scale;
  }
}
