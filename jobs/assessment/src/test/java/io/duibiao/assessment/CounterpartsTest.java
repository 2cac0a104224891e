package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.core.matching.Counterparts;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.record.AlertChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** What results of other names do to the series of a target. */
class CounterpartsTest {
  private static final Instant JANUARY_2023 = Instant.parse("2023-01-09T00:00:00Z");
  private static final Instant JANUARY_2024 = Instant.parse("2024-01-08T00:00:00Z");
  private static final Instant JULY_2024 = Instant.parse("2024-07-15T00:00:00Z");
  private static final long T = SeriesHarness.BEGIN.toEpochMilli() - 1000;

  private static final String SERIES = "320506/~老旧小区改造";
  private static final String LEVEL = SERIES + "/level/2023";
  private static final String MISSED = LEVEL + "#missed";
  private static final String POOL = "320506/家/2023";

  private static Statement target() throws Exception {
    return Statements.of("plan", JANUARY_2023, "target ~老旧小区改造 2023 50 level gte");
  }

  private static Statement result(String value) throws Exception {
    return Statements.of("review", JANUARY_2024, "result ~老旧小区改造工程 2023 " + value + " level");
  }

  private static SeriesInput given(long count, Statement... events) {
    return of(SERIES, POOL, count, new Counterparts("2023", List.of(events), true));
  }

  private static SeriesInput of(String series, String pool, long count, Counterparts given) {
    return SeriesInput.of(series, new PoolView(pool, given, new RecordVersion(T + 9, count)));
  }

  private static Assessment last(SeriesHarness harness) {
    return harness.lastAssessments().get(LEVEL);
  }

  private static void deleted(SeriesHarness harness, String id) {
    assertThat(harness.writes().stream().filter(w -> w.id().equals(id)).toList())
        .last()
        .matches(IndexWrite::deletes);
  }

  @Test
  void aResultThatMovesAwayTakesItsAlertBackUnderEitherGuarantee() throws Exception {
    for (boolean exactlyOnce : new boolean[] {true, false}) {
      try (SeriesHarness harness =
          exactlyOnce ? SeriesHarness.exactlyOnce() : SeriesHarness.fresh()) {
        harness.process(target(), T);
        assertThat(last(harness).status()).isEqualTo(AssessmentStatus.AWAITING);
        harness.process(given(2, result("40")));
        assertThat(last(harness).status()).isEqualTo(AssessmentStatus.MISSED);
        assertThat(harness.lastAlerts().get(MISSED).state()).isEqualTo(AlertState.OPEN);
        harness.clear();
        harness.process(given(3));
        assertThat(last(harness).status()).isEqualTo(AssessmentStatus.AWAITING);
        assertThat(harness.alertChanges())
            .contains(new AlertChange(MISSED, null))
            .allMatch(change -> change.alert() == null)
            .hasSize(exactlyOnce ? 1 : 4);
        deleted(harness, MISSED);
      }
    }
  }

  @Test
  void anAlertThatOnlyALostAttemptSentIsDeletedFromTheIndex() throws Exception {
    OperatorSubtaskState state;
    long lost;
    try (SeriesHarness harness = SeriesHarness.exactlyOnce()) {
      harness.process(target(), T);
      state = harness.checkpoint();
      harness.process(given(2, result("40")));
      lost =
          harness.writes().stream()
              .filter(w -> w.id().equals(MISSED))
              .mapToLong(IndexWrite::version)
              .max()
              .orElseThrow();
    }
    try (SeriesHarness harness = SeriesHarness.exactlyOnce(state)) {
      harness.process(given(3));
      assertThat(harness.alertChanges()).as("committed records have not told it").isEmpty();
      deleted(harness, MISSED);
      assertThat(harness.writes())
          .filteredOn(w -> w.id().equals(MISSED))
          .allMatch(w -> w.version() > lost);
    }
  }

  @Test
  void versionsAreThoseOfAllRecordsOfSeriesAndPoolsOfThePeriod() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      assertThat(last(harness).version()).isEqualTo(new RecordVersion(T, 1).external());
      harness.process(given(2));
      assertThat(last(harness).version()).isEqualTo(new RecordVersion(T + 9, 3).external());
      harness.process(of(SERIES, "320506/人/2023", 4, new Counterparts("2023", List.of(), false)));
      assertThat(last(harness).version()).isEqualTo(new RecordVersion(T + 9, 7).external());
      harness.process(of(SERIES, "320506/家/2022", 100, new Counterparts("2022", List.of(), false)));
      harness.process(target(), T + 20);
      assertThat(last(harness).version())
          .as("another year is nothing to it")
          .isEqualTo(new RecordVersion(T + 20, 8).external());
      harness.process(given(1, result("40")));
      assertThat(last(harness).status())
          .as("older than what is known")
          .isEqualTo(AssessmentStatus.AWAITING);
    }
  }

  @Test
  void whatPoolsHaveSaidIsRememberedByEveryJudgementAfterARestart() throws Exception {
    OperatorSubtaskState state;
    try (SeriesHarness harness = SeriesHarness.exactlyOnce()) {
      harness.process(target(), T);
      harness.process(given(2, result("40")));
      state = harness.checkpoint();
    }
    try (SeriesHarness harness = SeriesHarness.exactlyOnce(state)) {
      harness.process(target(), T + 20);
      assertThat(last(harness).status()).isEqualTo(AssessmentStatus.MISSED);
    }
    try (SeriesHarness harness = SeriesHarness.restarted(state, null, 6)) {
      assertThat(last(harness).status()).isEqualTo(AssessmentStatus.MISSED);
      harness.clear();
      harness.catalog(null, 7, T + 30);
      assertThat(last(harness).status()).isEqualTo(AssessmentStatus.MISSED);
    }
  }

  @Test
  void nothingIsToldOfASeriesThatHasNoTargetYet() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(given(2, result("40")));
      assertThat(harness.assessments()).isEmpty();
      assertThat(harness.writes()).isEmpty();
      harness.process(target(), T);
      assertThat(last(harness).status())
          .as("it was told in the other order")
          .isEqualTo(AssessmentStatus.MISSED);
    }
  }

  @Test
  void statePerSeriesIsBoundedAndForgotten() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      for (int i = 0; i <= SeriesStore.MAX_VIEWS; i++) {
        harness.process(
            of(SERIES, "320506/单位" + i + "/2023", 2, new Counterparts("2023", List.of(), false)));
      }
      assertThat(last(harness).version())
          .as("of all pools but one, and the target")
          .isEqualTo(new RecordVersion(T + 9, 1 + 2L * SeriesStore.MAX_VIEWS).external());
      harness.process(given(2000, result("60")));
      harness.process(of("320506/~果园", POOL, 3, new Counterparts("2023", List.of(), false)));
      assertThat(harness.stateEntries()).isPositive();
      harness.quietUntil(Instant.ofEpochMilli(T + 9).plus(SeriesHarness.RETENTION));
      harness.checkpoint();
      harness.quietUntil(
          Instant.ofEpochMilli(T + 10).plus(SeriesHarness.RETENTION.multipliedBy(2)));
      assertThat(harness.stateEntries()).isZero();
      assertThat(harness.timers()).isZero();
    }
  }

  @Test
  void whatAPoolTellsDisturbsTheQuiet() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.elapse(SeriesHarness.QUIET.minusSeconds(1));
      harness.process(given(2, result("60")));
      harness.elapse(Duration.ofSeconds(2));
      harness.watermark(JULY_2024);
      harness.checkpoint();
      assertThat(harness.lastAlerts()).isEmpty();
      assertThat(last(harness).status()).isEqualTo(AssessmentStatus.MET);
    }
  }

  @Test
  void aResultThatWasGivenInTimeTakesBackThatItWasOverdue() throws Exception {
    try (SeriesHarness harness = SeriesHarness.exactlyOnce()) {
      harness.process(target(), T);
      harness.quietUntil(JULY_2024);
      harness.checkpoint();
      String overdue = LEVEL + "#overdue";
      assertThat(harness.lastAlerts()).containsOnlyKeys(overdue);
      harness.process(given(2, result("60")));
      assertThat(last(harness).status()).isEqualTo(AssessmentStatus.MET);
      assertThat(harness.lastAlerts()).isEmpty();
      deleted(harness, overdue);
    }
  }

  @Test
  void bothOperatorsTogetherMoveAResultToTheTargetItAnswers() throws Exception {
    PooledHarness.State state;
    try (PooledHarness harness = PooledHarness.of(null, true, new Random(0))) {
      harness.process(target(), T);
      harness.process(result("40"), T + 1);
      assertThat(last(harness.series).status()).isEqualTo(AssessmentStatus.AWAITING);
      harness.match();
      assertThat(last(harness.series).status()).isEqualTo(AssessmentStatus.MISSED);
      state = harness.checkpoint();
    }
    try (PooledHarness harness = PooledHarness.of(state, true, new Random(0))) {
      harness.process(result("40").inRevision(2, SeriesHarness.BEGIN, true), T + 2);
      harness.match();
      assertThat(last(harness.series).status()).isNotEqualTo(AssessmentStatus.MISSED);
      harness.process(result("70"), T + 3);
      harness.process(
          Statements.of(
              "review", SeriesHarness.BEGIN.plusSeconds(5), "result ~老旧小区改造工程 2023 70 level"),
          T + 4);
      harness.match();
      assertThat(last(harness.series).status()).isEqualTo(AssessmentStatus.MET);
      assertThat(last(harness.series).version())
          .isEqualTo(new RecordVersion(T + 4, 1 + 5).external());
    }
  }
}
