package io.duibiao.core.extraction;

import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the indicator or indicators that a number, or a list of numbers, is about. */
final class SubjectFinder {
  private static final Set<String> SIZES = Set.of("米", "吨", "瓦", "千瓦时");
  private static final int LONGEST_CLAUSE = 60;
  private final LeadReader leadReader = new LeadReader();
  private final RelationReader relations;
  private final IndicatorNames names;
  private final WordTrie<Rule> verbs = RuleFile.bundled(SubjectFinder.class, "verbs.yaml").trie();

  /** What is left standing when the verb before these is done. */
  private static final Set<String> STATES =
      Set.of("里程", "能力", "机构", "平台", "用地", "中心", "企业", "面积", "规模", "水平", "人口", "基地");

  private static final List<String> GIVING = List.of("提供", "发放", "给予");

  private final WordClasses classes = new WordClasses();
  private final WordTrie<Rule> leads = RuleFile.bundled(SubjectFinder.class, "lead.yaml").trie();

  SubjectFinder(RelationReader relations, IndicatorNames names) {
    this.relations = relations;
    this.names = names;
  }

  /**
   * The subjects of a list of numbers: one for all, or one for each; empty when none can be named.
   *
   * @param name the stretch before the first number, cleaned
   * @param next the mention after the list, or null
   */
  List<String> find(
      String s,
      List<Mention> group,
      String name,
      Mention next,
      Memory memory,
      List<String> regions) {
    Mention first = group.get(0);
    Mention last = group.get(group.size() - 1);
    boolean carries = carries(first, memory);
    boolean linked =
        first.quantity.isSmallCount() || first.relation.start > first.from && endsInOf(s, first);
    String behind = behind(s, last);
    boolean noun =
        behind.length() >= 2 && nounBehind(last.quantity, last.ranked, behind)
            || behind.length() >= 2 && name.isEmpty() && first.lead.verb && behind.endsWith("任务");
    noun &= !(behind.startsWith("等") && name.length() >= 2);
    boolean counts = last.quantity.unit() != null && !last.quantity.isMeasured();
    boolean comparing = first.relation.change != 0 && !(counts && noun) || first.ranked;
    if (name.isEmpty() && comparing && carries && !behind.startsWith("的")) {
      return dropped(group, memory, first);
    }
    if (noun) {
      boolean verbal = endsInVerb(name) || classes.isVerbal(name);
      boolean apposition = endsInAnd(s, first);
      boolean place = isPlace(name) && (!last.quantity.isMeasured() || last.quantity.isPeople());
      boolean counted = counts && first.relation.empty && startsWithNoun(behind);
      counted |= first.relation.doing && !last.quantity.isMoneyOrRate() && startsWithNoun(behind);
      if (name.isEmpty()
          || verbal
          || apposition
          || linked
          || place
          || counted
          || isReceiver(name)) {
        String object = object(behind, next);
        if (object.length() >= 2) {
          memory.subjectStart = first.from;
          boolean keeps = verbal && !apposition && !linked && !first.quantity.isSmallCount();
          return List.of(keeps ? withVerb(object, name, first.quantity) : object);
        }
      }
    }
    if (behind.startsWith("的") && names.dependent(name) && last.quantity.isMoneyOrRate()) {
      String object = object(behind, next);
      if (object.length() >= 3) {
        memory.subjectStart = first.from;
        return List.of(object + name);
      }
    }
    if (behind.isEmpty()
        && (name.length() < 2 || isKept(name))
        && next != null
        && sharesNoun(s, last, next)) {
      String object = names.clean(next.behind);
      if (object.length() >= 2) {
        memory.subjectStart = first.from;
        return List.of(object);
      }
    }
    if (name.length() < 2 && !names.isShort(name)) {
      if (carries) {
        String verb = s.substring(Math.min(first.from, first.lead.end), first.lead.end);
        boolean another = !memory.object.isEmpty() && name.isEmpty() && names.isStage(verb);
        return another ? List.of(memory.object + verb) : dropped(group, memory, first);
      }
      List<String> before = clauseBefore(s, first, regions);
      boolean shared = group.size() > 1 && before.size() == 1;
      return shared ? named(before.get(0), group.size(), false, false) : before;
    }
    boolean joined = s.charAt(Math.max(0, first.from - 1)) == '、' && isKept(name);
    if (carries && behind.isEmpty() && (joined || names.isStage(name))) {
      if (memory.object.isEmpty()) {
        memory.object = last(memory.subjects).get(0).replaceFirst("建设$", "");
      }
      return List.of(memory.object + name);
    }
    if (names.isSideOfBranch(name)) {
      List<String> branch = clauseBefore(s, first, regions);
      String own = branch.size() == 1 ? names.branch(branch.get(0)) : "";
      if (!own.isEmpty()) {
        return List.of(own + name);
      }
    }
    if (names.dependent(name) && carries) {
      return dependent(name, group.size(), memory.subjects);
    }
    if (names.isGrade(name) && !memory.subjects.isEmpty()) {
      String before = memory.subjects.get(memory.subjects.size() - 1);
      return List.of(names.regraded(before, name));
    }
    memory.subjectStart = first.from;
    boolean changes = first.relation.change != 0 && !first.relation.noun;
    return named(name, group.size(), first.relation.each, changes);
  }

  private List<String> named(String name, int numbers, boolean each, boolean changes) {
    if (numbers > 1 || each) {
      List<String> parts = names.distributed(name, each && numbers == 1 ? 0 : numbers);
      if (parts.size() == numbers || each && numbers == 1) {
        return parts;
      }
      List<String> both = names.townAndCountry(name);
      if (both != null && numbers == 2) {
        return both;
      }
    }
    String behindProject = numbers == 1 ? names.behindProject(name) : name;
    if (!behindProject.equals(name)) {
      return List.of(behindProject);
    }
    if (changes) {
      List<String> parts = names.distributed(name, 0);
      if (parts.size() > 1
          && names.independent(parts)
          && (names.standAlone(name) || names.isListOfIndustries(name))) {
        return parts;
      }
    }
    return List.of(name);
  }

  /** 粮食产量稳定增长，达到5万吨: the subject of the clause before, up to its verb. */
  List<String> clauseBefore(String s, Mention m, List<String> regions) {
    int end = m.from - 1;
    if (end < 2 || s.charAt(end) != '，' && s.charAt(end) != ',') {
      return List.of();
    }
    int from = end;
    while (from > 0 && "，,;:。".indexOf(s.charAt(from - 1)) < 0 && end - from < LONGEST_CLAUSE) {
      from--;
    }
    int start = leadReader.read(s, from, end, regions).end;
    if (end > start && "向给为对".indexOf(s.charAt(start)) >= 0) {
      return given(s.substring(start + 1, end));
    }
    int stop = start;
    while (stop < end && !predicate(s, stop, start, end)) {
      stop++;
    }
    String subject = names.clean(s.substring(start, stop));
    boolean names = subject.length() >= 2 && stop < end && !endsInVerb(subject);
    return names && !startsWithVerb(subject) ? List.of(subject) : List.of();
  }

  /** 向山区学生发放交通补助，每人600元: the amount is that of what is given. */
  private List<String> given(String clause) {
    for (String verb : GIVING) {
      int at = clause.lastIndexOf(verb);
      if (at > 0) {
        String object = names.clean(clause.substring(at + verb.length()));
        return object.length() >= 2 ? List.of(object) : List.of();
      }
    }
    return List.of();
  }

  /** Whether a predicate starts at a place: a relation, an adverb or a verb of doing. */
  private boolean predicate(String s, int at, int start, int end) {
    if (at < start + 2) {
      return false;
    }
    if (relations.startsWord(s, at)
        || relations.startsLongWord(s, at)
        || names.startsPredicate(s, at, end)) {
      return true;
    }
    WordTrie.Word<Rule> lead = leads.startingAt(s, at, end);
    return lead != null && lead.length() > 1 && !lead.value().is("stop");
  }

  private static boolean carries(Mention first, Memory memory) {
    boolean begins = first.gap == Gap.FIRST && !memory.carried;
    return !memory.subjects.isEmpty() && !begins && first.gap != Gap.STOP;
  }

  /** 占比提高至32%、43.8% after two subjects: one share of each. */
  private List<String> dependent(String name, int numbers, List<String> subjects) {
    List<String> found = new ArrayList<>();
    for (String subject : subjects.size() == numbers ? subjects : last(subjects)) {
      found.add(names.onBase(subject, name));
    }
    return found;
  }

  private static List<String> last(List<String> subjects) {
    return List.of(subjects.get(subjects.size() - 1));
  }

  private static List<String> dropped(List<Mention> group, Memory memory, Mention first) {
    int numbers = group.size();
    int known = memory.siblings.size();
    if (numbers > 1 && memory.subjects.size() == 1 && known >= numbers) {
      return List.copyOf(memory.siblings.subList(known - numbers, known));
    }
    boolean fits = memory.subjects.size() == numbers || first.relation.each;
    return fits ? memory.subjects : last(memory.subjects);
  }

  /** 7批219名医务人员 and 新建3条、续建5条道路: the noun stands behind the second number. */
  private boolean sharesNoun(String s, Mention m, Mention next) {
    boolean near = next.start() - m.end() <= 4 && next.gap != Gap.STOP;
    boolean counted = next.behind.length() >= 2 && startsWithNoun(next.behind);
    return near && counted && "，,;:".indexOf(s.charAt(m.end())) < 0;
  }

  /** The text behind a number that may hold its noun. */
  private String behind(String s, Mention m) {
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
    if (!thing || name.isEmpty() || !m.relation.empty || m.joined || endsInVerb(name)) {
      return false;
    }
    String behind = behind(s, m);
    return behind.length() >= 2
        && behind.charAt(0) != '的'
        && nounBehind(m.quantity, false, behind)
        && startsWithNoun(behind)
        && !isReceiver(name)
        && !classes.isVerbal(name);
  }

  /** The noun behind a number; a bare grade takes its head from the next number of the list. */
  private String object(String behind, Mention next) {
    int sent = behind.indexOf('赴');
    String object = names.clean(sent >= 2 ? behind.substring(0, sent) : behind);
    if (names.isGrade(object) && next != null && next.gap == Gap.NEXT && next.behind != null) {
      String head = names.headAfterGrade(names.clean(next.behind));
      return head == null ? object : object + head;
    }
    return object;
  }

  private boolean nounBehind(Quantity q, boolean ranked, String behind) {
    if (names.isMilestone(behind)) {
      return false;
    }
    if (behind.charAt(0) == '的') {
      return true;
    }
    if (ranked || q.unit() != null && q.unit().isPoints() || relations.startsWord(behind, 0)) {
      return false;
    }
    if (!q.isMeasured() || q.unit().base().equals("人")) {
      return true;
    }
    return verbs.startingAt(behind, 0, behind.length()) == null;
  }

  /** Whether the stretch before the number only leads to the noun behind it. */
  private static boolean endsInOf(String s, Mention m) {
    return "的和及与、".indexOf(s.charAt(m.relation.start - 1)) >= 0
        || s.startsWith("的", m.relation.start);
  }

  private static boolean endsInAnd(String s, Mention m) {
    int at = m.relation.start;
    return at > m.from && s.charAt(at - 1) == '等' || at < m.start() && (s.startsWith("等", at));
  }

  /** 全运会17处赛训场馆: behind a measure word a noun is what is counted. */
  private boolean startsWithNoun(String behind) {
    WordTrie.Word<Rule> lead = leads.startingAt(behind, 0, behind.length());
    boolean says = lead != null && !lead.value().is("stop") && !lead.value().is("beforeVerb");
    return !says && !startsWithVerb(behind);
  }

  private static boolean isPlace(String name) {
    return name.length() >= 2 && "省市县区镇村乡州盟旗域".indexOf(name.charAt(name.length() - 1)) >= 0;
  }

  private boolean endsInVerb(String name) {
    WordTrie.Word<Rule> verb = verbs.endingAt(name, 0, name.length());
    WordTrie.Word<Rule> lead = leads.endingAt(name, 0, name.length());
    return verb != null && verb.length() > 1 && !verb.value().is("receiver")
        || lead != null && lead.value().is("verb");
  }

  /** Whether the name begins with a verb of its own, so that no verb carries on to it. */
  boolean startsWithVerb(String name) {
    WordTrie.Word<Rule> verb = verbs.startingAt(name, 0, name.length());
    return verb != null && verb.length() > 1;
  }

  /** Whether a noun phrase tells of something done (园区引进项目), not of something there (通车里程). */
  boolean holdsVerb(String name) {
    for (int i = 0; i < name.length(); i++) {
      WordTrie.Word<Rule> verb = verbs.startingAt(name, i, name.length());
      WordTrie.Word<Rule> lead = leads.startingAt(name, i, name.length());
      boolean treats = verb != null && verb.length() > 1 && !verb.value().is("receiver");
      boolean does = lead != null && lead.length() > 1 && lead.value().is("verb");
      int end = i + Math.max(treats ? verb.length() : 0, does ? lead.length() : 0);
      if (end > i && !STATES.contains(name.substring(end, Math.min(name.length(), end + 2)))) {
        return true;
      }
    }
    return classes.startsWithVerb(name.startsWith("新") ? name.substring(1) : name);
  }

  /** Whether the name is nothing but a verb that stays in names (改造提升). */
  private boolean isKept(String name) {
    WordTrie.Word<Rule> word = verbs.startingAt(name, 0, name.length());
    return word != null && word.length() == name.length() && word.value().is("keep");
  }

  boolean isReceiver(String name) {
    if (name.length() < 1) {
      return false;
    }
    WordTrie.Word<Rule> word = verbs.startingAt(name, 0, name.length());
    return word != null && word.length() == name.length() && word.value().is("receiver");
  }

  /** 改造12个老旧小区 and 老旧小区改造 name the same: noun, then what was done to it. */
  private String withVerb(String object, String name, Quantity q) {
    WordTrie.Word<Rule> verb = verbs.endingAt(name, 0, name.length());
    if (verb == null || !verb.value().is("keep") || object.endsWith(verb.text())) {
      return object;
    }
    boolean people = q.unit() != null && q.unit().base().startsWith("人");
    return people || startsWithVerb(object) || verb.text().equals("改善")
        ? verb.text() + object
        : object + verb.text();
  }
}
