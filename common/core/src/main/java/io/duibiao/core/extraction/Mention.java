package io.duibiao.core.extraction;

import io.duibiao.core.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;

/** A number of a sentence on its way to a statement. */
final class Mention {
  /** Ordinal of its reading. */
  final int reading;

  /** The quantity; of a rank the value is the place. */
  final Quantity quantity;

  /** Whether it is a rank. */
  final boolean ranked;

  /** The first, second or third sector of the economy whose share it is, or 0. */
  int sector;

  /** Offset where its own text starts. */
  int from;

  /** Offset where the text behind it ends. */
  int to;

  /** Whether the next number stands in the same clause and claims words in between. */
  boolean joined;

  /** The text behind it up to the end of its clause. */
  String behind;

  /** Counts before it that only tell for how many things it holds. */
  final List<Quantity> selectors = new ArrayList<>();

  /** The mention after it in the sentence, or null. */
  Mention after;

  Gap gap = Gap.FIRST;
  Relation relation;
  Lead lead;

  Mention(int reading, Quantity quantity, boolean ranked) {
    this.reading = reading;
    this.quantity = quantity;
    this.ranked = ranked;
  }

  int start() {
    return quantity.start();
  }

  int end() {
    return quantity.end();
  }
}
