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
  private final UnitTable units = UnitTable.bundled();
  private final WordTrie<Rule> qualifiers =
      RuleFile.bundled(QuantityReader.class, "qualifiers.yaml").trie();
  private final Dates dates = new Dates(units);
  private final Doublings doublings = new Doublings(units, qualifiers);
  private final Ranges ranges = new Ranges(units);

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
      if (c == '首' && i + 1 < s.length() && s.charAt(i + 1) == '位' && !Labels.goesOn(s, i + 2)) {
        found.add(Reading.none(i, i + 2, NoStatementReason.ORDINAL));
        i += 2;
        continue;
      }
      Reading doubling = doublings.bare(s, i);
      if (doubling != null) {
        found.add(doubling);
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
      return doublings.at(s, n, to);
    }
    if (Labels.isLatin(before)
        || before == '+'
        || before == '×'
        || before == '*'
        || before == '.') {
      return Reading.none(
          from, n.end(), n.chinese() ? NoStatementReason.NAME : Labels.named(s, from));
    }
    if (!n.chinese() && (Labels.isFraction(s, n.end(), to, before))) {
      return Reading.none(from, n.end(), NoStatementReason.VAGUE);
    }
    if (before == '第') {
      return Labels.ordinal(s, n, to);
    }
    if (quoted) {
      return n.chinese() && !n.percent()
          ? null
          : Reading.none(from, n.end(), NoStatementReason.NAME);
    }
    if (!n.chinese() && Labels.isListNumber(s, n, before, after)) {
      return Reading.none(from, n.end(), NoStatementReason.ORDINAL);
    }
    if (!n.chinese() && Labels.isPhone(s, n)) {
      return Reading.none(from, n.end(), NoStatementReason.DOCUMENT_NUMBER);
    }
    Reading date = dates.at(s, n, to);
    return date == null ? quantity(s, n, before, after, to) : date;
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
    if (unit != null
        && Labels.endsInLatin(unit.text())
        && unitEnd < to
        && Labels.isLatin(s.charAt(unitEnd))) {
      unit = null;
      unitEnd = n.end();
    }
    if (unit == null && (Labels.isLatin(after) || after == '+' || after == '×' || after == '*')) {
      return Reading.none(n.start(), n.end(), NoStatementReason.NAME);
    }
    Ranges.Range range = ranges.read(s, n, unit, unitEnd, before, to);
    BigDecimal value = range.value();
    BigDecimal high = range.high();
    unit = range.unit();
    unitEnd = range.end();
    boolean chinese = n.chinese();
    boolean magnitude = range.magnitude();
    boolean more = range.more();
    if (unit == null && chinese && !magnitude) {
      return value.intValue() < MIN_COUNT || n.end() - n.start() == 1
          ? null
          : Reading.none(n.start(), n.end(), NoStatementReason.NAME);
    }
    boolean small = chinese && !n.percent() && !magnitude && value.intValue() < MIN_COUNT;
    boolean several = value.intValue() > 1; // of 等一批 nothing is counted
    boolean apposition = several && n.start() > 0 && s.charAt(n.start() - 1) == '等';
    if (small && !unit.measured() && !"个家座所项".contains(unit.text()) && !apposition) {
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
    if (unit != null && unit.base().equals("年") && !Dates.isDuration(s, n.start())) {
      return Reading.none(n.start(), unitEnd, NoStatementReason.DATE);
    }
    if (unit != null && unit.grade()) {
      return Reading.none(n.start(), unitEnd, NoStatementReason.POPULATION_SELECTOR);
    }
    more |= unit != null && unit.text().startsWith("个多");
    Operator op = high != null ? Operator.RANGE : more ? Operator.GTE : Operator.EQ;
    int end = unitEnd;
    int skip = note(s, unitEnd, to);
    WordTrie.Word<Rule> qualifier = qualifiers.startingAt(s, skip, to);
    boolean noun =
        qualifier != null
            && qualifier.text().equals("多")
            && skip + 1 < to
            && "功媒式用语模肉".indexOf(s.charAt(skip + 1)) >= 0; // 40片多功能运动场
    if (qualifier != null && !noun) {
      boolean split =
          qualifier.text().equals("多") && skip + 1 < to && "元个家".indexOf(s.charAt(skip + 1)) >= 0;
      end = skip + qualifier.length();
      if (high == null) {
        op = operator(qualifier);
      }
      if (split) {
        end = skip;
      }
    }
    return Reading.of(
        new Quantity(n.start(), unitEnd, end, value, high, unit, op, chinese, magnitude, more));
  }

  /** The operator that a word behind a quantity stands for (以上: gte). */
  static Operator operator(WordTrie.Word<Rule> qualifier) {
    return Operator.valueOf(qualifier.value().say("op").toUpperCase(Locale.ROOT));
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
}
