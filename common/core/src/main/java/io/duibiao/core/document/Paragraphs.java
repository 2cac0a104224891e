package io.duibiao.core.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes one line of each paragraph: cuts lines that hold many (a whole report in one line, its
 * paragraphs set apart by two ideographic spaces) and joins lines that a break cut in mid-sentence.
 */
final class Paragraphs {
  private Paragraphs() {}

  static List<String> of(List<String> lines, TimeBudget budget) throws RejectedDocumentException {
    List<String> cut = new ArrayList<>();
    for (String line : lines) {
      budget.check();
      cut(line, cut);
    }
    return join(cut);
  }

  /** Two or more ideographic spaces in a row begin a paragraph. */
  private static void cut(String line, List<String> out) {
    int start = 0;
    int i = 0;
    while (i < line.length()) {
      if (line.charAt(i) != '\u3000') {
        i++;
        continue;
      }
      int run = i;
      while (run < line.length() && LineMarks.isBlank(line.charAt(run))) {
        run++;
      }
      if (run - i >= 2 && i > start) {
        out.add(line.substring(start, i));
        start = run;
      }
      i = run;
    }
    out.add(line.substring(start));
  }

  /**
   * A line that holds whole sentences but ends in the middle of one goes on in the next line. Lines
   * of a table or a list hold no whole sentences and are left alone.
   */
  private static List<String> join(List<String> lines) {
    List<String> joined = new ArrayList<>(lines.size());
    StringBuilder open = null;
    for (String line : lines) {
      if (open != null) {
        if (!line.isBlank()) {
          open.append(line.strip());
        }
        if (line.isBlank() || !endsInside(line, true)) {
          joined.add(open.toString());
          open = null;
        }
      } else if (endsInside(line, false)) {
        open = new StringBuilder(line.stripTrailing());
      } else {
        joined.add(line);
      }
    }
    if (open != null) {
      joined.add(open.toString());
    }
    return joined;
  }

  private static boolean endsInside(String line, boolean continued) {
    String text = line.strip();
    if (text.isEmpty()) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    if ("，、".indexOf(last) >= 0) {
      return true;
    }
    boolean ends = "。！？；：!?;:…”\"』」》）)*>—".indexOf(last) >= 0;
    return !ends && (continued || text.length() > 20) && text.indexOf('。') >= 0;
  }
}
