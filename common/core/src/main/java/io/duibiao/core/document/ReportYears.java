package io.duibiao.core.document;

import io.duibiao.core.text.CharacterFolding;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the year that a report looks back on and the year that it plans for. */
final class ReportYears {
  private static final String YEAR = "((?:19|20)\\d{2})\\s?年";

  private static final Pattern DELIVERED =
      Pattern.compile(YEAR + "\\s?(\\d{1,2})\\s?月.{0,12}(?:在|大会|会议)");

  private static final Pattern REPORT_TITLE = Pattern.compile(YEAR + ".{0,12}?政府工作报告");

  private static final Pattern REVIEWED =
      Pattern.compile(YEAR + "(?:度)?.{0,14}?(?:工作)?(?:总结|回顾|完成情况)");

  private static final Pattern PLANNED =
      Pattern.compile(
          YEAR
              + "(?:度)?(?:政府)?(?:重点|主要)?(?:工作)?(?:计划|安排|打算|要点|思路|目标任务|主要目标|目标|任务|建议|总体要求|重点工作|主要工作|经济社会发展)");

  private static final Pattern ANY = Pattern.compile(YEAR);

  private ReportYears() {}

  record Found(int reviewYear, int planYear) {}

  static Found find(Document document, Page page) throws RejectedDocumentException {
    Map<Integer, Integer> votes = new TreeMap<>();
    String front = String.join("\n", page.head());
    String title =
        CharacterFolding.fold(
            (document.title() == null ? "" : document.title())
                + "\n"
                + (page.title() == null ? "" : page.title()));
    vote(PLANNED, title, 0, 8, votes);
    vote(REVIEWED, title, 1, 8, votes);
    vote(REPORT_TITLE, title + "\n" + front, 0, 6, votes);
    Matcher delivered = DELIVERED.matcher(arabicYears(front));
    if (delivered.find()) {
      int late = Integer.parseInt(delivered.group(2)) >= 10 ? 1 : 0;
      votes.merge(Integer.parseInt(delivered.group(1)) + late, 7, Integer::sum);
    }
    headings(page.body(), votes);
    Instant published =
        document.publishedAt() == null ? page.publishedAt() : document.publishedAt();
    if (published != null) {
      ZonedDateTime date = published.atZone(PageFurniture.CHINA);
      votes.merge(date.getYear() + (date.getMonthValue() >= 10 ? 1 : 0), 2, Integer::sum);
    }
    if (votes.isEmpty()) {
      mentions(page.body(), votes);
    }
    int best = 0;
    int most = 0;
    for (Map.Entry<Integer, Integer> entry : votes.entrySet()) {
      if (entry.getValue() >= most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    if (best == 0) {
      throw new RejectedDocumentException(
          RejectionReason.UNKNOWN_PERIOD,
          "neither title, publication date nor text say which year the report speaks of");
    }
    return new Found(best - 1, best);
  }

  private static void vote(
      Pattern pattern, String text, int ahead, int weight, Map<Integer, Integer> votes) {
    Matcher matcher = pattern.matcher(text);
    if (matcher.find()) {
      votes.merge(Integer.parseInt(matcher.group(1)) + ahead, weight, Integer::sum);
    }
  }

  private static void headings(List<String> body, Map<Integer, Integer> votes) {
    for (String line : body) {
      if (line.length() <= 40) {
        String folded = CharacterFolding.fold(line);
        vote(REVIEWED, folded, 1, 4, votes);
        vote(PLANNED, folded, 0, 4, votes);
      }
    }
  }

  /** The year that is named most in the text is the one looked back on. */
  private static void mentions(List<String> body, Map<Integer, Integer> votes) {
    for (String line : body) {
      Matcher matcher = ANY.matcher(CharacterFolding.fold(line));
      while (matcher.find()) {
        votes.merge(Integer.parseInt(matcher.group(1)) + 1, 1, Integer::sum);
      }
    }
  }

  /** 二〇二一年 as 2021年. */
  private static String arabicYears(String text) {
    StringBuilder arabic = new StringBuilder(text);
    String digits = "〇一二三四五六七八九";
    for (int i = 0; i + 4 < arabic.length(); i++) {
      if (arabic.charAt(i + 4) == '年') {
        StringBuilder year = new StringBuilder(4);
        for (int k = i; k < i + 4; k++) {
          char c = arabic.charAt(k);
          int digit = "零○O0".indexOf(c) >= 0 ? 0 : digits.indexOf(c);
          if (digit >= 0) {
            year.append(digit);
          }
        }
        if (year.length() == 4) {
          arabic.replace(i, i + 4, year.toString());
        }
      }
    }
    return arabic.toString();
  }
}
