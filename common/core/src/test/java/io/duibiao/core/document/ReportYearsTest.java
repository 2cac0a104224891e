package io.duibiao.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duibiao.core.catalog.RegionDirectory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which year a report looks back on and which it plans for, by titles of invented towns. */
class ReportYearsTest {
  private static final DocumentCleaner CLEANER = new DocumentCleaner(RegionDirectory.bundled());
  private static final String TEXT = "全镇上下稳中求进，完成固定资产投资12.3亿元，同比增长9.1%，规上工业总产值22.3亿元，新建口袋公园5个。";

  private static String years(String title, Instant published) throws RejectedDocumentException {
    Document document =
        new Document("id", null, title, null, published, null, "text/plain", null, TEXT);
    CleanedDocument cleaned = CLEANER.clean(document, TimeBudget.unlimited());
    return cleaned.reviewYear() + "/" + cleaned.planYear();
  }

  @ParameterizedTest
  @CsvSource({
    "清岚镇2023年上半年工作总结和下半年工作计划, 2023/2023",
    "清岚镇2023年上半年工作总结及2023年下半年工作安排, 2023/2023",
    "清岚镇2023年上半年经济运行情况, 2023/2023",
    "清岚镇2023年度上半年工作总结, 2023/2023",
    "清岚镇2023年半年工作总结, 2023/2023",
    "清岚镇2023年1—6月经济运行情况, 2023/2023",
    "清岚镇2023年国民经济和社会发展计划上半年执行情况的报告, 2023/2023",
    "清岚镇2022年下半年工作总结和2023年上半年工作计划, 2022/2023",
    "清岚镇2023年上半年工作计划, 2022/2023",
    "清岚镇2022年工作总结和2023年工作计划, 2022/2023"
  })
  void aHalfYearReportSpeaksOfOneYear(String title, String years) throws RejectedDocumentException {
    assertThat(years(title, null)).isEqualTo(years);
  }

  @ParameterizedTest
  @CsvSource({
    "清岚镇2023年上半年工作总结和下半年工作计划, H1",
    "清岚镇2023年一季度经济运行情况, Q1",
    "清岚镇2023年第一季度工作总结和第二季度工作计划, Q1",
    "清岚镇2023年前三季度经济运行情况, M9",
    "清岚镇2023年1-9月经济运行情况, M9",
    "清岚镇2023年三季度工作总结, Q3",
    "清岚镇2022年工作总结和2023年工作计划, "
  })
  void aReportOnAPartOfAYearSaysWhich(String title, String part) throws RejectedDocumentException {
    Document document = new Document("id", null, title, null, null, null, "text/plain", null, TEXT);
    CleanedDocument cleaned = CLEANER.clean(document, TimeBudget.unlimited());
    assertThat(cleaned.reviewedPart() == null ? null : cleaned.reviewedPart().name())
        .isEqualTo(part);
  }

  @Test
  void theDateTellsTheYearOfAHalfYearReportWithoutOne() throws RejectedDocumentException {
    Instant july = Instant.parse("2023-07-12T00:00:00Z");
    assertThat(years("清岚镇上半年工作总结和下半年工作计划", july)).isEqualTo("2023/2023");
  }

  private static final String REVIEW =
      "2022年，我们稳中求进。全镇完成地区生产总值48.6亿元，同比增长6.2%，规上工业总产值122.3亿元，新建口袋公园5个。";
  private static final String PLAN = "2023年，我们将聚焦实体经济，力争规上工业总产值增长8%左右，新增高新技术企业12家，新建高标准农田1600亩。";

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000"})
  void aReportOfOneLineBeginsWithItsTitle(String between) throws RejectedDocumentException {
    CleanedDocument town = clean("清岚镇2022年工作总结及2023年工作计划" + between + REVIEW + PLAN);
    assertThat(town.title()).isEqualTo("清岚镇2022年工作总结及2023年工作计划");
    assertThat(town.region()).isEqualTo("清岚镇");
    assertThat(town.reviewYear() + "/" + town.planYear()).isEqualTo("2022/2023");
    assertThat(town.text()).isEqualTo(REVIEW + PLAN);

    CleanedDocument county =
        clean(
            "清岚县2023年政府工作报告"
                + between
                + "各位代表：现在，我代表县人民政府，向大会报告工作，请予审议。一、2022年工作回顾"
                + REVIEW
                + PLAN);
    assertThat(county.region()).isEqualTo("清岚县");
    assertThat(county.reviewYear() + "/" + county.planYear()).isEqualTo("2022/2023");

    CleanedDocument province =
        clean(
            "江苏省2023年政府工作报告"
                + between
                + "各位代表：现在，我代表省人民政府，向大会报告工作，请予审议。过去一年，"
                + REVIEW.substring(6)
                + "今年，"
                + PLAN.substring(6));
    assertThat(province.regionCode()).isEqualTo("320000");
    assertThat(province.reviewYear() + "/" + province.planYear()).isEqualTo("2022/2023");
  }

  @Test
  void aFirstSentenceIsNoTitle() throws RejectedDocumentException {
    Document document =
        new Document("id", null, null, null, null, null, null, "清岚镇", REVIEW + PLAN);
    assertThat(CLEANER.clean(document, TimeBudget.unlimited()).text()).isEqualTo(REVIEW + PLAN);
  }

  private static final String SECOND_PAGE =
      "（三）坚持生态优先。深入推进污染防治，空气质量优良天数比率达到86.5%，新建口袋公园5个，完成造林1200亩，生态环境持续改善。";

  private static Document secondPage(String title, String region, String published) {
    Instant date = published == null ? null : Instant.parse(published);
    return new Document("id", null, title, null, date, null, "text/plain", region, SECOND_PAGE);
  }

  @Test
  void metadataDecidesOfALaterPage() throws RejectedDocumentException {
    for (Document document :
        new Document[] {
          secondPage("清岚镇2022年工作总结及2023年工作计划", null, null),
          secondPage("清岚镇政府工作报告（第2页）", null, "2023-01-12T00:00:00Z"),
          secondPage(null, "清岚镇", "2023-01-12T00:00:00Z")
        }) {
      CleanedDocument cleaned = CLEANER.clean(document, TimeBudget.unlimited());
      assertThat(cleaned.region()).isEqualTo("清岚镇");
      assertThat(cleaned.reviewYear() + "/" + cleaned.planYear()).isEqualTo("2022/2023");
      assertThat(cleaned.text()).isEqualTo(SECOND_PAGE);
    }
  }

  @Test
  void aLaterPageWithoutMetadataIsRejectedWithTheReason() {
    assertThat(rejection(secondPage(null, null, null))).isEqualTo(RejectionReason.UNKNOWN_REGION);
    assertThat(rejection(secondPage(null, "清岚镇", null))).isEqualTo(RejectionReason.UNKNOWN_PERIOD);
  }

  private static RejectionReason rejection(Document document) {
    return catchThrowableOfType(
            RejectedDocumentException.class, () -> CLEANER.clean(document, TimeBudget.unlimited()))
        .reason();
  }

  private static CleanedDocument clean(String content) throws RejectedDocumentException {
    return CLEANER.clean(Document.of("id", content), TimeBudget.unlimited());
  }
}
