package io.duibiao.core.quantity;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.text.Words;
import java.math.BigDecimal;

/** The units of {@code units.yaml}, found at a place of a text. */
public final class UnitTable {
  /** Times that a rate may be stated for: 元/月. A day is counted in hours like 天. */
  private static final String PERIODS = "月年季";

  private final WordTrie<Unit> units = new WordTrie<>();
  private final WordTrie<Rule> others = new WordTrie<>();

  private UnitTable(RuleFile file) {
    for (Rule rule : file.rules()) {
      boolean name = rule.is("name") || rule.is("date");
      String divisor = rule.say("divisor");
      for (var entry : rule.factors().entrySet()) {
        BigDecimal by = divisor.isEmpty() ? BigDecimal.ONE : new BigDecimal(divisor);
        units.putIfAbsent(
            entry.getKey(),
            new Unit(
                entry.getKey(),
                rule.say("base"),
                new BigDecimal(entry.getValue()),
                by,
                rule.is("hard"),
                rule.is("grade")));
      }
      for (String word : rule.words()) {
        if (name) {
          others.putIfAbsent(word, rule);
        } else {
          units.putIfAbsent(
              word, new Unit(word, word, BigDecimal.ONE, BigDecimal.ONE, false, false));
        }
      }
    }
  }

  /** The table that comes with the program. */
  public static UnitTable bundled() {
    return new UnitTable(RuleFile.bundled(UnitTable.class, "units.yaml"));
  }

  /** The unit that starts at a place, compound units included, or null. */
  public Unit at(CharSequence text, int from, int to) {
    WordTrie.Word<Unit> word = units.startingAt(text, from, to);
    if (word == null || word.text().equals("个") && Words.startAt(text, from, to, "个体")) {
      return null;
    }
    Unit unit = word.value();
    int end = from + word.length();
    while (end + 1 < to
        && (text.charAt(end) == '/' || end > from + word.length() && text.charAt(end) == '·')) {
      int k = end + 1;
      BigDecimal magnitude = BigDecimal.ONE;
      while (k < to
          && NumberScanner.power(text.charAt(k)) > 0
          && units.startingAt(text, k, to) == null) {
        magnitude = magnitude.scaleByPowerOfTen(NumberScanner.power(text.charAt(k)));
        k++;
      }
      WordTrie.Word<Unit> below = units.startingAt(text, k, to);
      if (below == null && k < to && PERIODS.indexOf(text.charAt(k)) >= 0) {
        String period = String.valueOf(text.charAt(k));
        below =
            new WordTrie.Word<>(
                period, new Unit(period, period, BigDecimal.ONE, BigDecimal.ONE, true, false));
      }
      if (below == null) {
        break;
      }
      Unit divisor = below.value();
      end = k + below.length();
      Unit scaled =
          new Unit(
              divisor.text(),
              divisor.base(),
              divisor.factor().multiply(magnitude),
              divisor.divisor(),
              true,
              false);
      unit = unit.per(scaled, text.subSequence(from, end).toString());
    }
    return unit;
  }

  /** The word at a place that makes the number before it a date or a name, or null. */
  public WordTrie.Word<Rule> notUnit(CharSequence text, int from, int to) {
    return others.startingAt(text, from, to);
  }
}
