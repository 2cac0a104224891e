package io.duibiao.core.document;

import io.duibiao.core.text.CharacterFolding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes a page apart: what stands before the report, the report, what stands after it. */
final class PageReader {
  /** A folded line of at least this length with punctuation is running text. */
  private static final int PARAGRAPH = 40;

  /** Paragraphs of at least this length that occur a second time are a second print of the page. */
  private static final int REPEATABLE = 60;

  private static final int LONGEST_HEADING = 30;

  private static final Pattern FIRST_HEADING = Pattern.compile("(?:一、|第一部分).{2,60}|.{0,20}回顾");

  /** A number with a unit: furniture counts and dates, but does not measure. */
  private static final Pattern MEASURED = Pattern.compile("\\d ?(?:%|‰|个百分点|亿|万|元|公里|亩|吨|户|家|个)");

  private PageReader() {}

  static Page read(List<String> lines, String pageTitle, TimeBudget budget)
      throws RejectedDocumentException {
    List<String> written = new ArrayList<>();
    List<String> folded = new ArrayList<>();
    boolean started = false;
    for (String line : Paragraphs.of(lines, budget)) {
      for (String part : LineMarks.split(line)) {
        String clean = LineMarks.strip(part);
        if (clean.isEmpty()) {
          continue;
        }
        for (String piece : started ? GluedTail.split(clean) : parts(clean)) {
          written.add(piece);
          folded.add(CharacterFolding.fold(piece));
        }
        started |= clean.length() >= REPEATABLE;
      }
    }
    int start = bodyStart(folded, budget);
    int end = bodyEnd(folded, start, budget);
    PageFurniture furniture =
        PageFurniture.of(
            written.subList(0, start), written.subList(end, written.size()), pageTitle);
    List<String> body = body(written, folded, start, end, budget);
    Appendices.dropEmptyHeadings(body);
    return new Page(
        List.copyOf(folded.subList(0, start)),
        body,
        List.copyOf(folded.subList(end, folded.size())),
        furniture.title(),
        pageTitle,
        furniture.publisher(),
        furniture.host(),
        furniture.publishedAt(),
        furniture.documentNumber());
  }

  /** What the page puts before the report, the report, and what the page puts behind it. */
  private static List<String> parts(String line) {
    List<String> parts = new ArrayList<>(GluedHead.split(line));
    parts.addAll(GluedTail.split(parts.remove(parts.size() - 1)));
    return parts;
  }

  /** The lines of the report, each paragraph once. */
  private static List<String> body(
      List<String> written, List<String> folded, int start, int end, TimeBudget budget)
      throws RejectedDocumentException {
    List<String> body = new ArrayList<>();
    Set<String> paragraphs = new HashSet<>();
    Set<String> sentences = new HashSet<>();
    Set<String> lines = new HashSet<>(folded.subList(0, start));
    // Short lines since the last new paragraph, and which of them stood before: should a paragraph
    // that is no longer new follow, they are the beginning of the second print.
    List<String> pending = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    boolean repeating = false;
    for (int i = start; i < end; i++) {
      budget.check();
      String line = folded.get(i);
      if (PageFurniture.isFurniture(line) || Appendices.isFootnote(line)) {
        continue;
      }
      if (Appendices.startsGlossary(line, i - start, end - start)) {
        break;
      }
      if (line.length() < REPEATABLE) {
        isToldBefore(line, sentences);
        if (!lines.add(line)) {
          seen.add(pending.size());
        }
        pending.add(written.get(i));
        continue;
      }
      boolean repeat = !paragraphs.add(line) | isToldBefore(line, sentences);
      flush(pending, repeat || repeating ? seen : Set.of(), body);
      seen.clear();
      repeating = repeat;
      if (!repeat) {
        body.add(written.get(i));
      }
    }
    flush(pending, repeating ? seen : Set.of(), body);
    return body;
  }

  /**
   * Whether all sentences of a paragraph stood in paragraphs before, as in the print for telephones
   * that breaks its paragraphs elsewhere and glues headings to them; from now on they do.
   */
  private static boolean isToldBefore(String paragraph, Set<String> sentences) {
    List<String> own = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < paragraph.length(); i++) {
      if (i == paragraph.length() - 1 || "。！？；!?;".indexOf(paragraph.charAt(i)) >= 0) {
        own.add(paragraph.substring(from, i + 1).strip());
        from = i + 1;
      }
    }
    boolean told = true;
    for (int i = own.size() - 1; i >= 0 && told; i--) {
      told = sentences.contains(own.get(i)) || endsTold(own.get(i), sentences);
    }
    sentences.addAll(own);
    return told;
  }

  private static boolean endsTold(String sentence, Set<String> sentences) {
    for (int i = 1; i < sentence.length() && i <= LONGEST_HEADING; i++) {
      if (sentences.contains(sentence.substring(i))) {
        return true;
      }
    }
    return false;
  }

  private static void flush(List<String> pending, Set<Integer> dropped, List<String> body) {
    for (int i = 0; i < pending.size(); i++) {
      if (!dropped.contains(i)) {
        body.add(pending.get(i));
      }
    }
    pending.clear();
  }

  /**
   * The first line of running text, or the salutation, or a numbered heading. A short line with an
   * amount before it begins the report too, unless the title is still to come: then it is a
   * forecast of the weather or an advertisement.
   */
  private static int bodyStart(List<String> folded, TimeBudget budget)
      throws RejectedDocumentException {
    int measured = -1;
    for (int i = 0; i < folded.size(); i++) {
      budget.check();
      String line = folded.get(i);
      if (PageFurniture.isFurniture(line)) {
        continue;
      }
      if (PageFurniture.isSession(line)) {
        measured = -1;
      } else if (line.startsWith("各位代表")
          || FIRST_HEADING.matcher(line).matches()
          || isRunningText(line)) {
        return measured < 0 ? i : measured;
      } else if (PageFurniture.isReportTitle(line)) {
        measured = -1;
      } else if (measured < 0 && MEASURED.matcher(line).find() && !PageFurniture.isTitle(line)) {
        measured = i;
      }
    }
    return measured < 0 ? firstAfterHead(folded, budget) : measured;
  }

  /** Where nothing looks like running text, everything but furniture and a title line is body. */
  private static int firstAfterHead(List<String> folded, TimeBudget budget)
      throws RejectedDocumentException {
    for (int i = 0; i < folded.size(); i++) {
      budget.check();
      String line = folded.get(i);
      if (!PageFurniture.isFurniture(line) && !PageFurniture.isTitle(line)) {
        return i;
      }
    }
    return folded.size();
  }

  static boolean isRunningText(String line) {
    return line.length() >= PARAGRAPH
        && (line.indexOf('。') >= 0 || line.indexOf('，') >= 0 || line.indexOf(',') >= 0);
  }

  /** The first footer after the last quarter has begun ends the report. */
  private static int bodyEnd(List<String> folded, int start, TimeBudget budget)
      throws RejectedDocumentException {
    int chars = 0;
    for (int i = start; i < folded.size(); i++) {
      chars += folded.get(i).length();
    }
    int seen = 0;
    for (int i = start; i < folded.size(); i++) {
      budget.check();
      if (seen * 4L > chars * 3L && PageFurniture.isFooter(folded.get(i))) {
        return i;
      }
      seen += folded.get(i).length();
    }
    return folded.size();
  }
}
