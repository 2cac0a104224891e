package io.duibiao.core.quantity;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.statement.Operator;
import java.math.BigDecimal;

/** Reads 翻番 and 翻两番 as growth. */
final class Doublings {
  private final UnitTable units;
  private final WordTrie<Rule> qualifiers;

  Doublings(UnitTable units, WordTrie<Rule> qualifiers) {
    this.units = units;
    this.qualifiers = qualifiers;
  }

  /** 比五年前翻番: the doubling that a 翻 begins which no number follows, or null. */
  Reading bare(CharSequence s, int at) {
    return s.charAt(at) == '翻' && standsAlone(s, at + 1)
        ? Reading.of(doubled(at + 1, at + 2, 1))
        : null;
  }

  /** 翻一番 is growth of 100 %, 翻两番 of 300 %. */
  Reading at(CharSequence s, Numeral n, int to) {
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
    Operator op = QuantityReader.operator(word);
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

  /** A growth that doubles so many times. */
  private Quantity doubled(int from, int to, int times) {
    BigDecimal percent = BigDecimal.valueOf(((1L << times) - 1) * 100);
    Unit unit = units.at("%", 0, 1);
    return new Quantity(from, to, to, percent, null, unit, Operator.EQ, true, false, false);
  }

  /** Doubling once, where nothing follows that 翻番 would only describe. */
  private static boolean standsAlone(CharSequence s, int at) {
    return at < s.length()
        && s.charAt(at) == '番'
        && (at + 1 == s.length() || "，,。;、".indexOf(s.charAt(at + 1)) >= 0);
  }
}
