package io.duibiao.core.extraction;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes names of indicators out of stretches of text. */
final class IndicatorNames {
  private static final int LONGEST = 40;
  private static final int LONGEST_LIST = 120;
  private static final Set<String> SIDES = Set.of("占比", "比重", "比例", "增速", "增幅", "涨幅", "降幅");
  private static final Set<String> EXTENTS = Set.of("面积", "总面积", "产量", "产值", "数量", "总数");
  private static final RuleFile FILE = RuleFile.bundled(IndicatorNames.class, "names.yaml");
  private final WordTrie<Rule> inner = FILE.trie();
  private final WordTrie<Rule> heads = FILE.trie("heads");
  private final WordTrie<Rule> milestones = FILE.trie("milestones");
  private final WordTrie<Rule> predicates = FILE.trie("predicates");
  private final WordTrie<Rule> events = FILE.trie("events");
  private final WordTrie<Rule> shorts = FILE.trie("short-names");
  private final WordTrie<Rule> rhetoric = FILE.trie("rhetoric");
  private final WordTrie<Rule> headsAlone = FILE.trie("heads-alone");
  private final WordTrie<Rule> stages = FILE.trie("stages");
  private final WordTrie<Rule> generic = FILE.trie("generic-things");
  private final WordTrie<Rule> branches = FILE.trie("sides-of-a-branch");
  private final WordTrie<Rule> pairs = FILE.trie("paired");

  /** 提高低保标准10%: what is paid per head grows when it is raised. */
  static boolean raisesAmount(String name) {
    boolean raised = name.startsWith("提高") || name.startsWith("上调") || name.startsWith("提升");
    return raised && FILE.trie("paid-per-head").endingAt(name, 0, name.length()) != null;
  }

  /** Whether the name is that of a whole branch's figure, which the clause before may name. */
  boolean isSideOfBranch(String name) {
    return branches.isWord(name, 0, name.length());
  }

  /** The branch that a clause without a number speaks of (工业生产: 工业), or empty. */
  String branch(String subject) {
    String own = subject.replaceFirst("(生产|发展|经济)$", "");
    boolean branch = own.length() >= 2 && own.endsWith("业") && !own.endsWith("企业");
    return branch && own.chars().noneMatch(Character::isDigit) ? own : "";
  }

  /** Whether the name is only a stage of building something (竣工) or its upkeep. */
  boolean isStage(String name) {
    return stages.isWord(name, 0, name.length());
  }

  /** Whether the noun says too little without the verb before it (新签约项目). */
  boolean isGeneric(String name) {
    return generic.isWord(name, 0, name.length());
  }

  /** Whether the name depends on the subject before it (占比, 增速). */
  boolean dependent(String name) {
    if (name.startsWith("占") && !name.startsWith("占地") && !name.startsWith("占道")) {
      return true;
    }
    WordTrie.Word<Rule> word = inner.startingAt(name, 0, name.length());
    return word != null && word.length() == name.length() && word.value().is("dependent");
  }

  /** The dependent name put behind the subject that another dependent name stands behind. */
  String onBase(String subject, String name) {
    if (subject.endsWith(name)) {
      return subject;
    }
    if (name.endsWith(subject)) {
      return name;
    }
    WordTrie.Word<Rule> word = inner.endingAt(subject, 0, subject.length());
    boolean dependent = word != null && word.value().is("dependent");
    boolean side =
        dependent
            && word.length() < subject.length()
            && !name.startsWith("占")
            && (SIDES.contains(word.text())
                || EXTENTS.contains(word.text()) && EXTENTS.contains(name)
                || sameEnd(subject, name));
    return (side ? subject.substring(0, subject.length() - word.length()) : subject) + name;
  }

  private static boolean sameEnd(String a, String b) {
    int length = Math.min(2, b.length());
    return a.endsWith(b.substring(b.length() - length));
  }

  /** Whether what stands behind a number only celebrates it (大关). */
  boolean isMilestone(String behind) {
    return milestones.startingAt(behind, 0, behind.length()) != null;
  }

  /** Whether a predicate starts at a place. */
  boolean startsPredicate(CharSequence s, int at, int to) {
    return predicates.startingAt(s, at, to) != null;
  }

  /** Whether one character is a name by itself (钢, 煤). */
  boolean isShort(String name) {
    return shorts.isWord(name, 0, name.length());
  }

  /** Whether something that happened to the thing stands behind the number (落户, 建成). */
  boolean holdsEvent(String behind) {
    for (int i = 0; i < behind.length(); i++) {
      if (events.startingAt(behind, i, behind.length()) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether a small number of these counts nothing (两个方面). */
  boolean isRhetoric(String name) {
    return rhetoric.startingAt(name, 0, name.length()) != null;
  }

  /** Whether the name is nothing but a grade (省级, 镇级) that shares the head of the name before. */
  boolean isGrade(String name) {
    WordTrie.Word<Rule> word = inner.startingAt(name, 0, name.length());
    return word != null && word.length() == name.length() && word.value().is("grade");
  }

  /** The name before with its grade replaced by another one. */
  String regraded(String before, String grade) {
    for (int i = 0; i < before.length(); i++) {
      WordTrie.Word<Rule> word = inner.startingAt(before, i, before.length());
      if (word != null && word.value().is("grade")) {
        return before.substring(0, i) + grade + before.substring(i + word.length());
      }
    }
    return grade + before;
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
      if (startsPredicate(name, i, name.length())) {
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

  /** The parts of a name between the given joints, outside quotes and brackets. */
  private static List<String> coordinates(String name, String joints) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '“' || c == '(' || c == '《') {
        depth++;
      } else if (c == '”' || c == ')' || c == '》') {
        depth = Math.max(0, depth - 1);
      }
      boolean two = name.startsWith("以及", i);
      boolean joins = joints.indexOf(c) >= 0 && (c == '、' || isConjunction(name, i)) || two;
      if (joins && depth == 0 && i > from) {
        parts.add(name.substring(from, i));
        i += two ? 1 : 0;
        from = i + 1;
      }
    }
    if (from < name.length()) {
      parts.add(name.substring(from));
    }
    parts.replaceAll(
        part -> part.length() > 2 && "和及与".indexOf(part.charAt(0)) >= 0 ? part.substring(1) : part);
    return parts;
  }

  /** 展览馆(一期)工程和驿站: a project named by its phase counts by itself, the number what follows. */
  String behindProject(String name) {
    int phase = name.lastIndexOf("期)");
    for (int i = phase + 2; phase >= 0 && i < name.length() - 2; i++) {
      char c = name.charAt(i);
      if (c == '、' || c == '和') {
        return name.substring(i + 1);
      }
    }
    return name;
  }

  private static boolean isConjunction(String name, int i) {
    char before = i > 0 ? name.charAt(i - 1) : ' ';
    char after = i + 1 < name.length() ? name.charAt(i + 1) : ' ';
    return switch (name.charAt(i)) {
      case '和' ->
          !(before == '饱'
              || after == '谐'
              || before == '温'
              || before == '共'
              || after == '平'
              || before == '总');
      case '与' -> !(before == '参');
      default -> !(before == '普' || after == '时' || before == '涉' || before == '惠' || after == '以');
    };
  }

  /**
   * The coordinates of a name, shared heads and modifiers given to each.
   *
   * @param numbers how many are wanted, 0 for any number
   */
  List<String> distributed(String name, int numbers) {
    List<String> parts = coordinates(name, "、和与及");
    if (numbers > 1 && parts.size() != numbers) {
      parts = coordinates(name, "、");
    }
    if (numbers > 1 && parts.size() == numbers - 1) {
      List<String> tail = coordinates(parts.get(parts.size() - 1), "和与及");
      if (tail.size() == 2) {
        parts.remove(parts.size() - 1);
        parts.addAll(tail);
      }
    }
    return parts.size() < 2 ? parts : withShared(parts);
  }

  /** 一、二、三产: the three sectors; without a noun of its own the growth is that of value added. */
  private static List<String> sectors(List<String> parts) {
    String last = parts.get(parts.size() - 1);
    String rest = null;
    for (String third : new String[] {"三次产业", "三产业", "三产", "二产业", "二产"}) {
      if (last.startsWith(third) || last.startsWith("第" + third)) {
        rest = last.substring(last.indexOf(third) + third.length());
        break;
      }
    }
    if (rest == null) {
      return null;
    }
    List<String> full = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i).startsWith("第") ? parts.get(i).substring(1) : parts.get(i);
      boolean bare = part.length() == 1 || i == parts.size() - 1;
      if (!bare || "一二三".indexOf(part.charAt(0)) < 0) {
        return null;
      }
      full.add("第" + part.charAt(0) + "产业" + (rest.isEmpty() ? "增加值" : rest));
    }
    return full;
  }

  private List<String> withShared(List<String> parts) {
    List<String> sectors = sectors(parts);
    if (sectors != null) {
      return sectors;
    }
    List<String> full = new ArrayList<>(parts);
    String last = parts.get(parts.size() - 1);
    String lent = lentHead(parts, last);
    String graded = headAfterGrade(last);
    for (int i = 0; i < parts.size() - 1; i++) {
      String part = parts.get(i);
      if (graded != null && isGrade(part)) {
        full.set(i, part + graded);
      } else if (paired(part, last)) {
        full.set(i, part + last.substring(1));
      } else if (modifier(last) != null && part.equals(modifier(part))) {
        full.set(i, part + last.substring(modifier(last).length()));
      } else if (lent != null && !endsInHead(part)) {
        full.set(i, part + lent);
      }
    }
    String modifier = modifier(parts.get(0));
    for (int i = 1; i < parts.size() && modifier != null; i++) {
      if (modifier(parts.get(i)) == null && endsAlike(full.get(0), full.get(i))) {
        full.set(i, modifier + full.get(i));
      }
    }
    return full;
  }

  /** What the last name lends: what follows a repeated end of an earlier one, else its own head. */
  private String lentHead(List<String> parts, String last) {
    for (int i = 0; i < parts.size() - 1; i++) {
      String shared = sharedHead(parts.get(i), last);
      if (shared != null) {
        return shared;
      }
    }
    if (parts.size() > 2
        && parts.subList(0, parts.size() - 1).stream().anyMatch(this::endsInHead)) {
      return null;
    }
    WordTrie.Word<Rule> head = heads.endingAt(last, 0, last.length());
    return head != null && head.length() > 1 && head.length() < last.length() ? head.text() : null;
  }

  private boolean endsInHead(String name) {
    return heads.endingAt(name, 0, name.length()) != null
        || headsAlone.endingAt(name, 0, name.length()) != null;
  }

  /** Whether every name ends in a noun that can be measured, so that each stands by itself. */
  boolean independent(List<String> names) {
    return names.stream().allMatch(name -> name.length() >= 4 && endsInHead(name));
  }

  /** Whether each coordinate of a name ends in such a noun without being lent one. */
  boolean standAlone(String name) {
    return coordinates(name, "、和与及").stream().allMatch(this::endsInHead);
  }

  /** 纺织业、木材加工业产值: whole industries, each of which has the figure that the last names. */
  boolean isListOfIndustries(String name) {
    List<String> parts = coordinates(name, "、");
    return parts.size() == coordinates(name, "、和与及").size()
        && parts.subList(0, parts.size() - 1).stream()
            .allMatch(part -> part.endsWith("业") && !part.endsWith("企业"));
  }

  private boolean paired(String part, String last) {
    String pair = part.charAt(part.length() - 1) + "、" + last.charAt(0);
    return pairs.isWord(pair, 0, pair.length());
  }

  /** 甲产业、乙产业产值: what follows the last repetition of the part's own end is shared. */
  private String sharedHead(String part, String last) {
    for (int length = Math.min(4, part.length()); length >= 2; length--) {
      String end = part.substring(part.length() - length);
      int at = last.lastIndexOf(end);
      if (at >= 0) {
        return at + length < last.length() ? last.substring(at + length) : null;
      }
    }
    int again = last.indexOf(part.charAt(part.length() - 1));
    if (again > 0 && again + 1 < last.length()) {
      String rest = last.substring(again + 1);
      if (rest.length() >= 2 && heads.endingAt(rest, 0, rest.length()) != null) {
        return rest;
      }
    }
    return part.endsWith("业") && last.lastIndexOf("业") >= 0 && !last.endsWith("业")
        ? last.substring(last.lastIndexOf("业") + 1)
        : null;
  }

  /** What follows the grade that a name begins with, or null. */
  String headAfterGrade(String name) {
    WordTrie.Word<Rule> word = inner.startingAt(name, 0, name.length());
    return word != null && word.value().is("grade") && word.length() < name.length()
        ? name.substring(word.length())
        : null;
  }

  private String modifier(String name) {
    WordTrie.Word<Rule> word = inner.startingAt(name, 0, name.length());
    return word != null && word.value().is("modifier") ? word.text() : null;
  }

  private static boolean endsAlike(String a, String b) {
    return a.charAt(a.length() - 1) == b.charAt(b.length() - 1);
  }

  /** 城乡居民… means the urban and the rural ones; null when the name does not begin so. */
  List<String> townAndCountry(String name) {
    if (!name.startsWith("城乡")) {
      return null;
    }
    String rest = name.substring(2);
    return List.of("城镇" + rest, "农村" + rest);
  }
}
