package io.duibiao.core.assessment;

import static io.duibiao.core.statement.StatementFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementFixture;
import io.duibiao.core.statement.StatementKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivationTest {
  private final Judge judge = new Judge(IndicatorCatalog.bundled());

  private static StatementFixture said(int ordinal, StatementKind kind, String year) {
    return statement()
        .id("doc", ordinal)
        .title("某市" + year + "年政府工作报告")
        .indicator("~某产业收入", "某产业收入")
        .kind(kind)
        .period(year);
  }

  private static Statement target(Measure measure, Operator op, String value, String unit) {
    return said(1, StatementKind.TARGET, "2019")
        .measure(measure)
        .number(op, value, null, unit)
        .build();
  }

  private static Statement result(
      int ordinal, String year, Measure measure, String value, String unit) {
    return said(ordinal, StatementKind.RESULT, year)
        .measure(measure)
        .number(Operator.EQ, value, null, unit)
        .build();
  }

  private Assessment assess(Statement... statements) {
    AssessmentKey key = new AssessmentKey(statements[0].measure(), "2019");
    for (Statement statement : statements) {
      assertThat(judge.touched(statement.series(), statement)).contains(key);
    }
    return judge
        .assess(SeriesHistory.of(statements[0].series(), List.of(statements)), key, Instant.MIN)
        .orElseThrow();
  }

  @Test
  void growthFollowsFromTheLevelsOfTwoYears() {
    Assessment assessment =
        assess(
            target(Measure.GROWTH, Operator.GTE, "10", "%"),
            result(2, "2019", Measure.LEVEL, "212300000000", "元"),
            result(3, "2018", Measure.LEVEL, "190800000000", "元"));

    assertThat(assessment.status()).isEqualTo(AssessmentStatus.MET);
    assertThat(assessment.basis()).isEqualTo(Basis.DERIVED);
    assertThat(assessment.resultValue()).isEqualByComparingTo("11.3");
    assertThat(assessment.evidence()).containsExactly("doc#1", "doc#2", "doc#3");
    assertThat(assessment.explanation()).contains("推算增长11.3%", "11.3%−10%=1.3个百分点");
  }

  @Test
  void aLevelFollowsFromGrowthAndTheLevelOfTheYearBefore() {
    Assessment assessment =
        assess(
            target(Measure.LEVEL, Operator.EQ, "220000000000", "元"),
            result(2, "2019", Measure.GROWTH, "10", "%"),
            result(3, "2018", Measure.LEVEL, "190800000000", "元"));

    assertThat(assessment.status()).isEqualTo(AssessmentStatus.MISSED);
    assertThat(assessment.basis()).isEqualTo(Basis.DERIVED);
    assertThat(assessment.resultValue()).isEqualByComparingTo("209900000000");
    assertThat(assessment.attainment()).isEqualByComparingTo(new BigDecimal("0.9541"));
  }

  @Test
  void aRiseInPercentagePointsFollowsFromTheSharesOfTwoYears() {
    Assessment assessment =
        assess(
            target(Measure.INCREMENT, Operator.EQ, "0.5", "个百分点"),
            result(2, "2019", Measure.LEVEL, "45.8", "%"),
            result(3, "2018", Measure.LEVEL, "45.2", "%"));

    assertThat(assessment.status()).isEqualTo(AssessmentStatus.MET);
    assertThat(assessment.resultValue()).isEqualByComparingTo("0.6");
  }

  @Test
  void aStatedResultOutweighsADerivedOne() {
    Assessment assessment =
        assess(
            target(Measure.GROWTH, Operator.GTE, "10", "%"),
            result(2, "2019", Measure.LEVEL, "212300000000", "元"),
            result(3, "2018", Measure.LEVEL, "190800000000", "元"),
            result(4, "2019", Measure.GROWTH, "9.8", "%"));

    assertThat(assessment.basis()).isEqualTo(Basis.DIRECT);
    assertThat(assessment.status()).isEqualTo(AssessmentStatus.MISSED);
  }

  @Test
  void roundedLevelsBearNoGrowth() {
    Assessment assessment =
        assess(
            target(Measure.GROWTH, Operator.GTE, "10", "%"),
            result(2, "2019", Measure.LEVEL, "2100000000000", "元"),
            result(3, "2018", Measure.LEVEL, "1900000000000", "元"));

    assertThat(assessment.status()).isEqualTo(AssessmentStatus.AWAITING);
  }

  @Test
  void growthAtConstantPricesDoesNotFollowFromLevelsAtCurrentPrices() {
    List<Statement> statements =
        List.of(
            said(1, StatementKind.TARGET, "2019")
                .indicator("gdp", "地区生产总值")
                .number(Operator.GTE, "7", null, "%")
                .build(),
            said(2, StatementKind.RESULT, "2019")
                .indicator("gdp", "地区生产总值")
                .measure(Measure.LEVEL)
                .number(Operator.EQ, "1923580000000", null, "元")
                .build(),
            said(3, StatementKind.RESULT, "2018")
                .indicator("gdp", "地区生产总值")
                .measure(Measure.LEVEL)
                .number(Operator.EQ, "1859750000000", null, "元")
                .build());

    assertThat(
            judge.assess(
                SeriesHistory.of(statements.get(0).series(), statements),
                new AssessmentKey(Measure.GROWTH, "2019"),
                Instant.MIN))
        .hasValueSatisfying(a -> assertThat(a.status()).isEqualTo(AssessmentStatus.AWAITING));
  }
}
