package io.duibiao.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duibiao.core.catalog.RegionDirectory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentCleanerTest {
  private static final DocumentCleaner CLEANER = new DocumentCleaner(RegionDirectory.bundled());

  private static final String REVIEW =
      "2022年，我们坚持稳字当头、稳中求进，较好完成了全年目标任务。全镇完成地区生产总值48.6亿元，同比增长6.2%，规上工业总产值122.3亿元。";
  private static final String PLAN =
      "2023年，我们将聚焦实体经济，力争规上工业总产值增长8%左右，新增高新技术企业12家，新建高标准农田1600亩，城镇新增就业1500人。";
  private static final String REPORT = "清岚镇2022年工作总结及2023年工作计划\n\n" + REVIEW + "\n\n" + PLAN + "\n";

  private static CleanedDocument clean(String content) throws RejectedDocumentException {
    return CLEANER.clean(Document.of("id", content), TimeBudget.unlimited());
  }

  private static RejectionReason rejection(Document document) {
    return catchThrowableOfType(
            RejectedDocumentException.class, () -> CLEANER.clean(document, TimeBudget.unlimited()))
        .reason();
  }

  @Test
  void readsATownsReport() throws RejectedDocumentException {
    CleanedDocument cleaned = clean(REPORT);
    assertThat(cleaned.title()).isEqualTo("清岚镇2022年工作总结及2023年工作计划");
    assertThat(cleaned.region()).isEqualTo("清岚镇");
    assertThat(cleaned.regionCode()).isEqualTo("~清岚镇");
    assertThat(cleaned.regionPath()).isEqualTo("清岚镇");
    assertThat(cleaned.reviewYear()).isEqualTo(2022);
    assertThat(cleaned.planYear()).isEqualTo(2023);
    assertThat(cleaned.text()).isEqualTo(REVIEW + "\n" + PLAN);
  }

  @Test
  void readsTheFurnitureOfAPageAndDropsIt() throws RejectedDocumentException {
    CleanedDocument cleaned =
        clean(
            """
            澄州 • 云栖欢迎您! 用户登录 网站无障碍 适老版
            img

            您当前所在位置:首页 > 信息公开 > 政府信息公开目录
            索 引 号: 1419638/2023-00001
            生成日期: 2023-01-17
            公开日期: 2023-01-18
            发布机构: 云栖区清岚镇
            文件编号: 2023-01-17
            内容概述:
            清岚镇2022年工作总结及2023年工作计划
            浏览量: 325

            %s

            %s

            打印此页关闭窗口

            主办单位:澄州市云栖区人民政府办公室  网站支持IPV6
            备案:苏ICP备10060000号 网站标识码:3205060000
            某某视频在线|国产综合|免费观看|全集
            """
                .formatted(REVIEW, PLAN));
    assertThat(cleaned.documentNumber()).isEqualTo("1419638/2023-00001");
    assertThat(cleaned.publisher()).isEqualTo("云栖区清岚镇");
    assertThat(cleaned.publishedAt()).isEqualTo(Instant.parse("2023-01-17T16:00:00Z"));
    assertThat(cleaned.title()).isEqualTo("清岚镇2022年工作总结及2023年工作计划");
    assertThat(cleaned.text()).isEqualTo(REVIEW + "\n" + PLAN);
  }

  @Test
  void readsHtml() throws RejectedDocumentException {
    CleanedDocument cleaned =
        clean(
            """
            <!DOCTYPE html><html><head><title>清岚镇2022年工作总结及2023年工作计划</title>
            <style>p{color:red}</style><script>var x = "增长99%%";</script></head>
            <body><nav><ul><li>首页</li><li>政务公开</li></ul></nav>
            <div class="pos">当前位置：首页 &gt; 政府工作报告</div>
            <h1>清岚镇2022年工作总结及2023年工作计划</h1>
            <div>发布日期：2023-01-18&nbsp;&nbsp;来源：清岚镇党政办&nbsp;&nbsp;浏览次数：<span>1234</span></div>
            <div class="con"><p>&emsp;&emsp;%s</p><p>%s<br/></p>
            <table><tr><td>指标</td><td>目标</td></tr><tr><td>一般公共预算收入</td><td>增长5%%</td></tr></table></div>
            <div>上一篇：没有了</div><footer>版权所有：清岚镇人民政府 苏ICP备00000000号</footer></body></html>
            """
                .formatted(REVIEW.replace("同比", "\n   同比"), PLAN));
    assertThat(cleaned.text().lines()).containsExactly(REVIEW, PLAN, "指标 目标", "一般公共预算收入 增长5%");
    assertThat(cleaned.publishedAt()).isEqualTo(Instant.parse("2023-01-17T16:00:00Z"));
    assertThat(cleaned.publisher()).isEqualTo("清岚镇党政办");
  }

  @Test
  void readsAPageOfManySmallPieces() throws RejectedDocumentException {
    StringBuilder spans = new StringBuilder();
    for (String piece : REVIEW.split("(?<=，)")) {
      spans
          .append("<span style='font-size:16pt'><font face='仿宋'>")
          .append(piece)
          .append("</font></span>\n");
    }
    CleanedDocument cleaned =
        clean(
            "<div><p align=center><b>清岚镇2022年工作总结</b></p><div style='display: none'>新增就业99999人，增长99%。</div>"
                + "<P>&nbsp;&nbsp;&nbsp; "
                + spans
                + "</P><!-- 增长88% --><p>"
                + PLAN.replace("，", "，<br>")
                + "</p></div>");
    assertThat(cleaned.text()).isEqualTo(REVIEW + "\n" + PLAN);
  }

  @Test
  void dropsJunkTagsFromPlainTextAndKeepsItsLines() throws RejectedDocumentException {
    String junk = "<video id=\"dlf5r\"></video><dl id=\"dlf5r\"><i id=\"dlf5r\"></i></dl>\n";
    CleanedDocument cleaned =
        clean(junk.repeat(5) + REPORT.replace("同比", "<dl id=\"dlf5r\"></dl>同比"));
    assertThat(cleaned.text()).isEqualTo(REVIEW + "\n" + PLAN);
  }

  @Test
  void aLessThanSignIsNoTag() throws RejectedDocumentException {
    assertThat(clean(REPORT.replace("6.2%", "6.2%（<上年）")).text()).contains("6.2%（<上年）");
  }

  @Test
  void keepsTheScriptOfTheText() throws RejectedDocumentException {
    String review = "2022年，全鎮完成規上工業總產值122.3億元，同比增長16.4%，發展質量和效益穩步提升，各項任務圓滿完成。";
    CleanedDocument cleaned = clean("清嵐鎮2022年工作總結\n發布日期:2023-01-10 09:17:15  來源:\n" + review);
    assertThat(cleaned.text()).isEqualTo(review);
    assertThat(cleaned.region()).isEqualTo("清岚镇");
    assertThat(cleaned.title()).isEqualTo("清嵐鎮2022年工作總結");
    assertThat(cleaned.publishedAt()).isEqualTo(Instant.parse("2023-01-09T16:00:00Z"));
  }

  @Test
  void readsFrontMatterAndMarkDown() throws RejectedDocumentException {
    CleanedDocument cleaned =
        clean(
            """
            ---
            source: https://www.example.gov.cn/art/2019/1/24/art_1.html
            title: 江苏省政府2019年政府工作报告
            ---

            **政府工作报告**

            ——2019年1月14日在江苏省第十三届人民代表大会第二次会议上

            省长 某某

            各位代表：

            现在，我代表江苏省人民政府向大会报告工作，请予审议。

            **一、2018年工作回顾**

            全省地区生产总值增长6.7%，总量达9.26万亿元，固定资产投资增长5.5%，居民消费价格总水平上涨2.3%。

            文档附件：
            - 2019年政府工作报告.pdf
            """);
    assertThat(cleaned.title()).isEqualTo("江苏省政府2019年政府工作报告");
    assertThat(cleaned.regionCode()).isEqualTo("320000");
    assertThat(cleaned.reviewYear()).isEqualTo(2018);
    assertThat(cleaned.text().lines())
        .startsWith("各位代表：")
        .contains("一、2018年工作回顾")
        .last()
        .asString()
        .startsWith("全省地区生产总值");
  }

  @Test
  void cutsAGlossaryOff() throws RejectedDocumentException {
    for (String heading :
        new String[] {"名词解释", "**名 词 解 释**", "附件：名词解释", "《政府工作报告》有关内容名词注释", "有关用语释义", "注释："}) {
      CleanedDocument cleaned =
          clean(REPORT + "\n附件\n\n" + heading + "\n\n1.“小巨人”企业：指年销售收入4000万元以上的企业。\n");
      assertThat(cleaned.text()).as(heading).isEqualTo(REVIEW + "\n" + PLAN);
    }
  }

  @Test
  void keepsAnAppendixOfPledges() throws RejectedDocumentException {
    assertThat(clean(REPORT + "\n附件：2023年民生实事项目\n1.新改建农村公路8公里。\n").text())
        .endsWith("附件：2023年民生实事项目\n1.新改建农村公路8公里。");
  }

  @Test
  void keepsOnePrintOfABodyPrintedTwice() throws RejectedDocumentException {
    assertThat(clean(REPORT + "\n" + REPORT).text()).isEqualTo(REVIEW + "\n" + PLAN);
  }

  @Test
  void cutsAOneLineReportIntoParagraphs() throws RejectedDocumentException {
    CleanedDocument cleaned = clean(REPORT.replace("\n\n", "　　").replace("6.2%", "６．２％"));
    assertThat(cleaned.text().lines()).containsExactly(REVIEW.replace("6.2%", "６．２％"), PLAN);
    assertThat(cleaned.planYear()).isEqualTo(2023);
  }

  @Test
  void joinsSentencesThatLineBreaksCut() throws RejectedDocumentException {
    assertThat(clean(REPORT.replace("同比增长", "同比\n增长").replace("力争", "力\n争")).text())
        .contains("同比增长6.2%");
    StringBuilder wrapped = new StringBuilder("清岚镇2022年工作总结及2023年工作计划\n\n");
    for (String paragraph : new String[] {REVIEW.repeat(4), PLAN.repeat(4)}) {
      for (int i = 0; i < paragraph.length(); i += 30) {
        wrapped.append(paragraph, i, Math.min(i + 30, paragraph.length())).append('\n');
      }
      wrapped.append('\n');
    }
    assertThat(clean(wrapped.toString()).text().lines())
        .containsExactly(REVIEW.repeat(4), PLAN.repeat(4));
  }

  @Test
  void setsAHeadingApartFromTheParagraphInItsLine() throws RejectedDocumentException {
    String content =
        "清岚镇2022年工作总结\n\n" + REVIEW + "\n\n**综合实力**　全镇完成地区生产总值48.6亿元。\n\n**坚持稳字当头**，全年新增就业1200人。\n";
    assertThat(clean(content).text().lines())
        .containsExactly(REVIEW, "综合实力", "全镇完成地区生产总值48.6亿元。", "坚持稳字当头，全年新增就业1200人。");
  }

  @Test
  void leavesTheLinesOfATableAlone() throws RejectedDocumentException {
    String table = "全年完成地区生产总值148亿元\n同比增长11.6%\n全口径财政收入32.64亿元\n同比增长12.1%";
    assertThat(clean("清岚镇2022年工作总结\n" + REVIEW + "\n" + table + "\n" + PLAN).text())
        .contains(table);
  }

  @Test
  void aListOfShortLinesIsABody() throws RejectedDocumentException {
    assertThat(clean("清岚镇2022年工作总结\n完成地区生产总值148亿元\n新增就业1200人\n").text())
        .isEqualTo("完成地区生产总值148亿元\n新增就业1200人");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2022年政府工作报告|2021|2022",
        "2022年政府工作总结|2022|2023",
        "2023年工作计划|2022|2023",
        "2022年工作总结及2023年工作计划|2022|2023",
        "清岚镇2022年度工作总结和2023年工作思路|2022|2023",
        "关于2022年工作情况和2023年工作安排的报告|2022|2023",
        "2023年上半年工作总结|2023|2023",
        "政府工作报告——2023年1月5日在清岚镇第十九届人民代表大会第三次会议上|2022|2023",
        "政府工作报告——2021年12月28日在清岚镇第十九届人民代表大会第一次会议上|2021|2022",
        "政府工作报告——二〇二三年一月五日在清岚镇第十九届人民代表大会第三次会议上|2022|2023"
      })
  void readsTheYears(String title, int review, int plan) throws RejectedDocumentException {
    String text = "全镇完成地区生产总值48.6亿元，同比增长6.2%，规上工业总产值122.3亿元，各项目标任务全面完成。";
    CleanedDocument cleaned =
        CLEANER.clean(
            new Document("id", null, null, null, null, null, null, "清岚镇", title + "\n" + text),
            TimeBudget.unlimited());
    assertThat(cleaned.reviewYear()).isEqualTo(review);
    assertThat(cleaned.planYear()).isEqualTo(plan);
  }

  @Test
  void metadataOfTheRecordGoBeforeThePage() throws RejectedDocumentException {
    Instant published = Instant.parse("2024-02-01T00:00:00Z");
    CleanedDocument cleaned =
        CLEANER.clean(
            new Document(
                "id",
                null,
                "江苏省苏州市吴中区临湖镇2023年工作总结及2024年工作计划",
                "临湖镇人民政府",
                published,
                null,
                "text/plain",
                "320506110",
                REPORT),
            TimeBudget.unlimited());
    assertThat(cleaned.regionPath()).isEqualTo("江苏省/苏州市/吴中区/临湖镇");
    assertThat(cleaned.title()).startsWith("江苏省苏州市吴中区临湖镇2023");
    assertThat(cleaned.publisher()).isEqualTo("临湖镇人民政府");
    assertThat(cleaned.publishedAt()).isEqualTo(published);
    assertThat(cleaned.planYear()).isEqualTo(2024);
  }

  @Test
  void tellsTheRegionFromTheTextWhereNothingElseDoes() throws RejectedDocumentException {
    CleanedDocument cleaned =
        clean(
            "本届政府工作回顾\n本届政府履职的五年，是甪直镇发展史上极不平凡的五年。五年来，全镇上下团结一心，在镇党委的正确领导下，圆满完成各项任务。\n"
                + "2021年，全年完成地区生产总值148亿元，同比增长11.6%，全镇经济社会保持健康稳定发展，甪直镇迈上新台阶。");
    assertThat(cleaned.regionCode()).isEqualTo("320506100");
    assertThat(cleaned.reviewYear()).isEqualTo(2021);
  }

  @Test
  void theNationalReportSpeaksForTheNation() throws RejectedDocumentException {
    CleanedDocument cleaned =
        clean(
            "政府工作报告　　——２００４年３月５日在第十届全国人民代表大会第二次会议上　　国务院总理 某某　　各位代表：　　现在，我代表国务院，向大会作政府工作报告，请予审议。　　一、一年来工作回顾　　国内生产总值比上年增长９．１％。");
    assertThat(cleaned.regionCode()).isEqualTo("000000");
    assertThat(cleaned.region()).isEqualTo("全国");
    assertThat(cleaned.planYear()).isEqualTo(2004);
  }

  @Test
  void rejectsWhatCanNotBeUsed() {
    assertThat(rejection(Document.of("id", ""))).isEqualTo(RejectionReason.MISSING_CONTENT);
    assertThat(rejection(Document.of("id", "<html><body><p> </p><p></p></body></html>")))
        .isEqualTo(RejectionReason.MISSING_CONTENT);
    assertThat(rejection(Document.of("id", "2023年工作计划\n我们将扎实推进各项工作，力争规模以上工业总产值增长8%以上，为高质量发展贡献力量。")))
        .isEqualTo(RejectionReason.UNKNOWN_REGION);
    assertThat(rejection(Document.of("id", "清岚镇工作总结\n我们扎实推进各项工作，规模以上工业总产值增长8%以上，为高质量发展贡献了力量和智慧。")))
        .isEqualTo(RejectionReason.UNKNOWN_PERIOD);
    String garbled =
        new String(REPORT.repeat(5).getBytes(StandardCharsets.UTF_8), Charset.forName("GBK"));
    assertThat(rejection(Document.of("id", garbled))).isEqualTo(RejectionReason.GARBLED);
    assertThat(
            rejection(
                new Document("id", null, null, null, null, null, null, "镇".repeat(100), REPORT)))
        .isEqualTo(RejectionReason.INVALID_FIELD);
  }

  @Test
  void keepsTheReadablePartOfAPageGarbledMidway() throws RejectedDocumentException {
    String readable = "清岚镇2022年工作总结及2023年工作计划\n" + (REVIEW + "\n").repeat(1) + PLAN.repeat(4);
    String garbled =
        new String(PLAN.repeat(10).getBytes(StandardCharsets.UTF_8), Charset.forName("GBK"));
    assertThat(clean(readable + garbled).text()).isEqualTo(REVIEW + "\n" + PLAN.repeat(4));
  }

  @Test
  void cutsATitleThatIsNone() throws RejectedDocumentException {
    String endless = "清".repeat(100_000);
    Document document = new Document("id", null, endless, endless, null, null, null, null, REPORT);
    CleanedDocument cleaned = CLEANER.clean(document, TimeBudget.unlimited());
    assertThat(cleaned.title()).hasSize(300).endsWith("清…");
    assertThat(cleaned.publisher()).hasSize(300);
  }

  @Test
  void stopsWhenTheTimeIsUp() {
    long[] now = {0};
    TimeBudget budget = TimeBudget.of(Duration.ofMillis(5), () -> now[0] += 1_000_000);
    assertThat(
            catchThrowableOfType(
                    RejectedDocumentException.class,
                    () -> CLEANER.clean(Document.of("id", REPORT.repeat(50)), budget))
                .reason())
        .isEqualTo(RejectionReason.TIME_BUDGET_EXCEEDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "关于清岚镇2023年政府工作的报告",
        "关于清岚镇（2023年）政府工作的报告",
        "中共清岚镇委员会 清岚镇人民政府关于2022年工作总结及2023年工作计划的报告",
        "关于印发清岚镇2023年政府工作报告的通知",
        "最新！清岚镇2023年政府工作报告全文来了",
        "2023年政府工作报告（清岚镇）",
        "二○二三年清岚镇政府工作报告",
        "聚焦两会｜清岚镇政府工作报告（2023）",
        "关于《清岚镇2023年政府工作报告》的说明",
        "2022年度清岚镇人民政府工作总结和2023年工作计划",
        "清岚镇镇长张三在镇第三届人民代表大会第二次会议上作政府工作报告"
      })
  void titlesNameTheRegionInManyForms(String title) throws RejectedDocumentException {
    assertThat(clean(title + "\n\n" + REVIEW + "\n\n" + PLAN).region()).isEqualTo("清岚镇");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "首页 > 政务公开 > 工作报告 > 正文 清岚镇2022年工作总结及2023年工作计划 发布时间：2023-01-19 10:23 来源：清岚镇人民政府 浏览次数：1234 一、2022年工作回顾　　",
        "首页>政务公开>清岚镇2022年工作总结及2023年工作计划发布时间：2023-01-19来源：清岚镇人民政府浏览次数：1234次字体：大中小一、2022年工作回顾　　",
        "发布时间：2023-01-19 来源：清岚镇人民政府 清岚镇2022年工作总结及2023年工作计划 "
      })
  void aPageThatCameAsOneLineIsPartedFromItsReport(String head) throws RejectedDocumentException {
    CleanedDocument cleaned = clean(head + REVIEW + PLAN);
    assertThat(cleaned.region()).isEqualTo("清岚镇");
    assertThat(cleaned.title()).isEqualTo("清岚镇2022年工作总结及2023年工作计划");
    assertThat(cleaned.publisher()).isEqualTo("清岚镇人民政府");
    assertThat(cleaned.publishedAt()).isEqualTo("2023-01-18T16:00:00Z");
    assertThat(cleaned.text()).endsWith(REVIEW + PLAN).doesNotContain("浏览", "来源", "首页");
  }
}
