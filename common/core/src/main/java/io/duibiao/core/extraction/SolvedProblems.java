package io.duibiao.core.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names whom a solved problem was one of: 解决了4个村、3600人的饮水困难 counts the solving of 饮水困难. */
final class SolvedProblems {
  private static final String VERB = "解决";
  private static final String STOPS = "，,;:。";

  /** What ends the clause; its length is bounded, so the search is linear. */
  private static final Pattern PROBLEM = Pattern.compile("([^的，。;]{2,14}(?:问题|困难|难题))$");

  private SolvedProblems() {}

  /**
   * The name of a number of a list of places or people behind 解决, or null when it is none of them.
   *
   * @param name what stands before the number, cleaned
   */
  static String name(String s, Mention first, Mention last, String name) {
    boolean counts = !first.quantity.isMoneyOrRate() && !first.ranked;
    int verb = s.lastIndexOf(VERB, first.start());
    if (!counts || verb < 0 || !name.isEmpty() && !name.equals(VERB)) {
      return null;
    }
    int stop = verb;
    while (stop < s.length() && STOPS.indexOf(s.charAt(stop)) < 0) {
      stop++;
    }
    Mention end = last;
    while (end.after != null && end.after.start() < stop) {
      end = end.after;
    }
    if (stop <= end.end() || first.start() > stop) {
      return null;
    }
    String behind = s.substring(end.end(), stop);
    boolean listed = end != last || behind.contains("的") && behind.indexOf('的') <= 1;
    Matcher problem = PROBLEM.matcher(behind);
    return listed && problem.find() ? problem.group(1) + VERB : null;
  }
}
