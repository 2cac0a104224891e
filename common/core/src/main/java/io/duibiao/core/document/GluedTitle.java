package io.duibiao.core.document;

import io.duibiao.core.text.CharacterFolding;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts a title from the text of a report that came as one line: 清岚镇2022年工作总结及2023年工作计划2022年，全镇….
 */
final class GluedTitle {
  /** Shorter lines are titles or sentences of their own. */
  private static final int SHORTEST_REPORT = 80;

  private static final int LOOKED_AT = 100;

  private static final Pattern TITLE =
      Pattern.compile(
          "[^。，,;；:：!！?？]{2,60}?(?:报告|总结|计划|要点|情况|回顾|思路|安排|打算|部署)"
              + "(?=\\s|各位|同志们|现在|一、|第一部分|(?:19|20)\\d{2}年|今年|去年|过去|刚刚|一年来|上半年|全[省市州县区镇乡年])");

  private static final Pattern TELLING =
      Pattern.compile("(?:19|20)\\d{2} ?年|[〇○零一二三四五六七八九]{4}年|政府工作报告|半年");

  private GluedTitle() {}

  /** The title and the text behind it, or the line itself where it begins with none. */
  static List<String> split(String line) {
    if (line.length() < SHORTEST_REPORT) {
      return List.of(line);
    }
    String front = CharacterFolding.fold(line.substring(0, Math.min(LOOKED_AT, line.length())));
    Matcher matcher = TITLE.matcher(front);
    if (!matcher.lookingAt() || !TELLING.matcher(matcher.group()).find()) {
      return List.of(line);
    }
    int end = matcher.end();
    return List.of(line.substring(0, end), LineMarks.strip(line.substring(end)));
  }
}
