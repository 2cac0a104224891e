package io.duibiao.core.document;

import io.duibiao.core.text.CharacterFolding;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts a report from what a page puts behind it where both came as one line: …而努力奋斗！ 上一篇：没有了
 * 下一篇：2022年政府工作报告 版权所有：清岚县人民政府.
 */
final class GluedTail {
  /** Shorter lines are sentences or furniture of their own. */
  private static final int SHORTEST_REPORT = 80;

  private static final int LONGEST_TAIL = 600;

  private static final String SENTENCE_ENDS = "。！？!?”";

  private GluedTail() {}

  /** The report and then the lines behind it, or the line itself where it has none. */
  static List<String> split(String line) {
    int end = line.length();
    while (end > 0 && SENTENCE_ENDS.indexOf(line.charAt(end - 1)) < 0) {
      end--;
    }
    if (end < SHORTEST_REPORT || end == line.length() || line.length() - end > LONGEST_TAIL) {
      return List.of(line);
    }
    List<String> lines = new ArrayList<>();
    lines.add(line.substring(0, end));
    int from = end;
    for (int i = end; i <= line.length(); i++) {
      if (i == line.length() || LineMarks.isBlank(line.charAt(i))) {
        String piece = line.substring(from, i).strip();
        if (!piece.isEmpty()) {
          lines.add(piece);
        }
        from = i;
      }
    }
    String first = CharacterFolding.fold(lines.get(1));
    return PageFurniture.isFurniture(first) || PageFurniture.isFooter(first)
        ? lines
        : List.of(line);
  }
}
