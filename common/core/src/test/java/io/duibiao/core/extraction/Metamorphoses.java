package io.duibiao.core.extraction;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ways in which the same report comes from other places, with what it says left as it is. */
final class Metamorphoses {
  private static final String CHROME_BEFORE =
      """
      澄岚 • 云漪欢迎您! 用户登录 网站无障碍 适老版
      首页 | 信息公开 | 政务服务 | 互动交流 | 走进澄岚
      您当前所在位置:首页 > 信息公开 > 政府信息公开目录
      索 引 号: 2260417/2024-00006
      公开日期: 2024-01-19
      发布机构: 澄岚市人民政府办公室
      浏览量: 1286
      字体:大 中 小
      """;

  private static final String CHROME_AFTER =
      """

      打印此页关闭窗口
      上一篇:2022年澄岚市人民政府工作报告解读,投资增长12.5%
      相关链接
      主办单位:澄岚市人民政府办公室  网站支持IPV6
      备案:苏ICP备00000000号 网站标识码:0000000000
      """;

  private static final String SPAM = "文秘网|公文范文|工作总结范文|2023年免费下载10万篇|工作报告";

  private static final List<String> TAGS =
      List.of(
          "<span style=\"font-size:16px\">",
          "</span>",
          "<strong>",
          "</strong>",
          "<a href=\"#12\">",
          "</a>",
          "<!-- 2023 -->",
          "<o:p></o:p>");

  private static final Map<String, String> PINYIN =
      Map.ofEntries(
          Map.entry("增长", "zēng zhǎng"),
          Map.entry("投资", "tóu zī"),
          Map.entry("疏浚", "shū jùn"),
          Map.entry("财政", "cái zhèng"),
          Map.entry("农田", "nóng tián"),
          Map.entry("总产值", "zǒng chǎn zhí"),
          Map.entry("失业率", "shī yè lǜ"),
          Map.entry("攻坚", "gōngjiān"));

  private Metamorphoses() {}

  /** Every way by its name. */
  static Map<String, UnaryOperator<String>> all() {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put("traditional characters", HanLP::convertToTraditionalChinese);
    all.put("full-width forms", Metamorphoses::fullWidth);
    all.put("half-width forms", Metamorphoses::halfWidth);
    all.put("ideographic spaces in sentences", report -> insert(report, "\u3000", 13));
    all.put("spaces around numbers", report -> report.replaceAll("[0-9.]+", " $0 "));
    all.put("lines wrapped at 38 characters", report -> wrapped(report, 38));
    all.put("full-width forms, wrapped", report -> wrapped(fullWidth(report), 38));
    all.put("single line breaks in sentences", report -> insert(report, "\n", 61));
    all.put("one line for all", Metamorphoses::oneLine);
    all.put("page around it", report -> CHROME_BEFORE + report + CHROME_AFTER);
    all.put("page of HTML", Metamorphoses::page);
    all.put("spam between paragraphs", report -> report.replace("\n\n", "\n" + SPAM + "\n"));
    all.put("junk tags", Metamorphoses::tagged);
    all.put("printed twice", report -> report + "\n" + report);
    all.put("pinyin glosses", report -> glossed(report, false));
    all.put("lower case", report -> report.toLowerCase(Locale.ROOT));
    all.put("Windows line ends", report -> report.replace("\n", "\r\n"));
    all.put("pinyin without tone marks", report -> glossed(report, true));
    all.put("one line, page around it", Metamorphoses::onePageLine);
    combine(all, "junk tags", "full-width forms");
    combine(all, "full-width forms", "junk tags");
    combine(all, "traditional characters", "full-width forms", "lines wrapped at 38 characters");
    combine(all, "traditional characters", "spam between paragraphs", "page of HTML");
    combine(all, "lines wrapped at 38 characters", "page around it");
    combine(all, "full-width forms, wrapped", "page around it", "Windows line ends");
    combine(all, "pinyin glosses", "traditional characters", "one line, page around it");
    combine(all, "pinyin without tone marks", "spaces around numbers", "page of HTML");
    combine(all, "one line for all", "junk tags");
    combine(all, "one line for all", "full-width forms", "page around it");
    combine(all, "printed twice", "page of HTML", "lower case");
    combine(all, "spam between paragraphs", "single line breaks in sentences", "page around it");
    combine(all, "ideographic spaces in sentences", "page of HTML", "traditional characters");
    return all;
  }

  /** One way after the other. */
  private static void combine(Map<String, UnaryOperator<String>> all, String... names) {
    List<UnaryOperator<String>> ways = Stream.of(names).map(all::get).toList();
    all.put(
        String.join(", then ", names),
        report -> {
          String out = report;
          for (UnaryOperator<String> way : ways) {
            out = way.apply(out);
          }
          return out;
        });
  }

  /** A page whose tags were dropped without a break in their place. */
  private static String onePageLine(String report) {
    return "首页 > 政务公开 > 政府工作报告 > 正文 "
        + report
            .strip()
            .replaceFirst("\n+", " 发布时间：2024-01-19 10:23 来源：澄岚市人民政府办公室 浏览次数：1286 ")
            .replaceAll("\n+", "\u3000\u3000");
  }

  private static String fullWidth(String report) {
    StringBuilder wide = new StringBuilder();
    for (char c : report.toCharArray()) {
      wide.append(c == ' ' ? '\u3000' : c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
    }
    return wide.toString();
  }

  private static String halfWidth(String report) {
    StringBuilder narrow = new StringBuilder();
    for (char c : report.toCharArray()) {
      narrow.append(c == '\u3000' ? ' ' : c > 0xFF00 && c < 0xFF5F ? (char) (c - 0xFEE0) : c);
    }
    return narrow.toString();
  }

  /** Inserts this every so many characters, but neither inside a number nor beside a line's end. */
  private static String insert(String report, String what, int every) {
    StringBuilder out = new StringBuilder();
    int since = 0;
    for (int i = 0; i < report.length(); i++) {
      char c = report.charAt(i);
      if (since >= every && !isNumber(c) && c != '\n' && report.charAt(i - 1) != '\n') {
        out.append(what);
        since = 0;
      }
      out.append(c);
      since = c == '\n' ? 0 : since + 1;
    }
    return out.toString();
  }

  private static boolean isNumber(char c) {
    return c >= '0' && c <= '9' || c == '.';
  }

  private static String wrapped(String report, int width) {
    StringBuilder out = new StringBuilder();
    for (String line : report.split("\n", -1)) {
      for (int i = 0; i < line.length(); i += width) {
        out.append(line, i, Math.min(line.length(), i + width)).append('\n');
      }
      out.append(line.isEmpty() ? "\n" : "");
    }
    return out.toString();
  }

  private static String oneLine(String report) {
    return report.strip().replaceAll("\n+", "\u3000\u3000");
  }

  private static String page(String report) {
    return "<!DOCTYPE html><html><head><title>政府信息公开</title><script>var total = 12;</script></head><body>"
        + "<div class=\"nav\"><ul><li>首页</li><li>政务公开</li><li>2022年报告</li></ul></div><div><p>"
        + report.strip().replaceAll("\n+", "</p>\n<p>&nbsp;&nbsp;")
        + "</p></div><div>主办单位:澄岚市人民政府办公室</div><div>备案:苏ICP备00000000号</div></body></html>";
  }

  private static String tagged(String report) {
    StringBuilder out = new StringBuilder();
    int tag = 0;
    for (int i = 0; i < report.length(); i++) {
      out.append(report.charAt(i));
      if (i % 29 == 28) {
        out.append(TAGS.get(tag++ % TAGS.size()));
      }
    }
    return out.toString();
  }

  private static String glossed(String report, boolean bare) {
    String out = report;
    for (Map.Entry<String, String> gloss : PINYIN.entrySet()) {
      String marked = gloss.getValue();
      String letters =
          bare
              ? Normalizer.normalize(marked, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
              : marked;
      out = out.replace(gloss.getKey(), gloss.getKey() + "(" + letters + ")");
    }
    return out;
  }

  /**
   * A template: of years the century stays, of every other number only the point between digits.
   */
  static String masked(String report, String mask) {
    return Pattern.compile("20[0-9]{2}(?=年)|[0-9]|[一二三四五六七八九十百]+(?=亿|家|位|年)")
        .matcher(report)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group().length() == 4 ? "20" + mask.repeat(2) : mask));
  }
}
