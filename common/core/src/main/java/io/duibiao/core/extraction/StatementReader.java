package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NoStatementReason;
import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.quantity.Reading;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Binds the numbers of a sentence to what they say about which indicator. */
final class StatementReader {
  /** 这2个指标 points back to what was told. */
  private static final Pattern THESE =
      Pattern.compile("^这[0-9一二两三四五六七八九十]{1,4}[个项类]|^[两三四五]个(档次|等级)$");

  /** What stands behind a rate that it makes a growth. */
  private static final Pattern GROWTH_BEHIND =
      Pattern.compile("^的?(年均|平均|同比|高速|较快|快速|正)?(增长|增速|增幅|增长率|增长速度)$");

  /** 基础设施投入不低于固定资产投资: a bounded share of something. */
  private static final Pattern OF =
      Pattern.compile("([^，。]{2,24}?)(不低于|不少于|不超过|超过|高于|低于|达到|相当于)([^，。]{2,20})");

  /** 对全乡420户: the region that the receivers live in is not who they are. */
  private static final Pattern RECEIVING_ALL = Pattern.compile("[对为向给][全本]?[省市县区镇乡旗州盟村]");

  private final RelationReader relations = new RelationReader();
  private final RankReader ranks = new RankReader(relations);
  private final LeadReader leads = new LeadReader();
  private final IndicatorNames names = new IndicatorNames();
  private final NameCleaner cleaner = new NameCleaner();
  private final NameLists lists = new NameLists(names);
  private final MentionFinder finder = new MentionFinder(relations, ranks, lists);
  private final Verbs verbs = new Verbs();
  private final ClauseSubjects clauseSubjects =
      new ClauseSubjects(relations, names, cleaner, verbs, lists);
  private final NounsBehind nouns = new NounsBehind(relations, names, cleaner, lists, verbs);
  private final SubjectFinder subjectFinder =
      new SubjectFinder(names, cleaner, lists, verbs, clauseSubjects, nouns);
  private final ClaimBuilder builder = new ClaimBuilder(new TimeResolver(verbs));

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
    int turn = TimeCues.turn(s);
    memory.lookingBack = turn < 0 || memory.lookingBack && turn == 0;
    Clauses clauses = Clauses.of(s);
    MentionFinder.Found found = finder.find(s, clauses);
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
      while (end < mentions.size()
          && sameList(mentions.get(end - 1), mentions.get(end))
          && !partsNouns(s, mentions.get(k), mentions.get(end))) {
        end++;
      }
      List<Mention> group = mentions.subList(k, end);
      cursor = ClauseTimes.read(s, clauses, cursor, group.get(0).start(), sentence.part(), memory);
      Mention next = end < mentions.size() ? mentions.get(end) : null;
      Mention first = group.get(0);
      if (first.sector > 0) {
        Mention head = first.sector == 1 ? first : mentions.get(k - first.sector + 1);
        share(s, clauses, sentence.part(), first, head, memory, regions, claims, reasons);
      } else {
        bind(s, clauses, sentence.part(), group, next, memory, regions, claims, reasons);
      }
      k = end;
    }
    List<Outcome> outcomes = new ArrayList<>(reasons.length);
    for (int i = 0; i < reasons.length; i++) {
      outcomes.add(new Outcome(found.readings().get(i), claims.get(i), reasons[i]));
    }
    return outcomes;
  }

  /** The share of one sector of the economy; what stands before the ratio is said of all three. */
  private void share(
      String s,
      Clauses clauses,
      Part part,
      Mention m,
      Mention head,
      Memory memory,
      List<String> regions,
      List<List<Claim>> claims,
      NoStatementReason[] reasons) {
    if (m == head) {
      m.relation = relations.ofNumber(s, m.from, m.start(), false);
      m.lead = leads.read(s, m.from, m.relation.start, regions);
      memory.subjectStart = m.from;
    }
    m.relation = head.relation;
    m.lead = head.lead;
    if (m.relation.origin) {
      reasons[m.reading] = NoStatementReason.STARTING_VALUE;
      return;
    }
    String name = SectorShares.name(m.sector);
    claims.get(m.reading).add(builder.build(s, clauses, part, m, List.of(m), name, head, memory));
    memory.subjects = List.of(name);
  }

  private static boolean sameList(Mention before, Mention next) {
    return next.gap == Gap.LIST && next.ranked == before.ranked;
  }

  /** 生产基地36家、24个产品: each number has its own noun, the first before it, the second behind. */
  private boolean partsNouns(String s, Mention first, Mention next) {
    boolean counts = first.quantity.unit() != null && !first.quantity.isMeasured();
    boolean behind = next.behind.length() >= 2 && verbs.startsWithNoun(next.behind);
    if (!counts || !behind || next.quantity.isMeasured() || first.ranked) {
      return false;
    }
    Relation relation = relations.ofNumber(s, first.from, first.start(), false);
    int lead = leads.read(s, first.from, relation.start, List.of()).end;
    String name = s.substring(Math.min(lead, relation.start), relation.start);
    boolean own = relation.empty && name.length() > 3 && !verbs.endsInVerb(name);
    if (own) {
      next.gap = Gap.NEXT;
    }
    return own;
  }

  private void bind(
      String s,
      Clauses clauses,
      Part part,
      List<Mention> group,
      Mention next,
      Memory memory,
      List<String> regions,
      List<List<Claim>> claims,
      NoStatementReason[] reasons) {
    Mention first = group.get(0);
    first.relation = relations.ofNumber(s, first.from, first.start(), first.ranked);
    first.lead = leads.read(s, first.from, first.relation.start, regions);
    if (first.from > 0 && s.charAt(first.from - 1) == ':' && headsGain(s, first.from - 1)) {
      first.lead.gain = true;
      first.lead.verb = true;
    }
    if (first.gap == Gap.STOP) {
      memory.siblings.clear();
      memory.amounts.clear();
      memory.growth = false;
      memory.subjects = List.of();
      memory.lead = null;
    }
    if (first.relation.origin && isOrigin(s, first)) {
      for (Mention m : group) {
        reasons[m.reading] = NoStatementReason.STARTING_VALUE;
      }
      remember(s, first, group.size(), memory, regions);
      memory.origin = true;
      return;
    }
    if (growsBehind(s, group.get(group.size() - 1), first.relation)) {
      first.relation.change = 1;
    }
    int nameStart = Math.min(first.lead.end, first.relation.start);
    CharSequence stretch = withoutSelectors(s, nameStart, first);
    String name = names.withoutPraise(cleaner.clean(THESE.matcher(stretch).replaceFirst("")));
    if (RECEIVING_ALL.matcher(name).matches()) {
      name = name.substring(0, 1);
    }
    if (first.ranked) {
      name = RankReader.withoutPeers(name);
    }
    if (first.ranked && ranks.isScope(name)
        || first.quantity.isTimes() && isComparison(name, first)
        || name.startsWith("比")
        || name.startsWith("较")) {
      name = "";
    }
    if (name.equals("试点") || name.equals("试点范围")) {
      String pilot = clauseSubjects.pilot(s, first.from);
      name = pilot.isEmpty() ? name : pilot;
    }
    Matcher share = OF.matcher(name);
    if (first.quantity.isMoneyOrRate()
        && s.charAt(Math.max(0, first.start() - 1)) == '的'
        && share.matches()) {
      first.relation.op =
          first.relation.op == Operator.EQ ? operator(share.group(2)) : first.relation.op;
      name = share.group(1) + "占" + share.group(3) + "比重";
    }
    boolean rated = name.endsWith("率") || names.isGeneric(name);
    if (rated && !first.lead.gaining.isEmpty()) {
      name = first.lead.gaining + name;
    }
    boolean inherits =
        first.gap == Gap.NEXT
            && !first.lead.verb
            && memory.lead != null
            && !names.dependent(name)
            && first.relation.change == 0
            && !first.relation.state
            && !names.isMean(name)
            && !verbs.endsInVerb(name)
            && !verbs.endsInTotal(name)
            && !verbs.hasOwnVerb(name);
    boolean counted =
        (name.isEmpty() || verbs.isReceiver(name)) && !s.startsWith("、", first.from - 1);
    if (inherits
        && !counted
        && !verbs.startsWithVerb(
            s.substring(first.lead.end, Math.max(first.lead.end, first.relation.start)))) {
      boolean money = first.quantity.unit() != null && first.quantity.unit().base().endsWith("元");
      boolean sum =
          money && !memory.treatedUnit.endsWith("元") && !s.startsWith("、", first.from - 1);
      first.lead.gain |= memory.lead.gain && !sum;
      first.lead.shrink |= memory.lead.shrink;
    }
    if (nouns.sizes(s, group, name)) {
      reasons[first.reading] = NoStatementReason.POPULATION_SELECTOR;
      return;
    }
    if (first.relation.treats && nouns.treatsCounted(s, group)) {
      first.relation.change = 0;
      first.relation.treated = true;
    }
    List<String> headed =
        group.size() > 1 ? lists.beforeHead(stretch.toString(), group.size()) : null;
    List<String> subjects =
        headed == null ? subjectFinder.find(s, group, name, next, memory, regions) : headed;
    boolean structure =
        first.quantity.isSmallCount()
            && !subjects.isEmpty()
            && !countsThings(first, subjects.get(0));
    if (structure) {
      reasons[first.reading] = NoStatementReason.NAME;
      return;
    }
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
      } else if (subjects.size() > 1 && !first.relation.each && first.relation.change == 0) {
        mine = List.of(String.join("、", subjects));
      }
      boolean dealt = group.size() > 1 && memory.times.size() == group.size();
      if (dealt && first.relation.each) {
        memory.period = memory.times.get(i);
      }
      for (String one : mine) {
        String shared = IndicatorNames.asShare(one, m.quantity, first.relation);
        String before = s.substring(first.from, Math.max(first.from, first.start()));
        String full = names.fulfilled(shared, before, m.quantity, first.relation);
        Claim claim = builder.build(s, clauses, part, m, group, full, first, memory);
        if (claim == null) {
          reasons[m.reading] = NoStatementReason.NO_INDICATOR;
        } else {
          claims.get(m.reading).add(claim);
          Attainment.of(claim).ifPresent(claims.get(m.reading)::add);
          memory.told = claim.period();
        }
      }
    }
    if (!subjects.get(0).startsWith(memory.object)) {
      memory.object = "";
    }
    if (s.charAt(Math.max(0, first.from - 1)) != '、') {
      Quantity q = first.quantity;
      memory.treatment = first.relation.empty && !first.lead.verb ? verbs.treatment(name) : null;
      memory.treatedUnit = q.unit() == null ? "" : q.unit().base();
      memory.treatedCounts = !q.isMeasured();
    }
    memory.numberEnd = group.get(group.size() - 1).end();
    memory.subjects = subjects;
    memory.ranked = first.ranked;
    memory.origin = false;
    remember(first, group.size(), name, subjects, claims, memory);
    boolean own = first.lead.verb || verbs.startsWithVerb(name);
    boolean carries = first.gap == Gap.NEXT && !own && first.relation.change == 0;
    memory.lead = first.lead.verb ? first.lead : carries ? memory.lead : null;
  }

  private static Operator operator(String bound) {
    return switch (bound) {
      case "不低于", "不少于", "超过", "高于" -> Operator.GTE;
      case "不超过", "低于" -> Operator.LTE;
      default -> Operator.EQ;
    };
  }

  /** The stretch before a number without the counts that select for it. */
  private static CharSequence withoutSelectors(String s, int from, Mention m) {
    StringBuilder stretch = new StringBuilder();
    int at = from;
    for (Quantity selector : m.selectors) {
      if (selector.start() >= at && selector.end() <= m.relation.start) {
        stretch.append(s, at, selector.start());
        at = selector.end();
      }
    }
    return stretch.append(s, at, Math.max(at, m.relation.start));
  }

  /** 新增的生产能力有: a list of what was gained follows. */
  private static boolean headsGain(String s, int colon) {
    int from = colon;
    while (from > 0 && "。;，".indexOf(s.charAt(from - 1)) < 0) {
      from--;
    }
    String head = s.substring(from, colon);
    return (head.contains("新增") || head.contains("净增")) && head.endsWith("有");
  }

  /** 产值保持10%以上增长: the growth is told behind the rate; the text behind is used up. */
  private static boolean growsBehind(String s, Mention m, Relation relation) {
    boolean rate = m.quantity.unit() != null && m.quantity.unit().isPercent();
    boolean plain = rate && relation.change == 0 && !relation.to && m.to > m.end();
    boolean grows = plain && GROWTH_BEHIND.matcher(m.behind).matches();
    if (grows) {
      m.to = m.end();
      m.behind = "";
    }
    return grows;
  }

  /** 设立甲、乙两个中心 and 甲、乙两个项目落户 count things; 抓住甲、乙两个要害 only talks. */
  private boolean countsThings(Mention m, String subject) {
    return !names.isRhetoric(subject) && (m.lead.verb || names.holdsEvent(m.behind));
  }

  private void remember(
      Mention first,
      int numbers,
      String name,
      List<String> subjects,
      List<List<Claim>> claims,
      Memory memory) {
    List<Claim> made = claims.get(first.reading);
    if (made.isEmpty()) {
      return;
    }
    Measure measure = made.get(0).measure();
    memory.unit = made.get(0).unit();
    memory.growth = measure == Measure.GROWTH;
    boolean gained = measure == Measure.INCREMENT && first.relation.change == 0;
    boolean amount = measure == Measure.LEVEL || gained && !made.get(0).unit().contains("点");
    if (numbers == 1 && subjects.size() == 1 && amount && !name.isEmpty() && !verbs.isKept(name)) {
      memory.amount(subjects.get(0), made.get(0).unit());
    }
  }

  /** 是上年的1.5倍 compares the subject before with itself. */
  private static boolean isComparison(String name, Mention m) {
    boolean says = name.startsWith("是") || name.startsWith("相当于") || name.startsWith("为");
    return m.relation.change == 0 && says;
  }

  /** 由A提高到B: A is where it came from when a verb of arrival follows before the clause ends. */
  private boolean isOrigin(String s, Mention m) {
    return m.to > m.end() || m.to == m.end() && m.end() < s.length();
  }

  private void remember(String s, Mention first, int numbers, Memory memory, List<String> regions) {
    int nameStart = Math.min(first.lead.end, first.relation.start);
    String name = cleaner.clean(s.substring(nameStart, first.relation.start));
    if (name.length() >= 2 && !(first.ranked && ranks.isScope(name))) {
      boolean side = first.gap == Gap.NEXT && numbers == 1 && !memory.subjects.isEmpty();
      if (side) {
        String subject = memory.subjects.get(memory.subjects.size() - 1);
        name = names.dependsOn(subject, name) ? names.onBase(subject, name) : name;
      }
      memory.subjects = subjectFinder.named(name, numbers, false, false);
      memory.growth = first.relation.noun;
      memory.subjectStart = first.from;
    } else if (memory.subjects.isEmpty()) {
      memory.subjects = clauseSubjects.before(s, first, regions);
    }
  }
}
