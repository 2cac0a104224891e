package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Numeral;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.text.Words;

/** Reads the time that a clause begins with. */
final class PeriodReader {
  /**
   * A time.
   *
   * @param text in the notation of statements
   * @param first its first year
   * @param last its last year
   * @param end whether it is the end of a longer run (到2025年)
   * @param scope whether what stands at the end of the span is of its last year (五年来)
   */
  record Period(String text, int first, int last, boolean end, boolean scope) {
    static Period year(int year) {
      return new Period(Integer.toString(year), year, year, false, false);
    }

    static Period span(int first, int last) {
      return first == last
          ? year(first)
          : new Period(first + "/" + last, first, last, false, false);
    }

    /** Whether it is only a part of its year. */
    boolean partial() {
      return first == last && text.length() > 4;
    }

    Period asScope() {
      return new Period(text, first, last, end, first < last);
    }
  }

  private static final WordTrie<Rule> WORDS =
      RuleFile.bundled(PeriodReader.class, "periods.yaml").trie();
  private static final int LONGEST_RUN = 10;
  private static final int LONGEST_GROUND = 10;
  private static final int LONGEST_DECIDER = 6;

  private PeriodReader() {}

  /** The time written at a place, or null when the clause begins otherwise. */
  static Period at(CharSequence s, int from, int to, Part part, int thisYear) {
    int at = from;
    while (at < to && "—-#·".indexOf(s.charAt(at)) >= 0) {
      at++;
    }
    boolean estimate = startsWith(s, at, to, "预计");
    for (String opening :
        new String[] {"力争", "确保", "预计", "计划", "截至", "截止", "争取", "其中", "特别是", "尤其是", "在"}) {
      if (startsWith(s, at, to, opening)) {
        at += opening.length();
      }
    }
    at = behindDecision(s, at, to);
    boolean promise =
        startsWith(s, from, to, "力争")
            || startsWith(s, from, to, "确保")
            || startsWith(s, from, to, "争取");
    boolean until = at < to && (s.charAt(at) == '到' || s.charAt(at) == '至');
    boolean since = at < to && (s.charAt(at) == '自' || s.charAt(at) == '从');
    if (until || since) {
      at++;
    }
    if (at >= to) {
      return null;
    }
    int[] plan = Years.planNamed(s, at, to);
    if (plan != null) {
      return fiveYearPlan(s, at, to, plan, until, part);
    }
    int written = Years.at(s, at, to);
    if (written > 0) {
      boolean past =
          part.plan() && written < part.firstYear() && at + 4 < to && s.charAt(at + 4) == '年';
      if (bracketed(s, from, to) || promise && past) {
        return null;
      }
      boolean open = since || behindYear(s, at + 4, to, "以来") || behindYear(s, at + 4, to, "起");
      return open && !isSpan(s, at + 4, to)
          ? since(written, part)
          : year(s, at + 4, to, written, until);
    }
    boolean ends = closes(s, from, at) && !part.plan();
    int own = startsWith(s, at, to, "今年") || startsWith(s, at, to, "全年") ? at + 2 : at;
    PartOfYear within = PartOfYear.at(s, own, to);
    // A report of the beginning of a year may look back on what happened in it (截至今年2月底).
    boolean now = own > at && s.charAt(at) == '今' && thisYear > 0 && !part.plan();
    int year = now ? thisYear : part.lastYear();
    if (within != null) {
      return within(year, within.part(), false);
    }
    PartOfYear month = ends ? PartOfYear.until(s, own, to) : null;
    if (month != null && !part.span()) {
      return within(year, month.part(), true);
    }
    if (startsWith(s, at, to, "今年") && !startsWith(s, at, to, "今年以来")) {
      return thisYear(s, at, to, part, thisYear);
    }
    if (startsWith(s, at, to, "今明两年") && part.plan() && !part.span()) {
      return Period.span(part.firstYear(), part.firstYear() + 1);
    }
    if (startsWith(s, at, to, "明年") && (thisYear > 0 || part.plan() && !part.span())) {
      return Period.year((part.plan() && !part.span() ? part.firstYear() : thisYear) + 1);
    }
    if (startsWith(s, at, to, "去年")
        || startsWith(s, at, to, "上年") && !startsWith(s, at, to, "上年度末")) {
      return part.plan()
          ? part.span() || isBase(s, at + 2, to) ? null : Period.year(part.firstYear() - 1)
          : part.span() ? Period.year(part.lastYear()) : null;
    }
    if (part.span()) {
      WordTrie.Word<Rule> word = WORDS.startingAt(s, at, to);
      if (word != null && word.value().say("opening").equals("year") && !part.plan()) {
        return Period.year(part.lastYear());
      }
    }
    Period run = run(s, at, to, part);
    return run == null || run.scope() || part.plan() ? run : null;
  }

  /** 市政府决定今年安排3亿元: the time stands behind who decided. */
  private static int behindDecision(CharSequence s, int from, int to) {
    for (int i = from + 2; i + 4 < to && i <= from + LONGEST_DECIDER; i++) {
      if (s.charAt(i) == '决' && startsWith(s, i, to, "决定今年")) {
        return i + 2;
      }
    }
    return from;
  }

  /** Whether a clause is about the year, as against a part of it or a run of years before. */
  static boolean wholeYear(CharSequence s, int from, int to) {
    int at = from;
    for (String opening : new String[] {"力争", "确保", "预计", "计划", "争取"}) {
      if (startsWith(s, at, to, opening)) {
        at += opening.length();
      }
    }
    return startsWith(s, at, to, "全年")
        || startsWith(s, at, to, "年内")
        || startsWith(s, at, to, "当年")
        || startsWith(s, at, to, "今年内");
  }

  private static boolean behindYear(CharSequence s, int at, int to, String word) {
    return startsWith(s, at, to, "年" + word);
  }

  /** Whether a second year follows (从2019年到2021年, 自2019—2021年). */
  private static boolean isSpan(CharSequence s, int at, int to) {
    int next = startsWith(s, at, to, "年") ? at + 1 : at;
    return next + 1 < to
        && "到至-—~".indexOf(s.charAt(next)) >= 0
        && NumberScanner.starts(s.charAt(next + 1));
  }

  /** 2018年以来 and 自2018年起 run up to the year under review. */
  private static Period since(int year, Part part) {
    int last = part.plan() ? part.firstYear() - 1 : part.lastYear();
    return year > last ? null : Period.span(year, last).asScope();
  }

  /** Whether 截至 or 到 stands between the beginning of the clause and its time. */
  private static boolean closes(CharSequence s, int from, int at) {
    String opening = s.subSequence(from, at).toString();
    return opening.contains("截") || opening.endsWith("到");
  }

  /** In a review 今年 is the year to come where the clause says what is to be done in it (今年再建). */
  private static Period thisYear(CharSequence s, int at, int to, Part part, int thisYear) {
    if (part.plan()) {
      int year = part.span() ? thisYear : part.firstYear();
      return year > 0 ? Period.year(year) : null;
    }
    return thisYear > 0 && looksAhead(s, at, to) ? Period.year(thisYear) : null;
  }

  private static boolean looksAhead(CharSequence s, int at, int to) {
    for (int i = at; i < to && "，,。;:".indexOf(s.charAt(i)) < 0; i++) {
      WordTrie.Word<Rule> word = WORDS.startingAt(s, i, to);
      if (word != null && word.value().is("ahead")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the year is only where a change starts from (在2020年基础上). */
  private static boolean isBase(CharSequence s, int at, int to) {
    int behind = startsWith(s, at, to, "的") ? at + 1 : at;
    return startsWith(s, behind, to, "基础") || startsWith(s, behind, to, "同期");
  }

  /** The run of years written at a place as 五年来, 近三年 or 三年改善, or null. */
  static Period run(CharSequence s, int from, int to, Part part) {
    char c = s.charAt(from);
    boolean number = NumberScanner.starts(c);
    WordTrie.Word<Rule> before = number ? null : WORDS.startingAt(s, from, to);
    if (!number && (before == null || !before.value().say("run").equals("before"))) {
      return null;
    }
    int at = before == null ? from : from + before.length();
    at += before != null && startsWith(s, at, to, "的") ? 1 : 0;
    if (at >= to
        || !NumberScanner.starts(s.charAt(at))
        || at > 0 && before == null && blocks(s.charAt(at - 1)) && s.charAt(at - 1) != '续') {
      return null;
    }
    Numeral n = NumberScanner.at(s, at, to);
    if (n == null || n.end() >= to || s.charAt(n.end()) != '年' || n.value().scale() > 0) {
      return null;
    }
    boolean based =
        from > 0 && "学比较".indexOf(s.charAt(from - 1)) >= 0 || isGround(s, n.end() + 1, to);
    if (based) {
      return null;
    }
    int years = n.value().intValue();
    WordTrie.Word<Rule> behind = n.end() + 1 < to ? WORDS.startingAt(s, n.end() + 1, to) : null;
    boolean closed = behind != null && behind.value().say("run").equals("behind");
    boolean yearly = behind != null && behind.value().is("yearly");
    boolean lasting = before == null && at > 0 && s.charAt(at - 1) == '续';
    if (lasting && (behind == null || !behind.text().endsWith("计"))) {
      return null;
    }
    if (years < 2 || years > LONGEST_RUN || before == null && !closed && !yearly) {
      return null;
    }
    boolean opens =
        before != null
            || closed && ("来间里内".contains(behind.text()) || behind.text().startsWith("中"));
    Period period =
        part.plan()
            ? Period.span(part.firstYear(), part.firstYear() + years - 1)
            : Period.span(part.lastYear() - years + 1, part.lastYear());
    return opens && !part.plan() ? period.asScope() : period;
  }

  /** 在前两年大幅下降的基础上: the years are where a change starts from. */
  private static boolean isGround(CharSequence s, int at, int to) {
    for (int i = at; i + 1 < to && i < at + LONGEST_GROUND; i++) {
      if (s.charAt(i) == '基' && s.charAt(i + 1) == '础') {
        return true;
      }
    }
    return false;
  }

  /** 第三年 names no run, 连续三年 only before 累计; nor do the digits behind other digits. */
  private static boolean blocks(char before) {
    return "续第.每满".indexOf(before) >= 0 || NumberScanner.starts(before);
  }

  private static Period fiveYearPlan(
      CharSequence s, int at, int to, int[] plan, boolean until, Part part) {
    if (plan[0] <= part.lastYear() && startsWith(s, plan[2], to, "以来")) {
      return Period.span(plan[0], part.plan() ? part.firstYear() - 1 : part.lastYear()).asScope();
    }
    int years = plan[2] + 2 < to && s.charAt(plan[2]) == '前' ? yearsAt(s, plan[2] + 1, to) : 0;
    if (years > 0) {
      return Period.span(plan[0], plan[0] + years - 1).asScope();
    }
    if (!part.plan() && plan[1] > part.lastYear() && !until && !looksAhead(s, at, to)) {
      return null;
    }
    int limit = Math.min(to, at + 8);
    for (int i = at; i < limit; i++) {
      if (s.charAt(i) == '末') {
        return new Period(Integer.toString(plan[1]), plan[1], plan[1], true, false);
      }
    }
    return until
        ? new Period(Integer.toString(plan[1]), plan[1], plan[1], true, false)
        : part.plan() ? Period.span(plan[0], plan[1]) : Period.span(plan[0], plan[1]).asScope();
  }

  /** The number of years written at a place as 四年, or 0. */
  private static int yearsAt(CharSequence s, int at, int to) {
    Numeral n = NumberScanner.starts(s.charAt(at)) ? NumberScanner.at(s, at, to) : null;
    boolean years = n != null && n.end() < to && s.charAt(n.end()) == '年';
    return years && n.value().intValue() < LONGEST_RUN ? n.value().intValue() : 0;
  }

  private static Period year(CharSequence s, int at, int to, int year, boolean until) {
    if (at < to && s.charAt(at) == '年') {
      int next = at + 1;
      PartOfYear within = PartOfYear.at(s, next, to);
      if (within != null) {
        return within(year, within.part(), false);
      }
      if (isBase(s, next, to)) {
        return null;
      }
      int second =
          next + 1 < to && "到至".indexOf(s.charAt(next)) >= 0 ? Years.at(s, next + 1, to) : 0;
      if (second > year) {
        return Period.span(year, second).asScope();
      }
      return new Period(Integer.toString(year), year, year, until, false);
    }
    if (at + 1 < to && "-—至~到".indexOf(s.charAt(at)) >= 0) {
      int second = at + 1;
      if (s.charAt(second) == s.charAt(at)) {
        second++;
      }
      int last = Years.at(s, second, to);
      if (last > year) {
        return Period.span(year, last).asScope();
      }
      Numeral n =
          second < to && NumberScanner.starts(s.charAt(second))
              ? NumberScanner.at(s, second, to)
              : null;
      if (n != null && n.end() - n.start() == 2) {
        return Period.span(year, year / 100 * 100 + n.value().intValue()).asScope();
      }
    }
    return null;
  }

  /** 实施方案(2018—2020年) is a name; its years are not those of the clause. */
  private static boolean bracketed(CharSequence s, int from, int to) {
    if (from == 0 || s.charAt(from - 1) != '(') {
      return false;
    }
    for (int i = from; i < to && i < from + 14; i++) {
      if (s.charAt(i) == ')') {
        return true;
      }
    }
    return false;
  }

  /**
   * @param upTo whether what stands at its end is of the year (截至11月底)
   */
  private static Period within(int year, io.duibiao.core.statement.Period.Part part, boolean upTo) {
    return new Period(Integer.toString(year) + part.name(), year, year, false, upTo);
  }

  private static boolean startsWith(CharSequence s, int at, int to, String word) {
    return Words.startAt(s, at, to, word);
  }
}
