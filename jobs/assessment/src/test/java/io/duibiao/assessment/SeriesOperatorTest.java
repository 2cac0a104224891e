package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.fixture.LineExtractor;
import io.duibiao.streaming.record.RecordRejectionReason;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class SeriesOperatorTest {
  private static final String ID = "320506/gdp/growth/2023";
  private static final Instant JANUARY_2023 = Instant.parse("2023-01-09T00:00:00Z");
  private static final Instant JANUARY_2024 = Instant.parse("2024-01-08T00:00:00Z");
  private static final Instant MARCH_2024 = Instant.parse("2024-03-01T00:00:00Z");
  private static final long T = MARCH_2024.toEpochMilli();

  private static Statement statement(String documentId, Instant published, String line)
      throws Exception {
    Document document =
        new Document(documentId, null, null, null, published, published, null, null, line);
    return new LineExtractor().extract(document, TimeBudget.unlimited()).statements().get(0);
  }

  private static Statement target() throws Exception {
    return statement("report-2023", JANUARY_2023, "target gdp 2023 6");
  }

  private static Statement result(String value) throws Exception {
    return statement("report-2024", JANUARY_2024, "result gdp 2023 " + value);
  }

  @Test
  void aTargetAwaitsItsResultAndIsMetByIt() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.process(result("6.2"), T + 1);
      assertThat(harness.assessments())
          .extracting(Assessment::id, Assessment::status)
          .containsExactly(tuple(ID, AssessmentStatus.AWAITING), tuple(ID, AssessmentStatus.MET));
      assertThat(harness.alerts()).isEmpty();
    }
  }

  @Test
  void anAlertOpensWhenTheTargetIsMissedAndIsResolvedByACorrection() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.process(result("5.5"), T + 1);
      assertThat(harness.lastAlerts().get(ID + "#missed"))
          .satisfies(
              alert -> {
                assertThat(alert.state()).isEqualTo(AlertState.OPEN);
                assertThat(alert.openedAt()).isEqualTo(JANUARY_2024);
              });
      harness.process(result("6.1").inRevision(2, MARCH_2024, false), T + 2);
      assertThat(harness.lastAlerts().get(ID + "#missed"))
          .satisfies(
              alert -> {
                assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
                assertThat(alert.openedAt()).isEqualTo(JANUARY_2024);
                assertThat(alert.resolvedAt()).isEqualTo(MARCH_2024);
              });
    }
  }

  @Test
  void aWithdrawnResultLeavesTheTargetAwaiting() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.process(result("5.5"), T + 1);
      harness.process(result("5.5").inRevision(2, MARCH_2024, true), T + 2);
      assertThat(harness.lastAssessments().get(ID).status()).isEqualTo(AssessmentStatus.AWAITING);
      assertThat(harness.lastAlerts().get(ID + "#missed").state()).isEqualTo(AlertState.RESOLVED);
    }
  }

  @Test
  void aStatementThatChangesNothingSendsAllThatItTouchesInANewVersion() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.process(result("5.5"), T);
      harness.process(result("5.5"), T);
      List<Long> versions =
          harness.writes().stream()
              .filter(write -> write.id().equals(ID))
              .map(IndexWrite::version)
              .toList();
      assertThat(versions).hasSize(3).doesNotHaveDuplicates().isSorted();
      assertThat(harness.alerts()).hasSize(2);
      assertThat(harness.lastAssessments().get(ID).version()).isEqualTo(versions.get(2));
      assertThat(harness.lastAssessments().get(ID).updatedAt()).isEqualTo(Instant.ofEpochMilli(T));
    }
  }

  @Test
  void metricsTellRepeatedAndLateStatements() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.process(target(), T + 1);
      harness.process(result("6.1").inRevision(2, MARCH_2024, false), T + 2);
      harness.process(result("5.5"), T + 3);
      assertThat(harness.counter("statementsRepeated")).isEqualTo(1);
      assertThat(harness.counter("statementsLate")).isEqualTo(1);
      assertThat(harness.lastAssessments().get(ID).status()).isEqualTo(AssessmentStatus.MET);
    }
  }

  @Test
  void anotherPeriodOfTheSeriesIsNotTouched() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.process(statement("report-2024", JANUARY_2024, "target gdp 2024 5"), T + 1);
      assertThat(harness.assessments())
          .extracting(Assessment::id)
          .containsExactly(ID, "320506/gdp/growth/2024");
    }
  }

  @Test
  void evidenceAndVersionsSurviveARestart() throws Exception {
    OperatorSubtaskState state;
    long version;
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      version = harness.lastAssessments().get(ID).version();
      state = harness.snapshot();
    }
    try (SeriesHarness harness = SeriesHarness.restored(state)) {
      harness.process(result("6.2"), T);
      Assessment assessment = harness.lastAssessments().get(ID);
      assertThat(assessment.status()).isEqualTo(AssessmentStatus.MET);
      assertThat(assessment.version()).isGreaterThan(version);
    }
  }

  @Test
  void aStatementThatCanNotBeJudgedGoesToTheSideAndTheNextIsJudged() throws Exception {
    Statement broken = withoutMeasure(target());
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(broken, T);
      harness.process(target(), T + 1);
      assertThat(harness.rejected())
          .singleElement()
          .satisfies(
              rejected -> {
                assertThat(rejected.reason()).isEqualTo(RecordRejectionReason.INTERNAL_ERROR);
                assertThat(rejected.key()).isEqualTo("320506/gdp");
                assertThat(rejected.original()).isNotEmpty();
              });
      assertThat(harness.lastAssessments()).containsOnlyKeys(ID);
    }
  }

  /** The parser lets none of these pass; what comes out all the same must not stop the job. */
  private static Statement withoutMeasure(Statement s) {
    return new Statement(
        s.id(),
        s.documentId(),
        s.documentRevision(),
        s.documentTitle(),
        s.publishedAt(),
        s.retrievedAt(),
        s.regionCode(),
        s.region(),
        s.regionPath(),
        s.indicatorId(),
        s.indicator(),
        s.indicatorText(),
        s.kind(),
        s.period(),
        null,
        s.op(),
        s.value(),
        s.high(),
        s.unit(),
        s.number(),
        s.quote(),
        s.sentence(),
        s.start(),
        s.end(),
        s.flags(),
        s.comparand(),
        s.url(),
        s.simHash(),
        s.withdrawn());
  }
}
