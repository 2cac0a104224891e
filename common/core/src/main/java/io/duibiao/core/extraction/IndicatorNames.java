package io.duibiao.core.extraction;

import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells what kind of word a name is and how names depend on those before them. */
final class IndicatorNames {
  private static final int LONGEST_MODIFIER = 6;
  private static final String MAKING = "生产";
  private static final Pattern YIELD = Pattern.compile("[年总]?产");
  private static final List<String> PROGRESS =
      RuleFile.bundled(IndicatorNames.class, "phrases.yaml").rule("degrees-of-progress").words();
  private static final RuleFile FILE = RuleFile.bundled(IndicatorNames.class, "names.yaml");
  private static final Map<String, String> SHORT_CROPS = FILE.rule("short-crops").factors();
  private static final WordTrie<Rule> SHARES = FILE.trie("shares");
  private final WordTrie<Rule> inner = FILE.trie();
  private final WordTrie<Rule> milestones = FILE.trie("milestones");
  private final WordTrie<Rule> predicates = FILE.trie("predicates");
  private final WordTrie<Rule> events = FILE.trie("events");
  private final WordTrie<Rule> shorts = FILE.trie("short-names");
  private final WordTrie<Rule> rhetoric = FILE.trie("rhetoric");
  private final WordTrie<Rule> stages = FILE.trie("stages");
  private final WordTrie<Rule> generic = FILE.trie("generic-things");
  private final WordTrie<Rule> ratios = FILE.trie("ratios");
  private final WordTrie<Rule> perHead = FILE.trie("per-head");
  private final WordTrie<Rule> aggregates = FILE.trie("aggregates");
  private final WordTrie<Rule> uses = FILE.trie("uses-of-land");
  private final WordTrie<Rule> counts = FILE.trie("counts-of-a-doing");
  private final WordTrie<Rule> wholes = FILE.trie("verbs-with-their-object");
  private final WordTrie<Rule> sorted = FILE.trie("sorted-by-size");
  private final WordTrie<Rule> stagesReached = FILE.trie("stages-reached");
  private final WordTrie<Rule> praises = FILE.trie("praises");
  private final WordTrie<Rule> rounds = FILE.trie("rounds");
  private final WordTrie<Rule> plans = FILE.trie("budget", "task", "yearly-plan");
  private final WordTrie<Rule> branches = FILE.trie("sides-of-a-branch");

  /** 提高低保标准10%: what is paid per head grows when it is raised. */
  static boolean raisesAmount(String name) {
    boolean raised = name.startsWith("提高") || name.startsWith("上调") || name.startsWith("提升");
    return raised && isPaidPerHead(name);
  }

  /** Whether the name is that of something paid to each (养老金, 低保标准). */
  static boolean isPaidPerHead(String name) {
    return FILE.trie("paid-per-head").endingAt(name, 0, name.length()) != null;
  }

  /** Whether the name is nothing but 人均 or its like. */
  boolean isMeanAlone(String name) {
    return perHead.isWord(name, 0, name.length());
  }

  /** Whether the name ends in 户均 or its like (烟农户均). */
  boolean endsInMean(String name) {
    return perHead.endingAt(name, 0, name.length()) != null;
  }

  /** Whether the name is that of a whole branch's figure, which the clause before may name. */
  boolean isSideOfBranch(String name) {
    return branches.isWord(name, 0, name.length());
  }

  /** 铜材产业产值 before 增加值: the same industry's other figure, or null. */
  String sideOfSameBranch(String subject, String name) {
    WordTrie.Word<Rule> side = branches.endingAt(subject, 0, subject.length());
    boolean other = side != null && isSideOfBranch(name) && !side.text().equals(name);
    int bearer = other ? subject.length() - side.length() : 0;
    return bearer >= 2 ? subject.substring(0, bearer) + name : null;
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

  /**
   * 粮食喜获丰收、产量: what is said without a number of the thing before 、 is left out; the thing itself
   * stays where the noun behind needs it. 第三轮 alone is no name.
   */
  String withoutPraise(String name) {
    if (rounds.isWord(name, 0, name.length())) {
      return "";
    }
    int at = name.lastIndexOf('、');
    WordTrie.Word<Rule> praise = at < 0 ? null : praises.endingAt(name, 0, at);
    if (praise == null || at - praise.length() < 2 || name.length() - at < 3) {
      return name;
    }
    String behind = name.substring(at + 1);
    String thing = name.substring(name.lastIndexOf('、', at - 1) + 1, at - praise.length());
    boolean needs = dependsOn(thing, behind) || behind.startsWith("增加值");
    return needs ? onBase(thing, behind) : behind;
  }

  /** Whether it is a later stage of something begun (建成, 开通). */
  boolean isStageReached(String name) {
    return stagesReached.isWord(name, 0, name.length());
  }

  /** Whether the verb names a figure by itself (造林). */
  boolean isWhole(String name) {
    return wholes.isWord(name, 0, name.length());
  }

  /** Whether the noun says too little without the verb before it (新签约项目). */
  boolean isGeneric(String name) {
    return generic.isWord(name, 0, name.length());
  }

  /** Whether the name is a mean (人均公园绿地, 每千人床位), which stands as it is and is never gained. */
  boolean isMean(String name) {
    return name.startsWith("每") || perHead.startingAt(name, 0, name.length()) != null;
  }

  /** Whether the name depends on the subject before it (占比, 增速). */
  boolean dependent(String name) {
    if (isShare(name)) {
      return true;
    }
    WordTrie.Word<Rule> word = inner.startingAt(name, 0, name.length());
    return word != null && word.length() == name.length() && word.value().is("dependent");
  }

  /**
   * Whether the name is a side of this subject: 占比 and 增速 of any, 税收 or 产值 only of what can have
   * them (企业, 园区), not of another figure of the whole region (固定资产投资).
   */
  boolean dependsOn(String subject, String name) {
    return perHead.isWord(name, 0, name.length())
        || dependent(name) && (isRatio(name) || !isAggregate(subject));
  }

  /** Whether the name is a total or a rate of whatever stands before it (数量). */
  boolean isRatioOf(String name) {
    return ratios.isWord(name, 0, name.length());
  }

  private boolean isRatio(String name) {
    return isShare(name) || ratios.isWord(name, 0, name.length());
  }

  private static boolean isShare(String name) {
    return name.startsWith("占") && !name.startsWith("占地") && !name.startsWith("占道");
  }

  private boolean isAggregate(String subject) {
    WordTrie.Word<Rule> word = aggregates.endingAt(subject, 0, subject.length());
    return word != null && subject.length() - word.length() <= LONGEST_MODIFIER;
  }

  /** The dependent name put behind the subject that another side of it stands behind. */
  String onBase(String subject, String name) {
    if (subject.endsWith(name)) {
      return subject;
    }
    if (name.endsWith(subject)) {
      return name;
    }
    if (perHead.isWord(name, 0, name.length())) {
      return subject.startsWith(name) ? subject : name + subject;
    }
    if (isShare(name)) {
      return subject + name;
    }
    WordTrie.Word<Rule> word = inner.endingAt(subject, 0, subject.length());
    boolean dependent = word != null && word.value().is("dependent");
    boolean replaces = dependent && (!isRatio(name) || isRatio(word.text()));
    if (!replaces || word.length() >= subject.length()) {
      return subject + name;
    }
    String bearer = subject.substring(0, subject.length() - word.length());
    String whole = SHORT_CROPS.get(bearer);
    if (whole != null) {
      return whole + name;
    }
    if (bearer.endsWith(MAKING) && bearer.length() >= 4 && YIELD.matcher(name).lookingAt()) {
      return bearer.substring(0, bearer.length() - MAKING.length()) + name; // 粮食生产面积、产量
    }
    WordTrie.Word<Rule> use = uses.endingAt(bearer, 0, bearer.length());
    boolean used = use != null && bearer.length() - use.length() >= 2;
    return (used ? bearer.substring(0, bearer.length() - use.length()) : bearer) + name;
  }

  /** 现代服务业占服务业 before a rate is its share: 比重 is understood where the text leaves it out. */
  static String asShare(String name, Quantity q, Relation relation) {
    int at = name.indexOf("占");
    boolean rate =
        q.unit() != null && (q.unit().isPercent() && relation.change == 0 || q.unit().isPoints());
    if (!rate || at < 2 || SHARES.endingAt(name, 0, name.length()) != null) {
      return name;
    }
    boolean land = name.startsWith("占地", at) || name.startsWith("占道", at);
    return land ? name : at == name.length() - 1 ? name + "比" : name + "比重";
  }

  /** 为预算的, 任务数的: the rate at which the subject before reached its plan, or null. */
  String progress(String name) {
    boolean led = name.startsWith("为") || name.startsWith("占");
    String plan = led ? name.substring(1) : name;
    WordTrie.Word<Rule> word = plans.startingAt(plan, 0, plan.length());
    boolean whole = word != null && word.length() == plan.length();
    return whole ? word.value().say("short") + "完成率" : null;
  }

  /**
   * 直接融资完成年度目标的161%, 新增就业完成年计划126%: the rate at which a task was fulfilled, where the name ends in
   * the task or the beginning of it; else the name.
   *
   * @param before the clause up to its first number
   */
  String fulfilled(String name, CharSequence before, Quantity q, Relation relation) {
    boolean rate = q.unit() != null && q.unit().isPercent() && relation.change == 0;
    int end = before.length();
    if (end > 0 && before.charAt(end - 1) == '的') {
      end--;
    }
    WordTrie.Word<Rule> task = rate ? plans.endingAt(before, 0, end) : null;
    if (task == null || !before.toString().contains("完成")) {
      return name;
    }
    int part = task.length();
    while (part > 0 && !name.endsWith(task.text().substring(0, part))) {
      part--;
    }
    String of = name.substring(0, name.length() - part);
    boolean bare = part == 0 || of.length() < 2 || of.endsWith("超") || name.endsWith("率");
    return bare ? name : of + task.value().say("short") + "完成率";
  }

  /**
   * What a share or a progress is said of (民生支出占财政支出比重, 财政收入计划完成率); the subject itself where it is
   * neither. An amount or a change that follows is again of that.
   */
  String bearer(String subject) {
    int at = subject.indexOf('占');
    if (at >= 2 && !subject.startsWith("占地", at) && !subject.startsWith("占道", at)) {
      return subject.substring(0, at);
    }
    for (String progress : PROGRESS) {
      if (subject.endsWith(progress) && subject.length() > progress.length() + 1) {
        return subject.substring(0, subject.length() - progress.length());
      }
    }
    return subject;
  }

  /** The other side of what the subject says of the same doing (医疗保险参保人数, 参保率), or null. */
  String otherSide(String subject, String name) {
    WordTrie.Word<Rule> mine = counts.endingAt(name, 0, name.length());
    WordTrie.Word<Rule> other = counts.endingAt(subject, 0, subject.length());
    if (mine == null || other == null || mine.text().equals(other.text())) {
      return null;
    }
    String doing = name.substring(0, name.length() - mine.length());
    String before = subject.substring(0, subject.length() - other.length());
    boolean same = doing.length() >= 2 && before.length() > doing.length();
    return same && before.endsWith(doing) ? before + mine.text() : null;
  }

  /** Whether a stretch is a thing sorted by its size (超百亿元产业大项目). */
  boolean isSorted(String behind) {
    return behind.length() > 2
        && behind.charAt(0) == '超'
        && sorted.endingAt(behind, 2, behind.length()) != null;
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
}
