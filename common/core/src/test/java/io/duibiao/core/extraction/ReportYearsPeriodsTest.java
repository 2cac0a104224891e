package io.duibiao.core.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The periods of the statements of a report on half a year. */
class ReportYearsPeriodsTest {
  private static final ReportExtractor EXTRACTOR = ReportExtractor.bundled();

  private static List<String> statements(String report) throws RejectedDocumentException {
    return EXTRACTOR
        .extract(Document.of("id", report), TimeBudget.unlimited())
        .statements()
        .stream()
        .map(s -> s.indicator() + " " + s.kind().code() + " " + s.period())
        .toList();
  }

  @Test
  void reviewOfTheFirstHalfAndPlanOfTheSecond() throws RejectedDocumentException {
    assertThat(
            statements(
                """
                清岚镇2023年上半年工作总结和下半年工作计划

                一、上半年工作总结
                上半年，全镇完成地区生产总值48.6亿元，同比增长6.2%；1—6月，固定资产投资12.3亿元。新建口袋公园5个。
                截至6月底，高新技术企业达到56家。2022年，实现财政收入8.8亿元。
                二、下半年工作计划
                下半年，力争规上工业总产值增长8%左右，新建高标准农田1600亩。地区生产总值全年增长6.5%。确保全年完成财政收入9亿元。
                """))
        .containsExactly(
            "地区生产总值 result 2023H1",
            "地区生产总值 result 2023H1",
            "固定资产投资 result 2023H1",
            "口袋公园 result 2023H1",
            "高新技术企业 result 2023H1",
            "财政收入 result 2022",
            "规上工业总产值 target 2023H2",
            "高标准农田 target 2023H2",
            "地区生产总值 target 2023",
            "财政收入 target 2023");
  }

  @Test
  void theSecondHalfOpensThePlanWithoutAHeading() throws RejectedDocumentException {
    assertThat(
            statements(
                """
                清岚镇2023年上半年经济运行情况

                今年以来，全镇经济稳中有进。固定资产投资12.3亿元。2023年1-6月，社会消费品零售总额20.3亿元。
                一季度，进出口总额5.6亿元。
                下半年，我们将新建高标准农田1600亩，全年完成财政收入9亿元。
                """))
        .containsExactly(
            "固定资产投资 result 2023H1",
            "社会消费品零售总额 result 2023H1",
            "进出口总额 result 2023Q1",
            "高标准农田 target 2023H2",
            "财政收入 target 2023");
  }

  @Test
  void aYearlyReportNamesAHalfWhereItMeansOne() throws RejectedDocumentException {
    assertThat(
            statements(
                """
                清岚镇2022年工作总结和2023年工作计划

                一、2022年工作总结
                全年完成固定资产投资12.3亿元。2022年1—6月，社会消费品零售总额20.3亿元。下半年，新建口袋公园5个。
                二、2023年工作计划
                新建口袋公园6个。2023年下半年，新建高标准农田1600亩。
                """))
        .containsExactly(
            "固定资产投资 result 2022",
            "社会消费品零售总额 result 2022H1",
            "口袋公园 result 2022H2",
            "口袋公园 target 2023",
            "高标准农田 target 2023H2");
  }
}
