package io.duibiao.core.extraction;

import java.util.List;
import java.util.regex.Pattern;

/** Finds the indicator or indicators that a number, or a list of numbers, is about. */
final class SubjectFinder {
  /** 占全国 of a share: of 占全国七分之一，居首位 the rank is that of the thing itself. */
  private static final Pattern OF_WHOLE = Pattern.compile("占全[国省市区县州]$");

  /** What a growth without a subject is that of. */
  private static final String ECONOMY = "经济";

  private static final int LONGEST_GROWN = 12;
  private static final int SHORT_RATE = 4;

  private final IndicatorNames names;
  private final NameCleaner cleaner;
  private final NameLists lists;
  private final Verbs verbs;
  private final ClauseSubjects clauses;
  private final NounsBehind nouns;
  private final Funding funding;
  private final CarriedNames carried;
  private final Reliefs reliefs = new Reliefs();
  private final Topics topics = new Topics();

  SubjectFinder(
      IndicatorNames names,
      NameCleaner cleaner,
      NameLists lists,
      Verbs verbs,
      ClauseSubjects clauses,
      NounsBehind nouns) {
    this.names = names;
    this.cleaner = cleaner;
    this.lists = lists;
    this.verbs = verbs;
    this.clauses = clauses;
    this.nouns = nouns;
    this.funding = new Funding(cleaner);
    this.carried = new CarriedNames(names, lists, verbs);
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
    List<String> found = search(s, group, name, next, memory, regions);
    boolean ranked = group.get(0).ranked && name.isEmpty();
    return ranked
        ? found.stream().map(one -> OF_WHOLE.matcher(one).replaceFirst("")).toList()
        : found;
  }

  private List<String> search(
      String s,
      List<Mention> group,
      String name,
      Mention next,
      Memory memory,
      List<String> regions) {
    Mention first = group.get(0);
    Mention last = group.get(group.size() - 1);
    boolean carries = CarriedNames.carries(first, memory);
    String behind = nouns.behind(s, last);
    String stage = carries ? carried.nextStage(s, first, behind, memory) : null;
    if (stage != null) {
      return List.of(stage);
    }
    List<String> plan = carries ? carried.progress(name, group, memory) : List.of();
    if (!plan.isEmpty()) {
      return plan;
    }
    String grown = growthBehind(last, behind);
    if (grown != null) {
      first.relation.change = 1;
      memory.subjectStart = first.from;
      return List.of(
          grown.isEmpty() && name.length() >= 2 && !verbs.isVerbal(name)
              ? name
              : grown.isEmpty() ? ECONOMY : grown);
    }
    List<String> dealt = carried.dealt(group, name, carries, memory);
    if (!dealt.isEmpty()) {
      return dealt;
    }
    if (Funding.isUse(last, name, behind)) {
      memory.subjectStart = first.from;
      return List.of(name + cleaner.clean(behind) + "占比");
    }
    String own = funding.purpose(s, first, last, name);
    if (own == null) {
      boolean noun = nouns.follows(first, last, name, behind);
      boolean counts = nouns.counts(last.quantity, behind);
      boolean comparing = first.relation.change != 0 && !(counts && noun) || first.ranked;
      List<String> again =
          carries ? carried.again(s, group, name, behind, comparing, memory) : List.of();
      if (!again.isEmpty()) {
        List<String> anew =
            name.isEmpty() ? clauses.anew(s, first, memory.numberEnd, regions) : List.of();
        if (!anew.isEmpty()) {
          return group.size() > 1 ? named(anew.get(0), group.size(), false, false) : anew;
        }
        return again;
      }
      own = carries ? carried.fate(s, first, last, name, behind, memory) : null;
      if (own != null) {
        return List.of(own);
      }
      own = freedOrCovered(s, first, last, behind);
      own = own == null ? SolvedProblems.name(s, first, last, name) : own;
      own = own == null && noun ? ofNoun(s, first, last, name, behind, counts, next, memory) : own;
      own = own == null ? ofOwner(s, last, name, behind, next) : own;
      own = own == null ? shared(s, last, name, behind, next) : own;
    }
    if (own != null) {
      memory.subjectStart = first.from;
      return List.of(own);
    }
    String gained = gainedPerHead(s, first, name);
    if (gained != null) {
      return List.of(gained);
    }
    List<String> rates = carries ? List.of() : ratesBefore(s, group, name, regions);
    if (!rates.isEmpty()) {
      return rates;
    }
    boolean mean = !carries && names.isMeanAlone(name);
    if (mean || name.length() < 2 && !names.isShort(name)) {
      return unnamed(s, group, name, carries, memory, regions);
    }
    String work = carries || !names.isStage(name) ? "" : clauses.work(s, first, regions);
    if (!work.isEmpty() && behind.isEmpty()) {
      return List.of(work + name);
    }
    if (!carries && behind.isEmpty() && verbs.isKept(name) && !names.isWhole(name)) {
      String object = clauses.objectBefore(s, first, regions);
      if (object != null) {
        return List.of(object + name);
      }
    }
    if (carries && carried.isStage(s, first, name, behind, memory)) {
      return List.of(CarriedNames.thing(first, memory) + name);
    }
    String sized = carries ? CarriedNames.sized(name, memory) : null;
    if (sized != null) {
      return List.of(sized);
    }
    String reached = carries ? carried.reached(name, behind, memory) : null;
    if (reached != null) {
      return List.of(reached);
    }
    String topic = ofTopic(s, first, name, carries, regions);
    if (topic != null) {
      return List.of(topic);
    }
    List<String> owner =
        !carries && name.startsWith("占") && names.dependent(name)
            ? clauses.before(s, first, regions)
            : List.of();
    if (owner.size() == 1) {
      return List.of(owner.get(0) + name);
    }
    List<String> sides = carries ? carried.sides(name, group, memory) : List.of();
    if (!sides.isEmpty()) {
      return sides;
    }
    String grade = carries ? carried.grade(s, first, name, memory) : null;
    if (grade != null) {
      return List.of(grade + name);
    }
    String treatment = carried.treatment(s, first, name, behind, memory);
    if (treatment != null) {
      return List.of(treatment + name);
    }
    if (lists.isGrade(name) && !memory.subjects.isEmpty()) {
      return List.of(names.regraded(CarriedNames.last(memory.subjects).get(0), name));
    }
    memory.subjectStart = first.from;
    boolean changes = first.relation.change != 0 && !first.relation.noun;
    return named(name, group.size(), first.relation.each, changes);
  }

  /**
   * 保持6%的经济增长速度: what grows where the noun of growth stands behind its rate, empty where it is left
   * out; or null.
   */
  private static String growthBehind(Mention last, String behind) {
    boolean rate = last.quantity.unit() != null && last.quantity.unit().isPercent();
    if (!rate || !behind.startsWith("的")) {
      return null;
    }
    for (String noun : List.of("增长目标", "增长速度", "增速", "增长率", "增幅")) {
      int at = behind.indexOf(noun);
      if (at > 0 && at <= LONGEST_GROWN) {
        return behind.substring(1, at).replaceFirst("^(平均|年均|较高)", "");
      }
    }
    return null;
  }

  /** 选聘护林员183名，人均年增收8000元: what each of them gains is named by the gain, or null. */
  private String gainedPerHead(String s, Mention first, String name) {
    String mean = name.endsWith("年") ? name.substring(0, name.length() - 1) : name;
    boolean gains = first.quantity.isMoneyOrRate() && s.startsWith("增收", first.relation.start);
    return gains && names.endsInMean(mean) ? mean + "增收" : null;
  }

  /** 建议和提案全部办结，满意率分别达到98%、100%: the rate of each subject of the clause before, or empty. */
  private List<String> ratesBefore(
      String s, List<Mention> group, String name, List<String> regions) {
    boolean bare = name.endsWith("率") && name.length() <= SHORT_RATE;
    List<String> before = bare ? clauses.before(s, group.get(0), regions) : List.of();
    if (before.size() != 1 || group.size() < 2) {
      return List.of();
    }
    List<String> parts = lists.coordinated(before.get(0));
    return parts.size() == group.size()
        ? parts.stream().map(part -> part + name).toList()
        : List.of();
  }

  /** Who was freed from what, or how much of what stands behind the rate is covered, or null. */
  private String freedOrCovered(String s, Mention first, Mention last, String behind) {
    String freed = reliefs.name(s, first, last.quantity, behind);
    String name = freed == null ? CarriedNames.covered(s, first, last.quantity, behind) : freed;
    return name == null ? null : cleaner.clean(name);
  }

  /** 改造12个老旧小区: the name that the noun behind the number gives, or null. */
  private String ofNoun(
      String s,
      Mention first,
      Mention last,
      String name,
      String behind,
      boolean counts,
      Mention next,
      Memory memory) {
    if (first.relation.treated) {
      return treated(s, first, name, nouns.object(s, behind, last, next));
    }
    boolean share = name.contains("占") && last.quantity.isMoneyOrRate();
    boolean of = first.relation.start > first.from && endsInOf(s, first) && !share;
    boolean linked = first.quantity.isSmallCount() || of;
    boolean verbal = verbs.endsInVerb(name) || verbs.isVerbal(name);
    boolean apposition = endsInAnd(s, first);
    boolean place = isPlace(name) && (!last.quantity.isMeasured() || last.quantity.isPeople());
    boolean doing = first.relation.doing && !last.quantity.isMoneyOrRate();
    boolean counted = (counts && first.relation.empty || doing) && verbs.startsWithNoun(behind);
    boolean leads =
        name.isEmpty()
            || verbal
            || apposition
            || linked
            || place
            || counted
            || verbs.isReceiver(name);
    String object = leads ? nouns.object(s, behind, last, next) : "";
    if (object.length() < 2) {
      return null;
    }
    boolean people = last.quantity.isPeople() && name.isEmpty();
    String source = people ? carried.source(object, memory) : null;
    if (source != null) {
      return source + object;
    }
    String reached = verbs.reaching(object, name, first.quantity);
    if (reached != null && !apposition) {
      return reached;
    }
    boolean keeps = verbal && !apposition && !linked && !first.quantity.isSmallCount();
    return keeps ? verbs.withVerb(object, name, first.quantity) : object;
  }

  /** 总产值达5亿元的企业: the name is a side of what stands behind the amount; null when it is none. */
  private String ofOwner(String s, Mention last, String name, String behind, Mention next) {
    boolean side = behind.startsWith("的") && names.dependent(name) && last.quantity.isMoneyOrRate();
    String object = side ? nouns.object(s, behind, last, next) : "";
    return object.length() >= 3 ? object + name : null;
  }

  /** 7批219名医务人员: the noun behind the next number, which this one has in common with it, or null. */
  private String shared(String s, Mention last, String name, String behind, Mention next) {
    boolean bare =
        behind.isEmpty() && (name.length() < 2 || verbs.isKept(name) || verbs.isReceiver(name));
    boolean touches = next != null && next.start() == last.end() && verbs.isReceiver(name);
    boolean shares = bare && next != null && (touches || nouns.shares(s, last, next));
    String object = shares ? cleaner.clean(next.behind) : "";
    return object.length() >= 2 ? object : null;
  }

  /**
   * The subjects of numbers with no name before or behind them: those carried on, or the clause's.
   */
  private List<String> unnamed(
      String s,
      List<Mention> group,
      String name,
      boolean carries,
      Memory memory,
      List<String> regions) {
    Mention first = group.get(0);
    if (carries) {
      List<String> anew = clauses.anew(s, first, memory.numberEnd, regions);
      if (!anew.isEmpty()) {
        return anew;
      }
      String verb = s.substring(Math.min(first.from, first.lead.end), first.lead.end);
      boolean another =
          !memory.object.isEmpty() && name.isEmpty() && (names.isStage(verb) || verbs.isKept(verb));
      return another ? List.of(memory.object + verb) : carried.dropped(group, memory);
    }
    List<String> before = clauses.before(s, first, regions);
    boolean shared = group.size() > 1 && before.size() == 1;
    return shared ? named(before.get(0), group.size(), false, false) : before;
  }

  /** 工业生产, 粮食生产 or an industry that a clause before names and whose side the name is, or null. */
  private String ofTopic(
      String s, Mention first, String name, boolean carries, List<String> regions) {
    List<String> before = clauses.before(s, first, regions);
    boolean branch = names.isSideOfBranch(name) && before.size() == 1;
    String own = branch ? names.branch(before.get(0)) : "";
    if (!own.isEmpty()) {
      return own + name;
    }
    String crop = carries ? null : topics.crop(name, before);
    return crop != null || carries ? crop : topics.side(s, first, name, regions);
  }

  /** What is treated and how: 中心水平提升, 增发债券. */
  private String treated(String s, Mention m, String name, String object) {
    String verb = s.substring(m.relation.start, m.start());
    boolean amount = m.quantity.isMoneyOrRate() || m.quantity.isPeople();
    return amount ? name + verb + verbs.upToVerb(object) : object + verb;
  }

  /** The names that a stretch before a list of numbers holds: one for each, or one. */
  List<String> named(String name, int numbers, boolean each, boolean changes) {
    if (numbers > 1 || each) {
      List<String> parts = lists.distributed(name, each && numbers == 1 ? 0 : numbers);
      List<String> both = lists.compound(name);
      both = both == null && numbers <= 2 ? lists.compoundInside(name) : both;
      if (parts.size() == numbers && numbers > 1 || each && numbers == 1) {
        return parts.size() == 1 && both != null ? both : parts;
      }
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

  /** Whether the stretch before the number only leads to the noun behind it. */
  private static boolean endsInOf(String s, Mention m) {
    int at = m.relation.start - 1;
    boolean reaches = s.charAt(at) == '及' && at > m.from && "惠涉普遍".indexOf(s.charAt(at - 1)) >= 0;
    return "的和及与、".indexOf(s.charAt(at)) >= 0 && !reaches || s.startsWith("的", m.relation.start);
  }

  private static boolean endsInAnd(String s, Mention m) {
    int at = m.relation.start;
    return at > m.from && s.charAt(at - 1) == '等' || at < m.start() && (s.startsWith("等", at));
  }

  private static boolean isPlace(String name) {
    return name.length() >= 2 && "省市县区镇村乡州盟旗域".indexOf(name.charAt(name.length() - 1)) >= 0;
  }
}
