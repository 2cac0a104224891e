package io.duibiao.core.text;

/** Compares stretches of a text with words without copying them. */
public final class Words {
  private Words() {}

  /**
   * Whether a word stands at a place.
   *
   * @param at offset where it must start; never negative
   * @param to offset that it may not reach beyond
   */
  public static boolean startAt(CharSequence s, int at, int to, String word) {
    int length = word.length();
    if (at + length > to) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (s.charAt(at + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
