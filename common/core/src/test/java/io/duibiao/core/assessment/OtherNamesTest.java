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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a result of another name may prove. */
class OtherNamesTest {
  private final Judge judge = new Judge(IndicatorCatalog.bundled());

  private static Statement said(
      StatementKind kind, String id, String value, String number, String clause) {
    return statement()
        .id(kind == StatementKind.TARGET ? "plan" : "review", 1)
        .indicator(id, id.substring(1))
        .kind(kind)
        .measure(Measure.LEVEL)
        .number(kind == StatementKind.CLAIM ? Operator.GTE : Operator.EQ, value, null, "家")
        .written(number, clause)
        .build();
  }

  private Assessment judged(Statement target, Statement... results) {
    List<Statement> events = new ArrayList<>(List.of(results));
    events.add(target);
    return BatchRun.judge(events, judge, Instant.MIN).assessments().stream()
        .filter(a -> a.id().equals(target.assessmentId()))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"108, met", "79, awaiting", "900, awaiting"})
  void aPartThatIsEnoughIsEnoughAndOneThatIsNotProvesNothing(String value, String status) {
    Statement target = said(StatementKind.TARGET, "~挂牌企业", "80", "80家", "培育挂牌企业80家");
    String number = value + "家";
    Statement result = said(StatementKind.RESULT, "~四板挂牌企业", value, number, "四板挂牌企业" + number);

    assertThat(judged(target, result).status().code()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"30, met", "29, missed"})
  void theSameThingUnderTheReviewsNameIsCompared(String value, String status) {
    Statement target = said(StatementKind.TARGET, "~颐养社区", "30", "30家", "打造颐养社区30家");
    String number = value + "家";
    Statement result = said(StatementKind.RESULT, "~颐养社区改造", value, number, "改造颐养社区" + number);

    Assessment assessment = judged(target, result);
    assertThat(assessment.status().code()).isEqualTo(status);
    assertThat(assessment.indicatorId()).isEqualTo("~颐养社区");
    assertThat(assessment.explanation()).contains("30家", number);
  }

  @Test
  void aResultOfTheOwnNameOutweighsOneOfANameAkin() {
    Statement target = said(StatementKind.TARGET, "~挂牌企业", "80", "80家", "培育挂牌企业80家");
    Statement own = said(StatementKind.RESULT, "~挂牌企业", "70", "70家", "培育挂牌企业70家");
    Statement part = said(StatementKind.RESULT, "~四板挂牌企业", "90", "90家", "四板挂牌企业90家");
    assertThat(judged(target, own, part).status()).isEqualTo(AssessmentStatus.MISSED);
  }

  @ParameterizedTest
  @CsvSource({"改造提升农田3万亩, met", "新建农田5万亩, incomparable"})
  void aNumberOfWhichOnlyTheActIsSaidIsAnsweredByThatAct(String review, String status) {
    String clause = "新增农田9万亩、改造提升3万亩";
    Statement target =
        statement()
            .id("plan", 1)
            .indicator("~农田", "农田")
            .kind(StatementKind.TARGET)
            .measure(Measure.LEVEL)
            .number(Operator.EQ, "3", null, "万亩")
            .written("3万亩", clause)
            .build();
    String number = review.substring(review.length() - 3);
    Statement result =
        statement()
            .id("review", 1)
            .indicator("~农田", "农田")
            .measure(Measure.LEVEL)
            .number(Operator.EQ, number.substring(0, 1), null, "万亩")
            .written(number, review)
            .build();

    assertThat(judged(target, result).status().code()).isEqualTo(status);
  }

  @Test
  void aClaimForATaskAnswersTheTargetForItsRate() {
    Statement target = said(StatementKind.TARGET, "~闲置土地处置率", "75", "75%", "闲置土地处置率达75%");
    Statement claim = said(StatementKind.CLAIM, "~闲置土地处置", "100", "圆满完成", "闲置土地处置任务圆满完成");

    Assessment assessment = judged(target, claim);
    assertThat(assessment.status()).isEqualTo(AssessmentStatus.MET);
    assertThat(assessment.basis()).isEqualTo(Basis.CLAIM);
  }
}
