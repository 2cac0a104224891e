package io.duibiao.core.assessment;

import static io.duibiao.core.statement.StatementFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Targets of a five-year plan: how far they are each year, and the verdict at their end. */
class SpanTest {
  private static final String SPAN = "2016/2020";

  private final Judge judge = new Judge(IndicatorCatalog.bundled());

  private static Statement said(
      StatementKind kind, String period, Measure measure, String value, String unit, String text) {
    String title = kind == StatementKind.TARGET ? "2016" : Integer.parseInt(period) + 1 + "";
    return statement()
        .id("doc-" + title, kind.ordinal())
        .title("某市" + title + "年政府工作报告")
        .indicator("~某产业产出", "某产业产出")
        .kind(kind)
        .period(period)
        .measure(measure)
        .number(Operator.EQ, value, null, unit)
        .written(text.replaceFirst("^[^0-9]*", ""), text)
        .build();
  }

  private Assessment assess(List<Statement> told) {
    Statement target = told.get(0);
    AssessmentKey key = new AssessmentKey(target.measure(), target.period());
    for (Statement statement : told) {
      assertThat(judge.touched(statement.series(), statement)).contains(key);
    }
    SeriesHistory history = SeriesHistory.of(target.series(), told);
    Assessment assessment = judge.judge(history, key, Instant.MIN).assessment().orElseThrow();
    assertThat(judge.assess(history, key, Instant.MIN)).contains(assessment);
    return assessment;
  }

  /** Judges once per year, as its report comes. */
  private Map<Integer, Assessment> yearByYear(Statement target, List<Statement> results) {
    Map<Integer, Assessment> years = new TreeMap<>();
    List<Statement> told = new ArrayList<>(List.of(target));
    for (Statement result : results) {
      told.add(result);
      years.put(Integer.parseInt(result.period()), assess(told));
    }
    return years;
  }

  @Test
  void averageGrowthIsCompoundedYearByYear() {
    Statement target = said(StatementKind.TARGET, SPAN, Measure.GROWTH, "6.5", "%", "年均增长6.5%");
    List<Statement> results = new ArrayList<>();
    String[] growth = {"7", "6", "7", "6", "7"};
    for (int i = 0; i < growth.length; i++) {
      results.add(
          said(
              StatementKind.RESULT,
              Integer.toString(2016 + i),
              Measure.GROWTH,
              growth[i],
              "%",
              "增长" + growth[i] + "%"));
    }
    Map<Integer, Assessment> years = yearByYear(target, results);

    // 1.07-1 of 1.065^5-1 = 0.37009, then 1.07*1.06-1, ...
    assertThat(years.get(2016).progress()).isEqualByComparingTo("18.9");
    assertThat(years.get(2017).progress()).isEqualByComparingTo("36.3");
    assertThat(years.get(2019).status()).isEqualTo(AssessmentStatus.AWAITING);
    assertThat(years.get(2020).status()).isEqualTo(AssessmentStatus.MET);
    assertThat(years.get(2020).resultValue()).isEqualByComparingTo("6.6");
    assertThat(years.get(2020).basis()).isEqualTo(Basis.DERIVED);
    assertThat(years.get(2020).explanation()).contains("年均增长6.6%");
  }

  @Test
  void whatEachYearAddsIsSummed() {
    Statement target = said(StatementKind.TARGET, SPAN, Measure.LEVEL, "500000", "米", "新建500公里");
    List<Statement> results = new ArrayList<>();
    for (int year = 2016; year <= 2020; year++) {
      results.add(
          said(
              StatementKind.RESULT, Integer.toString(year), Measure.LEVEL, "90000", "米", "新建90公里"));
    }
    Map<Integer, Assessment> years = yearByYear(target, results);

    assertThat(years.get(2016).progress()).isEqualByComparingTo("18");
    assertThat(years.get(2018).progress()).isEqualByComparingTo("54");
    assertThat(years.get(2019).status()).isEqualTo(AssessmentStatus.AWAITING);
    assertThat(years.get(2020).progress()).isEqualByComparingTo("90");
    assertThat(years.get(2020).status()).isEqualTo(AssessmentStatus.MISSED);
    assertThat(years.get(2020).resultValue()).isEqualByComparingTo("450000");
  }

  @Test
  void nothingIsSummedOverAYearThatIsMissing() {
    Statement target = said(StatementKind.TARGET, SPAN, Measure.LEVEL, "500000", "米", "新建500公里");
    Assessment assessment =
        assess(
            List.of(
                target,
                said(StatementKind.RESULT, "2016", Measure.LEVEL, "90000", "米", "新建90公里"),
                said(StatementKind.RESULT, "2020", Measure.LEVEL, "900000", "米", "新建900公里")));

    assertThat(assessment.status()).isEqualTo(AssessmentStatus.AWAITING);
    assertThat(assessment.progress()).isEqualByComparingTo("18");
  }

  @Test
  void aLevelIsJudgedByTheLastYearAndItsWayIsMeasuredFromTheYearBeforeTheSpan() {
    Statement target = said(StatementKind.TARGET, SPAN, Measure.LEVEL, "200", "元", "达到200元");
    Statement base = said(StatementKind.RESULT, "2015", Measure.LEVEL, "100", "元", "达到100元");
    Map<Integer, Assessment> years =
        yearByYear(
            target,
            List.of(
                base,
                said(StatementKind.RESULT, "2017", Measure.LEVEL, "130", "元", "达到130元"),
                said(StatementKind.RESULT, "2020", Measure.LEVEL, "210", "元", "达到210元")));

    assertThat(years.get(2015).progress()).isNull();
    assertThat(years.get(2017).progress()).isEqualByComparingTo("30");
    assertThat(years.get(2017).status()).isEqualTo(AssessmentStatus.AWAITING);
    assertThat(years.get(2020).progress()).isEqualByComparingTo("110");
    assertThat(years.get(2020).status()).isEqualTo(AssessmentStatus.MET);
    assertThat(years.get(2020).margin()).isEqualByComparingTo("10");
  }
}
