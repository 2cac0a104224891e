package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.record.AlertChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** Jobs that go on from kept state with another catalog, other deadlines or other rules. */
class RestartTest {
  private static final Instant JANUARY_2023 = Instant.parse("2023-01-09T00:00:00Z");
  private static final Instant JANUARY_2024 = Instant.parse("2024-01-08T00:00:00Z");
  private static final long T = SeriesHarness.BEGIN.toEpochMilli() - 1000;

  /** Much later than any record. */
  private static final Duration DAYS = Duration.ofDays(3);

  private static final String GDP = "320506/gdp/growth/2023";
  private static final String ALERT = GDP + "#missed";

  private static final String TOLERANT =
      """
      - {id: gdp, name: 地区生产总值, group: 经济, dimension: money, tolerance: {points: 0.5},
         examples: [地区生产总值增长6%]}
      """;

  private static void feed(SeriesHarness harness) throws Exception {
    harness.process(
        Statements.of("report-2023", JANUARY_2023, "target gdp 2023 6 growth approx"), T);
    harness.process(Statements.of("report-2024", JANUARY_2024, "result gdp 2023 5.5"), T + 1);
    harness.process(Statements.of("report-2023", JANUARY_2023, "target ~果园 2023 3"), T + 2);
  }

  private static OperatorSubtaskState kept() throws Exception {
    try (SeriesHarness harness = SeriesHarness.exactlyOnce()) {
      feed(harness);
      return harness.checkpoint();
    }
  }

  private static Map<String, Long> versions(SeriesHarness harness) {
    Map<String, Long> versions = new TreeMap<>();
    for (Assessment assessment : harness.lastAssessments().values()) {
      versions.put(assessment.id(), assessment.version());
    }
    return versions;
  }

  @Test
  void whatIsNotOtherwiseIsNotJudgedAnew() throws Exception {
    try (SeriesHarness again = SeriesHarness.restarted(kept(), null, SeriesHarness.MONTHS)) {
      assertThat(again.assessments()).isEmpty();
      assertThat(again.alertChanges()).isEmpty();
    }
  }

  @Test
  void anotherCatalogOfTheJobJudgesUntouchedSeriesAnew() throws Exception {
    try (SeriesHarness before = SeriesHarness.exactlyOnce()) {
      feed(before);
      assertThat(before.lastAlerts()).containsOnlyKeys(ALERT);
      try (SeriesHarness after =
          SeriesHarness.restarted(before.checkpoint(), TOLERANT, SeriesHarness.MONTHS)) {
        assertThat(after.lastAssessments().get(GDP).status()).isEqualTo(AssessmentStatus.MET);
        assertThat(after.alertChanges()).containsExactly(new AlertChange(ALERT, null));
        assertThat(versions(after))
            .allSatisfy(
                (id, version) -> assertThat(version).isGreaterThan(versions(before).get(id)));

        // Once: whoever goes on from here has nothing to do.
        try (SeriesHarness third =
            SeriesHarness.restarted(after.checkpoint(), TOLERANT, SeriesHarness.MONTHS)) {
          assertThat(third.assessments()).isEmpty();
        }
      }
    }
  }

  @Test
  void anAttemptThatDidNotFinishBeginsAgainAndSendsTheSame() throws Exception {
    OperatorSubtaskState kept = kept();
    try (SeriesHarness first = SeriesHarness.restarted(kept, TOLERANT, SeriesHarness.MONTHS);
        SeriesHarness second = SeriesHarness.restarted(kept, TOLERANT, SeriesHarness.MONTHS)) {
      assertThat(second.assessments()).isEqualTo(first.assessments()).isNotEmpty();
      assertThat(second.alertChanges()).isEqualTo(first.alertChanges()).isNotEmpty();
    }
  }

  @Test
  void goingBackJudgesAnewInAStillHigherVersion() throws Exception {
    try (SeriesHarness tolerant = SeriesHarness.restarted(kept(), TOLERANT, SeriesHarness.MONTHS);
        SeriesHarness back =
            SeriesHarness.restarted(tolerant.checkpoint(), null, SeriesHarness.MONTHS)) {
      assertThat(back.lastAssessments().get(GDP).status()).isEqualTo(AssessmentStatus.MISSED);
      assertThat(back.lastAlerts()).containsOnlyKeys(ALERT);
      assertThat(versions(back).get(GDP)).isGreaterThan(versions(tolerant).get(GDP));
    }
  }

  @Test
  void otherDeadlinesMoveWhatIsAwaited() throws Exception {
    try (SeriesHarness later = SeriesHarness.restarted(kept(), null, 17)) {
      later.quietUntil(Instant.parse("2024-07-15T00:00:00Z"));
      later.checkpoint();
      assertThat(later.lastAlerts()).as("due in May 2025 only").isEmpty();
      later.quietUntil(Instant.parse("2025-07-15T00:00:00Z"));
      later.checkpoint();
      assertThat(later.lastAlerts()).containsOnlyKeys("320506/~果园/growth/2023#overdue");
    }
  }

  @Test
  void anAlertThatOnlyALostAttemptSentIsTakenBackFromTheIndex() throws Exception {
    OperatorSubtaskState empty;
    try (SeriesHarness before = SeriesHarness.exactlyOnce()) {
      empty = before.checkpoint();
      feed(before);
      assertThat(before.writes()).extracting(IndexWrite::id).contains(ALERT);
    }
    try (SeriesHarness after = SeriesHarness.restarted(empty, TOLERANT, SeriesHarness.MONTHS)) {
      feed(after);
      assertThat(after.writes())
          .filteredOn(write -> write.id().equals(ALERT))
          .isNotEmpty()
          .allMatch(write -> write.json() == null);
      after.clear();
      after.process(
          Statements.of("report-2024", JANUARY_2024, "result gdp 2023 5.5"),
          SeriesHarness.BEGIN.plus(DAYS).toEpochMilli());
      assertThat(after.writes())
          .as("nobody can have sent an alert for what came so much later")
          .extracting(IndexWrite::id)
          .doesNotContain(ALERT);
    }
  }

  @Test
  void moreSeriesThanFitIntoOneSliceAreAllJudgedAnew() throws Exception {
    try (SeriesHarness before = SeriesHarness.exactlyOnce()) {
      for (int i = 0; i < 450; i++) {
        before.process(Statements.of("report-2023", JANUARY_2023, "target ~园" + i + " 2023 3"), T);
      }
      try (SeriesHarness after =
          SeriesHarness.restarted(before.checkpoint(), TOLERANT, SeriesHarness.MONTHS)) {
        assertThat(after.lastAssessments().keySet())
            .isEqualTo(before.lastAssessments().keySet())
            .hasSize(450);
      }
    }
  }

  @Test
  void allSubtasksComeToTheSame() {
    Instant now = SeriesHarness.BEGIN;
    JudgedBy first = JudgedBy.first("a");
    assertThat(JudgedBy.restored("a", List.of(first, first), now)).isEqualTo(first);
    JudgedBy unknown = JudgedBy.restored("a", List.of(), now);
    assertThat(unknown).isEqualTo(new JudgedBy("a", 1, now, false));
    assertThat(JudgedBy.restored("a", List.of(unknown, unknown.completed()), now.plusSeconds(9)))
        .as("one subtask had not finished")
        .isEqualTo(unknown);
    assertThat(JudgedBy.restored("b", List.of(unknown, unknown.completed()), now.plusSeconds(9)))
        .isEqualTo(new JudgedBy("b", 2, now.plusSeconds(9), false));
    assertThat(unknown.version(new RecordVersion(5, 3))).isEqualTo(new RecordVersion(5, 4));
  }
}
