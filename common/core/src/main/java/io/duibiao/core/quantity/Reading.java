package io.duibiao.core.quantity;

/**
 * What was found at a number of a text: a quantity, or the reason why it is none.
 *
 * @param start offset of the number
 * @param end offset after all that belongs to it
 * @param quantity the quantity, or null
 * @param reason why it is none, or null
 */
public record Reading(int start, int end, Quantity quantity, NoStatementReason reason) {
  static Reading of(Quantity quantity) {
    return new Reading(quantity.start(), quantity.end(), quantity, null);
  }

  static Reading none(int start, int end, NoStatementReason reason) {
    return new Reading(start, end, null, reason);
  }
}
