package io.duibiao.core.extraction;

/** Recognises how a word is read, in brackets behind it: 疏浚(shū jùn). */
final class Glosses {
  private static final int LONGEST = 60;
  private static final String TONED =
      "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒńňǹḿ\u0300\u0301\u0304\u030C";

  private Glosses() {}

  /** The place behind the gloss that opens here; the place itself where none does. */
  static int end(CharSequence folded, int open, int to) {
    boolean toned = false;
    int limit = Math.min(to, open + LONGEST);
    for (int i = open + 1; i < limit; i++) {
      char c = folded.charAt(i);
      if (c == ')') {
        return toned ? i + 1 : open;
      }
      boolean mark = TONED.indexOf(c) >= 0;
      toned |= mark;
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || "üêɑɡ".indexOf(c) >= 0;
      if (!mark && !letter && " ',，、·-".indexOf(c) < 0) {
        return open;
      }
    }
    return open;
  }
}
