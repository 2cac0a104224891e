package io.duibiao.core.document;

/** Marks of mark-down and layout around and within a line that are not part of its words. */
final class LineMarks {
  private LineMarks() {}

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

  static boolean isBlank(char c) {
    return c <= ' ' || c == '\u3000' || c == '\u00A0' || Character.isWhitespace(c);
  }
}
