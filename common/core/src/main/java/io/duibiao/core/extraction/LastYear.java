package io.duibiao.core.extraction;

import io.duibiao.core.text.Words;
import java.util.List;

/**
 * Notices where the review of a span of years comes to its last year: a paragraph that ends with
 * 特别是 2021年，我们加压奋进, or is about 2021年 as a whole, and a list that begins behind it. The points of
 * that list are about the year, and so is all that follows a paragraph that opens by summing it up
 * (2020年是极不平凡的一年). What stands at the head of the review only sums up the span, so it opens no such
 * list.
 */
final class LastYear {
  private static final List<String> FIRST_POINTS = List.of("一是", "(一)", "首先", "第一，", "1.");

  /** Less than these are the head of a review: its heading, a preface and a word of passage. */
  private static final int PARAGRAPHS_OF_A_HEAD = 3;

  private static final String OF_A_YEAR = "的一年";
  private static final int OPENING = 40;

  private final int year;

  /** Paragraphs since the part began. */
  private int paragraphs;

  /** The year that the paragraph before came to, and the one that this paragraph comes to. */
  private Part before;

  private Part here;

  /** Whether the words of the paragraph before made much of the year. */
  private boolean stressed;

  /** Whether the paragraph before, and this one, opens by summing up a year. */
  private boolean summedBefore;

  private boolean summed;

  LastYear(int year) {
    this.year = year;
  }

  /** Another part begins. */
  void part() {
    paragraphs = 0;
    here = null;
    summed = false;
  }

  /**
   * Another paragraph begins.
   *
   * @param aside the part that all of the paragraph before was about, where that is not the one
   *     around it, or null
   */
  void paragraph(Part aside) {
    stressed = here != null;
    before = stressed ? here : aside;
    if (before != null && (before.span() || before.plan() || before.lastYear() != year)) {
      before = null;
    }
    here = null;
    summedBefore = summed;
    summed = false;
    paragraphs++;
  }

  /** The first sentence of a paragraph, which may sum up the year: 2020年是极不平凡的一年. */
  void opens(CharSequence s, int from) {
    int end = Math.min(s.length(), from + OPENING);
    String opening = s.subSequence(from, end).toString();
    summed = opening.startsWith(year + "年") && opening.contains(OF_A_YEAR);
  }

  /** A sentence that begins with a time, or with none (null), and may stress it. */
  void sentence(TimeCue cue, boolean stress) {
    boolean last = cue != null && cue.back() && !cue.span() && cue.last() == year;
    here = last && stress ? cue.part() : null;
  }

  /** The year that a list is about whose first point stands here, or null. */
  Part begins(CharSequence s, int from) {
    if (before == null || paragraphs <= PARAGRAPHS_OF_A_HEAD) {
      return null;
    }
    if (summedBefore) {
      return before;
    }
    boolean dash = stressed && Words.startAt(s, 0, s.length(), "——");
    boolean first =
        FIRST_POINTS.stream().anyMatch(point -> Words.startAt(s, from, s.length(), point));
    return dash || first ? before : null;
  }
}
