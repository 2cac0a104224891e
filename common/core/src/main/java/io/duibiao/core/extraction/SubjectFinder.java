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
  private final RelationReader relations;
  private final IndicatorNames names;
  private final NameCleaner cleaner;
  private final NameLists lists;
  private final Verbs verbs;
  private final ClauseSubjects clauses;
  private final Funding funding;
  private final CarriedNames carriedNames;
  private final Reliefs reliefs = new Reliefs();

  private final WordTrie<Rule> leads = RuleFile.bundled(SubjectFinder.class, "lead.yaml").trie();

  SubjectFinder(
      RelationReader relations,
      IndicatorNames names,
      NameCleaner cleaner,
      NameLists lists,
      Verbs verbs,
      ClauseSubjects clauses) {
    this.relations = relations;
    this.names = names;
    this.cleaner = cleaner;
    this.lists = lists;
    this.verbs = verbs;
    this.clauses = clauses;
    this.funding = new Funding(cleaner);
    this.carriedNames = new CarriedNames(verbs);
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
    String plan = carries ? names.progress(name) : null;
    if (plan != null && last.quantity.isMoneyOrRate()) {
      return List.of(last(memory.subjects).get(0) + plan);
    }
    String funded = funding.purpose(s, first, last, name);
    if (funded != null) {
      memory.subjectStart = first.from;
      return List.of(funded);
    }
    boolean noun =
        behind.length() >= 2 && nounBehind(last.quantity, last.ranked, behind)
            || behind.length() >= 2 && name.isEmpty() && first.lead.verb && behind.endsWith("任务");
    noun &= !(behind.startsWith("等") && name.length() >= 2);
    boolean counts =
        last.quantity.unit() == null
            ? last.quantity.magnitude() && verbs.startsWithNoun(behind)
            : !last.quantity.isMeasured();
    boolean comparing = first.relation.change != 0 && !(counts && noun) || first.ranked;
    if (name.isEmpty() && comparing && carries && !behind.startsWith("的")) {
      return dropped(group, memory, first);
    }
    String carried = carries && behind.isEmpty() ? carriedNames.verb(name, memory.subjects) : null;
    if (carried != null) {
      return dropped(group, memory, first);
    }
    if (carries
        && first.relation.change != 0
        && carriedNames.isTailOf(name, memory.subjects, s.charAt(first.from))) {
      return last(memory.subjects);
    }
    String relieved = reliefs.name(s, first, last.quantity, behind);
    String covered = carriedNames.covered(s, first, last.quantity, behind);
    if (relieved != null || covered != null) {
      memory.subjectStart = first.from;
      return List.of(cleaner.clean(relieved == null ? covered : relieved));
    }
    if (noun) {
      if (first.relation.treated) {
        memory.subjectStart = first.from;
        return List.of(treated(s, first, name, object(s, behind, last, next)));
      }
      boolean verbal = verbs.endsInVerb(name) || verbs.isVerbal(name);
      boolean apposition = endsInAnd(s, first);
      boolean place = isPlace(name) && (!last.quantity.isMeasured() || last.quantity.isPeople());
      boolean counted = counts && first.relation.empty && verbs.startsWithNoun(behind);
      counted |=
          first.relation.doing && !last.quantity.isMoneyOrRate() && verbs.startsWithNoun(behind);
      if (name.isEmpty()
          || verbal
          || apposition
          || linked
          || place
          || counted
          || verbs.isReceiver(name)) {
        String object = object(s, behind, last, next);
        if (object.length() >= 2) {
          memory.subjectStart = first.from;
          String reached = verbs.reaching(object, name, first.quantity);
          if (reached != null && !apposition) {
            return List.of(reached);
          }
          boolean keeps = verbal && !apposition && !linked && !first.quantity.isSmallCount();
          return List.of(keeps ? verbs.withVerb(object, name, first.quantity) : object);
        }
      }
    }
    if (behind.startsWith("的") && names.dependent(name) && last.quantity.isMoneyOrRate()) {
      String object = object(s, behind, last, next);
      if (object.length() >= 3) {
        memory.subjectStart = first.from;
        return List.of(object + name);
      }
    }
    if (behind.isEmpty()
        && (name.length() < 2 || verbs.isKept(name))
        && next != null
        && sharesNoun(s, last, next)) {
      String object = cleaner.clean(next.behind);
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
      List<String> before = clauses.before(s, first, regions);
      boolean shared = group.size() > 1 && before.size() == 1;
      return shared ? named(before.get(0), group.size(), false, false) : before;
    }
    boolean joined = s.charAt(Math.max(0, first.from - 1)) == '、' && verbs.isKept(name);
    if (carries && behind.isEmpty() && (joined || names.isStage(name))) {
      if (memory.object.isEmpty()) {
        memory.object = last(memory.subjects).get(0).replaceFirst("建设$", "");
      }
      return List.of(memory.object + name);
    }
    if (names.isSideOfBranch(name)) {
      List<String> branch = clauses.before(s, first, regions);
      String own = branch.size() == 1 ? names.branch(branch.get(0)) : "";
      if (!own.isEmpty()) {
        return List.of(own + name);
      }
    }
    if (carries) {
      List<String> sides = sides(name, group.size(), memory.subjects);
      if (!sides.isEmpty()) {
        return sides;
      }
    }
    String treatment = carriedTreatment(s, first, name, behind, memory);
    if (treatment != null) {
      return List.of(treatment + name);
    }
    if (lists.isGrade(name) && !memory.subjects.isEmpty()) {
      String before = memory.subjects.get(memory.subjects.size() - 1);
      return List.of(names.regraded(before, name));
    }
    memory.subjectStart = first.from;
    boolean changes = first.relation.change != 0 && !first.relation.noun;
    return named(name, group.size(), first.relation.each, changes);
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

  /** What is treated and how: 中心水平提升, 增发债券. */
  private String treated(String s, Mention m, String name, String object) {
    String verb = s.substring(m.relation.start, m.start());
    boolean amount = m.quantity.isMoneyOrRate() || m.quantity.isPeople();
    return amount ? name + verb + verbs.upToVerb(object) : object + verb;
  }

  /** 改造小区12个、危房3户: the verb that the first of a list begins with, or null. */
  private String carriedTreatment(String s, Mention m, String name, String behind, Memory memory) {
    boolean listed =
        m.gap == Gap.NEXT
            && m.relation.empty
            && behind.isEmpty()
            && !m.lead.any
            && s.charAt(m.from - 1) == '、'
            && memory.treatment != null
            && m.quantity.unit() != null;
    boolean alike =
        listed
            && (m.quantity.isMeasured()
                ? memory.treatedUnit.equals(m.quantity.unit().base())
                : memory.treatedCounts);
    return alike && !verbs.holdsVerb(name) && !lists.isGrade(name) ? memory.treatment : null;
  }

  /** The names that a stretch before a list of numbers holds: one for each, or one. */
  List<String> named(String name, int numbers, boolean each, boolean changes) {
    if (numbers > 1 || each) {
      List<String> parts = lists.distributed(name, each && numbers == 1 ? 0 : numbers);
      if (parts.size() == numbers || each && numbers == 1) {
        return parts;
      }
      List<String> both = lists.compound(name);
      if (both != null && numbers == both.size()) {
        return both;
      }
    }
    String behindProject = numbers == 1 ? lists.behindProject(name) : name;
    if (!behindProject.equals(name)) {
      return List.of(behindProject);
    }
    if (changes) {
      List<String> parts = lists.distributed(name, 0);
      if (parts.size() > 1
          && lists.independent(parts)
          && (lists.standAlone(name) || lists.isListOfIndustries(name))) {
        return parts;
      }
    }
    return List.of(name);
  }

  private static boolean carries(Mention first, Memory memory) {
    boolean begins = first.gap == Gap.FIRST && !memory.carried;
    return !memory.subjects.isEmpty() && !begins && first.gap != Gap.STOP;
  }

  /**
   * 占比提高至32%、43.8% after two subjects: one share of each; 营业收入和税收 after 园区: both are its own. Empty
   * when the name is no side of the subject.
   */
  private List<String> sides(String name, int numbers, List<String> subjects) {
    String subject = last(subjects).get(0);
    List<String> found = new ArrayList<>();
    if (names.dependsOn(subject, name)) {
      for (String one : subjects.size() == numbers ? subjects : last(subjects)) {
        found.add(names.onBase(one, name));
      }
      return found;
    }
    List<String> parts = numbers > 1 ? lists.coordinated(name) : List.of();
    if (parts.size() == numbers && parts.stream().allMatch(p -> names.dependsOn(subject, p))) {
      parts.forEach(part -> found.add(names.onBase(subject, part)));
      return found;
    }
    String other = names.otherSide(subject, name);
    return other == null ? List.of() : List.of(other);
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
    int amounts = memory.amounts.size();
    if (numbers > 1 && first.relation.each && memory.subjects.size() == 1 && amounts >= numbers) {
      return List.copyOf(memory.amounts.subList(amounts - numbers, amounts));
    }
    boolean fits = memory.subjects.size() == numbers || first.relation.each;
    return fits ? memory.subjects : last(memory.subjects);
  }

  /** 7批219名医务人员 and 新建3条、续建5条道路: the noun stands behind the second number. */
  private boolean sharesNoun(String s, Mention m, Mention next) {
    boolean near = next.start() - m.end() <= 4 && next.gap != Gap.STOP;
    boolean counted = next.behind.length() >= 2 && verbs.startsWithNoun(next.behind);
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
  private String object(String s, String behind, Mention m, Mention next) {
    int sent = behind.indexOf('赴');
    String object = cleaner.clean(sent >= 2 ? behind.substring(0, sent) : behind);
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
    if (ranked || q.unit() != null && q.unit().isPoints() || relations.startsWord(behind, 0)) {
      return false;
    }
    if (!q.isMeasured() || q.unit().base().equals("人")) {
      return true;
    }
    return !verbs.startsWithAny(behind);
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

  private static boolean isPlace(String name) {
    return name.length() >= 2 && "省市县区镇村乡州盟旗域".indexOf(name.charAt(name.length() - 1)) >= 0;
  }
}
