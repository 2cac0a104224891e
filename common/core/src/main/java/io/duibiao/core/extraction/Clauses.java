package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;

/** Where the clauses of a sentence end. */
final class Clauses {
  private static final int LONGEST_NAME = 40;
  private final boolean[] ends;
  private final boolean[] strong;

  private Clauses(int length) {
    this.ends = new boolean[length];
    this.strong = new boolean[length];
  }

  static Clauses of(CharSequence s) {
    Clauses clauses = new Clauses(s.length());
    boolean[] inside = inside(s);
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (inside[i]) {
        continue;
      }
      switch (c) {
        case '，', ':', '(', ')', '[', ']', '…' -> clauses.ends[i] = true;
        // The next cell of a row may hold the number that the one before names.
        case '|' -> clauses.ends[i] = i + 1 == s.length() || !NumberScanner.starts(s.charAt(i + 1));
        case ',' -> clauses.ends[i] = !betweenDigits(s, i);
        case ';', '。', '!', '?', '！', '？' -> {
          clauses.ends[i] = true;
          clauses.strong[i] = true;
        }
        case '—' ->
            clauses.ends[i] =
                i + 1 < s.length() && s.charAt(i + 1) == '—' || i > 0 && s.charAt(i - 1) == '—';
        case '.' -> clauses.ends[i] = i + 1 == s.length() || numbersPoint(s, i);
        default -> {}
      }
    }
    return clauses;
  }

  /** What stands in quotes, or in brackets without a number, belongs to a name. */
  private static boolean[] inside(CharSequence s) {
    boolean[] inside = new boolean[s.length()];
    int i = 0;
    while (i < s.length()) {
      char c = s.charAt(i);
      char close = c == '“' ? '”' : c == '(' ? ')' : c == '《' ? '》' : 0;
      if (close != 0) {
        int end = close(s, i, close);
        if (end > 0) {
          for (int k = i; k <= end; k++) {
            inside[k] = true;
          }
          i = end;
        }
      }
      i++;
    }
    return inside;
  }

  private static int close(CharSequence s, int from, char close) {
    int limit = Math.min(s.length(), from + LONGEST_NAME);
    for (int i = from + 1; i < limit; i++) {
      char c = s.charAt(i);
      if (c == close) {
        return i;
      }
      if (c == '。' || close == ')' && (NumberScanner.isArabic(c) || ranks(s, i))) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether a rank ends the bracket: (全市第一). */
  private static boolean ranks(CharSequence s, int at) {
    if (s.charAt(at) != '第' || at + 1 >= s.length() || !NumberScanner.starts(s.charAt(at + 1))) {
      return false;
    }
    int end = at + 1;
    while (end < s.length() && end < at + 4 && NumberScanner.starts(s.charAt(end))) {
      end++;
    }
    end += end < s.length() && "位名".indexOf(s.charAt(end)) >= 0 ? 1 : 0;
    return end < s.length() && s.charAt(end) == ')';
  }

  /** 1.新建学校3所;2.改造道路5条: a number at the beginning of a clause before a point and no digit. */
  private static boolean numbersPoint(CharSequence s, int i) {
    int from = i;
    while (from > 0 && from > i - 2 && NumberScanner.isArabic(s.charAt(from - 1))) {
      from--;
    }
    boolean begins = from == 0 || "，,。;:|(".indexOf(s.charAt(from - 1)) >= 0;
    return from < i && begins && !NumberScanner.isArabic(s.charAt(i + 1));
  }

  private static boolean betweenDigits(CharSequence s, int i) {
    return i > 0
        && i + 3 < s.length()
        && NumberScanner.isArabic(s.charAt(i - 1))
        && NumberScanner.isArabic(s.charAt(i + 1))
        && NumberScanner.isArabic(s.charAt(i + 2))
        && NumberScanner.isArabic(s.charAt(i + 3))
        && (i + 4 == s.length() || !NumberScanner.isArabic(s.charAt(i + 4)));
  }

  boolean ends(int i) {
    return ends[i];
  }

  /** Whether a stop stronger than a comma stands in the stretch. */
  boolean strongIn(int from, int to) {
    for (int i = from; i < to; i++) {
      if (strong[i]) {
        return true;
      }
    }
    return false;
  }

  /** Start of the clause that the offset stands in, not before {@code from}. */
  int start(int at, int from) {
    int i = at;
    while (i > from && !ends[i - 1]) {
      i--;
    }
    return i;
  }

  /** End of the clause that the offset stands in, not after {@code to}. */
  int end(int at, int to) {
    int i = at;
    while (i < to && !ends[i]) {
      i++;
    }
    return i;
  }
}
