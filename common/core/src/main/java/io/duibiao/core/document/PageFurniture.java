package io.duibiao.core.document;

import io.duibiao.core.text.CharacterFolding;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a web page puts around a report: labelled metadata, navigation, counters, footers.
 *
 * @param title the title line, or null
 * @param publisher the publishing body, or null
 * @param host the body that runs the site, or null
 * @param publishedAt when it was published, or null
 * @param documentNumber 索引号 or 文号, or null
 */
record PageFurniture(
    String title, String publisher, String host, Instant publishedAt, String documentNumber) {
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Longest line that can be furniture. */
  private static final int LONGEST = 120;

  private static final String LABELS =
      "索 ?引 ?号|生成日期|公开日期|发布日期|发布时间|发表日期|发表时间|更新日期|更新时间|录入时间|添加时间|成文日期|发文日期|印发日期|日期|时间"
          + "|发布机构|公开机构|发文机关|发文单位|发布单位|信息来源|稿件来源|文章来源|来源|作者|记者|通讯员|供稿|文章录入|录入|发布人|校对|编审|签发|初审|复审|终审"
          + "|文件编号|发文字号|文 ?号|主题分类|主题词|关键词|内容概述|内容概况|有效性|公开方式|公开范围|公开时限|体裁分类|组配分类|信息分类"
          + "|浏览量|浏览次数|浏览|点击数|点击量|点击率|点击次数|点击|阅读次数|阅读量|阅读数|阅读|访问量|访问次数|人气|字体|字号|"
          + "打印|保存|分享到?|责任编辑|责编|编辑|审核|主办单位|主办|承办单位|版权所有|备案|source|title|date|author|url|标题|名称";

  /** Names of fields that are no words of a report, nor heads of its tables. */
  private static final Pattern FIELD =
      Pattern.compile(
          "索 ?引 ?号|生成日期|公开日期|发布日期|发布时间|成文日期|发文日期|印发日期|发布机构|公开机构|发文机关|发文单位|发布单位|信息来源"
              + "|文件编号|发文字号|文 ?号|主题分类|组配分类|体裁分类|公开方式|公开时限|有效性|浏览次数");

  private static final Pattern LABEL_ALONE = Pattern.compile("(?:" + LABELS + ") ?[:：]?");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?<![\\u4e00-\\u9fffA-Za-z])(?:[\\[【] ?)?(" + LABELS + ") ?(?:[:：]|[\\]】] ?[:：]?)");

  private static final Pattern LABELLED_LINE =
      Pattern.compile("[\\[【(]? ?(?:" + LABELS + ") ?[:：\\]】].*");

  private static final Pattern NAVIGATION =
      Pattern.compile(
          "(?:当前(?:所在)?位置|您?所在(?:的)?位置|首页 ?[>|/»]|用户登录|网站无障碍|无障碍(?:浏览|阅读)?|适老版|长者(?:版|模式)|欢迎您|繁體|设为首页|加入收藏"
              + "|分享到|扫一扫|打印(?:此页|本页)|关闭(?:窗口|本页)|上一篇|下一篇|上一页|下一页|末页|热门搜索|阅读原文|点击(?:上方|蓝字|关注|查看|下载)|发表评论|网友评论|相关(?:链接|附件|文章|阅读|新闻)|网站地图|联系我们|版权所有|主办单位|承办单位|技术支持|ICP备|公网安备|公安部备案号|网站标识码|支持IPV6)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FOOTER =
      Pattern.compile(
          "(?:打印此页|打印本页|\\[?打印|关闭窗口|【?打印|主办单位|主办[:：]|承办|版权所有|Copyright|copyright|备案[:：]|上一篇|下一篇|相关链接|相关附件|相关文章|相关阅读|责任编辑|\\(责任编辑|\\[责任编辑|编辑[:：]|来源[:：]|信息来源|稿件来源|文章录入|文档附件|附件下载|附件\\d{0,2}[:：]?.{0,80}\\.(?:docx?|pdf|wps|xlsx?|rar|zip)|网友评论|发表评论|评论列表|推荐阅读|延伸阅读|为您推荐|热点推荐|相关推荐|相关新闻|猜你喜欢|扫一扫|分享到|网站地图"
              + "|(?:.{0,40})(?:ICP备|公网安备)|本作品(?:是中华人民共和国|.{0,30}(?:著作权|公有领域))|Public domain|\\(新华社.{0,12}电\\)).*");

  private static final Pattern ALONE =
      Pattern.compile(
          "img|图片|image|视频|音频|---+|\\.\\.\\.|x|X|大 ?中 ?小|[\\[【(]?(?:大|中|小)[\\]】)]?|正文|返回|导航|检索|搜索|登录|注册|首页|更多>*|!\\[.{0,100}|\\[?编辑\\]?");

  private static final Pattern SPAM = Pattern.compile("(?:[^|]{2,40}\\|){3,}[^|]{0,40}");

  private static final Pattern SESSION =
      Pattern.compile(
          "[-—─–(*\\s]{0,8}(?:\\d{4}|[一二三四五六七八九〇零○O0]{4})年.{2,60}(?:会议|大会)(?:第.{1,5}次(?:全体)?会议)?上?[)）*]{0,3}");

  private static final Pattern TITLE =
      Pattern.compile(
          ".{0,58}(?:报告|总结|计划|要点|情况|回顾|思路|安排|打算|部署|公报|纲要|规划|方案)》?(?:\\(.{1,30}\\)|的通知|的公告|的决议|的说明|全文.{0,4}|解读|来[了啦])?[!！]?");

  private static final int LONGEST_TITLE = 80;

  /** A session's opening or decision, as the title of an item of news or of a resolution. */
  private static final Pattern NEWS_TITLE =
      Pattern.compile(".{2,58}(?:开幕|闭幕|召开|举行|决议|决定|意见|通知|公告|要闻)");

  /**
   * A day without a label that still is that of publication: 2023-01-18, with an hour or before a
   * source. 2023年1月8日 alone, or before a name, is the day of the speech.
   */
  private static final Pattern DATE_LINE =
      Pattern.compile(
          "[\\[【(]?(?:19|20)\\d{2} ?(?:[-/.] ?\\d{1,2} ?[-/.] ?\\d{1,2}(?: ?\\d{1,2}:\\d{2}(?::\\d{2})?)?[\\]】)]?(?: .{0,60})?"
              + "|年 ?\\d{1,2} ?月 ?\\d{1,2} ?日 ?(?:\\d{1,2}:\\d{2}|来源|信息来源|发布于|发表于|稿源).{0,60})");

  /** An entry of a list of pages: a title and the day it came out. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "[^。，；,;:：]{4,80}? ?(?:[\\[(（]? ?(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2} ?[\\])）]?|[\\[(（]\\d{1,2}-\\d{1,2}[\\])）])");

  private static final Pattern DOCUMENT_NUMBER =
      Pattern.compile(
          "[\\u4e00-\\u9fff]{2,12} ?[〔\\[(【] ?(?:19|20)\\d{2} ?[〕\\])】] ?(?:第 ?)?\\d{1,5} ?号");

  private static final Pattern NO_NUMBER = Pattern.compile("无|暂无|-+|/+|\\s*");
  private static final Pattern REPORT =
      Pattern.compile("政府工作|(?:19|20)\\d{2}年|[〇零○一二三四五六七八九]{4}年|上半年");

  /** The second line of a title begins like this. */
  private static final Pattern CONTINUED = Pattern.compile("执行情况|完成情况|[与和及暨的]");

  private static final Pattern SITE_BREAK = Pattern.compile("[-_|—–－｜]+|\\s-\\s");

  private static final Pattern SITE =
      Pattern.compile(".*(?:网|网站|门户|人民政府|政府办公室|政务公开|信息公开|频道|首页|论坛|公众号)|.*(?:网站|门户)[^报]*");

  private static final int SHORTEST_TITLE = 6;

  /** Whether a line is furniture wherever it stands. */
  static boolean isFurniture(String line) {
    return line.length() <= LONGEST
        && (ALONE.matcher(line).matches()
            || SPAM.matcher(line).matches()
            || LABELLED_LINE.matcher(line).matches()
            || ENTRY.matcher(line).matches()
            || NAVIGATION.matcher(line).find() && line.indexOf('。') < 0);
  }

  /** Whether a folded text is the name of a field of such furniture, with or without its colon. */
  static boolean isLabel(String text) {
    return LABEL_ALONE.matcher(text).matches();
  }

  /** Whether a folded text can be nothing else than the name of such a field. */
  static boolean isField(String text) {
    return FIELD.matcher(text).matches();
  }

  /** Whether a line is a row of search words that was slipped into the page. */
  static boolean isSpam(String line) {
    return line.length() <= LONGEST && SPAM.matcher(line.strip()).matches();
  }

  /** Whether everything from this line on is no longer the report. */
  static boolean isFooter(String line) {
    return line.length() <= LONGEST && FOOTER.matcher(line).matches();
  }

  /** Whether a line says when and before whom the report was given. */
  static boolean isSession(String line) {
    return line.length() <= LONGEST && SESSION.matcher(line).matches();
  }

  static boolean isTitle(String line) {
    return line.length() <= LONGEST_TITLE * 2 && TITLE.matcher(LineMarks.close(line)).matches();
  }

  /** Whether a line names a report of a year or of a government: 清漪县2023年政府工作报告. */
  static boolean isReportTitle(String line) {
    return isTitle(line) && REPORT.matcher(LineMarks.close(line)).find();
  }

  /**
   * Reads what the furniture around a report says.
   *
   * @param head the lines before the report, as written
   * @param tail the lines after it, as written
   * @param pageTitle what the head of the page says, or null
   */
  static PageFurniture of(List<String> head, List<String> tail, String pageTitle) {
    String source = "信息来源|稿件来源|文章来源|来源";
    return new PageFurniture(
        firstOf(
            label(head, "title|标题|名称"),
            titleLine(head, PageFurniture::isTitle),
            pageTitle(pageTitle, head),
            titleLine(head, line -> NEWS_TITLE.matcher(line).matches())),
        firstOf(label(head, "发布机构|公开机构|发文机关|发文单位|发布单位"), label(head, source), label(tail, source)),
        label(tail, "主办单位|主办|版权所有"),
        firstOf(
            WrittenDay.find(label(head, "发布日期|发布时间|公开日期|发表日期|发表时间|date")),
            WrittenDay.find(label(head, "更新日期|更新时间|录入时间|添加时间|生成日期|成文日期|发文日期|印发日期|日期|时间")),
            dateLine(head)),
        firstOf(
            number(label(head, "索 ?引 ?号")),
            number(label(head, "发文字号|文 ?号|文件编号")),
            numberLine(head)));
  }

  /** The last line that can be a title: those before it are entries of menus and headers. */
  private static String titleLine(List<String> head, Predicate<String> isTitle) {
    for (int i = head.size() - 1; i >= 0; i--) {
      String folded = CharacterFolding.fold(head.get(i));
      if (!isFurniture(folded) && !isSession(folded) && isTitle.test(folded)) {
        String title = LineMarks.close(head.get(i));
        String before = i == 0 ? "" : LineMarks.close(CharacterFolding.fold(head.get(i - 1)));
        boolean broken =
            CONTINUED.matcher(folded).lookingAt()
                || before.startsWith("关于") && !before.contains("报告");
        return broken
                && before.length() + title.length() <= LONGEST_TITLE
                && before.length() >= SHORTEST_TITLE
                && !isFurniture(before)
                && !isSession(before)
            ? before + title
            : title;
      }
    }
    return null;
  }

  /** The part of a page's own title that is not the name of the site or of one of its sections. */
  private static String pageTitle(String title, List<String> head) {
    if (title == null) {
      return null;
    }
    String first = null;
    for (String part : SITE_BREAK.split(title)) {
      String folded = CharacterFolding.fold(part).strip();
      if (folded.length() < SHORTEST_TITLE || SITE.matcher(folded).matches()) {
        continue;
      }
      if (isTitle(folded) || head.contains(part.strip())) {
        return part.strip();
      }
      first = first == null ? part.strip() : first;
    }
    return first;
  }

  /** A day that stands without a label at the beginning of a line of the head. */
  private static Instant dateLine(List<String> head) {
    for (int i = head.size() - 1; i >= 0; i--) {
      String folded = CharacterFolding.fold(head.get(i));
      if (folded.length() <= LONGEST
          && (DATE_LINE.matcher(folded).matches()
              || ENTRY.matcher(folded).matches() && i > 0 && folded.startsWith(head(head, i)))
          && !isSession(folded)
          && !folded.contains("星期")) {
        return WrittenDay.find(folded);
      }
    }
    return null;
  }

  /** The line above, which a page repeats with the day behind it. */
  private static String head(List<String> head, int at) {
    String above = CharacterFolding.fold(head.get(at - 1));
    return above.length() < SHORTEST_TITLE ? "\0" : above;
  }

  private static String number(String written) {
    return written == null || NO_NUMBER.matcher(written).matches() ? null : written;
  }

  /** The number that stands alone on a line below the head of an official letter: 清政发〔2023〕5号. */
  private static String numberLine(List<String> head) {
    for (String line : head) {
      if (line.length() <= LONGEST
          && DOCUMENT_NUMBER.matcher(CharacterFolding.fold(line)).matches()) {
        return line.replace(" ", "");
      }
    }
    return null;
  }

  @SafeVarargs
  private static <T> T firstOf(T... candidates) {
    for (T candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    return null;
  }

  /** What stands after one of these labels, up to the next label; as written. */
  private static String label(List<String> lines, String names) {
    Pattern wanted = Pattern.compile(names);
    for (String line : lines) {
      boolean labelled =
          line.indexOf(':') >= 0
              || line.indexOf('：') >= 0
              || line.indexOf('】') >= 0
              || line.indexOf(']') >= 0;
      if (!labelled || line.length() > LONGEST * 4) {
        continue;
      }
      Matcher matcher = LABEL.matcher(CharacterFolding.fold(line));
      int from = -1;
      while (matcher.find()) {
        if (from >= 0 && !line.substring(from, matcher.start()).isBlank()) {
          return LineMarks.strip(line.substring(from, matcher.start()));
        }
        from = wanted.matcher(matcher.group(1)).matches() ? matcher.end() : -1;
      }
      if (from >= 0 && !line.substring(from).isBlank()) {
        return LineMarks.strip(line.substring(from));
      }
    }
    return null;
  }
}
