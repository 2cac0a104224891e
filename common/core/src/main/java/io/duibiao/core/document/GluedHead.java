package io.duibiao.core.document;

import io.duibiao.core.text.CharacterFolding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts what a page puts before a report from the report where both came as one line:
 * 首页&gt;政务公开&gt;清岚镇2023年政府工作报告 发布时间:2023-01-19 来源:清岚镇人民政府 各位代表:现在，我….
 */
final class GluedHead {
  /** Shorter lines are titles or sentences of their own. */
  private static final int SHORTEST_REPORT = 80;

  private static final int LOOKED_AT = 800;

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:索 ?引 ?号|生成日期|公开日期|发布日期|发布时间|成文日期|发文日期|发布机构|公开机构|发文机关|发文单位|发布单位|信息来源|稿件来源|文章来源|来源|作者"
              + "|文件编号|发文字号|主题分类|浏览量|浏览次数|点击数|点击量|阅读次数|阅读量|访问量|字体|字号|责任编辑|编辑|您?当前(?:所在)?位置|所在位置) ?[:：]");

  private static final Pattern TRAIL = Pattern.compile("首页 ?[>»|/]|[>»]");

  private static final Pattern DAY =
      Pattern.compile(
          "(?:19|20)\\d{2} ?[-年/.] ?\\d{1,2} ?[-月/.] ?\\d{1,2}日?(?: ?\\d{1,2}:\\d{2}(?::\\d{2})?)?");

  private static final Pattern BEGINNING =
      Pattern.compile("各位代表|各位领导|同志们|现在[,，]|(?<![\\d一二三四五六七八九十])一、|第一部分");

  private GluedHead() {}

  /** The lines of the page's head and then the report, or the line itself where it has none. */
  static List<String> split(String line) {
    if (line.length() < SHORTEST_REPORT) {
      return List.of(line);
    }
    String front = CharacterFolding.fold(line.substring(0, Math.min(LOOKED_AT, line.length())));
    int stop = front.indexOf('。');
    stop = stop < 0 ? front.length() : stop;
    List<Integer> cuts = new ArrayList<>();
    int furniture = furniture(front, stop, cuts);
    if (furniture < 0) {
      return GluedTitle.split(line);
    }
    Matcher beginning = BEGINNING.matcher(front).region(furniture, stop);
    int body = beginning.find() ? beginning.start() : lastBlank(front, furniture, stop);
    if (body < 0) {
      return List.of(line);
    }
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= body; i++) {
      boolean blank = i < body && LineMarks.isBlank(front.charAt(i)) && i > from;
      if (i == body || blank || cuts.contains(i)) {
        String piece = LineMarks.strip(line.substring(from, i));
        if (!piece.isEmpty()) {
          lines.add(piece);
        }
        from = i;
      }
    }
    lines.addAll(GluedTitle.split(LineMarks.strip(line.substring(body))));
    return lines;
  }

  /**
   * Offset behind the last label, date or step of the trail before the first stop, or -1 where
   * there is none of them; where to cut goes into {@code cuts}.
   */
  private static int furniture(String front, int stop, List<Integer> cuts) {
    int end = -1;
    Matcher label = LABEL.matcher(front).region(0, stop);
    while (label.find()) {
      cuts.add(label.start());
      end = label.end();
      Matcher day = DAY.matcher(front).region(Math.min(stop, label.end()), stop);
      boolean blank = day.lookingAt();
      if (!blank && label.end() < stop && LineMarks.isBlank(front.charAt(label.end()))) {
        blank = day.region(label.end() + 1, stop).lookingAt();
      }
      if (blank) {
        cuts.add(day.end());
        end = day.end();
      }
    }
    Matcher trail = TRAIL.matcher(front).region(0, stop);
    while (trail.find()) {
      cuts.add(trail.end());
      end = Math.max(end, trail.end());
    }
    return end;
  }

  /** Offset of the blank behind the value of the last label, behind which the report starts. */
  private static int lastBlank(String front, int from, int stop) {
    for (int i = from; i < stop; i++) {
      boolean comma = "，,;:：".indexOf(front.charAt(i)) >= 0;
      if (comma) {
        int at = i;
        while (at > from && !LineMarks.isBlank(front.charAt(at - 1))) {
          at--;
        }
        return at > from || from > 0 && LineMarks.isBlank(front.charAt(from - 1)) ? at : from;
      }
    }
    return -1;
  }
}
