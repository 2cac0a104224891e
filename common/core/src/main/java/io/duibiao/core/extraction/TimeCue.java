package io.duibiao.core.extraction;

/**
 * A time that a line speaks of.
 *
 * @param start offset where it is written
 * @param end offset after it
 * @param back whether it is looked back on rather than planned for
 * @param first its first year
 * @param last its last year; the same for a single year
 * @param written how the time is written
 */
record TimeCue(int start, int end, boolean back, int first, int last, Written written) {

  /** How a time is written: 2022年, “十四五”时期, 五年来, or 下半年. */
  enum Written {
    NUMBER,
    PLAN,
    WORD,
    HALF
  }

  boolean span() {
    return first < last;
  }

  Part part() {
    return new Part(!back, span(), first, last);
  }
}
