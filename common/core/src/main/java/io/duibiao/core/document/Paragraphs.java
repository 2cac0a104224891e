package io.duibiao.core.document;

import io.duibiao.core.text.CharacterFolding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes one line of each paragraph: cuts lines that hold many (a whole report in one line, its
 * paragraphs set apart by two ideographic spaces) and joins lines that a break cut in mid-sentence.
 */
final class Paragraphs {
  /** A line after a break that can only go on with what stood before it. */
  private static final Pattern CONTINUES =
      Pattern.compile(
          "^(?:[》〉」』”’）)，。、；：！？％%‰,;]|\\d[\\d.,]{0,12} ?(?:%|％|‰|个百分点|[亿万元]|公里|平方|立方|亩|公顷|吨|千瓦|户|人次|家次|微克)).*",
          Pattern.DOTALL);

  /** The number at the foot of a printed page: — 3 —, 第 3 页 共 12 页, 3 / 12. */
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "\\s{0,80}(?:[-—–－―]{1,3}\\s?\\d{1,3}\\s?[-—–－―]{1,3}|·\\s?\\d{1,3}\\s?·|第\\s?\\d{1,3}\\s?页(?:\\s?[,，(（/]?\\s?共\\s?\\d{1,3}\\s?页[)）]?)?|\\d{1,3}\\s?/\\s?\\d{1,3})\\s{0,80}");

  private static final int LONGEST_HEAD = 30;

  /** Hard-wrapped text has many lines, nearly all of one width. */
  private static final int WRAPPED_LINES = 8;

  private static final int WIDEST_WRAP = 80;
  private static final int NARROWEST_WRAP = 16;
  private static final int WRAP_SLACK = 3;

  private Paragraphs() {}

  static List<String> of(List<String> lines, TimeBudget budget) throws RejectedDocumentException {
    List<String> cut = new ArrayList<>();
    for (String line : withoutPageBreaks(lines, budget)) {
      budget.check();
      // It may stand in the middle of a sentence, whose halves are joined again.
      if (!PageFurniture.isSpam(line)) {
        cut(LineMarks.closeSpaced(line), cut);
      }
    }
    return join(cut, isWrapped(cut), budget);
  }

  /**
   * The lines without the numbers of printed pages, the blank lines around them and the running
   * heads below them: a page ends in the middle of a sentence.
   */
  private static List<String> withoutPageBreaks(List<String> lines, TimeBudget budget)
      throws RejectedDocumentException {
    List<String> kept = new ArrayList<>(lines.size());
    Set<String> heads = new HashSet<>();
    boolean broken = false;
    for (String line : lines) {
      budget.check();
      if (PAGE_NUMBER.matcher(line).matches()) {
        while (!kept.isEmpty() && kept.get(kept.size() - 1).isBlank()) {
          kept.remove(kept.size() - 1);
        }
        broken = true;
        continue;
      }
      String closed = line.length() <= WIDEST_WRAP ? LineMarks.close(line).strip() : "";
      boolean head =
          !closed.isEmpty()
              && closed.length() <= LONGEST_HEAD
              && closed.indexOf('，') < 0
              && closed.indexOf('。') < 0
              && !heads.add(closed);
      if (!broken || !line.isBlank() && !head) {
        kept.add(line);
        broken = false;
      }
    }
    return kept;
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
        start = i;
      }
      i = run;
    }
    out.add(line.substring(start));
  }

  /** Whether most lines end in mid-sentence at one and the same width. */
  private static boolean isWrapped(List<String> lines) {
    int[] widths = new int[WIDEST_WRAP + 1];
    int written = 0;
    for (String line : lines) {
      int width = line.strip().length();
      if (width > 0) {
        written++;
        if (width <= WIDEST_WRAP) {
          widths[width]++;
        }
      }
    }
    for (int width = NARROWEST_WRAP; width <= WIDEST_WRAP; width++) {
      int alike = 0;
      for (int w = Math.max(0, width - WRAP_SLACK); w <= width; w++) {
        alike += widths[w];
      }
      if (alike >= WRAPPED_LINES && alike * 2 > written) {
        return true;
      }
    }
    return false;
  }

  /**
   * A line that holds whole sentences but ends in the middle of one goes on in the next line. Lines
   * of a table or a list hold no whole sentences and are left alone.
   */
  private static List<String> join(List<String> lines, boolean wrapped, TimeBudget budget)
      throws RejectedDocumentException {
    List<String> joined = new ArrayList<>(lines.size());
    StringBuilder open = null;
    boolean sentence = false;
    for (String line : lines) {
      budget.check();
      boolean blank = line.isBlank();
      if (open != null && !blank && goesOn(open, sentence, line, wrapped)) {
        open.append(line.strip());
        sentence |= line.indexOf('。') >= 0;
      } else {
        if (open != null) {
          joined.add(open.toString());
          open = null;
        }
        if (blank) {
          joined.add(line);
        } else {
          open = new StringBuilder(line.stripTrailing());
          sentence = line.indexOf('。') >= 0;
        }
      }
    }
    if (open != null) {
      joined.add(open.toString());
    }
    return joined;
  }

  private static boolean goesOn(
      StringBuilder before, boolean sentence, String line, boolean wrapped) {
    char last = CharacterFolding.fold(before.charAt(before.length() - 1));
    if ("《〈「『“（(，、".indexOf(last) >= 0
        || CONTINUES.matcher(CharacterFolding.fold(line.strip())).matches()) {
      return true;
    }
    boolean ends = "。！？；：．!?;:…”’』」》）)*>—|".indexOf(last) >= 0;
    if (ends || isIndented(line)) {
      return false;
    }
    if (isDigit(last) && sentence && isDigit(CharacterFolding.fold(line.charAt(0)))) {
      return true;
    }
    return before.length() > NARROWEST_WRAP
        && (wrapped || sentence)
        && !PageFurniture.isFurniture(CharacterFolding.fold(line.strip()))
        && (before.length() > WIDEST_WRAP
            || !PageFurniture.isFurniture(CharacterFolding.fold(before.toString())));
  }

  private static boolean isIndented(String line) {
    return line.startsWith("\u3000\u3000") || line.startsWith("    ");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
