package io.duibiao.core.extraction;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;

/** Takes out of a stretch of text what is no part of the name it holds. */
final class NameCleaner {
  private static final int LONGEST = 40;
  private static final int LONGEST_LIST = 120;
  private static final RuleFile FILE = RuleFile.bundled(IndicatorNames.class, "names.yaml");
  private final WordTrie<Rule> inner = FILE.trie();
  private final WordTrie<Rule> milestones = FILE.trie("milestones");
  private final WordTrie<Rule> predicates = FILE.trie("predicates");

  /** A name out of a stretch of text, cleaned of what names nothing; may be empty. */
  String clean(CharSequence stretch) {
    StringBuilder name = new StringBuilder();
    int i = 0;
    while (i < stretch.length()) {
      char c = stretch.charAt(i);
      if (c == '(') {
        int close = indexOf(stretch, ')', i);
        if (close > 0 && isNote(stretch, i + 1, close)) {
          i = close + 1;
          continue;
        }
      }
      WordTrie.Word<Rule> word = inner.startingAt(stretch, i, stretch.length());
      if (word != null && word.value().is("drop") && droppable(stretch, i, word)) {
        i += word.length();
        continue;
      }
      if (name.length() >= 2 && isYear(stretch, i)) {
        i += 5;
        continue;
      }
      name.append(c);
      i++;
    }
    trim(name);
    if (name.indexOf("城、乡") == 0) {
      name.deleteCharAt(1);
    }
    cutApposition(name);
    cutAmong(name);
    cutMilestone(name);
    trim(name);
    Pairs.balance(name);
    int longest = name.indexOf("、") > 0 ? LONGEST_LIST : LONGEST;
    if (name.length() > longest) {
      name.delete(0, name.length() - longest);
      trim(name);
      Pairs.balance(name);
    }
    return name.toString();
  }

  /** 骨干企业2022年营业收入: whether a year stands at a place that only dates what follows. */
  private static boolean isYear(CharSequence s, int at) {
    if (at + 5 >= s.length() || s.charAt(at + 4) != '年') {
      return false;
    }
    boolean century = s.charAt(at) == '2' && s.charAt(at + 1) == '0';
    return century
        && Character.isDigit(s.charAt(at + 2))
        && Character.isDigit(s.charAt(at + 3))
        && !Character.isDigit(s.charAt(at - 1))
        && "代版以前之底末后度期的来起初".indexOf(s.charAt(at + 5)) < 0;
  }

  private static boolean droppable(CharSequence s, int at, WordTrie.Word<Rule> word) {
    int end = at + word.length();
    boolean ends = end == s.length();
    return !(ends && word.text().equals("完成"))
        && !(end < s.length()
            && (s.charAt(end) == '率'
                || s.charAt(end) == '量'
                || s.charAt(end) == '数'
                || s.charAt(end) == '额'));
  }

  private static int indexOf(CharSequence s, char c, int from) {
    for (int i = from; i < s.length(); i++) {
      if (s.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  private boolean isNote(CharSequence s, int from, int to) {
    for (int i = from; i < to; i++) {
      WordTrie.Word<Rule> word = inner.startingAt(s, i, to);
      if (word != null && word.value().is("note")) {
        return true;
      }
    }
    return false;
  }

  /** ①, ⑺ and their like. */
  private static boolean isEnumerator(char c) {
    return c >= '\u2460' && c <= '\u24FF' || c >= '\u2776' && c <= '\u2793';
  }

  private static void trim(StringBuilder name) {
    while (name.length() > 0 && isEnumerator(name.charAt(0))) {
      name.deleteCharAt(0);
    }
    while (name.length() > 0 && "的、，,。;:和及与并—-·等)”》了".indexOf(name.charAt(0)) >= 0) {
      name.deleteCharAt(0);
    }
    while (name.length() > 0
        && "的、，,。;:—-·等(“《了和及与并由从".indexOf(name.charAt(name.length() - 1)) >= 0) {
      name.setLength(name.length() - 1);
    }
  }

  /** Of 甲厂、乙厂等上云企业 only what the listed things are counts. */
  private static void cutApposition(StringBuilder name) {
    int at = name.lastIndexOf("等");
    if (at > 0 && name.length() - at - 1 >= 3) {
      char next = name.charAt(at + 1);
      boolean word = next == '级' || next == '教' || "高中初优一二三".indexOf(name.charAt(at - 1)) >= 0;
      if (!word) {
        name.delete(0, at + 1);
      }
    }
    if (name.length() >= 5 && name.indexOf("各类") == 0) {
      name.delete(0, 2);
    }
  }

  /** 地区生产总值连上两个台阶: what was passed on the way is no part of the name. */
  private void cutMilestone(StringBuilder name) {
    if (milestones.endingAt(name, 0, name.length()) == null) {
      return;
    }
    for (int i = 2; i < name.length(); i++) {
      if (predicates.startingAt(name, i, name.length()) != null) {
        name.setLength(i);
        return;
      }
    }
  }

  /** 空气质量在全国重点城市中 ranks 空气质量. */
  private static void cutAmong(StringBuilder name) {
    int last = name.length() - 1;
    if (last > 2 && name.charAt(last) == '中' && "高初集其心".indexOf(name.charAt(last - 1)) < 0) {
      int at = name.lastIndexOf("在");
      if ("名评核价比".indexOf(name.charAt(last - 1)) >= 0) {
        name.setLength(last);
      } else if (at >= 0) {
        name.setLength(at);
      }
    }
  }
}
