package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.List;

/** Takes out of a stretch of text what is no part of the name it holds. */
final class NameCleaner {
  private static final List<String> GUARDS = List.of("不减少", "不降低", "不反弹", "不突破");
  private static final List<String> WORKS = List.of("项目", "工程");
  private static final List<String> STARTS = List.of("新开工", "开工", "竣工", "续建", "建成", "投产", "储备");
  private static final int LONGEST = 40;
  private static final List<String> LOTS = List.of("公斤", "斤", "吨", "亩", "担");
  private static final int LONGEST_LIST = 120;
  private static final RuleFile FILE = RuleFile.bundled(IndicatorNames.class, "names.yaml");
  private final WordTrie<Rule> inner = FILE.trie();
  private final WordTrie<Rule> milestones = FILE.trie("milestones");
  private final WordTrie<Rule> predicates = FILE.trie("predicates");
  private final WordTrie<Rule> means = FILE.trie("means");
  private final WordTrie<Rule> meansEnds = FILE.trie("ends-of-means");
  private final WordTrie<Rule> receivers = receivers();
  private final WordTrie<Rule> vague = FILE.trie("vague-amounts");
  private final WordTrie<Rule> leads = RuleFile.bundled(NameCleaner.class, "lead.yaml").trie();
  private final WordTrie<Rule> verbs = RuleFile.bundled(NameCleaner.class, "verbs.yaml").trie();

  private static WordTrie<Rule> receivers() {
    WordTrie<Rule> words = FILE.trie("receivers");
    Rule names = FILE.rule("receivers-in-names");
    names.words().forEach(word -> words.putIfAbsent(word, names));
    return words;
  }

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
      if (name.length() >= 2 && (isYear(stretch, i) || isLastYear(stretch, i))) {
        i += 5;
        continue;
      }
      if (name.length() >= 2 && isLastRun(stretch, i)) {
        break;
      }
      int lasting = c == '连' ? behindLasting(stretch, i) : i;
      if (lasting > i) {
        i = lasting;
        continue;
      }
      name.append(c);
      i++;
    }
    trim(name);
    cutStill(name);
    cutLot(name);
    cutAllotment(name);
    cutGround(name);
    cutGroundBefore(name);
    cutGuard(name);
    cutOrigin(name);
    if (name.indexOf("城、乡") == 0) {
      name.deleteCharAt(1);
    }
    cutVagueAmount(name);
    cutMeans(name);
    cutAgent(name);
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

  /** 常住人口2020年: whether a stretch ends in a year that only dates it. */
  private static boolean isLastYear(CharSequence s, int at) {
    return at + 5 == s.length() && s.charAt(at + 4) == '年' && Years.at(s, at, s.length()) > 0;
  }

  /** 新能源装机占比5年: whether a stretch ends in a run of years that only dates it. */
  private static boolean isLastRun(CharSequence s, int at) {
    boolean run = at + 2 == s.length() && s.charAt(at + 1) == '年';
    return run && "三四五3456".indexOf(s.charAt(at)) >= 0 && !Character.isDigit(s.charAt(at - 1));
  }

  /** 市财政连续三年投入: the end of how long it lasted, or the same place. */
  private static int behindLasting(CharSequence s, int at) {
    int i = at + 2;
    while (i < s.length() && i < at + 4 && NumberScanner.starts(s.charAt(i))) {
      i++;
    }
    boolean counted = i > at + 2 && i + 2 < s.length() && s.charAt(i) == '个';
    if (counted && s.charAt(at + 1) == '续' && "季月".indexOf(s.charAt(i + 1)) >= 0) {
      return s.charAt(i + 1) == '季' ? Math.min(i + 3, s.length()) : i + 2;
    }
    boolean years = i > at + 2 && i + 2 < s.length() && s.charAt(i) == '年';
    return years && s.charAt(at + 1) == '续' ? i + 1 : at;
  }

  /** 早稻每50公斤: the lot that a price is for is no part of what it is the price of. */
  private static void cutLot(StringBuilder name) {
    int at = name.lastIndexOf("每");
    String lot = at < 2 ? "" : name.substring(at + 1);
    if (!lot.isEmpty()
        && LOTS.stream().anyMatch(lot::endsWith)
        && Character.isDigit(lot.charAt(0))) {
      boolean mean = name.substring(0, at).endsWith("平均");
      name.setLength(mean ? at - 2 : at);
    }
  }

  /** 县财政安排抚恤经费: that the payer allots it is no part of what is paid. */
  private static void cutAllotment(StringBuilder name) {
    int end = name.length() - 2;
    if (end >= 6 && name.lastIndexOf("安排") == end && "金资入出字债费".indexOf(name.charAt(end - 1)) >= 0) {
      name.setLength(end);
    }
    int payer = name.indexOf("财政");
    String spent = payer < 0 ? "" : name.substring(payer + 2);
    if (spent.matches("(拟|将)?投入.{2,20}(资金|经费|补助|补贴)")) {
      int verbAt = name.indexOf("投入", payer);
      name.delete(verbAt, verbAt + 2);
    }
    if (spent.matches("(为此|拟|还|将){1,3}(投入|支出|补助|新增|增加).*")) {
      int from = payer + 2;
      while ("为此拟还将".indexOf(name.charAt(from)) >= 0) {
        name.deleteCharAt(from);
      }
    }
    int verb = payer < 0 ? -1 : name.indexOf("安排", payer);
    boolean near = verb >= payer + 2 && verb <= payer + 6 && name.length() - verb >= 4;
    boolean adverbs = near && isAllotting(name.substring(payer + 2, verb));
    if (adverbs) {
      name.delete(verb, verb + 2);
    }
  }

  /** 预算, 拟, 每年将 and nothing may stand between payer and verb. */
  private static boolean isAllotting(String between) {
    return between.matches("(预算|拟|将|还|每年|共|已|累计|专项)*");
  }

  /** 经济增长是在提高质量的基础上: on what ground is no part of what. */
  private static void cutGround(StringBuilder name) {
    int at = name.indexOf("是在");
    int ends = name.length() - 3;
    if (at < 0 && ends > 2 && name.indexOf("基础上", ends) == ends) {
      at = name.indexOf("在"); // 死亡人数在前两年下降的基础上
    }
    if (at >= 2 && (name.indexOf("基础上") > at || name.indexOf("前提下") > at)) {
      name.setLength(at);
    }
  }

  /** 在2020年基础上人均收入: on what ground, before the name, is no part of it either. */
  private static void cutGroundBefore(StringBuilder name) {
    int at = name.indexOf("基础上");
    if (name.length() > 0 && name.charAt(0) == '在' && at > 0 && name.length() - at >= 5) {
      name.delete(0, at + 3);
    }
  }

  /** 确保耕地总量不减少: what shall not happen is no part of the name. */
  private static void cutGuard(StringBuilder name) {
    for (String guard : GUARDS) {
      int at = name.indexOf(guard);
      if (at >= 2) {
        name.setLength(at);
      }
    }
  }

  /** 由去年的10亿元增加到12亿元: a time that a change comes from or leads to is no name. */
  private static void cutOrigin(StringBuilder name) {
    int at = Math.max(name.lastIndexOf("去年"), name.lastIndexOf("上年"));
    boolean ends = at > 0 && at + 2 == name.length() && "由从到在".indexOf(name.charAt(at - 1)) >= 0;
    if (ends) {
      name.setLength(at - 1);
    }
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
    while (name.length() > 0
        && "的、，,。;:和及与并—-·等)”》了".indexOf(name.charAt(0)) >= 0
        && name.indexOf("和美") != 0
        && name.indexOf("和谐") != 0) {
      name.deleteCharAt(0);
    }
    while (name.length() > 0
        && "的、，,。;:—-·等(“《了和及与并由从较".indexOf(name.charAt(name.length() - 1)) >= 0
        && !endsInReach(name)) {
      name.setLength(name.length() - 1);
    }
  }

  /** 货币发行还比计划少: 还 that is no part of a verb. */
  private static void cutStill(StringBuilder name) {
    int last = name.length() - 1;
    if (last > 2 && name.charAt(last) == '还' && "归偿返退交清".indexOf(name.charAt(last - 1)) < 0) {
      name.setLength(last);
    }
  }

  /** 惠及, 普及, 涉及: 及 that is no conjunction. */
  private static boolean endsInReach(StringBuilder name) {
    int last = name.length() - 1;
    return last > 0 && name.charAt(last) == '及' && "惠普涉遍".indexOf(name.charAt(last - 1)) >= 0;
  }

  /** 13个小游园和一批公厕: of what follows only some is told. */
  private void cutVagueAmount(StringBuilder name) {
    for (int i = 2; i + 2 < name.length(); i++) {
      if ("和与及、".indexOf(name.charAt(i)) >= 0
          && vague.startingAt(name, i + 1, name.length()) != null) {
        name.setLength(i);
        return;
      }
    }
  }

  /** 采取合作模式推进实施项目, 为企业减免税费: how and for whom it was done is no part of what was. */
  private void cutMeans(StringBuilder name) {
    WordTrie.Word<Rule> opening = means.startingAt(name, 0, name.length());
    if (opening != null) {
      for (int i = opening.length() + 1; i + 3 < name.length(); i++) {
        WordTrie.Word<Rule> end = meansEnds.startingAt(name, i, name.length());
        if (end != null) {
          int next = i + end.length();
          WordTrie.Word<Rule> more =
              next + 4 < name.length() && "和、".indexOf(name.charAt(next)) >= 0
                  ? meansEnds.startingAt(name, next + 1, name.length())
                  : null;
          cutLead(name, more == null ? next : next + 1 + more.length());
          return;
        }
      }
    }
    WordTrie.Word<Rule> receiver = receivers.startingAt(name, 0, name.length());
    if (receiver == null || receiver.value().is("stop")) {
      return;
    }
    for (int i = receiver.length() + 2; i + 3 < name.length(); i++) {
      WordTrie.Word<Rule> verb = verbs.startingAt(name, i, name.length());
      if (verb != null && verb.length() > 1 && verb.value().is("keep")) {
        name.delete(0, i);
        return;
      }
      WordTrie.Word<Rule> lead = leads.startingAt(name, i, name.length());
      if (lead != null && lead.length() > 1 && lead.value().is("verb")) {
        cutLead(name, i);
        return;
      }
    }
  }

  /** Cuts a name at a place and takes off the verbs of doing that follow there. */
  private void cutLead(StringBuilder name, int at) {
    int i = at;
    WordTrie.Word<Rule> lead = leads.startingAt(name, i, name.length());
    while (lead != null && !lead.value().is("stop") && name.length() - i - lead.length() >= 2) {
      i += lead.length();
      lead = leads.startingAt(name, i, name.length());
    }
    name.delete(0, i);
  }

  /** 市县两级共召开座谈会: who did it is no part of what was done. */
  private void cutAgent(StringBuilder name) {
    for (int i = 2; i + 3 < name.length(); i++) {
      if (name.charAt(i) == '共' && "公中".indexOf(name.charAt(i - 1)) < 0) {
        WordTrie.Word<Rule> verb = leads.startingAt(name, i + 1, name.length());
        if (verb != null && verb.length() > 1 && verb.value().is("verb")) {
          cutLead(name, i + 1);
          return;
        }
        WordTrie.Word<Rule> treatment = verbs.startingAt(name, i + 1, name.length());
        if (treatment != null && treatment.length() > 1 && treatment.value().is("keep")) {
          name.delete(0, i + 1);
          return;
        }
      }
    }
  }

  /** Of 甲厂、乙厂等上云企业 only what the listed things are counts. */
  private static void cutApposition(StringBuilder name) {
    int at = name.lastIndexOf("等");
    boolean works = at > 0 && WORKS.contains(name.substring(at + 1));
    if (works && name.lastIndexOf("、", at) > 0) {
      String verb = STARTS.stream().filter(one -> name.indexOf(one) == 0).findFirst().orElse("");
      name.replace(0, at + 1, verb); // 新开工甲、乙等项目
      return;
    }
    if (at > 0 && name.length() - at - 1 >= 3) {
      char next = name.charAt(at + 1);
      boolean word =
          next == '级'
              || next == '教'
              || name.indexOf("等方面") == at
              || "高中初优上下平均同特一二三四".indexOf(name.charAt(at - 1)) >= 0;
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
