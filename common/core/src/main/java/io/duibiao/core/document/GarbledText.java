package io.duibiao.core.document;

import io.duibiao.core.text.CharacterFolding;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds text that was decoded with the wrong charset. In Chinese running text nearly all characters
 * are among the 3,755 most used ones (GB 2312 level 1); in garbled text hardly half are.
 */
final class GarbledText {
  private static final boolean[] COMMON = common();
  private static final int WINDOW = 32;
  private static final int FEWEST = 8;
  private static final String SENTENCE_ENDS = "。！？；!?;";
  private static final double LEAST_COMMON = 0.8;

  /** Share of the ideographs that may be lost in a text that still can be read. */
  private static final double MOST_DAMAGED = 0.1;

  private static final int SAMPLE = 64 * 1024;

  /** With fewer readable ideographs left, and those few beside what is lost, there is no report. */
  private static final int LEAST_READABLE = 200;

  private GarbledText() {}

  /**
   * The lines without their garbled stretches.
   *
   * @throws RejectedDocumentException with {@link RejectionReason#GARBLED} when hardly anything is
   *     left
   */
  static List<String> remove(List<String> lines, TimeBudget budget)
      throws RejectedDocumentException {
    long before = 0;
    long after = 0;
    List<String> readable = new ArrayList<>(lines.size());
    for (String line : lines) {
      budget.check();
      String kept = readable(line);
      before += ideographs(line);
      after += ideographs(kept);
      if (!kept.isEmpty() || line.isEmpty()) {
        readable.add(kept);
      }
    }
    if (after < LEAST_READABLE && (after * 2 < before || Mojibake.isSuspect(sample(lines)))) {
      throw new RejectedDocumentException(
          RejectionReason.GARBLED, "the text was decoded with the wrong charset throughout");
    }
    return readable;
  }

  /**
   * Whether nearly all ideographs of a text are common ones and hardly any character was lost, seen
   * at its beginning; true for a text of few ideographs only where nothing was lost.
   */
  static boolean isReadable(String text) {
    int ideographs = 0;
    int common = 0;
    int damaged = 0;
    for (int i = 0; i < Math.min(text.length(), SAMPLE); i++) {
      char c = text.charAt(i);
      if (isIdeograph(c)) {
        ideographs++;
        common += COMMON[CharacterFolding.fold(c)] ? 1 : 0;
      } else if (isDamaged(c)) {
        damaged++;
      }
    }
    return damaged <= ideographs * MOST_DAMAGED && common >= ideographs * LEAST_COMMON;
  }

  /** How many common ideographs a text begins with, less those that were lost. */
  static int readability(String text) {
    int readable = 0;
    for (int i = 0; i < Math.min(text.length(), SAMPLE); i++) {
      char c = text.charAt(i);
      if (isIdeograph(c)) {
        readable += COMMON[CharacterFolding.fold(c)] ? 1 : -1;
      } else if (isDamaged(c)) {
        readable--;
      }
    }
    return readable;
  }

  private static boolean isDamaged(char c) {
    return c == '\uFFFD' || c >= 0xE000 && c < 0xF900;
  }

  private static String sample(List<String> lines) {
    StringBuilder sample = new StringBuilder();
    for (String line : lines) {
      if (sample.length() > SAMPLE) {
        break;
      }
      sample.append(line).append('\n');
    }
    return sample.toString();
  }

  /**
   * Cuts the line into windows of so many ideographs and drops those that can not be read, with the
   * sentence that runs into them on either side: half of it is lost.
   */
  private static String readable(String line) {
    StringBuilder kept = null;
    boolean after = false;
    int start = 0;
    while (start < line.length()) {
      int ideographs = 0;
      int common = 0;
      int damaged = 0;
      int end = start;
      while (end < line.length() && ideographs + damaged < WINDOW) {
        char c = line.charAt(end++);
        if (isIdeograph(c)) {
          ideographs++;
          common += COMMON[CharacterFolding.fold(c)] ? 1 : 0;
        } else if (isDamaged(c)) {
          damaged++;
        }
      }
      boolean garbled =
          ideographs + damaged >= FEWEST && common < (ideographs + damaged) * LEAST_COMMON;
      if (garbled) {
        if (kept == null) {
          kept = new StringBuilder(line.substring(0, start));
        }
        if (!after) {
          kept.setLength(lastEnd(kept));
        }
      } else if (kept != null) {
        kept.append(line, after ? firstEnd(line, start, end) : start, end);
      }
      after = garbled;
      start = end;
    }
    return kept == null ? line : kept.toString();
  }

  private static int lastEnd(StringBuilder text) {
    for (int i = text.length(); i > 0 && i > text.length() - 2 * WINDOW; i--) {
      if (SENTENCE_ENDS.indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static int firstEnd(String line, int start, int end) {
    for (int i = start; i < end; i++) {
      if (SENTENCE_ENDS.indexOf(line.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return end;
  }

  private static long ideographs(String line) {
    long count = 0;
    for (int i = 0; i < line.length(); i++) {
      if (isIdeograph(line.charAt(i))) {
        count++;
      }
    }
    return count;
  }

  static boolean isIdeograph(char c) {
    return c >= 0x3400 && c < 0xA000 || c >= 0xF900 && c < 0xFB00;
  }

  private static boolean[] common() {
    Charset charset = Charset.forName("GB2312");
    boolean[] common = new boolean[1 << 16];
    byte[] code = new byte[2];
    for (int row = 0xB0; row <= 0xD7; row++) {
      for (int cell = 0xA1; cell <= 0xFE; cell++) {
        code[0] = (byte) row;
        code[1] = (byte) cell;
        String c = new String(code, charset);
        if (c.length() == 1 && c.charAt(0) != '\uFFFD') {
          common[c.charAt(0)] = true;
        }
      }
    }
    common['〇'] = true;
    return common;
  }
}
