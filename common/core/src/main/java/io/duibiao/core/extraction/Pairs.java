package io.duibiao.core.extraction;

/** Quotes and brackets of a name. */
final class Pairs {
  private Pairs() {}

  /** Takes out quotes and brackets that have no partner. */
  static void balance(StringBuilder name) {
    strayPairs(name, '“', '”');
    strayPairs(name, '(', ')');
    strayPairs(name, '《', '》');
  }

  private static void strayPairs(StringBuilder name, char open, char close) {
    int depth = 0;
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == open) {
        depth++;
      } else if (name.charAt(i) == close) {
        if (depth == 0) {
          name.deleteCharAt(i--);
        } else {
          depth--;
        }
      }
    }
    for (int i = name.length() - 1; i >= 0 && depth > 0; i--) {
      if (name.charAt(i) == open) {
        name.deleteCharAt(i);
        depth--;
      }
    }
  }
}
