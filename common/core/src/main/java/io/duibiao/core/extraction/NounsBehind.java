package io.duibiao.core.extraction;

import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.List;
import java.util.Set;

/** Reads the noun that stands behind a number (改造12个老旧小区), and tells whether there is one. */
final class NounsBehind {
  private static final Set<String> TASKS = Set.of("任务", "目标", "目标任务", "指标", "计划", "的任务");
  private static final Set<String> SIZES = Set.of("米", "吨", "瓦", "千瓦时");
  private final RelationReader relations;
  private final IndicatorNames names;
  private final NameCleaner cleaner;
  private final NameLists lists;
  private final Verbs verbs;
  private final WordTrie<Rule> leads = RuleFile.bundled(NounsBehind.class, "lead.yaml").trie();

  NounsBehind(
      RelationReader relations,
      IndicatorNames names,
      NameCleaner cleaner,
      NameLists lists,
      Verbs verbs) {
    this.relations = relations;
    this.names = names;
    this.cleaner = cleaner;
    this.lists = lists;
    this.verbs = verbs;
  }

  /** 提升7家中心水平, 增发5亿元债券: the verb is done to the noun behind the number. */
  boolean treatsCounted(String s, List<Mention> group) {
    Mention last = group.get(group.size() - 1);
    boolean rate =
        last.quantity.unit() != null
            && (last.quantity.unit().isPercent() || last.quantity.unit().isPoints());
    String behind = rate || last.ranked ? "" : behind(s, last);
    return behind.length() >= 2
        && nounBehind(last.quantity, false, behind)
        && verbs.startsWithNoun(behind);
  }

  /** Whether what stands behind a list of numbers can be the noun that they count or measure. */
  boolean follows(Mention first, Mention last, String name, String behind) {
    boolean task = name.isEmpty() && first.lead.verb && behind.endsWith("任务");
    boolean opens = first == last && first.start() == first.from && !first.ranked;
    boolean added =
        opens && behind.length() >= 6 && behind.startsWith("新增") && !verbs.endsInVerb(behind);
    boolean noun =
        behind.length() >= 2 && (nounBehind(last.quantity, last.ranked, behind) || task || added);
    boolean set = name.length() >= 2 && TASKS.contains(behind); // 完成造林18万亩任务
    return noun && !set && !(behind.startsWith("等") && name.length() >= 2);
  }

  /** Whether a quantity counts things rather than measures one. */
  boolean counts(Quantity q, String behind) {
    return q.unit() == null ? q.magnitude() && verbs.startsWithNoun(behind) : !q.isMeasured();
  }

  /** 7批219名医务人员 and 新建3条、续建5条道路: the noun stands behind the second number. */
  boolean shares(String s, Mention m, Mention next) {
    boolean near = next.start() - m.end() <= 4 && next.gap != Gap.STOP;
    boolean counted = next.behind.length() >= 2 && verbs.startsWithNoun(next.behind);
    return near && counted && "，,;:".indexOf(s.charAt(m.end())) < 0;
  }

  /** The text behind a number that may hold its noun. */
  String behind(String s, Mention m) {
    int to = m.to;
    if (to <= m.end()) {
      return "";
    }
    if (!m.joined) {
      return withoutNote(s.substring(m.end(), to));
    }
    String text = s.substring(m.end(), relations.read(s, m.end(), to).start);
    for (int i = 2; i < text.length(); i++) {
      WordTrie.Word<Rule> lead = leads.startingAt(text, i, text.length());
      boolean breaks =
          lead != null
              && lead.length() > 1
              && (lead.value().is("verb") || lead.value().name().startsWith("time"));
      if (breaks
          || text.startsWith("总投资", i)
          || text.startsWith("投资", i)
          || text.startsWith("支持", i)
          || text.startsWith("用于", i)
          || text.startsWith("计划", i)) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  private static String withoutNote(String text) {
    int close = text.startsWith("(") ? text.indexOf(')') : -1;
    String rest = close < 0 ? text : text.substring(close + 1);
    return rest.startsWith("、") ? "" : rest;
  }

  /** 长江12.5米深水航道: between two nouns a measure tells the size of the thing behind it. */
  boolean sizes(String s, List<Mention> group, String name) {
    Mention m = group.get(0);
    boolean thing =
        group.size() == 1 && m.quantity.unit() != null && SIZES.contains(m.quantity.unit().base());
    if (!thing || name.isEmpty() || !m.relation.empty || m.joined || verbs.endsInVerb(name)) {
      return false;
    }
    String behind = behind(s, m);
    return behind.length() >= 2
        && behind.charAt(0) != '的'
        && nounBehind(m.quantity, false, behind)
        && verbs.startsWithNoun(behind)
        && !verbs.isReceiver(name)
        && !verbs.isVerbal(name);
  }

  /** The noun behind a number; a bare grade takes its head from the next number of the list. */
  String object(String s, String behind, Mention m, Mention next) {
    int sent = behind.indexOf('赴');
    int more =
        m.from > 0 && s.charAt(m.from - 1) == '、' && m.start() == m.from ? behind.indexOf('等') : -1;
    int stop = sent >= 2 ? sent : more >= 2 ? more : behind.length();
    String object = cleaner.clean(behind.substring(0, stop));
    String shared = lists.isGrade(object) ? "" : sharedPredicate(s, m);
    if (!shared.isEmpty() && object.length() >= 2 && !verbs.hasOwnVerb(object)) {
      return object.endsWith(shared) ? object : object + shared;
    }
    if (lists.isGrade(object) && next != null && next.gap == Gap.NEXT && next.behind != null) {
      String head = lists.headAfterGrade(cleaner.clean(next.behind));
      return head == null ? object : object + head;
    }
    return object;
  }

  /**
   * What the last of a list of counted things says of all of them: 3个村、5户企业全部脱贫; 8公里水管、12公里 气管更新改造.
   * Empty when there is none.
   */
  private String sharedPredicate(String s, Mention m) {
    Mention end = m;
    while (end.after != null && end.after.gap == Gap.NEXT && joins(s, end, end.after)) {
      end = end.after;
    }
    return end == m ? "" : verbs.predicateOfAll(end.behind);
  }

  private static boolean joins(String s, Mention m, Mention next) {
    return m.behind.length() >= 2
        && next.start() == next.from
        && next.from - m.end() - m.behind.length() == 1
        && "，,;".indexOf(s.charAt(next.from - 1)) < 0
        && !m.joined;
  }

  private boolean nounBehind(Quantity q, boolean ranked, String behind) {
    if (names.isMilestone(behind)) {
      return false;
    }
    if (behind.charAt(0) == '的') {
      return true;
    }
    boolean relates = relations.startsWord(behind, 0) && !names.isSorted(behind);
    if (ranked || q.unit() != null && q.unit().isPoints() || relates) {
      return false;
    }
    if (!q.isMeasured() || q.unit().base().equals("人")) {
      return true;
    }
    return !verbs.startsWithAny(behind);
  }
}
