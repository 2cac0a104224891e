package io.duibiao.core.extraction;

import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names what a number is about by the subjects before it, which its clause carries on. */
final class CarriedNames {
  /** A thing named by the stage that begins it. */
  private static final Pattern BEGUN = Pattern.compile("(?:新开工建设|开工建设|新开工|开工)(.{2,})");

  /** Behind a number of people these say too little without what was joined. */
  private static final Set<String> JOINING = Set.of("受益", "参保", "参合", "参加", "领取养老金");

  private final WordTrie<Rule> some =
      RuleFile.bundled(CarriedNames.class, "names.yaml").trie("fates-of-some");
  private static final Pattern SIZE =
      Pattern.compile(
          "(?:年?产值|年?营收|年?营业收入|年?纳税|税收|总?投资)?(?:过|超|超过|突破)?(?:[0-9.]{1,8}|[千百十]{0,2})[万亿]?元(?:以上|及以上|级)?");
  private static final WordTrie<Rule> SORTED =
      RuleFile.bundled(CarriedNames.class, "names.yaml").trie("sorted-by-size");
  private static final List<String> REACHING =
      RuleFile.bundled(CarriedNames.class, "phrases.yaml").rule("reaching-from-before").words();
  private final IndicatorNames names;
  private final NameLists lists;
  private final Verbs verbs;

  CarriedNames(IndicatorNames names, NameLists lists, Verbs verbs) {
    this.names = names;
    this.lists = lists;
    this.verbs = verbs;
  }

  /** Whether the subjects before it may carry on to a number. */
  static boolean carries(Mention first, Memory memory) {
    boolean begins = first.gap == Gap.FIRST && !memory.carried;
    return !memory.subjects.isEmpty() && !begins && first.gap != Gap.STOP;
  }

  /** The last of the subjects, alone. */
  static List<String> last(List<String> subjects) {
    return List.of(subjects.get(subjects.size() - 1));
  }

  /**
   * The subjects before, when the clause says nothing but more of them; empty when it names its
   * own.
   *
   * @param comparing whether the number is a change or a rank
   */
  List<String> again(
      String s, List<Mention> group, String name, String behind, boolean comparing, Memory memory) {
    Mention first = group.get(0);
    boolean bare = name.isEmpty() && comparing && !behind.startsWith("的");
    if (bare || behind.isEmpty() && repeatsVerb(name, memory.subjects)) {
      return dropped(group, memory);
    }
    boolean changes = first.relation.change != 0;
    boolean tail = changes && isTailOf(name, memory.subjects, s.charAt(first.from));
    return tail ? last(memory.subjects) : List.of();
  }

  /** 关停5户企业，今年要关停2户: the subject before tells to what the verb was done. */
  private boolean repeatsVerb(String name, List<String> subjects) {
    String verb = name.startsWith("分别") ? name.substring(2) : name;
    String subject = last(subjects).get(0);
    return verbs.isKept(verb) && (subject.startsWith(verb) || subject.endsWith(verb));
  }

  /** 企业达到320家，其中5家入选百强: what became of some of the things counted before, or null. */
  String fate(String s, Mention first, Mention last, String name, String behind, Memory memory) {
    String subject = last(memory.subjects).get(0);
    boolean counts = last.quantity.unit() != null && !last.quantity.isMeasured();
    boolean bare = name.isEmpty() || name.equals(subject);
    boolean some = counts && bare && first == last && saysSome(s, first);
    boolean same = some && last.quantity.unit().base().equals(memory.unit);
    String fate = behind.startsWith("已") ? behind.substring(1) : behind;
    boolean done = same && fate.length() >= 3 && verbs.startsWithDoing(fate);
    return done ? subject + fate : null;
  }

  private boolean saysSome(String s, Mention first) {
    for (int i = first.from; i < first.start(); i++) {
      if (some.startingAt(s, i, first.start()) != null) {
        return true;
      }
    }
    return false;
  }

  /** 市级财政赤字25亿元，比上年预算赤字减少5亿元: the same again, in short. */
  private static boolean isTailOf(String name, List<String> subjects, char opening) {
    boolean compares = opening == '比' || opening == '较';
    return compares && name.length() >= 2 && last(subjects).get(0).contains(name);
  }

  /** 覆盖山区80%的农村小学: how much of what stands behind the rate is covered, or null. */
  static String covered(String s, Mention first, Quantity q, String behind) {
    boolean rate = q.unit() != null && q.unit().isPercent() && behind.startsWith("的");
    boolean covers = rate && s.startsWith("覆盖", first.from) && behind.length() >= 3;
    int place = first.relation.start - first.from - 2;
    boolean named = covers && place >= 2 && place <= 8;
    return named
        ? s.substring(first.from + 2, first.relation.start) + behind.substring(1) + "覆盖率"
        : null;
  }

  /**
   * 占比提高至32%、43.8% after two subjects: one share of each; 营业收入和税收 after 园区: both are its own. Empty
   * when the name is no side of the subject.
   */
  List<String> sides(String name, List<Mention> group, Memory memory) {
    Mention told = group.get(0);
    int known = memory.siblings.size();
    boolean both = told.ranked && told.relation.each && group.size() == 1 && known == 2;
    if (both && names.isRatioOf(name)) {
      return memory.siblings.stream().map(one -> one + name).toList(); // 数量均居全国第一
    }
    int numbers = group.size();
    List<String> subjects = memory.subjects;
    String subject = last(subjects).get(0);
    List<String> found = new ArrayList<>();
    if (names.dependsOn(subject, name)) {
      for (String one : dealt(group, memory)) {
        found.add(names.onBase(one, name));
      }
      return found;
    }
    List<String> parts = numbers > 1 ? lists.coordinated(name) : List.of();
    if (parts.size() == numbers && parts.stream().allMatch(p -> names.dependsOn(subject, p))) {
      parts.forEach(part -> found.add(names.onBase(subject, part)));
      return found;
    }
    String branch = names.sideOfSameBranch(subject, name);
    if (branch != null) {
      return List.of(branch);
    }
    String other = names.otherSide(subject, name);
    return other == null ? List.of() : List.of(other);
  }

  /** As many of the subjects before as there are numbers that 分别 deals out, or the last of them. */
  private static List<String> dealt(List<Mention> group, Memory memory) {
    int numbers = group.size();
    int known = memory.amounts.size();
    boolean each = group.get(0).relation.each && numbers > 1 && memory.subjects.size() == 1;
    if (each && known >= numbers) {
      return List.copyOf(memory.amounts.subList(known - numbers, known));
    }
    return memory.subjects.size() == numbers ? memory.subjects : last(memory.subjects);
  }

  /** 为预算的102%, 分别完成年度任务的112%和107%: how far those before have come; empty when it tells none. */
  List<String> progress(String name, List<Mention> group, Memory memory) {
    boolean each = name.startsWith("分别");
    String plan = names.progress(each ? name.substring(2) : name);
    if (plan == null || !group.get(0).quantity.isMoneyOrRate()) {
      return List.of();
    }
    int numbers = group.size();
    int known = memory.amounts.size();
    List<String> all = each && known >= numbers ? memory.amounts : memory.subjects;
    int from = each ? Math.max(0, all.size() - numbers) : all.size() - 1;
    return all.subList(from, all.size()).stream().map(subject -> subject + plan).toList();
  }

  /** 改造4个小区，涉及2912户: whom what was told before reaches, or null. */
  String reached(String name, String behind, Memory memory) {
    boolean bare = REACHING.contains(name) && behind.length() < 2;
    String subject = bare && !memory.subjects.isEmpty() ? last(memory.subjects).get(0) : "";
    boolean reaches = subject.isEmpty() || REACHING.stream().anyMatch(subject::startsWith);
    return reaches ? null : subject + name;
  }

  /**
   * 引进亿元以上项目14个，其中10亿元以上2个: a bare size takes the thing sized from before; null when it is none.
   */
  static String sized(String name, Memory memory) {
    if (memory.subjects.isEmpty() || !SIZE.matcher(name).matches()) {
      return null;
    }
    String subject = last(memory.subjects).get(0);
    WordTrie.Word<Rule> thing = SORTED.endingAt(subject, 0, subject.length());
    return thing == null ? null : name + thing.text();
  }

  /** The subjects of numbers that name none: as many of those before as there are numbers. */
  List<String> dropped(List<Mention> group, Memory memory) {
    Quantity q = group.get(0).quantity;
    boolean rate = q.unit() != null && q.unit().isPercent() && group.get(0).relation.change == 0;
    boolean points = q.unit() != null && q.unit().isPoints();
    List<String> subjects = carriedOn(group, memory);
    return rate || points || group.get(0).ranked
        ? subjects
        : subjects.stream().map(names::bearer).toList();
  }

  private List<String> carriedOn(List<Mention> group, Memory memory) {
    Mention first = group.get(0);
    int numbers = group.size();
    int known = memory.siblings.size();
    if (numbers > 1 && memory.subjects.size() == 1 && known >= numbers) {
      return List.copyOf(memory.siblings.subList(known - numbers, known));
    }
    int amounts = memory.amounts.size();
    boolean deals = first.relation.each || first.relation.change != 0;
    if (numbers > 1 && deals && memory.subjects.size() == 1 && amounts >= numbers) {
      return List.copyOf(memory.amounts.subList(amounts - numbers, amounts));
    }
    String counted = first.quantity.unit() == null ? "" : first.quantity.unit().base();
    if (numbers == 1 && verbs.isKept(last(memory.subjects).get(0)) && !first.ranked) {
      return List.of(memory.counted.getOrDefault(counted, last(memory.subjects).get(0)));
    }
    boolean fits = memory.subjects.size() == numbers || first.relation.each;
    return fits ? memory.subjects : last(memory.subjects);
  }

  /** 开工3个项目、续建5个: the name is one more stage or treatment of the thing named before. */
  boolean isStage(String s, Mention first, String name, String behind, Memory memory) {
    boolean joined = s.charAt(Math.max(0, first.from - 1)) == '、' && verbs.isKept(name);
    return behind.isEmpty() && (joined || names.isStage(name) || isRest(first, name, memory));
  }

  /**
   * 新开工棚户区改造6万户、建成2万户; 新建改造基站250个、开通300个: another stage of the thing before is told than the one
   * that it was named with, or null.
   */
  String nextStage(String s, Mention first, String behind, Memory memory) {
    String stage = s.substring(first.from, Math.max(first.from, first.relation.start));
    String subject = last(memory.subjects).get(0);
    boolean bare = first.gap == Gap.NEXT && behind.isEmpty() && !memory.growth;
    if (!bare || !names.isStageReached(stage)) {
      return null;
    }
    if (stage.equals("开通")) {
      return subject.matches("改造.{2,}") ? subject.substring(2) : null;
    }
    Matcher begun = BEGUN.matcher(subject);
    return begun.matches() ? begun.group(1) + stage : null;
  }

  /** 全县开展养老保险试点，133万人参保: what they joined or gain from is told before; null when it is not. */
  String source(String object, Memory memory) {
    if (!JOINING.contains(object) || memory.subjects.isEmpty()) {
      return null;
    }
    String subject = last(memory.subjects).get(0);
    for (String verb : List.of("实施", "开展", "推行", "建立", "参加")) {
      int at = subject.lastIndexOf(verb);
      subject = at < 0 || subject.length() - at < 4 ? subject : subject.substring(at + 2);
    }
    return subject;
  }

  /** 清理文件230件，废止83件: what was done to some of the things counted before, by pieces. */
  private boolean isRest(Mention first, String name, Memory memory) {
    String subject = last(memory.subjects).get(0);
    String kept = verbs.predicateOfAll(subject);
    boolean ends =
        !kept.isEmpty() && subject.endsWith(kept) && subject.length() - kept.length() >= 2;
    boolean treated = verbs.treatment(subject) != null || ends || !memory.object.isEmpty();
    boolean alike =
        memory.treatedCounts
            && first.quantity.unit() != null
            && first.quantity.unit().base().equals(memory.treatedUnit);
    boolean rest = first.gap == Gap.NEXT && treated && alike && verbs.isKept(name);
    if (rest && memory.object.isEmpty()) {
      String verb = verbs.treatment(subject);
      memory.object =
          verb == null
              ? subject.substring(0, subject.length() - kept.length())
              : subject.substring(verb.length());
    }
    return rest;
  }

  /** The thing whose stages are counted one after another, kept in mind from here on. */
  static String thing(Mention first, Memory memory) {
    if (memory.object.isEmpty()) {
      String unit = first.quantity.unit() == null ? "" : first.quantity.unit().base();
      String counted = memory.counted.getOrDefault(unit, last(memory.subjects).get(0));
      memory.object =
          counted
              .replaceFirst("((建成|开工)或部分建成|建设|基本建成|建成|开工|动工|竣工|投产|投用|完工)$", "")
              .replaceFirst("^(新开工|开工建设|开工|续建)(?=..)", "");
    }
    return memory.object;
  }

  /**
   * 就业、贷款分别完成年计划的118%、120%, 分别占全省的48%、37%: what stands before 分别, or was read before, has each its
   * number of what stands behind 分别. Empty when they do not fit.
   */
  List<String> dealt(List<Mention> group, String name, boolean carries, Memory memory) {
    int at = name.indexOf("分别");
    boolean again = at == 0 && verbs.isKept(name.substring(2));
    if (at < 0 || again || group.size() < 2) {
      return List.of();
    }
    String left = name.substring(0, at);
    String right = name.substring(at + 2).replaceFirst("^(完成|实现|达到)(?=..)", "");
    List<String> each = left.isEmpty() && carries ? dropped(group, memory) : List.of();
    each = left.isEmpty() ? each : lists.distributed(left, group.size());
    if (each.size() != group.size()) {
      return List.of();
    }
    if (group.get(0).quantity.isTimes() && right.matches("[是为].*")) {
      return each; // 分别是五年前的2倍、3倍
    }
    String progress = names.progress(right.startsWith("为") ? right : "为" + right);
    boolean money = group.get(0).quantity.isMoneyOrRate();
    String side = progress != null && money ? progress : right;
    return each.stream()
        .map(one -> names.dependent(side) ? names.onBase(one, side) : one + side)
        .toList();
  }

  /** 国家级绿色工业园区3家、绿色工厂16家: the grade that the first of two like names has, or null. */
  String grade(String s, Mention m, String name, Memory memory) {
    boolean listed = m.gap == Gap.NEXT && s.charAt(m.from - 1) == '、' && !m.lead.any;
    String subject = listed ? last(memory.subjects).get(0) : "";
    String rest = lists.headAfterGrade(subject);
    boolean alike = rest != null && rest.length() > 3 && name.length() > 3;
    boolean shares = alike && rest.startsWith(name.substring(0, 2));
    return shares ? subject.substring(0, subject.length() - rest.length()) : null;
  }

  /** 改造小区12个、危房3户: the verb that the first of a list begins with, or null. */
  String treatment(String s, Mention m, String name, String behind, Memory memory) {
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
}
