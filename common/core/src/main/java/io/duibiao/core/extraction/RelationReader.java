package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.text.Words;
import java.util.List;
import java.util.Locale;

/** Reads the words between an indicator and its number, from the number to the left. */
final class RelationReader {
  private static final int LONGEST_COMPARISON = 24;
  private static final int PLAN = 6;
  private static final RuleFile PHRASES = RuleFile.bundled(RelationReader.class, "phrases.yaml");
  private static final WordTrie<Rule> AGAINST =
      PHRASES.trie("measured-against-above", "measured-against-below");

  private static final List<String> MEANS = List.of("年人均", "月人均", "人均", "户均", "亩均", "月均");

  /** When a change arrived, behind 到 (提高到现在的1721元). */
  private static final WordTrie<Rule> NOW = PHRASES.trie("when-it-arrived");

  private static final String SHORT = "增降超达约近占比较列";
  private final WordTrie<Rule> relations =
      RuleFile.bundled(RelationReader.class, "relations.yaml").trie();
  private final WordTrie<Rule> comparands =
      RuleFile.bundled(RelationReader.class, "comparands.yaml").trie();

  /** Reads from {@code to} to the left, not further than {@code from}. */
  Relation read(CharSequence s, int from, int to) {
    return read(s, from, to, false);
  }

  /** Reads what stands before a number; only before a rank does 居 or 列 say a position. */
  Relation ofNumber(CharSequence s, int from, int to, boolean ranked) {
    return read(s, from, to, ranked, ranked);
  }

  /** Reads as the other does; of a rank a word that names growth belongs to the indicator. */
  Relation read(CharSequence s, int from, int to, boolean ranked) {
    return read(s, from, to, ranked, true);
  }

  private Relation read(CharSequence s, int from, int to, boolean ranked, boolean positions) {
    Relation relation = new Relation();
    relation.rank = ranked;
    int at = to;
    while (at > from) {
      WordTrie.Word<Rule> word = relations.endingAt(s, from, at);
      int time = time(s, from, at);
      if (time >= 0) {
        at = time;
        continue;
      }
      int bare = relation.to ? bareOrigin(s, from, at) : -1;
      if (bare >= 0) {
        at = bare;
        continue;
      }
      int comparison = comparison(s, from, at);
      if (comparison >= 0 && (word == null || at - comparison > word.length())) {
        at = comparison;
        relation.compared = true;
        relation.empty = false;
        int direction = direction(s, at);
        relation.against |= direction != 0;
        relation.change = relation.change == 0 ? direction : relation.change;
        continue;
      }
      int mean = behindEnd(s, from, at);
      if (mean >= 0) {
        relation.empty = false;
        at = mean;
        continue;
      }
      if (word == null
          || word.value().is("stop")
          || !positions && word.length() == 1 && word.value().is("rank")
          || listed(word, relation)
          || isWhole(s, from, at - word.length(), word)
          || ranked(word, relation)) {
        break;
      }
      if (word.text().equals("的")) {
        int dated = time(s, from, at - 1);
        relation.empty = false;
        at = dated < 0 ? at - 1 : dated;
        if (dated < 0) {
          break;
        }
        continue;
      }
      boolean lists = relation.empty && word.text().equals("等"); // 甲、乙高等7条: 高 is of the list
      take(relation, word);
      at -= word.length();
      if (lists) {
        break;
      }
    }
    relation.start = at;
    return relation;
  }

  /** 由年人均200元提高到人均240元: offset of 人均 behind a preposition of change, or -1. */
  private static int behindEnd(CharSequence s, int from, int to) {
    for (String mean : MEANS) {
      int at = to - mean.length();
      if (at > from && Words.startAt(s, at, to, mean) && "由从到至末底".indexOf(s.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    return -1;
  }

  /** Whether a word of this kind starts at a place. */
  boolean startsWord(CharSequence s, int at) {
    WordTrie.Word<Rule> word = relations.startingAt(s, at, s.length());
    if (word == null || word.value().is("stop")) {
      return false;
    }
    Rule rule = word.value();
    boolean says = !rule.say("change").isEmpty() || !rule.say("op").isEmpty() || rule.is("to");
    return word.length() > 1
        ? says || rule.is("rank") || word.text().startsWith("达")
        : SHORT.indexOf(word.text()) >= 0;
  }

  /** Whether any word between an indicator and a number, of two characters or more, starts here. */
  boolean startsLongWord(CharSequence s, int at) {
    WordTrie.Word<Rule> word = relations.startingAt(s, at, s.length());
    return word != null && word.length() > 1 && !word.value().is("stop");
  }

  /** 等 and 的 belong to what stands before them unless they touch the number. */
  private static boolean listed(WordTrie.Word<Rule> word, Relation relation) {
    return !relation.empty && (word.text().equals("等") || word.text().equals("的"));
  }

  /** In 占全国12% the whole is part of the name. */
  private static boolean isWhole(CharSequence s, int from, int at, WordTrie.Word<Rule> word) {
    return at > from && s.charAt(at - 1) == '占' && word.text().charAt(0) == '全';
  }

  /** In 增速居全省第三 it is the growth that is ranked. */
  private static boolean ranked(WordTrie.Word<Rule> word, Relation relation) {
    return (relation.rank || relation.against) && word.value().is("noun");
  }

  private static void take(Relation relation, WordTrie.Word<Rule> word) {
    Rule rule = word.value();
    relation.empty = false;
    if (relation.change == 0 && !relation.to) {
      relation.change =
          switch (rule.say("change")) {
            case "up" -> 1;
            case "down" -> -1;
            default -> 0;
          };
      relation.noun |= rule.is("noun");
      relation.treats |= rule.is("treats");
    } else if (rule.is("noun")) {
      relation.noun = true;
      if (relation.to) {
        relation.to = false;
        relation.change = "down".equals(rule.say("change")) ? -1 : 1;
      }
    }
    if (rule.is("to") && relation.change == 0) {
      relation.to = true;
    }
    boolean extreme = relation.change != 0 && word.text().startsWith("最"); // 最高调降5%
    if (relation.op == Operator.EQ && !rule.say("op").isEmpty() && !extreme) {
      relation.op = Operator.valueOf(rule.say("op").toUpperCase(Locale.ROOT));
    }
    boolean reached = rule.is("each") && word.text().contains("达");
    relation.state |= rule.is("state") || rule.is("to") || reached;
    relation.doing |= word.text().contains("完成") || word.text().startsWith("实现");
    relation.each |= rule.is("each") || rule.is("rank") && word.text().startsWith("均");
    relation.rank |= rule.is("rank");
    relation.target |= "target".equals(rule.say("kind"));
    relation.compared |= word.text().equals("同比");
    relation.origin |= word.text().equals("由") || word.text().equals("从");
    switch (rule.say("flag")) {
      case "estimate" -> relation.estimate = true;
      case "cumulative" -> relation.cumulative = true;
      case "comparable" -> relation.comparable = true;
      default -> {}
    }
  }

  /**
   * Offset of a year that ends at {@code to} behind a verb of arrival or a word of origin (由2010年的,
   * 增加到2015年的), of one behind the name (粮食产量2025年达到) or of a run of years (连续5年), or -1.
   */
  private static int time(CharSequence s, int from, int to) {
    WordTrie.Word<Rule> now = NOW.endingAt(s, from + 1, to);
    if (now != null && "到至".indexOf(s.charAt(to - now.length() - 1)) >= 0) {
      return to - now.length();
    }
    int at = to;
    while (at > from && "末底初份".indexOf(s.charAt(at - 1)) >= 0) {
      at--;
    }
    if (at < to && at > from && s.charAt(at - 1) == '”') {
      int open = at - 1;
      while (open > from && open > at - PLAN && s.charAt(open) != '“') {
        open--;
      }
      boolean origin = open > from && "由从比较".indexOf(s.charAt(open - 1)) >= 0;
      boolean against = origin && "比较".indexOf(s.charAt(open - 1)) >= 0;
      return origin && s.charAt(open) == '“' ? against ? open - 1 : open : -1;
    }
    if (at <= from || "年月".indexOf(s.charAt(at - 1)) < 0) {
      return -1;
    }
    at--;
    if (at > from && s.charAt(at) == '月' && s.charAt(at - 1) == '个') {
      at--;
    }
    int digits = at;
    while (digits > from
        && (NumberScanner.starts(s.charAt(digits - 1))
            || s.charAt(digits - 1) == '上'
            || s.charAt(digits - 1) == '去')) {
      digits--;
    }
    if (digits == at || digits == from) {
      return -1;
    }
    char before = s.charAt(digits - 1);
    if (before == '续' && digits - 2 >= from && s.charAt(digits - 2) == '连') {
      return digits - 2;
    }
    boolean plain =
        digits - from > 1
            && "比较与和自在后前".indexOf(before) < 0
            && Years.at(s, digits, at) > 0
            && s.charAt(at) == '年';
    return plain || "由从到至是为于".indexOf(before) >= 0 ? digits : -1;
  }

  /** 由12.4增加到22.4万户: offset of 由 or 从 before a number without a unit that ends here, or -1. */
  private static int bareOrigin(CharSequence s, int from, int to) {
    int at = to;
    while (at > from && (NumberScanner.isArabic(s.charAt(at - 1)) || s.charAt(at - 1) == '.')) {
      at--;
    }
    boolean origin = at < to && at > from && "由从".indexOf(s.charAt(at - 1)) >= 0;
    return origin ? at - 1 : -1;
  }

  /** Offset of a word such as 高于 that ends at a place, or -1. */
  private static int against(CharSequence s, int from, int at) {
    WordTrie.Word<Rule> word = AGAINST.endingAt(s, from, at);
    return word == null ? -1 : at - word.length();
  }

  /** Up or down for a comparison that starts with 高于 or its like, 0 for 比 and 较. */
  private static int direction(CharSequence s, int at) {
    WordTrie.Word<Rule> word = AGAINST.startingAt(s, at, s.length());
    return word == null ? 0 : word.value().say("direction").equals("down") ? -1 : 1;
  }

  /** Offset of the 比 or 较 that starts a comparison ending at {@code to}, or -1. */
  private int comparison(CharSequence s, int from, int to) {
    int at = to;
    int stop = Math.max(from, to - LONGEST_COMPARISON);
    while (at > stop) {
      char c = s.charAt(at - 1);
      int measured = at < to ? against(s, from, at) : -1;
      if (measured >= 0) {
        return measured;
      }
      if (at < to && (c == '比' || c == '较') && !(at > from + 1 && s.charAt(at - 2) == '占')) {
        boolean same = at >= from + 2 && (s.charAt(at - 2) == '同' || s.charAt(at - 2) == '环');
        return same ? -1 : at - 1;
      }
      WordTrie.Word<Rule> word = comparands.endingAt(s, stop, at);
      if (word != null) {
        at -= word.length();
      } else if (NumberScanner.starts(c)) {
        at--;
      } else {
        return -1;
      }
    }
    return -1;
  }
}
