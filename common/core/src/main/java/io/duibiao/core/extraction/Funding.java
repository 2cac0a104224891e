package io.duibiao.core.extraction;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;

/**
 * Names money by what it is for: 中央财政安排3亿元支持校舍改造 and 安排资金3亿元，用于校舍改造. The words are the rules {@code
 * funding} and {@code purposes} of {@code names.yaml}.
 */
final class Funding {
  private static final int LONGEST_PURPOSE = 30;
  private final WordTrie<Rule> funding;
  private final WordTrie<Rule> purposes;
  private final NameCleaner cleaner;

  Funding(NameCleaner cleaner) {
    RuleFile file = RuleFile.bundled(Funding.class, "names.yaml");
    this.funding = file.trie("funding");
    this.purposes = file.trie("purposes", "purposes-that-stay");
    this.cleaner = cleaner;
  }

  /**
   * The name of an amount of money that only its purpose names, or null.
   *
   * @param name the cleaned stretch before the amount
   */
  String purpose(String s, Mention first, Mention last, String name) {
    boolean money = last.quantity.unit() != null && last.quantity.unit().base().endsWith("元");
    boolean plain = money && first.relation.change == 0 && !first.relation.to;
    String before = s.substring(first.from, first.start());
    if (!plain || first != last || !says(before) || !skip(name, 0, name.length()).isEmpty()) {
      return null;
    }
    int at = last.end();
    String rest = skip(s, at, last.to);
    if (rest.isEmpty() && last.to < s.length() && "，,".indexOf(s.charAt(last.to)) >= 0) {
      at = last.to + 1;
      int end = at;
      while (end < s.length() && "，,。;:".indexOf(s.charAt(end)) < 0) {
        end++;
      }
      boolean counted = last.after != null && last.after.start() < end;
      rest = counted ? "" : s.substring(at, end);
    }
    String kept = "";
    rest = rest.replaceFirst("^(主要|重点|全部)?(用|以|采取|通过)?.{0,5}方式", "");
    rest = rest.replaceFirst("^(主要|重点|全部)", "");
    WordTrie.Word<Rule> purpose = purposes.startingAt(rest, 0, rest.length());
    if (purpose == null) {
      return null;
    }
    while (purpose != null) {
      kept = purpose.value().is("keep") ? purpose.text() : "";
      rest = rest.substring(purpose.length());
      purpose = purposes.startingAt(rest, 0, rest.length());
    }
    Mention next = rest.isEmpty() ? last.after : null;
    if (next != null && next.start() == last.to && !next.quantity.isMeasured()) {
      rest = next.behind; // 投入1亿元实施46宗水库加固工程
    }
    String whole = rest.replaceFirst("(问题|工作|等工作|等方面)$", "");
    String object = whole.contains("等") ? whole : cleaner.clean(whole);
    boolean listed = object.endsWith("等") && last.after != null && last.after.behind != null;
    if (listed && last.after.behind.length() >= 4) {
      object = cleaner.clean(last.after.behind); // 投入1亿元完成北门路等8条道路改造
    }
    if (object.length() < 2 || object.length() > LONGEST_PURPOSE) {
      return null;
    }
    String invested = before.contains("投资") ? "投资" : "资金";
    return object + kept + (object.endsWith(invested) ? "" : invested);
  }

  /** 预算支出的80%以上用于民生: whether a rate is that of the use that stands behind it. */
  static boolean isUse(Mention last, String name, String behind) {
    boolean rate = last.quantity.unit() != null && last.quantity.unit().isPercent();
    boolean used = behind.startsWith("用于") || behind.startsWith("投入") || behind.startsWith("投向");
    return rate && used && name.length() >= 2 && behind.length() >= 4;
  }

  /** Whether the stretch holds a word of providing money. */
  private boolean says(String before) {
    for (int i = 0; i < before.length(); i++) {
      if (funding.startingAt(before, i, before.length()) != null) {
        return true;
      }
    }
    return false;
  }

  /** What is left of a stretch behind words of funding. */
  private String skip(String s, int from, int to) {
    int at = from;
    WordTrie.Word<Rule> word = at < to ? funding.startingAt(s, at, to) : null;
    while (word != null) {
      at += word.length();
      word = at < to ? funding.startingAt(s, at, to) : null;
    }
    return at < to ? s.substring(at, to) : "";
  }
}
