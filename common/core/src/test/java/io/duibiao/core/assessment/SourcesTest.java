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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which source holds, and when sources dispute a verdict. */
class SourcesTest {
  private static final AssessmentKey KEY = new AssessmentKey(Measure.GROWTH, "2019");
  private static final String OFFICIAL = "http://www.suzhou.gov.cn/report";
  private static final String TEXT = "00000000000000ff";
  private static final String COPY = "00000000000000fe";
  private static final String OTHER_TEXT = "ffff0000ffff0000";

  private final Judge judge = new Judge(IndicatorCatalog.bundled());

  private static StatementFixture target(String id, String value) {
    return said(id, StatementKind.TARGET, value, "2019-01-20").title("苏州市2019年政府工作报告");
  }

  private static StatementFixture result(String id, String value) {
    return said(id, StatementKind.RESULT, value, "2020-01-20").title("苏州市2020年政府工作报告");
  }

  private static StatementFixture said(String id, StatementKind kind, String value, String date) {
    return statement()
        .id(id, 1)
        .kind(kind)
        .published(Instant.parse(date + "T00:00:00Z"))
        .number(Operator.EQ, value, null, "%");
  }

  private Judgement judge(Statement... statements) {
    List<Statement> events = new ArrayList<>(List.of(statements));
    Judgement first = null;
    for (int seed = 0; seed < 5; seed++) {
      SeriesHistory history = SeriesHistory.empty("320500/gdp");
      for (Statement event : events) {
        history = history.with(event);
      }
      Judgement judgement = judge.judge(history, KEY, Instant.MIN);
      assertThat(judgement).isEqualTo(first == null ? judgement : first);
      first = judgement;
      Collections.shuffle(events, new Random(seed));
    }
    return first;
  }

  @Test
  void aHijackedMirrorDoesNotFlipTheVerdictOfTheOfficialReport() {
    Assessment assessment =
        judge(
                target("plan", "6").build(),
                result(OFFICIAL, "6.5").from(null, TEXT).build(),
                result("http://mirror.example.com/a", "5.1").from(null, COPY).build())
            .assessment()
            .orElseThrow();

    assertThat(assessment.status()).isEqualTo(AssessmentStatus.MET);
    assertThat(assessment.resultValue()).isEqualByComparingTo("6.5");
    assertThat(assessment.disputedEvidence()).containsExactly("http://mirror.example.com/a#1");
    assertThat(assessment.explanation()).contains("未予采用", "5.1%");
  }

  @Test
  void withoutAnOfficialSourceCopiesThatDifferDisputeTheVerdict() {
    Judgement judgement =
        judge(
            target("plan", "6").build(),
            result("http://a.example.com/", "6.5").from(null, TEXT).build(),
            result("http://b.example.com/", "5.1").from(null, COPY).build());

    Assessment assessment = judgement.assessment().orElseThrow();
    assertThat(assessment.status()).isEqualTo(AssessmentStatus.DISPUTED);
    assertThat(assessment.explanation()).contains("6.5%", "5.1%", "存在争议");
    assertThat(judgement.alerts())
        .singleElement()
        .satisfies(alert -> assertThat(alert.type()).isEqualTo(AlertType.DISPUTED));
  }

  @Test
  void aDifferenceThatTurnsNoVerdictIsShownOnly() {
    Assessment assessment =
        judge(
                target("plan", "6").build(),
                result("http://a.example.com/", "6.5").from(null, TEXT).build(),
                result("http://b.example.com/", "7.5").from(null, COPY).build())
            .assessment()
            .orElseThrow();

    assertThat(assessment.status()).isEqualTo(AssessmentStatus.MET);
    assertThat(assessment.disputedEvidence()).hasSize(1);
  }

  @Test
  void copiesThatAgreeAreOneSource() {
    Assessment assessment =
        judge(
                target("plan", "6").build(),
                result("http://a.example.com/", "6.5").from(null, TEXT).build(),
                result("http://b.example.com/", "6.50").from(null, COPY).build())
            .assessment()
            .orElseThrow();

    assertThat(assessment.status()).isEqualTo(AssessmentStatus.MET);
    assertThat(assessment.disputedEvidence()).isEmpty();
  }

  @Test
  void aBulletinOutweighsTheWorkReport() {
    Statement bulletin =
        result("http://a.example.com/", "5.9")
            .title("苏州市2019年国民经济和社会发展统计公报")
            .from(null, OTHER_TEXT)
            .build();
    Assessment assessment =
        judge(target("plan", "6").build(), result("http://b.example.com/", "6.1").build(), bulletin)
            .assessment()
            .orElseThrow();

    assertThat(assessment.resultValue()).isEqualByComparingTo("5.9");
  }

  @Test
  void aTargetRevisedInTheYearCountsAndTheFirstIsShown() {
    Statement first = target(OFFICIAL, "7").build();
    Statement revised =
        said(OFFICIAL + "/2", StatementKind.TARGET, "6", "2019-07-01").title("调整方案").build();
    Judgement judgement = judge(first, revised, result(OFFICIAL + "/3", "6.5").build());

    Assessment assessment = judgement.assessment().orElseThrow();
    assertThat(assessment.status()).isEqualTo(AssessmentStatus.MET);
    assertThat(assessment.targetValue()).isEqualByComparingTo("6");
    assertThat(assessment.firstTargetValue()).isEqualByComparingTo("7");
    assertThat(assessment.firstTargetDocumentId()).isEqualTo(OFFICIAL);
    assertThat(assessment.explanation()).contains("7%", "调整");
    assertThat(judgement.alerts())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.type()).isEqualTo(AlertType.TARGET_LOWERED);
              assertThat(alert.severity()).isEqualTo(Severity.MAJOR);
              assertThat(alert.openedAt()).isEqualTo(revised.publishedAt());
            });
  }

  @Test
  void aMirrorCanNotReviseATarget() {
    Statement hijacked =
        said("http://mirror.example.com/", StatementKind.TARGET, "3", "2019-07-01").build();
    Assessment assessment =
        judge(target(OFFICIAL, "7").build(), hijacked, result(OFFICIAL + "/3", "6.5").build())
            .assessment()
            .orElseThrow();

    assertThat(assessment.targetValue()).isEqualByComparingTo("7");
    assertThat(assessment.status()).isEqualTo(AssessmentStatus.MISSED);
  }

  @Test
  void aResultTakenDownLaterRaisesAnAlertThatEndsWhenItIsUpAgain() {
    Statement first = result(OFFICIAL, "6.5").build();
    Statement lower =
        said(OFFICIAL + "/census", StatementKind.RESULT, "6.1", "2021-03-01").title("修订").build();
    Statement higher =
        said(OFFICIAL + "/again", StatementKind.RESULT, "6.6", "2022-03-01").title("再修订").build();

    assertThat(judge(first, lower).alerts())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.type()).isEqualTo(AlertType.RESULT_LOWERED);
              assertThat(alert.state()).isEqualTo(AlertState.OPEN);
              assertThat(alert.sequence()).isEqualTo(1);
              assertThat(alert.message()).contains("6.5%", "6.1%", "−0.4个百分点");
            });
    assertThat(judge(first, lower, higher).alerts())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
              assertThat(alert.transition()).isEqualTo(AlertTransition.RESOLVED);
              assertThat(alert.sequence()).isEqualTo(2);
              assertThat(alert.resolvedAt()).isEqualTo(higher.publishedAt());
            });
  }

  @Test
  void aTargetThatIsSaidToBeAttainedInPartIsMissed() {
    Statement claim =
        said("review", StatementKind.CLAIM, "96", "2020-01-20")
            .measure(Measure.LEVEL)
            .number(Operator.LTE, "96", null, "%")
            .written("96%", "完成年度目标的96%")
            .build();
    Assessment claimed = judge(target("plan", "6").build(), claim).assessment().orElseThrow();
    assertThat(claimed.status()).isEqualTo(AssessmentStatus.MISSED);
    assertThat(claimed.basis()).isEqualTo(Basis.CLAIM);
    assertThat(claimed.explanation()).contains("只称完成了目标的“96%”").contains("据此视为未完成");
  }

  @Test
  void aClaimIsTakenOnlyWhereThereIsNoNumber() {
    Statement claim =
        said("review", StatementKind.CLAIM, "100", "2020-01-20")
            .measure(Measure.LEVEL)
            .number(Operator.GTE, "100", null, "%")
            .written("任务超额完成", "增长任务超额完成")
            .build();
    Assessment claimed = judge(target("plan", "6").build(), claim).assessment().orElseThrow();
    assertThat(claimed.status()).isEqualTo(AssessmentStatus.MET);
    assertThat(claimed.basis()).isEqualTo(Basis.CLAIM);
    assertThat(claimed.resultValue()).isNull();

    Assessment told =
        judge(target("plan", "6").build(), claim, result("r", "5").build())
            .assessment()
            .orElseThrow();
    assertThat(told.status()).isEqualTo(AssessmentStatus.MISSED);
    assertThat(told.basis()).isEqualTo(Basis.DIRECT);
  }

  @Test
  void aTargetIsOverdueFromItsDeadlineUntilTheFirstResult() {
    Instant due = Instant.parse("2020-05-31T16:00:00Z");
    Statement plan = target("plan", "6").build();
    SeriesHistory history = SeriesHistory.of("320500/gdp", List.of(plan));
    assertThat(judge.nextDeadline(history, plan.publishedAt())).contains(due);
    assertThat(judge.nextDeadline(history, due)).isEmpty();
    assertThat(judge.judge(history, KEY, due.minusMillis(1)).alerts()).isEmpty();
    Judgement overdue = judge.judge(history, KEY, due);
    assertThat(overdue.assessment().map(Assessment::status))
        .isEqualTo(Optional.of(AssessmentStatus.OVERDUE));
    assertThat(overdue.alerts())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.id()).isEqualTo("320500/gdp/growth/2019#overdue");
              assertThat(alert.openedAt()).isEqualTo(due);
              assertThat(alert.severity()).isEqualTo(Severity.MAJOR);
            });

    Statement late = said("late", StatementKind.RESULT, "6", "2020-09-01").build();
    assertThat(judge.judge(history.with(late), KEY, Instant.MAX).alerts())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
              assertThat(alert.resolvedAt()).isEqualTo(late.publishedAt());
            });
    Statement inTime = said("a", StatementKind.RESULT, "6", "2020-05-31").build();
    assertThat(judge.judge(history.with(inTime), KEY, Instant.MAX).alerts()).isEmpty();
    Statement undated = statement().id("undated", 1).number(Operator.EQ, "6", null, "%").build();
    assertThat(judge.judge(history.with(undated), KEY, Instant.MAX).alerts()).isEmpty();
  }
}
