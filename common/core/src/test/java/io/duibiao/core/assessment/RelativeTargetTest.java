package io.duibiao.core.assessment;

import static io.duibiao.core.statement.StatementFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.Comparands;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets that the growth of another indicator of the region is the measure of. */
class RelativeTargetTest {
  private static final AssessmentKey KEY = new AssessmentKey(Measure.GROWTH, "2019");
  private static final String SERIES = "320500/disposable-income";

  private final Judge judge = new Judge(IndicatorCatalog.bundled());

  private static Statement target(Operator op, String words) {
    return statement()
        .id("plan", 1)
        .kind(StatementKind.TARGET)
        .indicator("disposable-income", "居民人均可支配收入")
        .number(op, "0", null, "个百分点")
        .written(words, "居民收入增长" + words)
        .comparand("gdp")
        .build();
  }

  private static Statement income(String value) {
    return statement()
        .id("review", 1)
        .indicator("disposable-income", "居民人均可支配收入")
        .number(Operator.EQ, value, null, "%")
        .build();
  }

  private static Statement gdp(String value) {
    return statement().id("review", 2).number(Operator.EQ, value, null, "%").build();
  }

  @Test
  void resultsOfTheComparandAreEvidenceInTheSeriesThatAreMeasuredByIt() {
    assertThat(RelatedSeries.of(gdp("6"))).contains("320500/gdp", SERIES);
    assertThat(RelatedSeries.of(income("6"))).containsExactly(SERIES);
    assertThat(RelatedSeries.of(target(Operator.APPROX, "与经济增长同步"))).containsExactly(SERIES);
    assertThat(judge.touched(SERIES, gdp("6"))).containsExactly(KEY);
  }

  @Test
  void theNamedIndicatorsAreInTheCatalog() {
    IndicatorCatalog catalog = IndicatorCatalog.bundled();
    for (Comparands.Rule rule : Comparands.rules()) {
      assertThat(catalog.byId(rule.comparand())).isPresent();
      assertThat(rule.dependents()).allMatch(id -> catalog.byId(id).isPresent());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "approx, 与经济增长同步, 6.4, 6.5, met",
    "approx, 与经济增长同步, 6.3, 6.5, missed",
    "approx, 与经济增长基本同步, 6.3, 6.5, met",
    "approx, 与经济增长基本同步, 5.9, 6.5, missed",
    "gte, 快于经济增长, 6.6, 6.5, met",
    "gte, 快于经济增长, 6.5, 6.5, missed",
    "gte, 不低于经济增长, 6.5, 6.5, met"
  })
  void isJudgedByBothResults(String op, String words, String income, String gdp, String status) {
    SeriesHistory history =
        SeriesHistory.of(
            SERIES,
            List.of(
                target(Operator.valueOf(op.toUpperCase(java.util.Locale.ROOT)), words),
                income(income),
                gdp(gdp)));
    Assessment assessment = judge.assess(history, KEY, Instant.MIN).orElseThrow();

    assertThat(assessment.status().code()).as(assessment.explanation()).isEqualTo(status);
    assertThat(assessment.basis()).isEqualTo(Basis.RELATIVE);
    assertThat(assessment.targetValue()).isEqualByComparingTo(gdp);
    assertThat(assessment.evidence()).containsExactly("plan#1", "review#1", "review#2");
    assertThat(assessment.explanation()).contains(words, income + "%", gdp + "%");
  }

  @Test
  void growthInStepIsJudgedAsTheExamplesOfItsRulesSay() {
    for (RelativeTargets.StepRule rule : RelativeTargets.steps()) {
      assertThat(rule.examples()).as(rule.name()).isNotEmpty();
      for (RelativeTargets.StepExample example : rule.examples()) {
        isJudgedByBothResults(
            "approx",
            example.relation(),
            example.growth().toPlainString(),
            example.comparand().toPlainString(),
            example.status());
      }
    }
  }

  @Test
  void awaitsBothResults() {
    Statement target = target(Operator.APPROX, "与经济增长同步");
    for (Statement one : List.of(income("6"), gdp("6"))) {
      SeriesHistory history = SeriesHistory.of(SERIES, List.of(target, one));
      assertThat(judge.assess(history, KEY, Instant.MIN).orElseThrow().status())
          .isEqualTo(AssessmentStatus.AWAITING);
    }
    SeriesHistory only = SeriesHistory.of(SERIES, List.of(gdp("6")));
    assertThat(judge.assess(only, KEY, Instant.MIN)).isEmpty();
  }
}
