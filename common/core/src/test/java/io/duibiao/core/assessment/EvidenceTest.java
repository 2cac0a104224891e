package io.duibiao.core.assessment;

import static io.duibiao.core.statement.StatementFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementFixture;
import io.duibiao.core.statement.StatementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which statement speaks for a series, and what alerts tell about the past. */
class EvidenceTest {
  private static final AssessmentKey GROWTH_2019 = new AssessmentKey(Measure.GROWTH, "2019");
  private final Judge judge = new Judge(IndicatorCatalog.bundled());

  private static StatementFixture said(String documentId, StatementKind kind, String value) {
    return statement().id(documentId, 1).kind(kind).number(Operator.EQ, value, null, "%");
  }

  private static Instant time(String date) {
    return Instant.parse(date + "T00:00:00Z");
  }

  private Assessment assess(Statement... statements) {
    return judge
        .assess(SeriesHistory.of("320500/gdp", List.of(statements)), GROWTH_2019, Instant.MIN)
        .orElseThrow();
  }

  @Test
  void aTargetRevisedWithinTheYearReplacesTheFirst() {
    Statement plan = said("plan", StatementKind.TARGET, "7").published(time("2019-01-20")).build();
    Statement revised =
        said("revised", StatementKind.TARGET, "6").published(time("2019-08-01")).build();

    assertThat(assess(plan, revised).targetValue()).isEqualByComparingTo("6");
  }

  @Test
  void aTargetRestatedAYearLaterDoesNot() {
    Statement plan = said("plan", StatementKind.TARGET, "7").title("2019年政府工作报告").build();
    Statement restated = said("review", StatementKind.TARGET, "6.5").title("2020年政府工作报告").build();

    assertThat(assess(plan, restated).targetValue()).isEqualByComparingTo("7");
  }

  @Test
  void aFinalFigureOutweighsALaterEstimate() {
    Statement estimate =
        said("estimate", StatementKind.RESULT, "6.8")
            .published(time("2020-03-01"))
            .flags("estimate")
            .build();
    Statement exact =
        said("final", StatementKind.RESULT, "6.7").published(time("2020-02-01")).build();

    assertThat(assess(estimate, exact).resultValue()).isEqualByComparingTo("6.7");
  }

  @Test
  void aFigureRevisedLaterReplacesTheFirst() {
    Statement first =
        said("first", StatementKind.RESULT, "6.7").published(time("2020-01-10")).build();
    Statement revised =
        said("later", StatementKind.RESULT, "6.4").published(time("2021-01-10")).build();

    assertThat(assess(first, revised).resultValue()).isEqualByComparingTo("6.4");
  }

  @Test
  void whatIsWithdrawnDoesNotCount() {
    Statement target = said("plan", StatementKind.TARGET, "7").build();
    Statement gone =
        said("review", StatementKind.RESULT, "6")
            .retrieved(time("2020-02-01"))
            .revision(2, true)
            .build();
    Statement before =
        said("review", StatementKind.RESULT, "6").retrieved(time("2020-01-01")).build();

    assertThat(assess(target, before, gone).status()).isEqualTo(AssessmentStatus.AWAITING);
    assertThat(assess(before, gone).status()).isEqualTo(AssessmentStatus.WITHDRAWN);
  }

  @Test
  void anAlertOpensWithTheReviewAndIsResolvedByItsCorrection() {
    List<Statement> events = new ArrayList<>();
    events.add(
        said("plan", StatementKind.TARGET, "7")
            .published(time("2019-01-20"))
            .retrieved(time("2026-01-01"))
            .build());
    events.add(
        said("review", StatementKind.RESULT, "6.5")
            .published(time("2020-01-15"))
            .retrieved(time("2026-01-02"))
            .build());
    assertThat(judge.alerts(SeriesHistory.of("320500/gdp", events), GROWTH_2019, Instant.MIN))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.id()).isEqualTo("320500/gdp/growth/2019#missed");
              assertThat(alert.state()).isEqualTo(AlertState.OPEN);
              assertThat(alert.severity()).isEqualTo(Severity.MAJOR);
              assertThat(alert.openedAt()).isEqualTo(time("2020-01-15"));
              assertThat(alert.resolvedAt()).isNull();
            });

    events.add(
        said("review", StatementKind.RESULT, "7.1")
            .published(time("2020-01-15"))
            .retrieved(time("2026-02-01"))
            .revision(2, false)
            .build());
    assertThat(judge.alerts(SeriesHistory.of("320500/gdp", events), GROWTH_2019, Instant.MIN))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
              assertThat(alert.openedAt()).isEqualTo(time("2020-01-15"));
              assertThat(alert.resolvedAt()).isEqualTo(time("2026-02-01"));
              assertThat(alert.message()).startsWith("预警已解除：");
            });
  }

  @Test
  void hostileTextIsCutShortInAnExplanation() {
    Statement target =
        said("plan", StatementKind.TARGET, "7")
            .title("<script>\n".repeat(1000))
            .written("7%".repeat(1000), "x")
            .build();

    assertThat(assess(target).explanation()).hasSizeLessThan(300).doesNotContain("\n");
  }

  @Test
  void theEvidenceOfASeriesIsBounded() {
    List<Statement> events = new ArrayList<>();
    for (int i = 0; i < SeriesHistory.MAX_OF_SLOT + 100; i++) {
      events.add(
          said("doc", StatementKind.RESULT, Integer.toString(i))
              .retrieved(time("2020-01-01").plusSeconds(i))
              .revision(i + 1, false)
              .build());
    }
    SeriesHistory history = SeriesHistory.of("320500/gdp", events);

    assertThat(history.events()).hasSize(SeriesHistory.MAX_OF_SLOT);
    assertThat(history.current()).containsExactly(events.get(events.size() - 1));
    assertThat(history.with(events.get(0))).isEqualTo(history);
  }
}
