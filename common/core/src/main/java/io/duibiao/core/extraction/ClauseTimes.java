package io.duibiao.core.extraction;

/** Reads the times that clauses begin with (2022年，…；今年，…) into the memory of what was said. */
final class ClauseTimes {
  private static final int SUBJECT_OF_DONE = 6;

  private ClauseTimes() {}

  /** Reads the times at the beginnings of the clauses up to a number. */
  static int read(String s, Clauses clauses, int from, int to, Part part, Memory memory) {
    for (int i = from; i < to; i++) {
      char before = i == 0 ? '，' : s.charAt(i - 1);
      boolean joins = "、和及".indexOf(before) >= 0 && memory.listsTimes(i);
      if (i == 0 || clauses.ends(i - 1) || before == '、' || joins) {
        PeriodReader.Period period = PeriodReader.at(s, i, to, part, memory.thisYear);
        boolean other = memory.reported != null || memory.period != null && !part.span();
        if (period == null && other && PeriodReader.wholeYear(s, i, to)) {
          period = PeriodReader.Period.year(part.lastYear());
        }
        if (period != null) {
          memory.time(period, i, joins);
        } else if (part.span() && s.startsWith("累计", i) || isDone(s, i, to, part, memory)) {
          memory.period = null;
        }
      }
      if (s.charAt(i) == ';' && !part.span()) {
        memory.endPassing();
      }
      if (s.charAt(i) == '(' && s.startsWith("(预计", i)) {
        memory.estimate = true;
      }
    }
    return to;
  }

  /** 2020年提出用三年解决, …已偿还5亿元: what has been done since is not of the year that began it. */
  private static boolean isDone(String s, int from, int to, Part part, Memory memory) {
    boolean began = !part.plan() && memory.period != null && memory.period.last() < part.lastYear();
    int done = began ? s.indexOf('已', from) : -1;
    return done >= 0 && done < Math.min(to, from + SUBJECT_OF_DONE);
  }
}
