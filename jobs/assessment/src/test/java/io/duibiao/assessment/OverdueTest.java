package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.AlertType;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines that pass: when they are told, and how they are taken back. */
class OverdueTest {
  private static final String ID = "320506/gdp/growth/2023";
  private static final String ALERT = ID + "#overdue";
  private static final Instant JANUARY_2023 = Instant.parse("2023-01-09T00:00:00Z");
  private static final Instant MARCH_2024 = Instant.parse("2024-03-01T00:00:00Z");

  /** The end of 31 May in China. */
  private static final Instant DEADLINE = Instant.parse("2024-05-31T16:00:00Z");

  private static final Instant JULY_2024 = Instant.parse("2024-07-15T00:00:00Z");
  private static final long T = MARCH_2024.toEpochMilli();

  private static Statement target() throws Exception {
    return Statements.of("report-2023", JANUARY_2023, "target gdp 2023 6");
  }

  private static Statement result(Instant published) throws Exception {
    return Statements.of("report-2024", published, "result gdp 2023 6.2");
  }

  private static AssessmentStatus status(SeriesHarness harness) {
    return harness.lastAssessments().get(ID).status();
  }

  @Test
  void aDeadlineThatPassesIsToldOnceACheckpointHoldsIt() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.quietUntil(DEADLINE.minusMillis(1));
      harness.checkpoint();
      assertThat(status(harness)).isEqualTo(AssessmentStatus.AWAITING);

      harness.quietUntil(DEADLINE);
      assertThat(harness.assessments()).as("before the checkpoint").hasSize(1);
      harness.snapshot();
      assertThat(harness.assessments()).as("before it completes").hasSize(1);
      harness.complete();

      assertThat(status(harness)).isEqualTo(AssessmentStatus.OVERDUE);
      Alert alert = harness.lastAlerts().get(ALERT);
      assertThat(alert.type()).isEqualTo(AlertType.OVERDUE);
      assertThat(alert.state()).isEqualTo(AlertState.OPEN);
      assertThat(alert.openedAt()).isEqualTo(DEADLINE);
      List<Long> versions = harness.assessments().stream().map(Assessment::version).toList();
      assertThat(versions).hasSize(2).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void aSavepointDoesNotCountSinceAFailedJobNeverGoesBackToIt() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.quietUntil(JULY_2024);
      harness.savepoint();
      assertThat(status(harness)).isEqualTo(AssessmentStatus.AWAITING);
      harness.checkpoint();
      assertThat(status(harness)).isEqualTo(AssessmentStatus.OVERDUE);
    }
  }

  @Test
  void aSavepointDoesNotStandInForACheckpointThatFailedBeforeIt() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.quietUntil(JULY_2024);
      harness.snapshot();
      harness.savepoint();
      assertThat(status(harness)).isEqualTo(AssessmentStatus.AWAITING);
      harness.checkpoint();
      assertThat(status(harness)).isEqualTo(AssessmentStatus.OVERDUE);
    }
  }

  @Test
  void aLateResultResolvesTheAlert() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.quietUntil(JULY_2024);
      harness.checkpoint();
      harness.process(result(JULY_2024), JULY_2024.toEpochMilli());
      assertThat(status(harness)).isEqualTo(AssessmentStatus.MET);
      Alert alert = harness.lastAlerts().get(ALERT);
      assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
      assertThat(alert.openedAt()).isEqualTo(DEADLINE);
      assertThat(alert.resolvedAt()).isEqualTo(JULY_2024);
      assertThat(alert.sequence()).isEqualTo(2);
    }
  }

  @Test
  void aResultThatWasPublishedInTimeAndArrivesLateTakesTheAlertBack() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.quietUntil(JULY_2024);
      harness.checkpoint();
      assertThat(harness.lastAlerts()).containsKey(ALERT);
      harness.process(result(MARCH_2024), JULY_2024.toEpochMilli());
      assertThat(status(harness)).isEqualTo(AssessmentStatus.MET);
      assertThat(harness.lastAlerts()).isEmpty();
      List<IndexWrite> writes =
          harness.writes().stream().filter(write -> write.id().equals(ALERT)).toList();
      assertThat(writes).extracting(IndexWrite::deletes).containsExactly(false, true);
      assertThat(writes.get(1).version()).isGreaterThan(writes.get(0).version());
      assertThat(harness.counter("alertsRetracted")).isEqualTo(1);
    }
  }

  @Test
  void nothingIsToldWhileStatementsFlow() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      Duration almost = SeriesHarness.QUIET.minusMillis(1);
      for (int i = 0; i < 5; i++) {
        harness.elapse(almost);
        harness.watermark(JULY_2024);
        harness.checkpoint();
        harness.process(Statements.of("other", JULY_2024, "result cpi 2024 1"), T + i);
      }
      assertThat(status(harness)).isEqualTo(AssessmentStatus.AWAITING);
      harness.elapse(SeriesHarness.QUIET);
      harness.checkpoint();
      assertThat(status(harness))
          .as("without another watermark")
          .isEqualTo(AssessmentStatus.OVERDUE);
    }
  }

  @Test
  void theEndOfAllInputIsNotTheEndOfTime() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.elapse(SeriesHarness.QUIET);
      harness.watermark(Instant.ofEpochMilli(Long.MAX_VALUE));
      harness.checkpoint();
      assertThat(status(harness)).isEqualTo(AssessmentStatus.AWAITING);
    }
  }

  @Test
  void aMarkThatWasLostWithItsAttemptWasNeverTold() throws Exception {
    OperatorSubtaskState before;
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      before = harness.checkpoint();
      harness.quietUntil(JULY_2024);
      harness.process(target(), T + 1);
      assertThat(status(harness)).as("marked, not told").isEqualTo(AssessmentStatus.AWAITING);
      assertThat(harness.alerts()).isEmpty();
    }
    try (SeriesHarness harness = SeriesHarness.restored(before)) {
      harness.process(result(MARCH_2024), T + 2);
      harness.quietUntil(JULY_2024);
      harness.checkpoint();
      assertThat(status(harness)).isEqualTo(AssessmentStatus.MET);
      assertThat(harness.alertChanges()).isEmpty();
    }
  }

  @Test
  void aMarkThatACheckpointHoldsIsToldAgainByWhoStartsFromIt() throws Exception {
    OperatorSubtaskState marked;
    List<IndexWrite> told;
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.quietUntil(JULY_2024);
      marked = harness.checkpoint();
      told = harness.writes();
    }
    try (SeriesHarness harness = SeriesHarness.restored(marked, JULY_2024)) {
      assertThat(status(harness)).isEqualTo(AssessmentStatus.OVERDUE);
      assertThat(told).containsAll(harness.writes());
    }
    // Even when a result comes first: what the failed attempt told has to be taken back.
    try (SeriesHarness harness = SeriesHarness.restored(marked, JULY_2024)) {
      harness.process(result(MARCH_2024), T + 1);
      IndexWrite last = harness.writes().get(harness.writes().size() - 1);
      assertThat(last.id()).isEqualTo(ALERT);
      assertThat(last.deletes()).isTrue();
      assertThat(last.version())
          .isGreaterThan(told.stream().mapToLong(IndexWrite::version).max().orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void readingAnArchiveOfThirtyYearsTellsNothingOverdueThatWasAnswered(int seed) throws Exception {
    List<Statement> archive = new ArrayList<>();
    for (int year = 1994; year <= 2023; year++) {
      Instant february = Instant.parse((year + 1) + "-02-10T00:00:00Z");
      Instant before = Instant.parse(year + "-02-10T00:00:00Z");
      archive.add(Statements.of("report-" + year, before, "target gdp " + year + " 6"));
      archive.add(Statements.of("report-" + (year + 1), february, "result gdp " + year + " 6.1"));
    }
    if (seed > 0) {
      Collections.shuffle(archive, new Random(seed));
    }
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      // It has been idle before, so that time is that of the clock already.
      harness.quietUntil(SeriesHarness.BEGIN);
      int number = 0;
      Instant latest = Instant.MIN;
      for (Statement statement : archive) {
        harness.process(statement, T + number++);
        latest = statement.publishedAt().isAfter(latest) ? statement.publishedAt() : latest;
        harness.watermark(seed % 2 == 0 ? latest : SeriesHarness.BEGIN.plusMillis(number));
        harness.elapse(SeriesHarness.QUIET.dividedBy(2));
        if (number % 7 == 0) {
          harness.checkpoint();
        }
      }
      harness.quietUntil(JULY_2024);
      harness.checkpoint();
      assertThat(harness.assessments())
          .extracting(Assessment::status)
          .doesNotContain(AssessmentStatus.OVERDUE);
      assertThat(harness.alertChanges()).isEmpty();
      assertThat(harness.lastAssessments().values())
          .filteredOn(a -> a.targetValue() != null)
          .hasSize(30)
          .allSatisfy(a -> assertThat(a.status()).isEqualTo(AssessmentStatus.MET));
    }
  }

  @Test
  void ofAnArchiveWithAGapOnlyTheGapIsOverdue() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(
          Statements.of("a", Instant.parse("1997-02-10T00:00:00Z"), "target gdp 1997 6"), T);
      harness.process(
          Statements.of("b", Instant.parse("1998-02-10T00:00:00Z"), "target gdp 1998 6"), T);
      harness.process(
          Statements.of("c", Instant.parse("1999-02-10T00:00:00Z"), "result gdp 1998 7"), T);
      harness.quietUntil(JULY_2024);
      harness.checkpoint();
      assertThat(harness.lastAlerts().keySet()).containsExactly("320506/gdp/growth/1997#overdue");
    }
  }

  @Test
  void noTimerIsLeftOnceNothingIsAwaited() throws Exception {
    Statement answer = Statements.of("b", MARCH_2024, "result ~茶园 2023 6");
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(Statements.of("a", JANUARY_2023, "target ~茶园 2023 6"), T);
      assertThat(harness.timers()).as("deadline and retention").isEqualTo(2);
      harness.process(answer, T + 1);
      assertThat(harness.timers()).as("retention").isEqualTo(1);
      harness.process(answer.inRevision(2, JULY_2024, true), T + 2);
      assertThat(harness.timers()).as("awaited again").isEqualTo(2);
      harness.quietUntil(JULY_2024);
      harness.checkpoint();
      assertThat(harness.timers()).as("told").isEqualTo(1);
    }
  }

  @Test
  void stateAndTimersAreGoneWhenNothingCanFollow() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(Statements.of("a", JANUARY_2023, "target ~茶园 2023 6"), T);
      harness.process(Statements.of("a", JANUARY_2023, "target ~果园 2023 6"), T);
      harness.process(Statements.of("a", JANUARY_2023, "target ~果园 2021/2040 6"), T);
      harness.process(Statements.of("b", MARCH_2024, "result ~果园 2023 6"), T);
      Instant end = MARCH_2024.plus(SeriesHarness.RETENTION);
      harness.quietUntil(end.minusMillis(1));
      harness.checkpoint();
      assertThat(harness.lastAlerts().keySet()).containsExactly("320506/~茶园/growth/2023#overdue");
      assertThat(harness.counter("seriesForgotten")).isZero();

      harness.quietUntil(end);
      assertThat(harness.counter("seriesForgotten")).as("but not who has a plan").isEqualTo(1);
      harness.quietUntil(Instant.parse("2041-06-01T00:00:00Z"));
      harness.checkpoint();
      assertThat(harness.lastAlerts().keySet()).contains("320506/~果园/growth/2021-2040#overdue");
      assertThat(harness.stateEntries()).isPositive();
      assertThat(harness.timers()).isEqualTo(1);

      harness.quietUntil(Instant.parse("2051-06-01T00:00:00Z"));
      assertThat(harness.counter("seriesForgotten")).isEqualTo(2);
      assertThat(harness.stateEntries()).isZero();
      assertThat(harness.timers()).isZero();
    }
  }

  @Test
  void aRecordFromTheFutureIsNotRememberedUntilThen() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(result(MARCH_2024), Instant.parse("2200-01-01T00:00:00Z").toEpochMilli());
      harness.quietUntil(MARCH_2024.plus(SeriesHarness.RETENTION).plusSeconds(1));
      assertThat(harness.stateEntries()).isZero();
      assertThat(harness.timers()).isZero();
    }
  }

  @Test
  void aSeriesThatIsTouchedAgainIsRememberedLonger() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(result(MARCH_2024), T);
      Instant later = MARCH_2024.plus(Duration.ofDays(1000));
      harness.elapse(Duration.ofDays(1000));
      harness.process(result(MARCH_2024), later.toEpochMilli());
      harness.quietUntil(MARCH_2024.plus(SeriesHarness.RETENTION).plusSeconds(1));
      assertThat(harness.stateEntries()).isPositive();
      harness.quietUntil(later.plus(SeriesHarness.RETENTION).plusSeconds(1));
      assertThat(harness.stateEntries()).isZero();
    }
  }
}
