package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Numeral;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.StatementKind;

/** Tells whether a number is a result or a target, and of which time. */
final class TimeResolver {
  private static final WordTrie<Rule> WORDS =
      RuleFile.bundled(TimeResolver.class, "periods.yaml").trie();

  private static final WordTrie<Rule> OUTLAYS =
      RuleFile.bundled(TimeResolver.class, "periods.yaml").trie("outlays");

  private final Verbs verbs;
  private final Flows sums;

  TimeResolver(Verbs verbs) {
    this.verbs = verbs;
    this.sums = new Flows(verbs);
  }

  /** The kind of a number by its part and the time that its clause begins with. */
  StatementKind kind(String s, Part part, Mention first, Memory memory) {
    int own = ownYear(s, first);
    if (own > 0) {
      return part.plan() && own >= part.firstYear() || own > part.lastYear()
          ? StatementKind.TARGET
          : StatementKind.RESULT;
    }
    if (memory.period != null) {
      int year = memory.period.last();
      if (part.plan() && year < part.firstYear()) {
        return StatementKind.RESULT;
      }
      if (!part.plan() && year > part.lastYear()) {
        return StatementKind.TARGET;
      }
    }
    boolean partly = memory.period != null && memory.period.partial();
    boolean done = first.lead.done && does(s, first) && (memory.period == null || partly);
    if (part.plan() && done && first.to == first.end()) {
      return StatementKind.RESULT;
    }
    boolean lastYear = first.lead.lastYear || memory.lookingBack && memory.period == null;
    if (part.plan() && lastYear) {
      return StatementKind.RESULT;
    }
    return part.plan() ? StatementKind.TARGET : StatementKind.RESULT;
  }

  /**
   * The time of a number, in the notation of statements: its own words first (五年增长), then the time
   * that its clause begins with, then its part; of a span, the last year for what stood at its end.
   */
  String period(
      String s,
      Part part,
      StatementKind kind,
      Measure measure,
      Mention m,
      Mention first,
      Memory memory) {
    PeriodReader.Period run = ownRun(s, first.from, m.start(), part);
    run = run == null ? planBehind(s, m, part) : run;
    if (run != null) {
      memory.run = memory.anchored(run);
      memory.runSaid = true;
      return memory.run.text();
    }
    boolean goesOn = isPartOfTotal(s, m, first) || isTaking(s, measure, m, first, memory);
    if (memory.run != null && memory.period == null && goesOn) {
      memory.runSaid = true;
      return memory.run.text();
    }
    memory.run = null;
    if (isSum(part, m, first, memory)) {
      return span(part);
    }
    if (memory.told != null && isMultiple(s, m, first)) {
      return memory.told;
    }
    if (isWholeSpan(s, part, measure, m, first) || isOutlay(s, part, measure, m, first, memory)) {
      return span(part);
    }
    if (isSinceEarlier(s, part, measure, m, first)) {
      memory.since = first;
      memory.sinceWithin = memory.period;
      return span(part);
    }
    int own = ownYear(s, first);
    if (own > 0) {
      return Integer.toString(own);
    }
    PeriodReader.Period said = memory.period;
    if (memory.since != null
        && said == memory.sinceWithin
        && measure == Measure.GROWTH
        && first.gap == Gap.NEXT
        && !says(s, first.from, m.start(), "lastYear")) {
      return span(part);
    }
    if (memory.reported != null && !part.plan() && !part.span() && !saysWhole(s, first, m)) {
      String year = Integer.toString(part.lastYear());
      if (said == null || said.text().equals(year) && !said.scope()) {
        return year + memory.reported;
      }
      if (said.partial()) {
        return said.text();
      }
    }
    boolean yearly =
        measure == Measure.GROWTH
            && says(s, first.from, m.start(), "yearly")
            && !says(s, first.from, m.start(), "lastYear");
    if (said != null && !said.scope()) {
      boolean spanned = yearly && part.span() && said.first() == said.last();
      return spanned ? span(part) : said.text();
    }
    if (said == null && saysHalf(s, first, m) && !part.span()) {
      return part.lastYear() + "H1";
    }
    if (said == null && kind == StatementKind.RESULT && part.plan()) {
      return Integer.toString(part.firstYear() - 1);
    }
    if (said == null && !part.span()) {
      boolean averaged = yearly && !part.plan();
      return averaged
          ? PeriodReader.Period.span(part.lastYear() - 4, part.lastYear()).text()
          : Integer.toString(part.lastYear());
    }
    String over = said == null ? span(part) : said.text();
    String last = Integer.toString(said == null ? part.lastYear() : said.last());
    if (measure == Measure.GROWTH && !yearly && says(s, first.from, m.start(), "lastYear")) {
      return last;
    }
    memory.flows = sums.flows(s, measure, m, first, memory);
    return memory.flows ? over : last;
  }

  /**
   * The year between an indicator and its number (粮食产量2025年达到, 增加到2022年的), or 0; not the one that
   * something is compared with.
   */
  private static int ownYear(String s, Mention first) {
    for (int i = first.relation.start; i + 4 < first.start(); i++) {
      boolean begins =
          NumberScanner.starts(s.charAt(i))
              && (i == 0 || !NumberScanner.starts(s.charAt(i - 1)))
              && s.charAt(i + 4) == '年';
      int year = begins && i > first.from ? Years.at(s, i, first.start()) : 0;
      if (year > 0) {
        return "由从是为于比较与和占".indexOf(s.charAt(i - 1)) < 0 ? year : 0;
      }
    }
    return 0;
  }

  /**
   * Whether a change in the review of a span is measured against the time before it
   * (2022年达到30亿元，比2017年增加6亿元; 比“十二五”末增加12亿元).
   */
  private static boolean isSinceEarlier(
      String s, Part part, Measure measure, Mention m, Mention first) {
    boolean change = measure == Measure.GROWTH || measure == Measure.INCREMENT;
    if (!change || part.plan() || !part.span()) {
      return false;
    }
    for (int i = first.from; i + 1 < m.start(); i++) {
      if ("比较".indexOf(s.charAt(i)) < 0) {
        continue;
      }
      int[] plan = Years.planNamed(s, i + 1, m.start());
      boolean end = plan != null && plan[2] < m.start() && s.charAt(plan[2]) == '末';
      boolean dated = i + 5 < m.start() && s.charAt(i + 5) == '年';
      int year = end ? plan[1] : dated ? Years.at(s, i + 1, m.start()) : 0;
      if (year > 0) {
        return year == part.firstYear() - 1;
      }
    }
    return false;
  }

  /** 总额40亿元的两年投资计划: the years of the plan that the number is the size of, or null. */
  private static PeriodReader.Period planBehind(String s, Mention m, Part part) {
    int at = m.end() + 1;
    boolean linked = at < s.length() && s.charAt(m.end()) == '的';
    return linked && NumberScanner.starts(s.charAt(at))
        ? PeriodReader.run(s, at, s.length(), part)
        : null;
  }

  /** 五年接待游客30万人次，综合收入2亿元: what was taken in from those who came is of the same years. */
  private static boolean isTaking(
      String s, Measure measure, Mention m, Mention first, Memory memory) {
    boolean money = m.quantity.unit() != null && m.quantity.unit().base().endsWith("元");
    boolean level = measure == Measure.LEVEL && !Flows.isReached(s, first);
    return money && level && memory.runSaid && first.gap == Gap.NEXT;
  }

  /** 其中，新增市级投资5亿元; 民生工程占40%: what a total breaks down to. */
  private static boolean isPartOfTotal(String s, Mention m, Mention first) {
    return Flows.isAmong(s, first) || Flows.isShare(s, m, first);
  }

  /** 五年财政投入达到3亿元: as many years as the review has, before an amount that adds up. */
  private static boolean isWholeSpan(
      String s, Part part, Measure measure, Mention m, Mention first) {
    boolean money = m.quantity.unit() != null && m.quantity.unit().base().endsWith("元");
    boolean may = part.span() && !part.plan() && measure == Measure.LEVEL && money;
    if (!may || !NumberScanner.starts(s.charAt(first.from))) {
      return false;
    }
    Numeral n = NumberScanner.at(s, first.from, m.start());
    boolean years = n != null && n.end() < m.start() && s.charAt(n.end()) == '年';
    return years
        && n.value().scale() <= 0
        && n.value().intValue() == part.lastYear() - part.firstYear() + 1;
  }

  /** 五年来，财政支农支出达4077亿元: what was spent since the span began adds up, reached or not. */
  private static boolean isOutlay(
      String s, Part part, Measure measure, Mention m, Mention first, Memory memory) {
    boolean money = m.quantity.unit() != null && m.quantity.unit().base().endsWith("元");
    boolean since = memory.period != null && memory.period.scope();
    boolean may = part.span() && !part.plan() && measure == Measure.LEVEL && money && since;
    boolean outlay = OUTLAYS.endingAt(s, first.from, first.relation.start) != null;
    return may && !first.relation.to && outlay && isSpanOf(memory.period, part);
  }

  /** 2022年产值30亿元;投资累计完成9亿元: what adds up is not of the year that a clause before began with. */
  private static boolean isSum(Part part, Mention m, Mention first, Memory memory) {
    PeriodReader.Period said = memory.period;
    boolean year = said != null && said.first() == said.last() && !said.partial() && !said.end();
    boolean sum = first.relation.cumulative && first.relation.doing && m.quantity.isMoneyOrRate();
    return part.span() && !part.plan() && year && sum && memory.saidBefore(first.from);
  }

  private static boolean isSpanOf(PeriodReader.Period period, Part part) {
    return period.first() == part.firstYear() && period.last() == part.lastYear();
  }

  /** 投入58亿元，是1950年到1997年总和的1.7倍: the same amount once more, of the same time. */
  private static boolean isMultiple(String s, Mention m, Mention first) {
    boolean same = s.startsWith("是", first.from) || s.startsWith("相当于", first.from);
    return m.quantity.isTimes() && first.relation.change == 0 && first.gap == Gap.NEXT && same;
  }

  private static String span(Part part) {
    return PeriodReader.Period.span(part.firstYear(), part.lastYear()).text();
  }

  /** Whether a verb of doing leads to the name or begins it. */
  private boolean does(String s, Mention first) {
    int from = Math.min(first.lead.end, first.relation.start);
    return first.lead.verb || verbs.startsWithVerb(s.substring(from, first.relation.start));
  }

  /** 年均浓度 and 年均气温 are means within a year. */
  private static boolean isMean(String s, int at) {
    return at < s.length() && "浓值气温".indexOf(s.charAt(at)) >= 0;
  }

  private static boolean says(String s, int from, int to, String attribute) {
    for (int i = from; i < to; i++) {
      WordTrie.Word<Rule> word = WORDS.startingAt(s, i, to);
      if (word != null && word.value().is(attribute) && !isMean(s, i + word.length())) {
        return true;
      }
    }
    return false;
  }

  /** The run of years that the number's own clause names inside (本科率五年提高3个百分点), or null. */
  private static PeriodReader.Period ownRun(String s, int from, int to, Part part) {
    for (int i = from; i < to; i++) {
      PeriodReader.Period run = PeriodReader.run(s, i, to, part);
      if (run != null) {
        return i == from && run.scope() ? null : run;
      }
    }
    return null;
  }

  /** Whether the clause of a number in a report on half a year is about all of it (全年预计增长6%). */
  private static boolean saysWhole(String s, Mention first, Mention m) {
    int at = s.indexOf("全年", first.from);
    return at >= 0 && at < m.end();
  }

  private static boolean saysHalf(String s, Mention first, Mention m) {
    int at = s.indexOf("上半年", first.from);
    int stop = s.indexOf('、', m.end());
    int to = stop < 0 ? m.to : Math.min(m.to, stop);
    return at >= 0 && at < Math.max(to, m.end());
  }
}
