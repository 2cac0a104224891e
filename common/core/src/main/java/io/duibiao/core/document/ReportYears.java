package io.duibiao.core.document;

import io.duibiao.core.statement.Period;
import io.duibiao.core.text.CharacterFolding;
import java.time.Instant;
import java.time.LocalDate;
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
      Pattern.compile(YEAR + "\\s?(\\d{1,2}|[一二三四五六七八九]|十[一二]?)\\s?月.{0,30}?(?:在|大会|会议)");

  private static final String PART =
      "((?:上|(?<![上下]))半年|1\\s?[-—–~至到]{1,2}\\s?(?:[2-9]|1[01])\\s?月|第?[一二三四1-4]季度|首季度?|前三个?季度)";

  /** 2023年上半年工作总结 reports within its year; 2023年上半年工作计划 only plans for it. */
  private static final Pattern REPORTED_PART =
      Pattern.compile(
          "(?:"
              + YEAR
              + "[^年总回\\n]{0,20}?)?"
              + PART
              + "(?!(?:政府)?(?:重点|主要)?(?:工作)?(?:计划|安排|打算|要点|思路|目标))");

  private static final Pattern PART_NAMED = Pattern.compile(YEAR + "(?:度|\\s)?" + PART);

  private static final Pattern REPORT_TITLE = Pattern.compile(YEAR + ".{0,12}?政府工作报告");

  private static final Pattern REVIEWED =
      Pattern.compile(YEAR + "(?!以来)(?:度)?[^,，。;；]{0,16}?(?:总结|回顾|(?:完成|执行|进展|工作)情况|统计公报)");

  /** 刚刚过去的2020年，是非常特殊的一年: the year looked back on. */
  private static final Pattern JUST_PAST = Pattern.compile("过去的" + YEAR);

  private static final Pattern PLANNED =
      Pattern.compile(
          YEAR
              + "(?:度)?(?:[上下]半年)?(?:政府)?(?:重点|主要)?(?:工作)?(?:计划|安排|打算|要点|思路|目标任务|主要目标|目标|任务|建议|总体要求|重点工作|主要工作|经济社会发展|预算草案|(?:国民经济和社会发展)?计划草案|实施方案|行动方案|分工方案)");

  /** 第十届全国人民代表大会第一次会议 was held in 2003; one session a year, five to a congress. */
  private static final Pattern NATIONAL_SESSION =
      Pattern.compile("第([七八九十]|十[一二三四五六])届全国人民代表大会第([一二三四五])次会议");

  /** A paragraph of the review that begins with its year: 2021年，坚决贯彻…. */
  private static final Pattern OPENING =
      Pattern.compile(YEAR + "(?:[,，]|是|全[省市州县区镇]).*", Pattern.DOTALL);

  private static final Pattern PLAN_HEADING =
      Pattern.compile("今年|明年|下一步|(?:任务|安排|部署|要求|目标|建议|打算|计划)$");

  private static final Pattern DAY_ALONE =
      Pattern.compile(
          "[-—(\\[〔【\\s]{0,4}"
              + YEAR
              + "\\s?(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])\\s?月\\s?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?日[)\\]〕】\\s]{0,3}");

  private static final Pattern AIM =
      Pattern.compile("[^,，。;；:：年]{0,16}?(?:目标|计划|预期|安排|工作|任务|力争|将)");

  private static final Pattern ANY = Pattern.compile(YEAR);

  private static final String BASES = "是比由从较与到至自";

  private static final int LONGEST_FRONT = 400;

  private ReportYears() {}

  /**
   * The years of a report.
   *
   * @param reviewYear the year looked back on
   * @param planYear the year planned for; the same in a report on a part of a year
   * @param reviewedPart that part, or null
   */
  record Found(int reviewYear, int planYear, Period.Part reviewedPart) {
    private Found(int reviewYear, int planYear) {
      this(reviewYear, planYear, null);
    }
  }

  static Found find(Document document, Page page) throws RejectedDocumentException {
    Map<Integer, Integer> votes = new TreeMap<>();
    String front = arabicYears(LineMarks.close(String.join("\n", page.head())));
    String title = title(document, page, front);
    Instant published =
        PlausibleTimes.published(
            document.publishedAt(), page.publishedAt(), document.retrievedAt());
    Matcher within = REPORTED_PART.matcher(title);
    if (within.find()) {
      Period.Part part = part(within.group(2));
      int year = yearOf(within, title, part, published, page.body());
      if (year > 0) {
        return new Found(year, year, part);
      }
    }
    vote(PLANNED, title, 0, 8, votes);
    vote(REVIEWED, title, 1, 8, votes);
    vote(REPORT_TITLE, title + "\n" + front, 0, 6, votes);
    Matcher delivered = DELIVERED.matcher(front);
    if (delivered.find()) {
      int late = month(delivered.group(2)) >= 10 ? 1 : 0;
      votes.merge(Integer.parseInt(delivered.group(1)) + late, 7, Integer::sum);
    }
    if (votes.isEmpty()) {
      day(page.head(), votes);
    }
    headings(page.body(), votes);
    session(front + "\n" + opening(page.body()), votes);
    opened(page.body(), votes);
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

  /** The part of a year that is written as 上半年, 一季度, 前三季度 or 1-9月. */
  private static Period.Part part(String written) {
    if (written.contains("半年")) {
      return Period.Part.H1;
    }
    if (written.endsWith("月")) {
      String digits = written.replaceAll("[^0-9]+", " ").strip();
      return Period.Part.upTo(Integer.parseInt(digits.substring(digits.indexOf(' ') + 1)));
    }
    if (written.startsWith("前三")) {
      return Period.Part.M9;
    }
    int quarter = 1;
    for (int i = 0; i < written.length(); i++) {
      quarter = Math.max(quarter, "一二三四".indexOf(written.charAt(i)) + 1);
      quarter = Math.max(quarter, "1234".indexOf(written.charAt(i)) + 1);
    }
    return Period.Part.valueOf("Q" + quarter);
  }

  /**
   * The year of a report on a part of a year, or 0 when nothing tells it. Where its title lacks the
   * year (上半年工作总结), the date of publication tells it, or the text (2023年上半年).
   */
  private static int yearOf(
      Matcher within, String title, Period.Part part, Instant published, List<String> body) {
    if (within.group(1) != null) {
      return Integer.parseInt(within.group(1));
    }
    if (ANY.matcher(title).find()) {
      return 0;
    }
    if (published != null) {
      ZonedDateTime date = published.atZone(PageFurniture.CHINA);
      LocalDate end = new Period(date.getYear(), date.getYear(), part).end();
      // It comes out when the part is over, or is about to be.
      if (date.toLocalDate().isAfter(end.minusMonths(1))) {
        return date.getYear();
      }
    }
    for (String line : body) {
      Matcher named = PART_NAMED.matcher(CharacterFolding.fold(start(line)));
      if (named.find()) {
        return Integer.parseInt(named.group(1));
      }
    }
    return 0;
  }

  /** The titles of record and page; without any, the short lines before the report. */
  private static String title(Document document, Page page, String front) {
    if (document.title() == null && page.title() == null) {
      return front.length() > LONGEST_FRONT ? front.substring(0, LONGEST_FRONT) : front;
    }
    String title =
        (document.title() == null ? "" : document.title())
            + "\n"
            + (page.title() == null ? "" : page.title());
    return arabicYears(CharacterFolding.fold(title));
  }

  /** The day of the speech that stands alone below the title: （二〇二三年一月八日）. */
  private static void day(List<String> head, Map<Integer, Integer> votes) {
    for (String line : head) {
      Matcher matcher = DAY_ALONE.matcher(arabicYears(LineMarks.close(line)));
      if (matcher.matches()) {
        int late = month(matcher.group(2)) >= 10 ? 1 : 0;
        votes.merge(Integer.parseInt(matcher.group(1)) + late, 5, Integer::sum);
        return;
      }
    }
  }

  private static int month(String month) {
    if (Character.isDigit(month.charAt(0))) {
      return Integer.parseInt(month);
    }
    int last = "一二三四五六七八九".indexOf(month.charAt(month.length() - 1)) + 1;
    return month.charAt(0) == '十' ? 10 + last : last;
  }

  private static void vote(
      Pattern pattern, String text, int ahead, int weight, Map<Integer, Integer> votes) {
    Matcher matcher = pattern.matcher(text);
    if (matcher.find()) {
      votes.merge(Integer.parseInt(matcher.group(1)) + ahead, weight, Integer::sum);
    }
  }

  private static void headings(List<String> body, Map<Integer, Integer> votes) {
    boolean past = false;
    for (String line : body) {
      Matcher matcher = JUST_PAST.matcher(CharacterFolding.fold(start(line)));
      if (!past && matcher.find()) {
        past = true;
        votes.merge(Integer.parseInt(matcher.group(1)) + 1, 4, Integer::sum);
      }
      if (line.length() <= 40) {
        String folded = arabicYears(CharacterFolding.fold(line));
        vote(REVIEWED, folded, 1, 4, votes);
        vote(PLANNED, folded, 0, 4, votes);
      }
    }
  }

  private static void session(String front, Map<Integer, Integer> votes) {
    Matcher matcher = NATIONAL_SESSION.matcher(front);
    if (matcher.find()) {
      String congress = matcher.group(1);
      String digits = "零一二三四五六七八九";
      int number =
          congress.length() == 2
              ? 10 + digits.indexOf(congress.charAt(1))
              : congress.equals("十") ? 10 : digits.indexOf(congress);
      int session = digits.indexOf(matcher.group(2));
      votes.merge(2003 + 5 * (number - 10) + session - 1, 6, Integer::sum);
    }
  }

  /** The sentence that opens a report: 现在，我代表国务院，向第十届全国人民代表大会第一次会议报告…. */
  private static String opening(List<String> body) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(3, body.size()); i++) {
      String line = body.get(i);
      if (line.contains("代表国务院")) {
        text.append(line, 0, Math.min(line.length(), 300)).append('\n');
      }
    }
    return CharacterFolding.fold(text);
  }

  private static String start(String line) {
    return line.substring(0, Math.min(line.length(), 60));
  }

  /** The first paragraph that opens with a year, in the review or in the plan. */
  private static void opened(List<String> body, Map<Integer, Integer> votes) {
    boolean planning = false;
    for (String line : body) {
      String start = arabicYears(CharacterFolding.fold(start(line)));
      planning |= line.length() <= 40 && PLAN_HEADING.matcher(start).find();
      Matcher matcher = OPENING.matcher(start);
      if (matcher.matches()) {
        int ahead = planning || start.contains("开局") || start.contains("今年") ? 0 : 1;
        votes.merge(Integer.parseInt(matcher.group(1)) + ahead, 3, Integer::sum);
        return;
      }
    }
  }

  /**
   * The year that is named most in the text is the one looked back on, unless it is one of aims
   * (2023年主要预期目标); a year that something is measured against (是2011年的1.6倍, 比2011年) is neither.
   */
  private static void mentions(List<String> body, Map<Integer, Integer> votes) {
    for (String line : body) {
      String folded = CharacterFolding.fold(line);
      Matcher matcher = ANY.matcher(folded);
      while (matcher.find()) {
        boolean base =
            matcher.start() > 0 && BASES.indexOf(folded.charAt(matcher.start() - 1)) >= 0;
        if (!base) {
          int ahead =
              AIM.matcher(folded).region(matcher.end(), folded.length()).lookingAt() ? 0 : 1;
          votes.merge(Integer.parseInt(matcher.group(1)) + ahead, 1, Integer::sum);
        }
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
