package io.duibiao.core.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Repairs text whose bytes, UTF-8 or GB18030, were taken for a single-byte charset of western
 * Europe (æ”¿åºœ for 政府): each character still stands for one byte, so nothing is lost.
 */
final class Mojibake {
  private static final int SAMPLE = 64 * 1024;

  /** With fewer such characters there are only a few foreign names. */
  private static final int FEWEST = 30;

  /** Share of the characters that may stand for no byte. */
  private static final double MOST_STRANGE = 0.02;

  /** What windows-1252 has in place of the controls from 0x80; U+0000 where it has none. */
  private static final String WINDOWS_1252 =
      "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

  private static final Charset GB18030 = Charset.forName("GB18030");

  private Mojibake() {}

  /** The repaired text, or the text itself where it is not of this kind or stays unreadable. */
  static String repair(String content) {
    if (!isSuspect(content)) {
      return content;
    }
    byte[] bytes = new byte[content.length()];
    int strange = 0;
    for (int i = 0; i < bytes.length; i++) {
      int b = byteOf(content.charAt(i));
      strange += b < 0 ? 1 : 0;
      bytes[i] = (byte) (b < 0 ? '?' : b);
    }
    if (strange > bytes.length * MOST_STRANGE) {
      return content;
    }
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
      String text = new String(bytes, charset);
      if (GarbledText.isReadable(text)) {
        return text;
      }
    }
    return content;
  }

  /** Whether letters of western Europe stand where Chinese characters are expected. */
  static boolean isSuspect(String content) {
    int western = 0;
    int ideographs = 0;
    int letters = 0;
    for (int i = 0; i < Math.min(content.length(), SAMPLE); i++) {
      char c = content.charAt(i);
      if (GarbledText.isIdeograph(c)) {
        ideographs++;
      } else if (c >= 0x80 && byteOf(c) >= 0) {
        western++;
      } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        letters++;
      }
    }
    return western >= FEWEST && ideographs * 8 < western && letters < western * 40;
  }

  private static int byteOf(char c) {
    if (c < 0x100) {
      return c;
    }
    int at = WINDOWS_1252.indexOf(c);
    return at < 0 ? -1 : 0x80 + at;
  }
}
