package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NoStatementReason;
import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.quantity.Reading;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.math.BigDecimal;
import java.util.List;

/** Tells which quantities of a sentence state nothing by themselves. */
final class Exclusions {
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
  private static final int LONGEST_SELECTION = 8;
  private static final int LONGEST_WAIT = 24;
  private static final int LONGEST_SORTED = 14;
  private static final int LONGEST_ADDRESS = 8;
  private static final int LONGEST_NOUN = 4;

  private static final WordTrie<Rule> BOUNDS =
      RuleFile.bundled(Exclusions.class, "phrases.yaml").trie("bounds-that-sort");

  private static final List<String> NATION =
      List.of(
          "中国人", "人民", "各族人民", "全国人民", "中国人民", "中华儿女", "同胞", "多人民", "多人口的大国", "人口的", "的国家", "的大国",
          "的发展中国家");

  private static final List<String> PLANTS = List.of("工程", "项目", "装置", "生产线", "电站", "机组", "厂");

  private static final BigDecimal DAY = BigDecimal.valueOf(24);

  private static final List<String> ISSUING =
      List.of("出台", "制定", "落实", "实施", "推出", "印发", "颁布", "兑现", "执行", "贯彻", "提出");

  private static final List<String> MEASURES =
      List.of("措施", "政策", "意见", "举措", "办法", "激励", "惠企", "硬措施", "具体措施", "实施意见");

  /** Whose policies are called by their articles (国务院33条). */
  private static final List<String> AUTHORITIES =
      List.of("国务院", "国家", "中央", "省", "省委", "省政府", "市", "市委", "市政府", "自治区", "我省", "我市", "我县", "我区");

  /** What policies of so many articles are for. */
  private static final List<String> SUPPORT =
      List.of(
          "稳", "纾困", "支持", "促进", "发展", "意见", "政策", "措施", "助企", "惠企", "激励", "民间投资", "营商环境", "振兴",
          "民营", "壮大", "市场主体", "助力", "人才", "消费");

  private static final WordTrie<Rule> SORTED =
      RuleFile.bundled(Exclusions.class, "names.yaml").trie("sorted-by-size");

  private static final WordTrie<Rule> CAPACITIES =
      RuleFile.bundled(Exclusions.class, "names.yaml").trie("capacities");

  private static final WordTrie<Rule> WORKS =
      RuleFile.bundled(Exclusions.class, "names.yaml").trie("works");

  private static final WordTrie<Rule> TALK =
      RuleFile.bundled(Exclusions.class, "names.yaml").trie("rhetoric");

  private static final WordTrie<Rule> PARTS =
      RuleFile.bundled(Exclusions.class, "names.yaml").trie("parts-of-a-speech");

  private static final WordTrie<Rule> SETTLEMENTS =
      RuleFile.bundled(Exclusions.class, "names.yaml").trie("settlements");

  private final RelationReader relations;

  Exclusions(RelationReader relations) {
    this.relations = relations;
  }

  /**
   * Why a quantity makes no statement, or null when it may make one.
   *
   * @param i its place in the readings
   */
  NoStatementReason reason(CharSequence s, Clauses clauses, List<Reading> readings, int i) {
    Quantity q = readings.get(i).quantity();
    char before = q.start() > 0 ? s.charAt(q.start() - 1) : ' ';
    char after = q.end() < s.length() ? s.charAt(q.end()) : ' ';
    boolean session = before == '届' && q.unit() != null && q.unit().text().equals("次");
    if (before == '这' || before == '该' || session) {
      return NoStatementReason.NAME;
    }
    if (before == '几' || before == '若' || before == '数' && q.chinese()) {
      return NoStatementReason.VAGUE;
    }
    if (before == '下' && q.start() > 1 && s.charAt(q.start() - 2) == '以' && !q.isMoneyOrRate()) {
      return NoStatementReason.NAME;
    }
    if (isNation(s, q) || isCapacity(s, clauses, q)) {
      return NoStatementReason.NAME;
    }
    if (q.unit() == null && addresses(s, clauses, q)) {
      return NoStatementReason.POPULATION_SELECTOR;
    }
    if (q.unit() == null) {
      boolean listed =
          "、和至".indexOf(after) >= 0
              && q.end() + 1 < s.length()
              && NumberScanner.starts(s.charAt(q.end() + 1));
      return q.magnitude() || listed ? null : NoStatementReason.NAME;
    }
    String unit = q.unit().text();
    if (before == '每'
        || before == '前' && !q.magnitude()
        || unit.equals("岁") && !isLifeExpectancy(s, clauses, q)) {
      return NoStatementReason.POPULATION_SELECTOR;
    }
    boolean fraction =
        q.unit().isPercent() && s.subSequence(q.start(), q.end()).toString().contains("分之");
    if (fraction && after == '的' && s.charAt(q.start()) != '百') {
      return NoStatementReason.POPULATION_SELECTOR;
    }
    if (isRun(s, q)) {
      return NoStatementReason.DATE;
    }
    if (!q.isMeasured() && RankReader.countsPeers(s, q.end())) {
      return NoStatementReason.POPULATION_SELECTOR;
    }
    if (isPolicy(s, clauses, q)) {
      return NoStatementReason.NAME;
    }
    boolean stops = q.end() >= s.length() || clauses.ends(q.end()) || after == '、' || after == '”';
    boolean talk =
        q.chinese() && !q.magnitude() && !q.isMeasured() && q.value().compareTo(TWENTY) <= 0;
    if (talk && TALK.startingAt(s, q.end(), s.length()) != null && stopsBehind(s, clauses, q)) {
      return NoStatementReason.NAME;
    }
    boolean part = !q.isMeasured() && PARTS.startingAt(s, q.end(), s.length()) != null;
    if (part || isSlogan(s, clauses, q)) {
      return NoStatementReason.NAME;
    }
    boolean capacity = q.isMeasured() && isYearlyCapacity(s, clauses, q);
    if (capacity || isOfWork(s, clauses, q)) {
      return NoStatementReason.POPULATION_SELECTOR;
    }
    if (small(s, clauses, q)) {
      return NoStatementReason.NAME;
    }
    if (!stops && (after == '级' || after == '数' && q.chinese())) {
      return NoStatementReason.NAME;
    }
    if (!stops && unit.equals("小时") && q.value().compareTo(DAY) == 0) {
      return NoStatementReason.NAME;
    }
    if (stops || relations.startsWord(s, q.end())) {
      return null;
    }
    return selects(s, clauses, readings, i) ? NoStatementReason.POPULATION_SELECTOR : null;
  }

  /** 凝聚13亿人民的力量, 9亿农民: all the people of a country are addressed, not counted. */
  private static boolean isNation(CharSequence s, Quantity q) {
    String behind = s.subSequence(q.end(), Math.min(s.length(), q.end() + 7)).toString();
    boolean whole = q.unit() != null && behind.startsWith("民") && !behind.startsWith("民币");
    boolean addressed = whole || NATION.stream().anyMatch(behind::startsWith);
    boolean peoples = q.unit() != null && q.unit().text().equals("个") && behind.startsWith("民族");
    return peoples
        || q.magnitude() && addressed && (q.unit() == null || q.unit().base().equals("人"));
  }

  /** 年产30万吨的清河乙烯工程: the capacity of a work that is named. */
  private static boolean isCapacity(CharSequence s, Clauses clauses, Quantity q) {
    boolean size = q.isMeasured() && !q.isMoneyOrRate() && q.unit() != null && !q.isPeople();
    if (!size || q.end() >= s.length() || s.charAt(q.end()) != '的') {
      return false;
    }
    String before = s.subSequence(clauses.start(q.start(), 0), q.start()).toString();
    String behind = s.subSequence(q.end(), clauses.end(q.end(), s.length())).toString();
    return before.contains("年")
        && before.matches(".*年(产|炼|加工|处理|发电).*")
        && PLANTS.stream().anyMatch(behind::contains);
  }

  /** 带领500万某某人民: how many people are spoken of, of whom nothing is counted. */
  private static boolean addresses(CharSequence s, Clauses clauses, Quantity q) {
    int end = Math.min(clauses.end(q.end(), s.length()), q.end() + LONGEST_ADDRESS);
    String behind = s.subSequence(q.end(), end).toString();
    return q.magnitude()
        && (behind.contains("人民") && !behind.contains("人民币") || behind.contains("儿女"));
  }

  /** 人均预期寿命80岁 and 人均预期寿命提高1岁，达到80岁 are figures; 60岁以上老人 only selects. */
  private boolean isLifeExpectancy(CharSequence s, Clauses clauses, Quantity q) {
    int from = clauses.start(q.start(), 0);
    boolean dropped = from > 1 && relations.read(s, from, q.start()).start == from;
    int before = dropped ? clauses.start(from - 1, 0) : from;
    return s.subSequence(before, q.start()).toString().contains("寿命");
  }

  /** 出台稳增长50条 and 落实惠企30条措施: so many articles are the name of a policy. */
  private static boolean isPolicy(CharSequence s, Clauses clauses, Quantity q) {
    if (!q.unit().text().equals("条")) {
      return false;
    }
    String behind = s.subSequence(q.end(), clauses.end(q.end(), s.length())).toString();
    boolean measures = MEASURES.stream().anyMatch(behind::startsWith);
    boolean ends = behind.isEmpty() || behind.startsWith("、") || behind.startsWith("等");
    String before = s.subSequence(clauses.start(q.start(), 0), q.start()).toString();
    boolean issued = ISSUING.stream().anyMatch(before::contains);
    boolean authority = ends || measures || MEASURES.stream().anyMatch(behind::contains);
    if (issued && authority && AUTHORITIES.stream().anyMatch(before::endsWith)) {
      return true;
    }
    return issued && (measures || ends && SUPPORT.stream().anyMatch(before::contains));
  }

  /** 两个“百日行动”: the count of a watchword that holds a numeral and no noun follows. */
  private static boolean isSlogan(CharSequence s, Clauses clauses, Quantity q) {
    int at = q.end();
    int end = clauses.end(at, s.length());
    boolean quoted =
        !q.isMeasured() && end - at > 3 && s.charAt(at) == '“' && s.charAt(end - 1) == '”';
    for (int i = at + 1; quoted && i < end - 1; i++) {
      char c = s.charAt(i);
      if (c == '百' || c == '千' || c == '双' || c == '零') {
        return true;
      }
    }
    return false;
  }

  /** Whether no more than a noun stands behind a count in its clause. */
  private static boolean stopsBehind(CharSequence s, Clauses clauses, Quantity q) {
    return clauses.end(q.end(), s.length()) - q.end() <= LONGEST_NOUN;
  }

  /** 年产3万吨板材、10万千瓦风电等项目开工: an output or a size in a list of works names one of them. */
  private static boolean isOfWork(CharSequence s, Clauses clauses, Quantity q) {
    int from = clauses.start(q.start(), 0);
    int end = clauses.end(q.end(), s.length());
    String before = s.subSequence(from, q.start()).toString();
    String behind = s.subSequence(q.end(), end).toString();
    if (behind.length() < 3 || "、，,".indexOf(behind.charAt(0)) >= 0) {
      return false;
    }
    int stop = behind.indexOf('、');
    String item = stop < 0 ? behind : behind.substring(0, stop);
    boolean capacity = CAPACITIES.endingAt(before, 0, before.length()) != null;
    boolean own = capacity && holdsWork(item, 0);
    boolean sized = q.isMeasured() && !q.isMoneyOrRate() && !q.isPeople();
    boolean listed =
        (before.isEmpty() || before.endsWith("、") || before.endsWith("的")) && sized || capacity;
    int list = behind.indexOf('等');
    return own || listed && list >= 2 && holdsWork(behind, list);
  }

  /** 1500万吨/年煤炭利用项目: a yearly capacity right before the works that have it. */
  private static boolean isYearlyCapacity(CharSequence s, Clauses clauses, Quantity q) {
    int end = clauses.end(q.end(), s.length());
    String behind = s.subSequence(q.end(), end).toString();
    boolean yearly = q.unit().text().endsWith("/年") || behind.startsWith("/年");
    return yearly && holdsWork(behind, 1);
  }

  private static boolean holdsWork(String text, int from) {
    for (int i = from + 1; i < text.length(); i++) {
      if (WORKS.startingAt(text, i, text.length()) != null) {
        return true;
      }
    }
    return false;
  }

  /** 连续33个月 tells how long, not how much. */
  private static boolean isRun(CharSequence s, Quantity q) {
    boolean quarters =
        s.length() > q.end() + 1 && s.charAt(q.end()) == '季' && s.charAt(q.end() + 1) == '度';
    boolean time = q.unit().base().equals("月") || q.unit().base().equals("小时") || quarters;
    int at = q.start();
    int from = Math.max(0, at - LONGEST_WAIT);
    String before = s.subSequence(from, at).toString();
    if (time && (before.endsWith("还有") || before.endsWith("只有")) && before.contains("距")) {
      return true;
    }
    return time
        && at >= 2
        && (s.charAt(at - 2) == '连' && s.charAt(at - 1) == '续'
            || s.charAt(at - 2) == '持' && s.charAt(at - 1) == '续');
  }

  /** 一位, 两块, 三个: no figures, unless they count the list before them (甲、乙和丙三个中心). */
  private boolean small(CharSequence s, Clauses clauses, Quantity q) {
    if (!q.chinese() || q.magnitude() || q.value().compareTo(TEN) >= 0) {
      return false;
    }
    if (q.isMeasured()) {
      boolean coin = q.unit().text().equals("元") && isInName(s, clauses, q);
      return coin || "块度方里担斤位名人个人米克升瓦平方".contains(q.unit().text());
    }
    boolean several = q.value().compareTo(BigDecimal.ONE) > 0;
    boolean apposition = several && q.start() > 0 && s.charAt(q.start() - 1) == '等';
    return !apposition && !countsList(s, clauses, q);
  }

  /** 常青三元材料: 元 between two nouns is part of a name, not money. */
  private boolean isInName(CharSequence s, Clauses clauses, Quantity q) {
    char after = q.end() < s.length() ? s.charAt(q.end()) : ' ';
    boolean noun = after >= '\u4e00' && "以左上多余的到至和及".indexOf(after) < 0;
    return noun && relations.read(s, clauses.start(q.start(), 0), q.start()).empty;
  }

  private static boolean countsList(CharSequence s, Clauses clauses, Quantity q) {
    int from = clauses.start(q.start(), 0);
    int parts = 1;
    for (int i = from + 1; i + 1 < q.start(); i++) {
      char c = s.charAt(i);
      if (c == '、' || c == '和' || c == '与' || c == '及') {
        parts++;
      }
    }
    return parts > 1 && q.value().compareTo(BigDecimal.valueOf(parts)) == 0;
  }

  /** 年产值超十亿元企业37家: a bound before the number and a thing behind it sort things by size. */
  private static boolean isSorted(CharSequence s, Clauses clauses, List<Reading> readings, int i) {
    Quantity q = readings.get(i).quantity();
    boolean bound =
        q.end() > q.unitEnd() || q.high() != null || BOUNDS.endingAt(s, 0, q.start()) != null;
    int at = q.end() < s.length() && s.charAt(q.end()) == '的' ? q.end() + 1 : q.end();
    int next = i + 1 < readings.size() ? readings.get(i + 1).start() : s.length();
    boolean counted =
        next < s.length()
            && next - at > 1
            && next - at <= LONGEST_SORTED
            && clauses.end(at, next) == next
            && SORTED.endingAt(s, at, next) != null;
    int end = clauses.end(at, s.length());
    boolean ends =
        next >= end
            && end - at > 2
            && end - at <= LONGEST_SORTED
            && SORTED.endingAt(s, at, end) != null;
    boolean headless = next == at && (at > q.end() || counts(readings, i + 1));
    return bound && (headless || counted || ends || SORTED.startingAt(s, at, s.length()) != null);
  }

  /** 超十亿元9家: whether a reading counts things by pieces. */
  private static boolean counts(List<Reading> readings, int i) {
    Quantity q = i < readings.size() ? readings.get(i).quantity() : null;
    return q != null && q.unit() != null && !q.isMeasured() && !q.isMoneyOrRate();
  }

  /** 20户以上自然村覆盖率超过50%: a bounded count that opens a clause with another number. */
  private static boolean opens(CharSequence s, Clauses clauses, List<Reading> readings, int i) {
    Quantity q = readings.get(i).quantity();
    int next = i + 1 < readings.size() ? readings.get(i + 1).start() : s.length();
    return next < s.length()
        && clauses.start(q.start(), 0) == q.start()
        && clauses.end(q.end(), next) == next
        && s.charAt(q.end()) != '、';
  }

  /** 5000万元以上项目, 3万吨码头, 24小时服务: a measure right before a noun only selects. */
  private boolean selects(CharSequence s, Clauses clauses, List<Reading> readings, int i) {
    Quantity q = readings.get(i).quantity();
    String base = q.unit().base();
    boolean score = q.unit().text().equals("分");
    boolean measured =
        q.isMeasured() && !q.unit().isPercent() && !q.unit().isPoints() && !base.equals("人");
    if (q.end() > q.unitEnd() && (measured || score)) {
      return true;
    }
    if (measured && !base.equals("小时") && isSorted(s, clauses, readings, i)) {
      return true;
    }
    if (q.end() > q.unitEnd()
        && "户人名".contains(q.unit().text())
        && (opens(s, clauses, readings, i)
            || SETTLEMENTS.startingAt(s, q.end(), s.length()) != null)) {
      return true;
    }
    if (base.equals("小时") && "内的".indexOf(s.charAt(q.end())) >= 0) {
      return true;
    }
    if (base.equals("小时") || base.equals("月")) {
      return relations.read(s, clauses.start(q.start(), 0), q.start()).empty;
    }
    boolean power = base.equals("瓦") && i > 0 && readings.get(i - 1).end() == q.start();
    if (power) {
      return true;
    }
    if (!measured || q.magnitude() || s.charAt(q.end()) == '的') {
      return false;
    }
    boolean thing = base.equals("瓦") || base.equals("吨") || base.equals("米") || base.equals("千瓦时");
    int next = i + 1 < readings.size() ? readings.get(i + 1).start() : s.length();
    boolean counted =
        next < s.length()
            && clauses.end(q.end(), next) == next
            && next - q.end() <= LONGEST_SELECTION
            && s.charAt(next - 1) != '、';
    return thing && counted;
  }
}
