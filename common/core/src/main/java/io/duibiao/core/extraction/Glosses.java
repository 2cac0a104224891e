package io.duibiao.core.extraction;

import java.util.regex.Pattern;

/** Recognises how a word is read, in brackets behind it: 疏浚(shū jùn). */
final class Glosses {
  private static final int LONGEST = 60;
  private static final String TONED =
      "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒńňǹḿ\u0300\u0301\u0304\u030C";

  /** Syllables without their marks (shu jun); nothing of it is looked at twice. */
  private static final Pattern SYLLABLES =
      Pattern.compile(
          "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?+[aeiouüv]{1,3}+(?:ng|n|r)?+[ ',-]*+)++");

  private static final int SHORTEST = 2;

  private Glosses() {}

  /** The place behind the gloss that opens here; the place itself where none does. */
  static int end(CharSequence folded, int open, int to) {
    boolean toned = false;
    int limit = Math.min(to, open + LONGEST);
    for (int i = open + 1; i < limit; i++) {
      char c = folded.charAt(i);
      if (c == ')') {
        return toned || i - open > SHORTEST && isToneless(folded, open, i) ? i + 1 : open;
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

  /** Whether syllables stand behind Chinese characters; (ban) behind others is an English word. */
  private static boolean isToneless(CharSequence folded, int open, int close) {
    boolean behind =
        open > 0 && folded.charAt(open - 1) >= 0x4E00 && folded.charAt(open - 1) < 0xA000;
    return behind && SYLLABLES.matcher(folded.subSequence(open + 1, close)).matches();
  }
}
