package io.duibiao.core.document;

import io.duibiao.core.text.CharacterFolding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes a page apart: what stands before the report, the report, what stands after it. */
final class PageReader {
  /** A folded line of at least this length with punctuation is running text. */
  private static final int PARAGRAPH = 40;

  /** Paragraphs of at least this length that occur a second time are a second print of the page. */
  private static final int REPEATABLE = 60;

  private PageReader() {}

  static Page read(List<String> lines, TimeBudget budget) throws RejectedDocumentException {
    List<String> written = new ArrayList<>();
    List<String> folded = new ArrayList<>();
    for (String line : Paragraphs.of(lines, budget)) {
      String clean = LineMarks.strip(line);
      if (!clean.isEmpty()) {
        written.add(clean);
        folded.add(CharacterFolding.fold(clean));
      }
    }
    int start = bodyStart(folded);
    int end = bodyEnd(folded, start);
    List<String> head = folded.subList(0, start);
    List<String> tail = folded.subList(end, folded.size());
    PageFurniture furniture = PageFurniture.of(head, tail);
    List<String> body = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = start; i < end; i++) {
      budget.check();
      String line = folded.get(i);
      if (PageFurniture.isFurniture(line)) {
        continue;
      }
      if (Appendices.startsGlossary(line, i - start, end - start)) {
        break;
      }
      if (line.length() < REPEATABLE || seen.add(line)) {
        body.add(written.get(i));
      }
    }
    return new Page(
        List.copyOf(head),
        body,
        List.copyOf(tail),
        furniture.title(),
        furniture.publisher(),
        furniture.host(),
        furniture.publishedAt(),
        furniture.documentNumber());
  }

  /** The first line of running text, or the salutation, or a numbered heading. */
  private static int bodyStart(List<String> folded) {
    for (int i = 0; i < folded.size(); i++) {
      String line = folded.get(i);
      if (PageFurniture.isFurniture(line) || PageFurniture.isSession(line)) {
        continue;
      }
      if (line.startsWith("各位代表")
          || line.matches("(?:一、|第一部分).{2,60}")
          || isRunningText(line)
          || line.matches(".{0,20}(?:工作)?回顾")) {
        return i;
      }
    }
    return firstAfterHead(folded);
  }

  /** Where nothing looks like running text, everything but furniture and a title line is body. */
  private static int firstAfterHead(List<String> folded) {
    for (int i = 0; i < folded.size(); i++) {
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
  private static int bodyEnd(List<String> folded, int start) {
    int chars = 0;
    for (int i = start; i < folded.size(); i++) {
      chars += folded.get(i).length();
    }
    int seen = 0;
    for (int i = start; i < folded.size(); i++) {
      if (seen * 4L > chars * 3L && PageFurniture.isFooter(folded.get(i))) {
        return i;
      }
      seen += folded.get(i).length();
    }
    return folded.size();
  }
}
