package io.duibiao.core.quantity;

import io.duibiao.core.text.Words;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Reads numbers, Arabic and Chinese, at a place of a text. The text is simplified and half-width.
 * Every character is looked at a bounded number of times.
 */
public final class NumberScanner {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final int MAX_LENGTH = 40;

  /** First characters of units behind 百万, 千万, 百亿 and the like. */
  private static final String BARE_UNITS = "元美港人户吨千立平亩辆台件张套标箱次株册份千斤公";

  /** Measure words behind 百 and 千 alone. */
  private static final String COUNTED = "人户家元亩吨辆台件个场";

  private static final MathContext PRECISION = MathContext.DECIMAL64;

  private NumberScanner() {}

  /** Whether a number can start with the character. */
  public static boolean starts(char c) {
    return isDigit(c) || digit(c) >= 0 || c == '十' || c == '百' || c == '千' || c == '万';
  }

  /**
   * The number that starts at {@code from}, or null when none does. 百, 千 and 万 start one only in
   * 百分之, 千分之, 万分之 and in amounts that are reached (突破百亿元, 突破千万人次).
   */
  public static Numeral at(CharSequence text, int from, int to) {
    int limit = Math.min(to, from + MAX_LENGTH);
    return isDigit(text.charAt(from)) ? arabic(text, from, limit) : chinese(text, from, limit);
  }

  private static Numeral arabic(CharSequence s, int from, int to) {
    int i = digitsEnd(s, from, to);
    StringBuilder plain = new StringBuilder().append(s, from, i);
    if (i - from <= 3) {
      while (i + 3 < to && s.charAt(i) == ',' && digitsEnd(s, i + 1, to) == i + 4) {
        plain.append(s, i + 1, i + 4);
        i += 4;
      }
      if (i + 4 == to && s.charAt(i) == ',' && digitsEnd(s, i + 1, to) == to) {
        plain.append(s, i + 1, to);
        i = to;
      }
    }
    if (i + 1 < to && isPoint(s, i, to) && isDigit(s.charAt(i + 1))) {
      int e = digitsEnd(s, i + 1, to);
      plain.append('.').append(s, i + 1, e);
      i = e;
    }
    BigDecimal part = new BigDecimal(plain.toString());
    BigDecimal sum = BigDecimal.ZERO;
    boolean magnitude = false;
    boolean more = false;
    while (i < to) {
      int k = i;
      boolean extra = isMore(s.charAt(k));
      if (extra) {
        k++;
      }
      int m = k;
      BigDecimal factor = BigDecimal.ONE;
      while (m < to && power(s.charAt(m)) > 0 && !isUnitPrefix(s, m, to)) {
        factor = factor.scaleByPowerOfTen(power(s.charAt(m)));
        m++;
      }
      if (m == k) {
        break;
      }
      more |= extra;
      magnitude |= factor.precision() - factor.scale() > 4;
      part = part.multiply(factor);
      i = m;
      int e = digitsEnd(s, i, to);
      if (e > i && e < to && power(s.charAt(e)) > 0 && e - i <= 4) {
        sum = sum.add(part);
        part = new BigDecimal(s.subSequence(i, e).toString());
        i = e;
        continue;
      }
      break;
    }
    if (i < to && isMore(s.charAt(i))) {
      more = true;
      i++;
    }
    return new Numeral(from, i, sum.add(part), false, magnitude, more, false, false);
  }

  /** Circles without any other digit stand for figures that are left out: ○○亿元. */
  private static boolean isMask(CharSequence s, int from, int end) {
    for (int i = from; i < end; i++) {
      if (s.charAt(i) != '○' && s.charAt(i) != '〇') {
        return power(s.charAt(i)) > 0 && i > from;
      }
    }
    return end > from;
  }

  private static Numeral chinese(CharSequence s, int from, int to) {
    char first = s.charAt(from);
    Numeral share = shareOf(s, from, to);
    if (share != null) {
      return share;
    }
    if (digit(first) < 0 && first != '十') {
      return bare(s, from, to);
    }
    int end = chineseEnd(s, from, to);
    if (isMask(s, from, end)) {
      return null;
    }
    BigDecimal value = chineseValue(s, from, end);
    if (value == null) {
      return null;
    }
    boolean digits = end - from > 1 && allDigits(s, from, end);
    if (end < to && end - from <= 2 && s.charAt(end) == '成' && value.signum() > 0) {
      if (value.compareTo(BigDecimal.TEN) < 0 && isTenth(s, end, to)) {
        return new Numeral(from, end + 1, value.movePointRight(1), true, false, false, true, false);
      }
    }
    if (end < to && startsWith(s, end, to, "分之")) {
      int e = chineseEnd(s, end + 2, to);
      BigDecimal part = e > end + 2 ? chineseValue(s, end + 2, e) : null;
      if (part != null && value.signum() > 0) {
        BigDecimal percent = part.movePointRight(2).divide(value, PRECISION);
        return new Numeral(from, e, percent, true, false, false, true, false);
      }
    }
    boolean magnitude = false;
    for (int i = from; i < end; i++) {
      magnitude |= power(s.charAt(i)) >= 4;
    }
    boolean more = false;
    int i = end;
    if (i < to && isMore(s.charAt(i)) && endsInPower(s, end)) {
      more = true;
      i++;
      while (i < to && power(s.charAt(i)) >= 4) {
        value = value.scaleByPowerOfTen(power(s.charAt(i)));
        magnitude = true;
        i++;
      }
    }
    return new Numeral(from, i, value, true, magnitude, more, false, digits);
  }

  /**
   * Magnitudes without a count behind a word of passing or reaching: 突破百亿元, 超千万人次. One alone needs
   * a measure word behind it (近千家, but not 百强).
   */
  private static Numeral bare(CharSequence s, int from, int to) {
    char before = from > 0 ? s.charAt(from - 1) : ' ';
    if ("超破过达逾近上到".indexOf(before) < 0) {
      return null;
    }
    int end = from;
    BigDecimal value = BigDecimal.ONE;
    while (end < to && end < from + 3 && power(s.charAt(end)) > 0 && !isUnitPrefix(s, end, to)) {
      value = value.scaleByPowerOfTen(power(s.charAt(end)));
      end++;
    }
    boolean doubled = end - from == 2 && power(s.charAt(end - 1)) >= 4;
    // 近万户 may be a template whose digit was taken out (近2.3万户).
    boolean single = end - from == 1 && s.charAt(from) != '万' && "超破逾近".indexOf(before) >= 0;
    char unit = end < to ? s.charAt(end) : ' ';
    if (!(doubled && BARE_UNITS.indexOf(unit) >= 0 || single && COUNTED.indexOf(unit) >= 0)) {
      return null;
    }
    boolean household = single && unit == '家' && end + 1 < to && s.charAt(end + 1) == '万';
    return household ? null : new Numeral(from, end, value, true, true, false, false, false);
  }

  private static Numeral shareOf(CharSequence s, int from, int to) {
    int scale = power(s.charAt(from));
    if (scale < 2 || scale > 4 || !startsWith(s, from + 1, to, "分之")) {
      return null;
    }
    int start = from + 3;
    int end = start < to && isDigit(s.charAt(start)) ? digitsEnd(s, start, to) : -1;
    BigDecimal value;
    if (end > 0) {
      if (end + 1 < to && s.charAt(end) == '.' && isDigit(s.charAt(end + 1))) {
        end = digitsEnd(s, end + 1, to);
      }
      value = new BigDecimal(s.subSequence(start, end).toString());
    } else {
      end = chineseEnd(s, start, to);
      value = end > start ? chineseValue(s, start, end) : null;
    }
    return value == null
        ? null
        : new Numeral(from, end, value.movePointLeft(scale - 2), true, false, false, true, false);
  }

  private static int chineseEnd(CharSequence s, int from, int to) {
    int i = from;
    while (i < to) {
      char c = s.charAt(i);
      boolean point =
          c == '点' && i > from && i + 1 < to && digit(s.charAt(i + 1)) >= 0 && i - from <= 12;
      if (digit(c) < 0 && power(c) == 0 && !point) {
        break;
      }
      if (power(c) > 0 && isUnitPrefix(s, i, to)) {
        break;
      }
      i++;
    }
    return i;
  }

  /** The value of Chinese numerals, or null when they are no well formed number. */
  static BigDecimal chineseValue(CharSequence s, int from, int to) {
    if (to <= from) {
      return null;
    }
    if (to - from > 1 && allDigits(s, from, to)) {
      StringBuilder plain = new StringBuilder();
      for (int i = from; i < to; i++) {
        plain.append(digit(s.charAt(i)));
      }
      return new BigDecimal(plain.toString());
    }
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal section = BigDecimal.ZERO;
    BigDecimal digit = null;
    int lastPower = 0;
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      if (c == '点') {
        StringBuilder plain = new StringBuilder("0.");
        int k = i + 1;
        while (k < to && digit(s.charAt(k)) >= 0) {
          plain.append(digit(s.charAt(k++)));
        }
        BigDecimal fraction = new BigDecimal(plain.toString());
        digit = (digit == null ? BigDecimal.ZERO : digit).add(fraction);
        i = k - 1;
        continue;
      }
      int d = digit(c);
      if (d >= 0) {
        if (digit != null && digit.signum() != 0) {
          return null;
        }
        digit = BigDecimal.valueOf(d);
        continue;
      }
      int p = power(c);
      if (p < 4) {
        BigDecimal count = digit == null || digit.signum() == 0 ? BigDecimal.ONE : digit;
        section = section.add(count.scaleByPowerOfTen(p));
        lastPower = p;
      } else {
        BigDecimal sum = section.add(digit == null ? BigDecimal.ZERO : digit);
        if (p == 8) {
          total = total.add(sum).scaleByPowerOfTen(8);
        } else if (i + 1 < to && s.charAt(i + 1) == '亿') {
          section = sum.scaleByPowerOfTen(4);
          digit = null;
          continue;
        } else {
          total = total.add(sum.scaleByPowerOfTen(4));
        }
        section = BigDecimal.ZERO;
        lastPower = p;
      }
      digit = null;
    }
    if (digit != null && lastPower > 1 && section.signum() != 0 && digit.signum() > 0) {
      // 一百二 is 120 in speech only; in reports the digit after 百, 千 follows a 零 or a 十.
      boolean afterZero = to - 2 >= from && digit(s.charAt(to - 2)) == 0;
      boolean point = digit.scale() > 0;
      if (!afterZero && !point) {
        return null;
      }
    }
    return total.add(section).add(digit == null ? BigDecimal.ZERO : digit);
  }

  private static boolean allDigits(CharSequence s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (digit(s.charAt(i)) < 0 || s.charAt(i) == '两') {
        return false;
      }
    }
    return true;
  }

  private static boolean endsInPower(CharSequence s, int end) {
    return power(s.charAt(end - 1)) > 0;
  }

  /** A point, or a middle dot as old prints have it where a unit shows that it is one (14·1%). */
  private static boolean isPoint(CharSequence s, int at, int to) {
    if (s.charAt(at) != '·') {
      return s.charAt(at) == '.';
    }
    int e = digitsEnd(s, at + 1, to);
    return e < to && "%‰万亿".indexOf(s.charAt(e)) >= 0;
  }

  /** 成 is a tenth (两成, 六成以上) unless it starts a word of its own (一成立, 三成员). */
  private static boolean isTenth(CharSequence s, int at, int to) {
    return at + 1 >= to || "为功立果效员绩长就交本品熟套型人都年".indexOf(s.charAt(at + 1)) < 0;
  }

  private static boolean startsWith(CharSequence s, int at, int to, String word) {
    return Words.startAt(s, at, to, word);
  }

  /** 千 of 千瓦, 千米 and 百 of 百分点 belong to the unit. */
  private static boolean isUnitPrefix(CharSequence s, int at, int to) {
    if (at + 1 >= to) {
      return false;
    }
    char c = s.charAt(at);
    char next = s.charAt(at + 1);
    return c == '千' && "瓦克米伏卡分".indexOf(next) >= 0 || c == '百' && next == '分';
  }

  private static boolean isMore(char c) {
    return c == '余' || c == '多' || c == '来';
  }

  /** Whether the character is an Arabic digit. */
  public static boolean isArabic(char c) {
    return isDigit(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int digitsEnd(CharSequence s, int from, int to) {
    int i = from;
    while (i < to && isDigit(s.charAt(i))) {
      i++;
    }
    return i;
  }

  static int digit(char c) {
    return switch (c) {
      case '〇', '○', 'Ｏ' -> 0;
      case '两' -> 2;
      default -> DIGITS.indexOf(c);
    };
  }

  static int power(char c) {
    return switch (c) {
      case '十' -> 1;
      case '百' -> 2;
      case '千' -> 3;
      case '万' -> 4;
      case '亿' -> 8;
      default -> 0;
    };
  }
}
