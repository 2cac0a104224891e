package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NoStatementReason;
import io.duibiao.core.quantity.Reading;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.statement.Measure;
import java.util.ArrayList;
import java.util.List;

/** Binds the numbers of a sentence to what they say about which indicator. */
final class StatementReader {
  private final MentionFinder finder = new MentionFinder();
  private final RelationReader relations = new RelationReader();
  private final LeadReader leads = new LeadReader();
  private final IndicatorNames names = new IndicatorNames();
  private final ClaimBuilder builder = new ClaimBuilder();
  private final WordTrie<Rule> verbs = RuleFile.bundled(StatementReader.class, "verbs.yaml").trie();
  private final WordTrie<Rule> leadWords =
      RuleFile.bundled(StatementReader.class, "lead.yaml").trie();

  /**
   * A number and what became of it.
   *
   * @param reading the number
   * @param claims the statements it makes; empty when it makes none
   * @param reason why it makes none, or null
   */
  record Outcome(Reading reading, List<Claim> claims, NoStatementReason reason) {}

  /** Reads one sentence; sentences of a document must come in order with the same memory. */
  List<Outcome> read(Sentence sentence, Memory memory, List<String> regions) {
    String s = sentence.text();
    memory.sentence(sentence.paragraph(), s);
    Clauses clauses = Clauses.of(s);
    MentionFinder.Found found = finder.find(s, clauses, relations);
    NoStatementReason[] reasons = found.reasons();
    List<List<Claim>> claims = new ArrayList<>();
    for (int i = 0; i < reasons.length; i++) {
      claims.add(new ArrayList<>());
    }
    List<Mention> mentions = found.mentions();
    int k = 0;
    int cursor = 0;
    while (k < mentions.size()) {
      int end = k + 1;
      while (end < mentions.size() && sameList(mentions.get(end - 1), mentions.get(end))) {
        end++;
      }
      List<Mention> group = mentions.subList(k, end);
      cursor = periods(s, clauses, cursor, group.get(0).start(), sentence.part(), memory);
      bind(s, clauses, sentence.part(), group, memory, regions, claims, reasons);
      k = end;
    }
    List<Outcome> outcomes = new ArrayList<>(reasons.length);
    for (int i = 0; i < reasons.length; i++) {
      outcomes.add(new Outcome(found.readings().get(i), claims.get(i), reasons[i]));
    }
    return outcomes;
  }

  private static boolean sameList(Mention before, Mention next) {
    return next.gap == Gap.LIST && !next.ranked && !before.ranked;
  }

  /** Reads the times at the beginnings of the clauses up to a number. */
  private static int periods(
      String s, Clauses clauses, int from, int to, Part part, Memory memory) {
    for (int i = from; i < to; i++) {
      if (i == 0 || clauses.ends(i - 1) || s.charAt(i - 1) == '、') {
        PeriodReader.Period period = PeriodReader.at(s, i, to, part);
        if (period != null) {
          memory.period = period;
        }
      }
      if (s.charAt(i) == '(' && s.startsWith("(预计", i)) {
        memory.estimate = true;
      }
    }
    return to;
  }

  private void bind(
      String s,
      Clauses clauses,
      Part part,
      List<Mention> group,
      Memory memory,
      List<String> regions,
      List<List<Claim>> claims,
      NoStatementReason[] reasons) {
    Mention first = group.get(0);
    first.relation = relations.read(s, first.from, first.start());
    if (first.ranked && !first.relation.rank) {
      first.relation.rank = true;
    }
    first.lead = leads.read(s, first.from, first.relation.start, regions);
    if (first.gap == Gap.STOP) {
      memory.subjects = List.of();
      memory.lead = null;
      memory.verb = "";
    }
    if (first.relation.origin && isOrigin(s, first)) {
      for (Mention m : group) {
        reasons[m.reading] = NoStatementReason.STARTING_VALUE;
      }
      remember(s, first, memory);
      return;
    }
    int nameStart = Math.min(first.lead.end, first.relation.start);
    String stretch = s.substring(nameStart, first.relation.start);
    String name = names.clean(stretch);
    List<String> subjects = subjects(s, first, group, name, memory, clauses, nameStart);
    if (subjects.isEmpty()) {
      for (Mention m : group) {
        reasons[m.reading] = NoStatementReason.NO_INDICATOR;
      }
      return;
    }
    for (int i = 0; i < group.size(); i++) {
      Mention m = group.get(i);
      m.relation = first.relation;
      List<String> mine = subjects;
      if (group.size() > 1 && subjects.size() == group.size()) {
        mine = List.of(subjects.get(i));
      } else if (subjects.size() > 1 && !first.relation.each) {
        mine = List.of(String.join("、", subjects));
      }
      for (String one : mine) {
        Claim claim = builder.build(s, clauses, part, m, group, one, first, memory);
        if (claim == null) {
          reasons[m.reading] = NoStatementReason.NO_INDICATOR;
        } else {
          claims.get(m.reading).add(claim);
        }
      }
    }
    if (first.relation.change == 0 || !first.relation.noun) {
      memory.subjects = subjects;
    } else {
      memory.subjects = subjects;
    }
    memory.lead =
        first.lead.verb || first.lead.any && first.lead.gain
            ? first.lead
            : carries(first) ? memory.lead : null;
  }

  private static boolean carries(Mention m) {
    return m.gap != Gap.STOP && m.gap != Gap.FIRST && !m.lead.verb && m.relation.change == 0;
  }

  /** 由A提高到B: A is where it came from when a verb of arrival follows before the clause ends. */
  private boolean isOrigin(String s, Mention m) {
    return m.to > m.end() || m.to == m.end() && m.end() < s.length();
  }

  private void remember(String s, Mention first, Memory memory) {
    int nameStart = Math.min(first.lead.end, first.relation.start);
    String name = names.clean(s.substring(nameStart, first.relation.start));
    if (name.length() >= 2) {
      memory.subjects = List.of(name);
      memory.subjectStart = first.from;
    }
  }

  private List<String> subjects(
      String s,
      Mention first,
      List<Mention> group,
      String name,
      Memory memory,
      Clauses clauses,
      int nameStart) {
    Mention last = group.get(group.size() - 1);
    String behind = behind(s, last);
    boolean verbal = endsInVerb(name);
    boolean receiver = isReceiver(name);
    boolean apposition =
        first.relation.start > nameStart && s.charAt(first.relation.start - 1) == '等'
            || first.relation.start < first.start() && s.startsWith("等", first.relation.start);
    boolean noun = nounBehind(s, last, behind);
    if (noun && (name.isEmpty() || verbal || receiver || apposition)) {
      String object = names.clean(behind);
      if (object.length() >= 2) {
        memory.subjectStart = first.from;
        return List.of(withVerb(object, name, verbal && !apposition, first));
      }
    }
    if (name.length() < 2) {
      return dropped(group, memory, first);
    }
    if (names.dependent(name)
        && !memory.subjects.isEmpty()
        && (first.gap != Gap.FIRST || memory.carried)) {
      String subject = memory.subjects.get(memory.subjects.size() - 1);
      return List.of(subject.endsWith(name) ? subject : subject + name);
    }
    if (names.isGrade(name) && !memory.subjects.isEmpty()) {
      memory.subjectStart = Math.min(memory.subjectStart, first.from);
      return List.of(names.regraded(memory.subjects.get(memory.subjects.size() - 1), name));
    }
    memory.subjectStart = first.from;
    if (group.size() > 1 || first.relation.each) {
      List<String> parts = names.distributed(name);
      if (parts.size() == group.size() || first.relation.each && group.size() == 1) {
        return parts;
      }
      List<String> both = names.townAndCountry(name);
      if (both != null && group.size() == 2) {
        return both;
      }
    }
    return List.of(name);
  }

  private static List<String> dropped(List<Mention> group, Memory memory, Mention first) {
    boolean begins = first.gap == Gap.FIRST && !memory.carried;
    if (memory.subjects.isEmpty() || begins || first.gap == Gap.STOP) {
      return List.of();
    }
    if (memory.subjects.size() > 1
        && memory.subjects.size() != group.size()
        && !first.relation.each) {
      return List.of(memory.subjects.get(memory.subjects.size() - 1));
    }
    return memory.subjects;
  }

  /** The text behind a number that may hold its noun. */
  private String behind(String s, Mention m) {
    if (m.to <= m.end()) {
      return "";
    }
    int to = m.to;
    if (to < s.length() && NumberInSameClause(s, m)) {
      to = relations.read(s, m.end(), to).start;
    }
    String text = s.substring(m.end(), to);
    return text;
  }

  private static boolean NumberInSameClause(String s, Mention m) {
    return io.duibiao.core.quantity.NumberScanner.starts(s.charAt(m.to));
  }

  private boolean nounBehind(String s, Mention m, String behind) {
    if (behind.length() < 2) {
      return false;
    }
    if (behind.charAt(0) == '的') {
      return true;
    }
    if (m.ranked || m.quantity.unit() != null && m.quantity.unit().isPoints()) {
      return false;
    }
    boolean relation =
        relations.startsWord(behind, 0)
            && relations.read(behind, 0, 1).start == 0
            && !behind.startsWith("新")
            && !behind.startsWith("高")
            && !behind.startsWith("总")
            && !behind.startsWith("全");
    if (relation) {
      return false;
    }
    boolean verb = verbs.startingAt(behind, 0, behind.length()) != null;
    if (m.quantity.unit() != null && m.quantity.unit().measured()) {
      return !verb || m.quantity.unit().base().equals("人");
    }
    return true;
  }

  private boolean endsInVerb(String name) {
    WordTrie.Word<Rule> verb = verbs.endingAt(name, 0, name.length());
    WordTrie.Word<Rule> lead = leadWords.endingAt(name, 0, name.length());
    return verb != null && verb.length() > 1 && !verb.value().is("receiver")
        || lead != null && lead.value().is("verb");
  }

  private boolean isReceiver(String name) {
    return verbs.isWord(name, 0, name.length())
        && verbs.startingAt(name, 0, name.length()).value().is("receiver");
  }

  /** 改造老旧小区12个 and 老旧小区改造 name the same: noun, then what was done to it. */
  private String withVerb(String object, String name, boolean verbal, Mention first) {
    if (!verbal) {
      return object;
    }
    WordTrie.Word<Rule> verb = verbs.endingAt(name, 0, name.length());
    if (verb == null || !verb.value().is("keep") || object.endsWith(verb.text())) {
      return object;
    }
    boolean people = first.quantity.unit() != null && first.quantity.unit().base().startsWith("人");
    return people ? verb.text() + object : object + verb.text();
  }

  static boolean isGrowth(Measure measure) {
    return measure == Measure.GROWTH;
  }
}
