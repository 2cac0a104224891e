package io.duibiao.core.extraction;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import java.util.Set;

/** Tells numbers that add up over a span (五年新建公园12个) from those that stand at its end. */
final class Flows {
  private static final WordTrie<Rule> WORDS = RuleFile.bundled(Flows.class, "periods.yaml").trie();

  /** What happens is counted over a time and never stands. */
  private static final Set<String> EVENTS = Set.of("人次", "起", "场", "场次", "批次", "例");

  private final Verbs verbs;

  Flows(Verbs verbs) {
    this.verbs = verbs;
  }

  /** Whether the number adds up over a span rather than stands at its end. */
  boolean flows(String s, Measure measure, Mention m, Mention first, Memory memory) {
    Relation relation = first.relation;
    if (relation.to || measure == Measure.RANK) {
      return false;
    }
    if (measure == Measure.GROWTH || measure == Measure.INCREMENT) {
      return true;
    }
    int nameStart = Math.min(first.lead.end, relation.start);
    String stretch = s.substring(nameStart, relation.start);
    if (memory.flows && first.gap == Gap.NEXT && isWord(stretch, "handled")) {
      return true;
    }
    if (first.lead.verb) {
      return !has(s, first);
    }
    WordTrie.Word<Rule> opening = WORDS.startingAt(stretch, 0, stretch.length());
    if (opening != null && opening.value().is("mean")) {
      return false;
    }
    if (isServed(s, m) || EVENTS.contains(unit(m)) && !isReached(s, first)) {
      return true;
    }
    if (s.startsWith("占", nameStart) && isShare(s, m, first)) {
      return memory.flows; // 外资5亿元、占全省12%
    }
    boolean shareOfFlow =
        memory.flows && isAmong(s, first) && isShare(s, m, first) && !isReached(s, first);
    boolean amongFlows =
        memory.flows && relation.empty && isAmong(s, first) && m.quantity.isMoneyOrRate();
    if (shareOfFlow
        || amongFlows
        || !isReached(s, first) && (isFlow(s, first) || saysEachYear(s, first))) {
      return true;
    }
    if (s.substring(first.from, m.start()).contains("先后")) {
      return true;
    }
    boolean totals = relation.cumulative || first.lead.cumulative;
    if (totals || s.substring(first.from, m.start()).contains("累计")) {
      return true;
    }
    boolean rate = stretch.endsWith("率") || stretch.endsWith("占比") || stretch.endsWith("比重");
    boolean behind = first.to > first.end();
    if (rate || !relation.empty && !(behind && merelyCounts(s, first))) {
      return false;
    }
    boolean covers = m.quantity.unit() != null && m.quantity.unit().isPercent();
    if (covers && stretch.endsWith("覆盖")) {
      return false;
    }
    boolean listed =
        memory.flows && relation.empty && first.from > 0 && s.charAt(first.from - 1) == '、';
    boolean carried = listed || first.gap == Gap.NEXT && memory.lead != null && memory.lead.verb;
    return stretch.isEmpty() || carried || behind || verbs.holdsVerb(stretch);
  }

  private static boolean isWord(String stretch, String attribute) {
    WordTrie.Word<Rule> word = WORDS.startingAt(stretch, 0, stretch.length());
    return word != null && word.length() == stretch.length() && word.value().is(attribute);
  }

  /** 为300名学生提供补助: those for whom something was done add up. */
  private boolean isServed(String s, Mention m) {
    boolean receiver = m.start() > 0 && "为向给对".indexOf(s.charAt(m.start() - 1)) >= 0;
    return receiver && m.to > m.end() && verbs.holdsVerb(s.substring(m.end(), m.to));
  }

  /** 包括 and 其中 begin a part of the total before. */
  static boolean isAmong(String s, Mention first) {
    return s.startsWith("包括", first.from)
        || s.startsWith("其中", first.from)
        || s.startsWith("其中，", first.from - 3);
  }

  /** 民生工程占40%: the number says how much of a whole the name is. */
  static boolean isShare(String s, Mention m, Mention first) {
    boolean percent = m.quantity.unit() != null && m.quantity.unit().isPercent();
    int share = s.indexOf('占', first.from);
    return percent && share >= 0 && share < m.start();
  }

  private static String unit(Mention m) {
    return m.quantity.unit() == null ? "" : m.quantity.unit().text();
  }

  /** Whether no word of reaching stands between name and number (A、B等8所学校建成). */
  private static boolean merelyCounts(String s, Mention first) {
    if (first.relation.op != Operator.EQ) {
      return false;
    }
    for (int i = first.relation.start; i < first.start(); i++) {
      WordTrie.Word<Rule> word = WORDS.startingAt(s, i, first.start());
      if (word != null && word.value().is("having") || "为是占超破近".indexOf(s.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** 实际利用外资超过16亿美元: whether the noun is one of what adds up. */
  private static boolean isFlow(String s, Mention first) {
    return endsIn(s, first, "flow");
  }

  /** Whether the name ends in a word of this kind. */
  private static boolean endsIn(String s, Mention first, String attribute) {
    for (int i = first.from; i < first.relation.start; i++) {
      WordTrie.Word<Rule> word = WORDS.startingAt(s, i, first.relation.start);
      if (word != null && word.value().is(attribute)) {
        return i + word.length() == first.relation.start;
      }
    }
    return false;
  }

  /** 每年减轻负担超过3亿元: what is done in each year of the span is of all of it. */
  private static boolean saysEachYear(String s, Mention first) {
    WordTrie.Word<Rule> word = WORDS.startingAt(s, first.from, first.start());
    return word != null && word.value().is("eachYear");
  }

  /** Whether a word of reaching or being stands between name and number. */
  static boolean isReached(String s, Mention first) {
    for (int i = first.relation.start; i < first.start(); i++) {
      WordTrie.Word<Rule> word = WORDS.startingAt(s, i, first.start());
      if (word != null && word.value().is("having") || "为是".indexOf(s.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the verb before the name is one of having. */
  private static boolean has(String s, Mention first) {
    for (int i = first.from; i < first.lead.end; i++) {
      WordTrie.Word<Rule> word = WORDS.startingAt(s, i, first.lead.end);
      if (word != null && word.value().is("having") && i + word.length() == first.lead.end) {
        return true;
      }
    }
    return false;
  }
}
