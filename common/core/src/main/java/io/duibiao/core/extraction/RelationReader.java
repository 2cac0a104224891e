package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.statement.Operator;
import java.util.Locale;

/** Reads the words between an indicator and its number, from the number to the left. */
final class RelationReader {
  private static final int LONGEST_COMPARISON = 24;
  private final WordTrie<Rule> relations =
      RuleFile.bundled(RelationReader.class, "relations.yaml").trie();
  private final WordTrie<Rule> comparands =
      RuleFile.bundled(RelationReader.class, "comparands.yaml").trie();

  /** Reads from {@code to} to the left, not further than {@code from}. */
  Relation read(CharSequence s, int from, int to) {
    Relation relation = new Relation();
    int at = to;
    while (at > from) {
      WordTrie.Word<Rule> word = relations.endingAt(s, from, at);
      int comparison = comparison(s, from, at);
      if (comparison >= 0 && (word == null || at - comparison > word.length())) {
        at = comparison;
        relation.compared = true;
        relation.empty = false;
        continue;
      }
      if (word == null || insideName(s, from, at, word, relation)) {
        break;
      }
      take(relation, word);
      at -= word.length();
    }
    relation.start = at;
    return relation;
  }

  /** Whether a word of this kind starts at a place. */
  boolean startsWord(CharSequence s, int at) {
    return relations.startingAt(s, at, s.length()) != null;
  }

  /** A one-character word is only taken next to the number or after another relation. */
  private static boolean insideName(
      CharSequence s, int from, int at, WordTrie.Word<Rule> word, Relation relation) {
    if (word.length() > 1) {
      return false;
    }
    char c = word.text().charAt(0);
    char before = at - 2 >= from ? s.charAt(at - 2) : ' ';
    return switch (c) {
      case '有' -> before == '国' || before == '私' || before == '所';
      case '新' -> before == '高' || before == '创' || before == '更';
      case '计' -> before == '审' || before == '设' || before == '统' || before == '会';
      case '高' -> before == '提' || before == '最' || before == '普' || before == '职';
      case '要' -> before == '重' || before == '主';
      case '的', '等' -> !relation.empty;
      case '降' -> before == '压';
      case '减' -> before == '核';
      case '近' -> before == '附' || before == '邻';
      case '由', '从' -> before == '自';
      case '为' -> before == '行' || before == '作';
      case '总' -> relation.empty;
      case '应' -> before == '供' || before == '反';
      case '是' -> before == '但';
      case '位' -> before == '单' || before == '泊' || before == '车' || before == '床' || before == '学';
      case '到' -> before == '签';
      case '只' -> false;
      default -> false;
    };
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
    } else if (rule.is("noun")) {
      relation.noun = true;
      relation.to = false;
      relation.change = "down".equals(rule.say("change")) ? -1 : 1;
    }
    if (rule.is("to") && relation.change == 0) {
      relation.to = true;
    }
    if (relation.op == Operator.EQ && !rule.say("op").isEmpty()) {
      relation.op = Operator.valueOf(rule.say("op").toUpperCase(Locale.ROOT));
    }
    relation.each |= rule.is("each");
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

  /** Offset of the 比 or 较 that starts a comparison ending at {@code to}, or -1. */
  private int comparison(CharSequence s, int from, int to) {
    int at = to;
    int stop = Math.max(from, to - LONGEST_COMPARISON);
    while (at > stop) {
      char c = s.charAt(at - 1);
      if (at < to && (c == '比' || c == '较') && !(at > from + 1 && s.charAt(at - 2) == '占')) {
        boolean same = at >= from + 2 && (s.charAt(at - 2) == '同' || s.charAt(at - 2) == '环');
        return same ? -1 : at - 1;
      }
      if (at < to && (c == '于') && at >= from + 2 && "高低快好优".indexOf(s.charAt(at - 2)) >= 0) {
        return -1;
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
