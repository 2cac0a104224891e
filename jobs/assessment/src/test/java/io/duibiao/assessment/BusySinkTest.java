package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.core.statement.Statement;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/**
 * Flink tells an operator that a checkpoint has completed before all else: also while a sink behind
 * it waits for its server, in the middle of a statement.
 */
class BusySinkTest {
  private static final String GROWTH_2023 = "320506/gdp/growth/2023";
  private static final Instant JANUARY_2023 = Instant.parse("2023-01-09T00:00:00Z");
  private static final Instant JULY_2024 = Instant.parse("2024-07-15T00:00:00Z");
  private static final long T = Instant.parse("2024-03-01T00:00:00Z").toEpochMilli();

  private static final List<String> REGIONS = List.of("320505", "320506", "320507", "320508");

  /** A statement sends fewer records than that. */
  private static final int MOST_SENT = 40;

  private static Statement target(String region, int year) throws Exception {
    return Statements.of("report-" + year, region, JANUARY_2023, "target gdp " + year + " 6");
  }

  private static AssessmentStatus status(SeriesHarness harness, String id) {
    return harness.lastAssessments().get(id).status();
  }

  /** The level of a year is evidence of the growth of several, so one record sends several. */
  @Test
  void whatIsOverdueStaysSoWhereARecordOfTheSeriesIsBeingSent() throws Exception {
    Statement level = Statements.of("report-2022", JANUARY_2023, "result gdp 2022 100 level");
    int before = 0;
    for (boolean sent = true; sent; before++) {
      assertThat(before).isLessThan(MOST_SENT);
      try (SeriesHarness harness = SeriesHarness.fresh()) {
        for (String region : REGIONS) {
          harness.process(target(region, 2023), T);
        }
        harness.quietUntil(JULY_2024);
        harness.snapshot();
        harness.completeWhileSending(before + 1);
        harness.process(level, T + 1);
        sent = !harness.stillToComplete();
        harness.quietUntil(JULY_2024.plusMillis(1));
        harness.checkpoint();

        for (String region : REGIONS) {
          String id = region + "/gdp/growth/2023";
          assertThat(status(harness, id))
              .as("%s, told after %s records", id, before + 1)
              .isEqualTo(AssessmentStatus.OVERDUE);
          assertThat(harness.lastAlerts()).containsKey(id + "#overdue");
        }
        List<Long> versions =
            harness.assessments().stream()
                .filter(assessment -> assessment.id().equals(GROWTH_2023))
                .map(Assessment::version)
                .toList();
        assertThat(versions).as("told after %s records", before + 1).isSorted();
      }
    }
    assertThat(before).as("records that the statement sent, and one").isGreaterThan(2);
  }

  @Test
  void aDeadlineIsWaitedForWhereItsTargetIsBeingSent() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target("320507", 2023), T);
      harness.quietUntil(JULY_2024);
      harness.snapshot();
      harness.completeWhileSending(1);
      harness.process(target("320506", 2023), T + 1);
      assertThat(harness.stillToComplete()).isFalse();

      harness.quietUntil(JULY_2024.plusMillis(1));
      harness.checkpoint();
      assertThat(status(harness, GROWTH_2023)).isEqualTo(AssessmentStatus.OVERDUE);
    }
  }

  @Test
  void nothingIsToldThatOnlyTheNextCheckpointHolds() throws Exception {
    OperatorSubtaskState state;
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target("320506", 2022), T);
      harness.quietUntil(JULY_2024);
      state = harness.snapshot();
      harness.process(target("320506", 2023), T + 1);
      harness.quietUntil(JULY_2024.plusMillis(1));
      harness.complete();

      assertThat(harness.lastAlerts().keySet())
          .as("what a failure now would leave in topic and index, unknown to the checkpoint")
          .containsExactly("320506/gdp/growth/2022#overdue");
      harness.checkpoint();
      assertThat(harness.lastAlerts()).containsKey(GROWTH_2023 + "#overdue");
    }
    try (SeriesHarness harness = SeriesHarness.restored(state)) {
      assertThat(harness.lastAlerts().keySet()).containsExactly("320506/gdp/growth/2022#overdue");
    }
  }
}
