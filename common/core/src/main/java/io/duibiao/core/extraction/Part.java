package io.duibiao.core.extraction;

/**
 * The part of a report that a sentence stands in.
 *
 * @param plan whether it looks ahead
 * @param span whether it is about a span of years rather than one
 * @param firstYear the first year it is about
 * @param lastYear the last year it is about
 */
public record Part(boolean plan, boolean span, int firstYear, int lastYear) {

  /** The review of one year. */
  public static Part review(int year) {
    return new Part(false, false, year, year);
  }

  /** The plan for one year. */
  public static Part plan(int year) {
    return new Part(true, false, year, year);
  }
}
