package io.duibiao.core.extraction;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deals out the coordinated names of a list, with what they share. */
final class NameLists {
  private static final RuleFile FILE = RuleFile.bundled(IndicatorNames.class, "names.yaml");
  private static final int SHORT = 3;
  private static final int LONGEST_SHARED = 14;
  private final WordTrie<Rule> inner = FILE.trie();
  private final WordTrie<Rule> heads = FILE.trie("heads");
  private final WordTrie<Rule> headsAlone = FILE.trie("heads-alone");
  private final WordTrie<Rule> pairs = FILE.trie("paired");
  private final WordTrie<Rule> rates = FILE.trie("heads-of-rates");
  private final WordTrie<Rule> bearers = FILE.trie("bearers");
  private final WordTrie<Rule> schools = FILE.trie("schools");
  private final WordTrie<Rule> stages = FILE.trie("stages", "stages-reached");
  private final WordTrie<Rule> compounds = compounds();
  private final Map<String, String> counterparts = new HashMap<>();
  private final IndicatorNames names;

  NameLists(IndicatorNames names) {
    this.names = names;
    for (String pair : FILE.rule("counterparts").words()) {
      int joint = pair.indexOf('、');
      counterparts.merge(
          pair.substring(joint + 1), pair.substring(0, joint), (a, b) -> a + "、" + b);
    }
  }

  private static WordTrie<Rule> compounds() {
    WordTrie<Rule> words = new WordTrie<>();
    Rule rule = FILE.rule("compounds");
    rule.factors().keySet().forEach(word -> words.putIfAbsent(word, rule));
    return words;
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

  /** The coordinates of a name as they stand. */
  List<String> coordinated(String name) {
    return coordinates(name, "、和与及");
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

  /** 标准厂房开工、建成: what goes through the stages is named before the first of them; else null. */
  private List<String> stages(List<String> parts) {
    String first = parts.get(0);
    WordTrie.Word<Rule> stage = stages.endingAt(first, 0, first.length());
    boolean bare =
        stage != null
            && first.length() - stage.length() >= 2
            && parts.stream().skip(1).allMatch(part -> stages.isWord(part, 0, part.length()));
    if (!bare) {
      return null;
    }
    String thing = first.substring(0, first.length() - stage.length());
    return parts.stream().map(part -> part == first ? part : thing + part).toList();
  }

  private List<String> withShared(List<String> parts) {
    List<String> sectors = sectors(parts);
    if (sectors != null) {
      return sectors;
    }
    List<String> staged = stages(parts);
    if (staged != null) {
      return staged;
    }
    List<String> full = new ArrayList<>(parts);
    String last = parts.get(parts.size() - 1);
    String lent = lentHead(parts, last);
    WordTrie.Word<Rule> bearer = bearers.startingAt(last, 0, last.length());
    String graded = headAfterGrade(last);
    for (int i = 0; i < parts.size() - 1; i++) {
      String part = parts.get(i);
      String schooled = schools.isWord(part, 0, part.length()) ? behindSchool(last) : "";
      if (!schooled.isEmpty()) {
        full.set(i, part + schooled);
      } else if (graded != null && isGrade(part)) {
        full.set(i, part + graded);
      } else if (bearer != null
          && last.length() - bearer.length() >= 2
          && bearers.isWord(part, 0, part.length())) {
        full.set(i, part + last.substring(bearer.length()));
      } else if (paired(part, last)) {
        full.set(i, part + last.substring(1));
      } else if (modifier(last) != null && part.equals(modifier(part))) {
        full.set(i, part + last.substring(modifier(last).length()));
      } else if (lent != null && !endsInHead(part)) {
        full.set(i, part + lent);
      }
    }
    for (int i = 1; i < full.size(); i++) {
      full.set(i, onCounterpart(full.get(i - 1), full.get(i)));
    }
    String modifier = modifier(parts.get(0));
    for (int i = 1; i < parts.size() && modifier != null; i++) {
      boolean other = modifier.equals("城镇") && parts.get(i).startsWith("农");
      if (!other && modifier(parts.get(i)) == null && endsAlike(full.get(0), full.get(i))) {
        full.set(i, modifier + full.get(i));
      }
    }
    return full;
  }

  /** 软件、旅游等产业收入: as many names as numbers, each with what stands behind 等; or null. */
  List<String> beforeHead(String stretch, int numbers) {
    int at = stretch.lastIndexOf("等");
    if (at < 3 || stretch.length() - at < 3 || stretch.length() - at > LONGEST_SHARED) {
      return null;
    }
    List<String> parts = coordinates(stretch.substring(0, at), "、和与及");
    String head = stretch.substring(at + 1);
    boolean each = parts.size() == numbers && parts.stream().allMatch(p -> p.length() >= 2);
    if (!each || parts.stream().anyMatch(this::endsInHead) || !endsInHead(head)) {
      return null;
    }
    parts.replaceAll(part -> part + head);
    return parts;
  }

  /** What follows the level of schooling that a name begins with, or empty. */
  private String behindSchool(String name) {
    WordTrie.Word<Rule> level = schools.startingAt(name, 0, name.length());
    return level == null ? "" : name.substring(level.length());
  }

  /** 一般公共预算收入、支出: a noun alone is the other figure of what the name before it measures. */
  private String onCounterpart(String before, String part) {
    for (String end : counterparts.getOrDefault(part, "").split("、")) {
      if (!end.isEmpty() && before.endsWith(end) && before.length() > end.length()) {
        return before.substring(0, before.length() - end.length()) + part;
      }
    }
    boolean side = names.dependsOn(before, part) && !names.dependent(before);
    return side && !names.onBase(before, part).equals(before + part)
        ? names.onBase(before, part)
        : part;
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
    String longer = lentByLength(parts, last);
    if (longer != null) {
      return longer;
    }
    WordTrie.Word<Rule> head = heads.endingAt(last, 0, last.length());
    WordTrie.Word<Rule> rate = rates.endingAt(last, 0, last.length());
    head = rate != null ? rate : head;
    return head != null && head.length() > 1 && head.length() < last.length() ? head.text() : null;
  }

  /** 养老、医疗、失业保险参保人数: names of one length in a row, so that the rest of the last is shared. */
  private String lentByLength(List<String> parts, String last) {
    int length = parts.get(0).length();
    boolean row = parts.size() > 2 && length <= SHORT && last.length() >= length + 2;
    for (int i = 0; i < parts.size() - 1; i++) {
      row &= parts.get(i).length() == length;
    }
    if (!row) {
      return null;
    }
    WordTrie.Word<Rule> head = heads.endingAt(last, length, last.length());
    boolean more = head != null && last.length() - length >= head.length() + 2;
    return more ? last.substring(length) : null;
  }

  private boolean endsInHead(String name) {
    return heads.endingAt(name, 0, name.length()) != null
        || headsAlone.endingAt(name, 0, name.length()) != null;
  }

  /** Whether a name ends in a noun that a rate or an amount is told of. */
  boolean isMeasured(String name) {
    return endsInHead(name) || rates.endingAt(name, 0, name.length()) != null;
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
    return part.endsWith("业")
            && !part.endsWith("企业")
            && last.lastIndexOf("业") >= 0
            && !last.endsWith("业")
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

  /** 金融机构存贷款余额: the same where something stands before the word; null when none is there. */
  List<String> compoundInside(String name) {
    for (int i = 1; i + 2 < name.length(); i++) {
      boolean joint =
          name.startsWith("存贷款", i) || name.startsWith("存贷余额", i) || name.startsWith("城乡居民", i);
      List<String> both = joint ? compound(name.substring(i)) : null;
      if (both != null) {
        String before = name.substring(0, i);
        both.replaceAll(one -> before + one);
        return both;
      }
    }
    return null;
  }

  /** 城乡居民收入, 化肥农药使用量: two things written as one word, each; null when it begins otherwise. */
  List<String> compound(String name) {
    WordTrie.Word<Rule> word = compounds.startingAt(name, 0, name.length());
    if (word == null) {
      return null;
    }
    String rest = name.substring(word.length());
    List<String> both = new ArrayList<>();
    for (String one : word.value().factors().get(word.text()).split("、")) {
      both.add(one + rest);
    }
    return both;
  }

  /** Whether the name is nothing but a grade (省级, 镇级) that shares the head of the name before. */
  boolean isGrade(String name) {
    WordTrie.Word<Rule> word = inner.startingAt(name, 0, name.length());
    return word != null && word.length() == name.length() && word.value().is("grade");
  }
}
