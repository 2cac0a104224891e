package io.duibiao.core.catalog;

import java.util.List;

/** A value of a YAML file that knows where it stands. Lines and columns count from 1. */
sealed interface Located {
  int line();

  int column();

  /**
   * A word or number.
   *
   * @param text as a person reads it, without quotation marks
   * @param number whether YAML takes it for a number
   * @param empty whether nothing is written, or null
   */
  record Scalar(int line, int column, String text, boolean number, boolean empty)
      implements Located {}

  /** A list of values. */
  record Items(int line, int column, List<Located> values) implements Located {}

  /** Values by name, as they stand in the file, a name that occurs twice too. */
  record Fields(int line, int column, List<Field> fields) implements Located {}

  /** A name and its value. */
  record Field(int line, int column, String name, Located value) {}
}
