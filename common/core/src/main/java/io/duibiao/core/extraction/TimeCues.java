package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Numeral;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Finds the times that a line speaks of, as far as they tell review and plan apart. */
final class TimeCues {
  private static final WordTrie<Rule> WORDS =
      RuleFile.bundled(TimeCues.class, "sections.yaml").trie();

  /** 今年以来 and 今年上半年 look back from the middle of a year. */
  private static final String[] SO_FAR = {"以来", "来", "上半年", "前", "1", "一季度", "已"};

  private static final int LONGEST_PLAN = 20;

  private final int reviewYear;
  private final int planYear;

  /** Whether the report is on the first half of its year and plans for the second. */
  private final boolean half;

  TimeCues(int reviewYear, int planYear) {
    this.reviewYear = reviewYear;
    this.planYear = planYear;
    this.half = reviewYear == planYear;
  }

  /**
   * The times of a stretch in their order.
   *
   * @param heading whether the stretch is a heading, where fewer words say more
   */
  List<TimeCue> in(CharSequence s, int from, int to, boolean heading) {
    List<TimeCue> cues = new ArrayList<>(2);
    int i = from;
    while (i < to) {
      TimeCue cue = at(s, i, to, heading);
      if (cue == null) {
        i++;
      } else {
        if (cue.first() > 0) {
          cues.add(cue);
        }
        i = cue.end();
      }
    }
    return cues;
  }

  /**
   * Where a sentence turns to: -1 when it begins with the year before (过去一年，), 1 when it begins
   * with the year of the plan (今年，), 0 when it begins otherwise.
   */
  static int turn(String sentence) {
    int to = sentence.length();
    WordTrie.Word<Rule> word = WORDS.startingAt(sentence, 0, to);
    if (word == null || word.value().say("years").isEmpty()) {
      return 0;
    }
    boolean back = word.value().say("side").equals("back");
    boolean alone = starts(sentence, word.length(), to, "，");
    return back ? (alone ? -1 : 0) : 1;
  }

  /** A cue, one without years for a time that tells nothing, or null. */
  private TimeCue at(CharSequence s, int i, int to, boolean heading) {
    char c = s.charAt(i);
    if (half && (c == '上' || c == '下') && starts(s, i + 1, to, "半年")) {
      return new TimeCue(i, i + 3, c == '上', reviewYear, planYear, TimeCue.Written.HALF);
    }
    if (NumberScanner.starts(c) && (i == 0 || !NumberScanner.starts(s.charAt(i - 1)))) {
      int year = Years.at(s, i, to);
      if (year > 0) {
        return year(s, i, to, year);
      }
    }
    int[] plan = Years.planNamed(s, i, to);
    if (plan != null) {
      return plan(s, i, to, plan);
    }
    TimeCue run = yearsAhead(s, i, to);
    if (run != null) {
      return run;
    }
    WordTrie.Word<Rule> word = WORDS.startingAt(s, i, to);
    if (word == null || word.value().say("years").isEmpty()) {
      return null;
    }
    Rule rule = word.value();
    int end = i + word.length();
    if (rule.is("heading") && !heading) {
      return null;
    }
    int years = Integer.parseInt(rule.say("years"));
    if (rule.say("side").equals("back")) {
      return new TimeCue(i, end, true, reviewYear - years + 1, reviewYear, TimeCue.Written.WORD);
    }
    for (String soFar : SO_FAR) {
      if (years == 1 && starts(s, end, to, soFar)) {
        boolean back = soFar.equals("以来");
        int year = back ? planYear : 0;
        return new TimeCue(i, end, true, year, year, TimeCue.Written.WORD);
      }
    }
    return new TimeCue(i, end, false, planYear, planYear + years - 1, TimeCue.Written.WORD);
  }

  /** 今后十五年, 未来三年. */
  private TimeCue yearsAhead(CharSequence s, int i, int to) {
    if (!starts(s, i, to, "今后") && !starts(s, i, to, "未来")) {
      return null;
    }
    int at = i + 2;
    Numeral n = at < to && NumberScanner.starts(s.charAt(at)) ? NumberScanner.at(s, at, to) : null;
    boolean years = n != null && n.value().scale() <= 0 && n.end() < to && s.charAt(n.end()) == '年';
    int count = years ? n.value().intValue() : 0;
    return count < 2 || count > LONGEST_PLAN
        ? null
        : new TimeCue(i, n.end() + 1, false, planYear, planYear + count - 1, TimeCue.Written.WORD);
  }

  private TimeCue year(CharSequence s, int i, int to, int year) {
    int end = i + 4;
    int last = end + 1 < to && "-—至到~".indexOf(s.charAt(end)) >= 0 ? yearBehind(s, end, to) : 0;
    if (last > year && last <= year + 10) {
      int stop = end;
      while (stop < to && s.charAt(stop) != '年') {
        stop++;
      }
      boolean back = last <= reviewYear;
      boolean ahead = year >= reviewYear && last <= planYear + 10;
      return back || ahead
          ? new TimeCue(i, stop, back, year, last, TimeCue.Written.NUMBER)
          : new TimeCue(i, stop, true, 0, 0, TimeCue.Written.NUMBER);
    }
    if (end >= to || s.charAt(end) != '年') {
      return new TimeCue(i, end, true, 0, 0, TimeCue.Written.NUMBER);
    }
    end++;
    boolean date = end < to && (NumberScanner.starts(s.charAt(end)) || s.charAt(end) == '政');
    if (date && s.charAt(end) == '政' && !starts(s, end, to, "政府工作报告")) {
      date = false;
    }
    if (half || date || year != reviewYear && year != planYear || starts(s, end, to, "远景")) {
      return new TimeCue(i, end, true, 0, 0, TimeCue.Written.NUMBER);
    }
    return new TimeCue(i, end, year == reviewYear, year, year, TimeCue.Written.NUMBER);
  }

  private static int yearBehind(CharSequence s, int from, int to) {
    int i = from;
    while (i < to && i < from + 2 && "-—至到~".indexOf(s.charAt(i)) >= 0) {
      i++;
    }
    return i < to ? Years.at(s, i, to) : 0;
  }

  private TimeCue plan(CharSequence s, int i, int to, int[] plan) {
    int end = plan[2];
    boolean back = plan[1] <= reviewYear;
    if (!back && plan[0] <= reviewYear && starts(s, end, to, "以来")) {
      return new TimeCue(i, end, true, plan[0], reviewYear, TimeCue.Written.PLAN);
    }
    boolean far = plan[1] < reviewYear - 5 || plan[0] > planYear + 5;
    return far
        ? new TimeCue(i, end, true, 0, 0, TimeCue.Written.PLAN)
        : new TimeCue(i, end, back, plan[0], plan[1], TimeCue.Written.PLAN);
  }

  private static boolean starts(CharSequence s, int at, int to, String word) {
    return Words.startAt(s, at, to, word);
  }
}
