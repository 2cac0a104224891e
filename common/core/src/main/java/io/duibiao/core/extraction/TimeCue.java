package io.duibiao.core.extraction;

/**
 * A time that a line speaks of.
 *
 * @param start offset where it is written
 * @param end offset after it
 * @param back whether it is looked back on rather than planned for
 * @param first its first year
 * @param last its last year; the same for a single year
 * @param numbered whether the year is written as a number
 */
record TimeCue(int start, int end, boolean back, int first, int last, boolean numbered) {

  boolean span() {
    return first < last;
  }

  Part part() {
    return new Part(!back, span(), first, last);
  }
}
