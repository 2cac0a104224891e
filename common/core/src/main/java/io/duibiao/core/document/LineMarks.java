package io.duibiao.core.document;

import java.util.List;

/** Marks of mark-down and layout around and within a line that are not part of its words. */
final class LineMarks {
  private static final int LONGEST_HEADING = 32;

  /** Shorter rows of single characters and blanks may be those of a table. */
  private static final int SHORTEST_SPACED = 12;

  private LineMarks() {}

  /**
   * A heading that stands in the line of its paragraph (**综合实力** 全年完成…) and the paragraph; a list
   * of the line itself where there is none.
   */
  static List<String> split(String line) {
    int start = line.indexOf("**");
    int end = start < 0 ? -1 : line.indexOf("**", start + 2);
    int after = end + 2;
    boolean heading =
        end > 0
            && end - start <= LONGEST_HEADING
            && line.substring(0, start).isBlank()
            && after < line.length()
            && isBlank(line.charAt(after))
            && line.substring(start + 2, end).indexOf('。') < 0;
    return heading ? List.of(line.substring(0, after), line.substring(after)) : List.of(line);
  }

  /** The line without emphasis marks, heading marks and the space around it. */
  static String strip(String line) {
    StringBuilder kept = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean emphasis =
          c == '*'
              && (i + 1 < line.length() && line.charAt(i + 1) == '*'
                  || i > 0 && line.charAt(i - 1) == '*');
      if (!emphasis) {
        kept.append(c);
      }
    }
    int start = 0;
    int end = kept.length();
    while (start < end && isBlank(kept.charAt(start))) {
      start++;
    }
    int mark = start;
    while (mark < end && kept.charAt(mark) == '#') {
      mark++;
    }
    if (mark > start && mark - start <= 6 && mark < end && kept.charAt(mark) == ' ') {
      start = mark + 1;
    }
    while (start < end && isBlank(kept.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(kept.charAt(end - 1))) {
      end--;
    }
    return kept.substring(start, end);
  }

  /** The line without the spaces that layout put between Chinese characters: 清漪镇 of 清　漪　镇. */
  static String close(String line) {
    StringBuilder closed = new StringBuilder(line.length());
    int i = 0;
    while (i < line.length()) {
      int next = i;
      while (next < line.length() && line.charAt(next) != '\n' && isBlank(line.charAt(next))) {
        next++;
      }
      boolean between =
          next > i
              && next < line.length()
              && GarbledText.isIdeograph(line.charAt(next))
              && closed.length() > 0
              && GarbledText.isIdeograph(closed.charAt(closed.length() - 1));
      if (!between) {
        closed.append(line, i, next);
      }
      if (next < line.length()) {
        closed.append(line.charAt(next));
      }
      i = next + 1;
    }
    return closed.toString();
  }

  /** The line without its blanks where one stands behind nearly every character of it. */
  static String closeSpaced(String line) {
    int written = 0;
    int gaps = 0;
    for (int i = 0; i < line.length(); i++) {
      boolean blank = isBlank(line.charAt(i));
      written += blank ? 0 : 1;
      gaps += blank && i > 0 && !isBlank(line.charAt(i - 1)) ? 1 : 0;
    }
    if (written < SHORTEST_SPACED || gaps * 10 < (written - 1) * 9) {
      return line;
    }
    StringBuilder closed = new StringBuilder(written);
    for (int i = 0; i < line.length(); i++) {
      if (!isBlank(line.charAt(i))) {
        closed.append(line.charAt(i));
      }
    }
    return closed.toString();
  }

  static boolean isBlank(char c) {
    return c <= ' ' || c == '\u3000' || c == '\u00A0' || Character.isWhitespace(c);
  }
}
