package io.duibiao.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duibiao.core.catalog.RegionDirectory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as crawlers bring them: wrapped, escaped, garbled and full of other things. Invented. */
class CrawledPagesTest {
  private static final DocumentCleaner CLEANER = new DocumentCleaner(RegionDirectory.bundled());

  private static final String TITLE = "涟水县2023年政府工作报告";
  private static final String SALUTATION = "各位代表：";
  private static final String REVIEW =
      "2022年，面对复杂严峻的宏观形势，全县上下团结一心、攻坚克难，较好完成了年初确定的目标任务。实现地区生产总值412.6亿元，增长6.3%。";
  private static final String PLAN =
      "2023年，经济社会发展的主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，城镇新增就业8000人，新增学位2100个。";
  private static final String BODY = SALUTATION + "\n" + REVIEW + "\n" + PLAN;
  private static final String HTML =
      "<p>" + SALUTATION + "</p><p>" + REVIEW + "</p><p>" + PLAN + "</p>";
  private static final Instant JANUARY_18 = Instant.parse("2023-01-17T16:00:00Z");

  private static CleanedDocument clean(String content) throws RejectedDocumentException {
    return CLEANER.clean(Document.of("id", content), TimeBudget.unlimited());
  }

  private static RejectedDocumentException rejection(String content) {
    return catchThrowableOfType(RejectedDocumentException.class, () -> clean(content));
  }

  private static void assertIsTheReport(CleanedDocument cleaned) {
    assertThat(cleaned.title()).isEqualTo(TITLE);
    assertThat(cleaned.regionPath()).isEqualTo("江苏省/淮安市/涟水县");
    assertThat(cleaned.reviewYear()).isEqualTo(2022);
    assertThat(cleaned.planYear()).isEqualTo(2023);
    assertThat(cleaned.text()).isEqualTo(BODY);
  }

  @Test
  void textReadInAWesternCharsetIsRepaired() throws RejectedDocumentException {
    String content = TITLE + "\n" + BODY;
    for (Charset written : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
      String garbled = new String(content.getBytes(written), StandardCharsets.ISO_8859_1);
      assertIsTheReport(clean(garbled));
    }
    // 0x81 and four others are no characters of windows-1252 and stay controls.
    StringBuilder windows = new StringBuilder();
    for (byte b : content.getBytes(StandardCharsets.UTF_8)) {
      String c = new String(new byte[] {b}, Charset.forName("windows-1252"));
      windows.append(c.equals("\uFFFD") ? (char) (b & 0xFF) : c.charAt(0));
    }
    assertIsTheReport(clean(windows.toString()));
  }

  @Test
  void aFewForeignNamesAreNoGarbledText() throws RejectedDocumentException {
    String names = "引进Škoda、Müller、Citroën、Nestlé、Café Société、Zürich等企业，新增项目12个。";
    assertThat(clean(TITLE + "\n" + BODY + "\n" + names).text()).endsWith(names);
  }

  @Test
  void whatAWesternCharsetHasDestroyedIsRejectedAsGarbled() {
    String garbled =
        new String(BODY.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
            .replace('å', 'x')
            .replace('ç', 'x')
            .replace('è', 'x')
            .replace('ä', 'x');
    assertThat(rejection(garbled).reason()).isEqualTo(RejectionReason.GARBLED);
  }

  @Test
  void aPageInAFrameIsRead() throws RejectedDocumentException {
    String inner = "<html><body><h2>" + TITLE + "</h2>" + HTML + "</body></html>";
    assertIsTheReport(
        clean("<html><body><iframe src='a.htm'><html><body><iframe>" + inner + "</iframe>"));
    assertIsTheReport(
        clean(
            "<html><body><div>首页</div><iframe srcdoc=\""
                + Entities.escape(inner).replace("\"", "&quot;")
                + "\"></iframe><div>版权所有：涟水县人民政府</div></body></html>"));
  }

  @Test
  void framesWithinFramesEnd() {
    String page = "<iframe srcdoc='" + "<p>增长6%</p>".repeat(3) + "'></iframe>";
    for (int i = 0; i < 12; i++) {
      page = "<iframe srcdoc=\"" + Entities.escape(page).replace("\"", "&quot;") + "\"></iframe>";
    }
    String content = "<html><body><div>" + page + "</div></body></html>";
    assertThat(rejection(content).reason()).isEqualTo(RejectionReason.MISSING_CONTENT);
  }

  @Test
  void theAnswerOfAnInterfaceIsOpened() throws RejectedDocumentException {
    String article = HTML.replace("<p>", "<p style=\\\"text-indent:2em\\\">");
    String json =
        "{\"code\":200,\"data\":{\"id\":881,\"hits\":301,\"title\":\"%s\",\"pub_date\":\"2023-01-18 09:00:00\",\"source\":\"涟水县人民政府\",\"content\":\"%s\"}}"
            .formatted(TITLE, article);
    StringBuilder escaped = new StringBuilder();
    json.chars()
        .forEach(c -> escaped.append(c < 128 ? "" + (char) c : "\\u%04x".formatted((int) c)));
    for (String content : new String[] {json, escaped.toString(), "callback(" + json + ");"}) {
      CleanedDocument cleaned = clean(content);
      assertIsTheReport(cleaned);
      assertThat(cleaned.publishedAt()).isEqualTo(JANUARY_18);
      assertThat(cleaned.publisher()).isEqualTo("涟水县人民政府");
    }
  }

  @Test
  void escapesOfJsonInATextAreUndone() throws RejectedDocumentException {
    StringBuilder escaped = new StringBuilder();
    (TITLE + "\n" + BODY)
        .chars()
        .forEach(
            c ->
                escaped.append(
                    c == '\n' ? "\\n" : c < 128 ? "" + (char) c : "\\u%04x".formatted((int) c)));
    assertIsTheReport(clean(escaped.toString()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void markUpThatWasEscapedTooOftenIsRead(int times) throws RejectedDocumentException {
    String body = HTML.replace("2022年", "&nbsp;2022年").replace("增长", "&#22686;&#38271;");
    for (int i = 0; i < times; i++) {
      body = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
    CleanedDocument cleaned =
        clean("<html><body><h1>" + TITLE + "</h1><div>" + body + "</div></body></html>");
    assertIsTheReport(cleaned);
  }

  @Test
  void hiddenCharactersAndPictographsBreakNothing() throws RejectedDocumentException {
    StringBuilder content = new StringBuilder("\uD83C\uDF89");
    (TITLE + "\n" + BODY).chars().forEach(c -> content.append((char) c).append("\u200B\u2069"));
    assertIsTheReport(clean(content.toString().replace("。", "。\uD83C\uDF1F")));
  }

  @Test
  void aTableWithALabelRowIsRead() throws RejectedDocumentException {
    CleanedDocument cleaned =
        clean(
            """
            <html><body><table><tr><td>索引号</td><td><b>发布机构</b></td><td>发布日期</td></tr>
            <tr><td>003176589/202301-00008</td><td>涟水县人民政府</td><td>2023-01-18</td></tr></table>
            <h1>%s</h1>%s</body></html>
            """
                .formatted(TITLE, HTML));
    assertIsTheReport(cleaned);
    assertThat(cleaned.documentNumber()).isEqualTo("003176589/202301-00008");
    assertThat(cleaned.publisher()).isEqualTo("涟水县人民政府");
    assertThat(cleaned.publishedAt()).isEqualTo(JANUARY_18);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "作者：admin　来源：本站　点击数：1532　更新时间：2023-1-18",
        "日期:2023年01月18日 来源:县府办 点击:1024次 【字体：大 中 小】",
        "2023-01-18 09:30　来源：涟水日报　记者：张某",
        "2023-01-18 涟水县政府办",
        "[2023-01-18]",
        "【发布日期】2023-01-18 【信息来源】涟水县人民政府",
        "发布日期：二〇二三年一月十八日　来源：涟水县人民政府",
        "时间：2023年1月18日 星期三 10:20　稿源：涟水时报",
        "涟水县2023年政府工作报告 2023-01-18",
        "2023年1月18日 08:12 来源：涟水日报"
      })
  void theDayOfPublicationIsReadFromManyForms(String line) throws RejectedDocumentException {
    CleanedDocument cleaned = clean(TITLE + "\n" + line + "\n" + BODY);
    assertIsTheReport(cleaned);
    assertThat(cleaned.publishedAt()).isEqualTo(JANUARY_18);
  }

  @Test
  void theDayOfTheSpeechIsNotThatOfPublication() throws RejectedDocumentException {
    CleanedDocument cleaned = clean("政府工作报告\n2023年1月8日 李某\n涟水县人民政府\n" + BODY);
    assertThat(cleaned.publishedAt()).isNull();
  }

  @Test
  void theNameBehindASourceIsNotPartOfIt() throws RejectedDocumentException {
    assertThat(clean(TITLE + "\n来源：涟水日报 记者：张某 编辑：李某\n" + BODY).publisher()).isEqualTo("涟水日报");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"涟政发〔2023〕1号", "涟政发 [2023] 1 号", "文号：涟政发〔2023〕1号", "索引号：无 文号：涟政发〔2023〕1号"})
  void theNumberOfALetterIsRead(String line) throws RejectedDocumentException {
    String number = clean("涟水县人民政府文件\n" + line + "\n" + TITLE + "\n" + BODY).documentNumber();
    assertThat(number.replace('[', '〔').replace(']', '〕')).isEqualTo("涟政发〔2023〕1号");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "涟 水 县 政 府 工 作 报 告|涟水县政府工作报告",
        "涟水县2022年国民经济和社会发展统计公报|涟水县2022年国民经济和社会发展统计公报",
        "关于涟水县2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告|关于涟水县2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告",
        "涟水县第十七届人民代表大会第二次会议开幕|涟水县第十七届人民代表大会第二次会议开幕"
      })
  void titlesOfManyKindsAreKnown(String line, String title) throws RejectedDocumentException {
    assertThat(clean("涟水县人民政府 首页 > 政务公开\n" + line + "\n" + BODY).title()).isEqualTo(title);
  }

  @Test
  void theTitleOfThePageStandsInForAMissingOne() throws RejectedDocumentException {
    CleanedDocument cleaned =
        clean(
            "<html><head><title>2023年政府工作报告-政府工作报告-涟水县人民政府</title></head><body><div>信息公开</div>"
                + "<p>"
                + REVIEW.replace("全县", "同淮安市各县一道，淮安市")
                + "</p><p>"
                + PLAN
                + "</p></body></html>");
    assertThat(cleaned.title()).isEqualTo("2023年政府工作报告");
    assertThat(cleaned.region()).isEqualTo("涟水县");
  }

  @Test
  void aForecastBeforeTheTitleIsNotTheReport() throws RejectedDocumentException {
    assertIsTheReport(
        clean("涟水 今天 晴 12℃~20℃ PM2.5 35 空气质量优 湿度60%\n热门搜索：社保 医保\n" + TITLE + "\n" + BODY));
  }

  @Test
  void pageNumbersOfAPrintStandInNoSentence() throws RejectedDocumentException {
    StringBuilder content = new StringBuilder(TITLE + "\n");
    int pages = 0;
    String more =
        "产业发展提质增效，规模以上工业增加值增长7.9%，新增规上工业企业37家，高新技术企业达到126家，完成固定资产投资215.3亿元，粮食总产量达到31.7万吨，建成高标准农田4.2万亩。民生保障有力有效，改造老旧小区46个，惠及居民1.3万户，新建农村公路128公里。";
    for (String paragraph : new String[] {REVIEW, more, PLAN}) {
      String text = "    " + paragraph;
      for (int i = 0; i < text.length(); i += 20) {
        content.append(text, i, Math.min(text.length(), i + 20)).append('\n');
        if (i % 40 == 20) {
          content.append("\n— ").append(++pages).append(" —\n\f").append(TITLE).append('\n');
        }
      }
    }
    assertThat(pages).isGreaterThan(3);
    assertThat(clean(content.toString()).text().replace("\n", "")).isEqualTo(REVIEW + more + PLAN);
  }

  @Test
  void whatFollowsAReportInItsLineIsCutOff() throws RejectedDocumentException {
    String content =
        TITLE + " " + REVIEW + PLAN + " 上一篇：没有了 下一篇：2022年涟水县政府工作报告 版权所有：涟水县人民政府 苏ICP备05002345号";
    assertThat(clean(content).text()).isEqualTo(REVIEW + PLAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "网友评论（3条）\n涟水网友 2023-01-19 回复\n希望房价下降20%，工资增长30%",
        "附件：2023年政府工作报告.docx\n（3.4MB）下载128次",
        "文章录入：admin　责任编辑：admin",
        "上一页 [1] [2] 下一页",
        "推荐阅读\n2021年我县地区生产总值增长9.9%，创十年新高"
      })
  void whatFollowsAReportIsDropped(String after) throws RejectedDocumentException {
    assertIsTheReport(clean(TITLE + "\n" + BODY + "\n" + after));
  }

  @Test
  void theSecondPrintMayBreakItsParagraphsElsewhere() throws RejectedDocumentException {
    String phone = SALUTATION + REVIEW + "二、工作安排" + PLAN;
    assertIsTheReport(clean(TITLE + "\n" + BODY + "\n" + TITLE + "\n" + phone));
    String news = REVIEW + "新开工项目25个。";
    assertThat(clean(TITLE + "\n" + BODY + "\n" + news).text()).contains("新开工项目25个");
  }

  @Test
  void blanksBetweenAllCharactersMeanNothing() throws RejectedDocumentException {
    String spaced = (TITLE + "\n" + BODY).replaceAll("([^\n])(?=[^\n])", "$1 ");
    assertThat(clean(spaced).text()).endsWith(REVIEW + "\n" + PLAN);
  }

  @Test
  void fieldsThatOnlyLookLikeOnesAreRead() throws RejectedDocumentException {
    CleanedDocument cleaned =
        clean(
            """
            <html><body><ul><li><b>索 引 号</b><span>014128/2023-00011</span></li>
            <li><b>发布机构</b><span>涟水县人民政府办公室</span></li><li><b>公开日期</b><span>2023-01-18</span></li></ul>
            <h1>%s</h1>%s<table><tr><td>名称</td><td>数量</td></tr><tr><td>新建学校</td><td>12所</td></tr></table></body></html>
            """
                .formatted(TITLE, HTML));
    assertThat(cleaned.text()).isEqualTo(BODY + "\n名称 数量\n新建学校 12所");
    assertThat(cleaned.documentNumber()).isEqualTo("014128/2023-00011");
    assertThat(cleaned.publisher()).isEqualTo("涟水县人民政府办公室");
    assertThat(cleaned.publishedAt()).isEqualTo(JANUARY_18);
  }

  @Test
  void aTitleMayTakeTwoLines() throws RejectedDocumentException {
    CleanedDocument cleaned =
        clean("关于涟水县2022年国民经济和社会发展计划\n执行情况与2023年国民经济和社会发展计划草案的报告\n" + REVIEW + "\n" + PLAN);
    assertThat(cleaned.title()).isEqualTo("关于涟水县2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告");
    assertThat(cleaned.region()).isEqualTo("涟水县");
  }

  @Test
  void aDayAloneBelowTheTitleTellsTheYear() throws RejectedDocumentException {
    CleanedDocument cleaned =
        clean(
            "政 府 工 作 报 告\n（二○二三年一月八日）\n涟水县县长　李某\n涟水县人民政府\n"
                + REVIEW.replace("2022年", "去年")
                + "\n"
                + PLAN.replace("2023年", "今年"));
    assertThat(cleaned.title()).isEqualTo("政府工作报告");
    assertThat(cleaned.planYear()).isEqualTo(2023);
    assertThat(cleaned.publishedAt()).isNull();
  }

  @Test
  void aFeedNamesItsItem() throws RejectedDocumentException {
    CleanedDocument cleaned =
        clean(
            "<?xml version=\"1.0\"?><rss><channel><title>涟水县人民政府</title><item><title>%s</title><description><![CDATA[%s]]></description></item></channel></rss>"
                .formatted(TITLE, HTML));
    assertThat(cleaned.title()).isEqualTo(TITLE);
    assertThat(cleaned.text()).contains(REVIEW, PLAN);
  }

  @Test
  void aListOfReportsIsNone() {
    StringBuilder list = new StringBuilder("<html><body><h2>政府工作报告</h2><ul>");
    for (int year = 2010; year < 2024; year++) {
      list.append("<li>涟水县%d年政府工作报告 %d-01-20</li>".formatted(year, year));
    }
    assertThat(rejection(list + "</ul><div>共14条 首页 上一页 下一页</div></body></html>").reason())
        .isEqualTo(RejectionReason.MISSING_CONTENT);
  }

  @Test
  void anAmountInATableIsNoDateOfAList() throws RejectedDocumentException {
    String content = TITLE + "\n" + BODY + "\n粮食总产量 31.7\n工业用电量（亿千瓦时） 12.5\n新增企业 2023/37";
    assertThat(clean(content).text()).contains("粮食总产量 31.7", "工业用电量（亿千瓦时） 12.5", "2023/37");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "关于临江镇政府工作的报告|临江镇",
        "鼓楼区2022年政府工作报告|鼓楼区",
      })
  void aNameOfManyRegionsIsNotGuessed(String title, String name) {
    String body = "2021年，经济平稳运行，完成一般公共预算收入2.46亿元，同比增长4.3%，各项任务圆满完成。";
    RejectedDocumentException rejection = rejection(title + "\n" + body);
    assertThat(rejection.reason()).isEqualTo(RejectionReason.UNKNOWN_REGION);
    assertThat(rejection).hasMessageContaining("regions are called " + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"版权所有：南平市浦城县人民政府|福建省/南平市/浦城县/临江镇", "主办：陇南市文县人民政府办公室|甘肃省/陇南市/文县/临江镇"})
  void theFooterTellsNamesakesApart(String footer, String path) throws RejectedDocumentException {
    String body = "2021年，经济平稳运行，完成一般公共预算收入2.46亿元，同比增长4.3%，各项任务圆满完成。";
    assertThat(clean("关于临江镇政府工作的报告\n" + body + "\n" + footer).regionPath()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "关于涟水县2022年预算执行情况和2023年预算草案的报告|2022",
        "涟水县2022年国民经济和社会发展统计公报|2022",
        "涟水县2023年政府工作报告重点任务分工方案|2022",
        "涟水县第十八届人民代表大会第二次会议关于政府工作报告的决议\\n（2023年1月8日涟水县第十八届人民代表大会第二次会议通过）|2022"
      })
  void titlesTellTheYears(String title, int review) throws RejectedDocumentException {
    String body = "全县实现地区生产总值412.6亿元，增长6.3%；完成一般公共预算收入28.4亿元，增长5.1%，各项工作取得了新的进展，为今后奠定了坚实的基础。";
    CleanedDocument cleaned = clean(title.replace("\\n", "\n") + "\n" + body);
    assertThat(cleaned.reviewYear()).isEqualTo(review);
    assertThat(cleaned.planYear()).isEqualTo(review + 1);
  }

  @Test
  void aYearOfAimsIsThatOfThePlan() throws RejectedDocumentException {
    CleanedDocument cleaned =
        clean(
            "涟水县人代会开幕\n报告指出，2022年，全县实现地区生产总值412.6亿元，增长6.3%，好于预期、快于全市平均水平，成绩来之不易。\n报告提出，2023年全县经济社会发展的主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%。");
    assertThat(cleaned.reviewYear()).isEqualTo(2022);
  }
}
