package io.duibiao.core.quantity;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.statement.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the quantities of a sentence: simplified, half-width, without white space. */
public final class QuantityReader {
  private static final int MIN_COUNT = 10;
  private static final int MAX_NAME = 16;
  private static final int LONGEST_RELATION = 12;
  private final UnitTable units = UnitTable.bundled();
  private final WordTrie<Rule> qualifiers =
      RuleFile.bundled(QuantityReader.class, "qualifiers.yaml").trie();

  /** All numbers of a sentence in order, each a quantity or with the reason why it is none. */
  public List<Reading> read(CharSequence s) {
    List<Reading> found = new ArrayList<>();
    int i = 0;
    int quoteEnd = -1;
    while (i < s.length()) {
      char c = s.charAt(i);
      if (c == '“' || c == '《' || c == '【') {
        int close = closing(s, i, c);
        if (close > 0) {
          quoteEnd = Math.max(quoteEnd, close);
        }
      }
      if (c == '首' && i + 1 < s.length() && s.charAt(i + 1) == '位' && !leads(s, i + 2)) {
        found.add(Reading.none(i, i + 2, NoStatementReason.ORDINAL));
        i += 2;
        continue;
      }
      if (c == '翻' && isDoubled(s, i + 1)) {
        found.add(Reading.of(doubled(i + 1, i + 2, 1)));
        i += 2;
        continue;
      }
      if (!NumberScanner.starts(c)) {
        i++;
        continue;
      }
      List<Reading> ratio = Ratios.at(s, i, s.length());
      if (!ratio.isEmpty()) {
        found.addAll(ratio);
        i = ratio.get(ratio.size() - 1).end();
        continue;
      }
      Reading reading = at(s, i, s.length(), i < quoteEnd);
      if (reading == null) {
        i++;
        continue;
      }
      found.add(reading);
      i = Math.max(i + 1, reading.end());
    }
    return found;
  }

  /** 首位度 is a rate and 首位联系人 a person; 首位 before a stop is a rank. */
  private static boolean leads(CharSequence s, int at) {
    return at < s.length() && "，,。;、)和的".indexOf(s.charAt(at)) < 0;
  }

  private static int closing(CharSequence s, int from, char open) {
    char close = open == '“' ? '”' : open == '《' ? '》' : '】';
    int limit = Math.min(s.length(), from + (open == '“' ? MAX_NAME : 60));
    for (int i = from + 1; i < limit; i++) {
      if (s.charAt(i) == close) {
        return i;
      }
    }
    return -1;
  }

  private Reading at(CharSequence s, int from, int to, boolean quoted) {
    Numeral n = NumberScanner.at(s, from, to);
    if (n == null) {
      return null;
    }
    char before = from > 0 ? s.charAt(from - 1) : ' ';
    char after = n.end() < to ? s.charAt(n.end()) : ' ';
    boolean doubles = before == '翻' || before == '了' && from > 1 && s.charAt(from - 2) == '翻';
    if (n.chinese() && doubles && !n.percent()) {
      return doubling(s, n, to);
    }
    if (isLatin(before) || before == '+' || before == '×' || before == '*' || before == '.') {
      return Reading.none(from, n.end(), n.chinese() ? NoStatementReason.NAME : named(s, from));
    }
    if (!n.chinese() && (isFraction(s, n.end(), to, before))) {
      return Reading.none(from, n.end(), NoStatementReason.VAGUE);
    }
    if (before == '第') {
      return ordinal(s, n, to);
    }
    if (quoted) {
      return n.chinese() && !n.percent()
          ? null
          : Reading.none(from, n.end(), NoStatementReason.NAME);
    }
    if (!n.chinese() && isListNumber(s, n, before, after)) {
      return Reading.none(from, n.end(), NoStatementReason.ORDINAL);
    }
    if (!n.chinese() && isPhone(s, n)) {
      return Reading.none(from, n.end(), NoStatementReason.DOCUMENT_NUMBER);
    }
    Reading date = date(s, n, to);
    if (date != null) {
      return date;
    }
    return quantity(s, n, before, after, to);
  }

  private Reading quantity(CharSequence s, Numeral n, char before, char after, int to) {
    Unit unit = n.percent() ? units.at("%", 0, 1) : units.at(s, n.end(), to);
    int unitEnd = n.percent() || unit == null ? n.end() : n.end() + unit.text().length();
    WordTrie.Word<Rule> grade = n.percent() ? null : units.notUnit(s, n.end(), to);
    if (grade != null && n.magnitude() && grade.value().is("small")) {
      grade = null;
    }
    if (grade != null && (unit == null || grade.length() > unit.text().length())) {
      if (n.chinese() && !n.magnitude() && n.value().intValue() < MIN_COUNT) {
        return null;
      }
      return Reading.none(n.start(), n.end() + grade.length(), NoStatementReason.NAME);
    }
    if (unit != null && endsInLatin(unit.text()) && unitEnd < to && isLatin(s.charAt(unitEnd))) {
      unit = null;
      unitEnd = n.end();
    }
    if (unit == null && (isLatin(after) || after == '+' || after == '×' || after == '*')) {
      return Reading.none(n.start(), n.end(), NoStatementReason.NAME);
    }
    BigDecimal value = n.value();
    BigDecimal high = null;
    boolean chinese = n.chinese();
    boolean magnitude = n.magnitude();
    boolean more = n.more();
    int next = rangeEnd(s, unitEnd, to);
    if (next > 0 && before != '由' && before != '从') {
      Numeral second = NumberScanner.at(s, next, to);
      if (second != null && second.chinese() == n.chinese() && !second.digits()) {
        Unit secondUnit = second.percent() ? unit : units.at(s, second.end(), to);
        boolean same = unit == null || secondUnit != null && secondUnit.base().equals(unit.base());
        if (same && (unit != null || secondUnit != null) && second.value().compareTo(value) > 0) {
          if (unit == null && second.magnitude() && !n.magnitude()) {
            value = value.multiply(scaleOf(second));
          }
          high = second.value();
          unit = secondUnit == null ? unit : secondUnit;
          unitEnd =
              second.percent() || secondUnit == null
                  ? second.end()
                  : second.end() + secondUnit.text().length();
          magnitude |= second.magnitude();
          more |= second.more();
        }
      }
    }
    if (unit == null && chinese && !magnitude) {
      return value.intValue() < MIN_COUNT || n.end() - n.start() == 1
          ? null
          : Reading.none(n.start(), n.end(), NoStatementReason.NAME);
    }
    boolean small = chinese && !n.percent() && !magnitude && value.intValue() < MIN_COUNT;
    if (small && !unit.measured() && !"个家座所项".contains(unit.text())) {
      return null;
    }
    if (chinese && unit != null && !magnitude && "条大届".contains(unit.text())) {
      return Reading.none(n.start(), unitEnd, NoStatementReason.NAME);
    }
    if (chinese
        && unit != null
        && n.end() - n.start() == 1
        && !n.percent()
        && "分点方里米面口".contains(unit.text())) {
      return null;
    }
    if (chinese && n.digits() && !magnitude) {
      return Reading.none(n.start(), n.end(), NoStatementReason.VAGUE);
    }
    if (unit != null && unit.base().equals("年") && !isDuration(s, n.start())) {
      return Reading.none(n.start(), unitEnd, NoStatementReason.DATE);
    }
    if (unit != null && unit.grade()) {
      return Reading.none(n.start(), unitEnd, NoStatementReason.POPULATION_SELECTOR);
    }
    Operator op = high != null ? Operator.RANGE : more ? Operator.GTE : Operator.EQ;
    int end = unitEnd;
    int skip = note(s, unitEnd, to);
    WordTrie.Word<Rule> qualifier = qualifiers.startingAt(s, skip, to);
    if (qualifier != null) {
      boolean split =
          qualifier.text().equals("多") && skip + 1 < to && "元个家".indexOf(s.charAt(skip + 1)) >= 0;
      end = skip + qualifier.length();
      if (high == null) {
        op = Operator.valueOf(qualifier.value().say("op").toUpperCase(Locale.ROOT));
      }
      if (split) {
        end = skip;
      }
    }
    return Reading.of(
        new Quantity(n.start(), unitEnd, end, value, high, unit, op, chinese, magnitude, more));
  }

  /** 翻一番 is growth of 100 %, 翻两番 of 300 %. */
  private Reading doubling(CharSequence s, Numeral n, int to) {
    if (n.end() >= to || s.charAt(n.end()) != '番') {
      return null;
    }
    int times = n.value().intValue();
    if (times < 1 || times > 10) {
      return Reading.none(n.start(), n.end() + 1, NoStatementReason.VAGUE);
    }
    return Reading.of(qualified(s, doubled(n.start(), n.end() + 1, times)));
  }

  /** The same quantity with the bound behind it (翻一番以上). */
  private Quantity qualified(CharSequence s, Quantity q) {
    WordTrie.Word<Rule> word = qualifiers.startingAt(s, q.end(), s.length());
    if (word == null) {
      return q;
    }
    Operator op = Operator.valueOf(word.value().say("op").toUpperCase(Locale.ROOT));
    return new Quantity(
        q.start(),
        q.unitEnd(),
        q.end() + word.length(),
        q.value(),
        null,
        q.unit(),
        op,
        q.chinese(),
        q.magnitude(),
        q.more());
  }

  private Quantity doubled(int from, int to, int times) {
    BigDecimal percent = BigDecimal.valueOf(((1L << times) - 1) * 100);
    Unit unit = units.at("%", 0, 1);
    return new Quantity(from, to, to, percent, null, unit, Operator.EQ, true, false, false);
  }

  /** 比五年前翻番: doubling once where nothing follows that 翻番 would only describe. */
  private static boolean isDoubled(CharSequence s, int at) {
    return at < s.length()
        && s.charAt(at) == '番'
        && (at + 1 == s.length() || "，,。;、".indexOf(s.charAt(at + 1)) >= 0);
  }

  /** 第25位 is a rank, any other 第N an ordinal or a name. */
  private Reading ordinal(CharSequence s, Numeral n, int to) {
    int end = n.end();
    if (end + 1 < to && s.charAt(end) == '季' && s.charAt(end + 1) == '度') {
      return Reading.none(n.start() - 1, end + 2, NoStatementReason.DATE);
    }
    boolean place = end < to && (s.charAt(end) == '位' || s.charAt(end) == '名');
    return Reading.none(n.start() - 1, place ? end + 1 : end, NoStatementReason.ORDINAL);
  }

  private Reading date(CharSequence s, Numeral n, int to) {
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
    int next = n.value().scale() <= 0 && n.value().intValue() <= 12 ? rangeEnd(s, n.end(), to) : -1;
    Numeral last = next > 0 ? NumberScanner.at(s, next, to) : null;
    return last != null && last.end() < to && s.charAt(last.end()) == '月';
  }

  /** 平均受教育年限达到10.5年: behind 年限 years are measured. */
  private static boolean isDuration(CharSequence s, int at) {
    int from = Math.max(0, at - LONGEST_RELATION);
    return s.subSequence(from, at).toString().contains("年限");
  }

  /** The offset after the word that joins the ends of a range, or -1 when there is none. */
  private static int rangeEnd(CharSequence s, int at, int to) {
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

  /** The offset after a short note in brackets without digits, such as 套(户). */
  private static int note(CharSequence s, int at, int to) {
    if (at < to && s.charAt(at) == '(') {
      int limit = Math.min(to, at + 10);
      for (int i = at + 1; i < limit; i++) {
        char c = s.charAt(i);
        if (c == ')') {
          return i + 1;
        }
        if (NumberScanner.isDigit(c)) {
          break;
        }
      }
    }
    return at;
  }

  /** 1. and (2) number the points of a list, [3] and 〔4〕 its notes. */
  private static boolean isListNumber(CharSequence s, Numeral n, char before, char after) {
    boolean bracketed = "(【〔[".indexOf(before) >= 0 && ")】〕]".indexOf(after) >= 0 && before != ' ';
    boolean begins = n.start() == 0 || "。;；|".indexOf(before) >= 0 && after == '.';
    boolean leads = begins && (after == '.' || after == '、') && n.end() - n.start() <= 2;
    return (bracketed || leads) && n.value().scale() <= 0 && !n.magnitude();
  }

  /** 1/3 of something is no figure of its own. */
  private static boolean isFraction(CharSequence s, int end, int to, char before) {
    boolean over = end + 1 < to && s.charAt(end) == '/' && NumberScanner.isDigit(s.charAt(end + 1));
    return over || before == '/';
  }

  private static boolean isPhone(CharSequence s, Numeral n) {
    int length = n.end() - n.start();
    char first = s.charAt(n.start());
    boolean leadingZero = first == '0' && length > 1 && s.charAt(n.start() + 1) != '.';
    return leadingZero || length > 12 && n.value().scale() == 0 && !n.magnitude();
  }

  private static NoStatementReason named(CharSequence s, int from) {
    char before = s.charAt(from - 1);
    boolean masked = before == 'X' || before == 'x' || before == '*' || before == '×';
    return masked ? NoStatementReason.MASKED : NoStatementReason.NAME;
  }

  private static boolean endsInLatin(String unit) {
    return isLatin(unit.charAt(unit.length() - 1));
  }

  static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
