package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** Catalogs that come while the job runs. */
class CatalogChangeTest {
  private static final String GDP = "320506/gdp/growth/2023";
  private static final String CPI = "320506/cpi/growth/2023";
  private static final Instant JANUARY_2023 = Instant.parse("2023-01-09T00:00:00Z");
  private static final Instant JANUARY_2024 = Instant.parse("2024-01-08T00:00:00Z");
  private static final long T = Instant.parse("2024-03-01T00:00:00Z").toEpochMilli();

  /** A catalog of two indicators; what is given goes into the entry of gdp. */
  private static String yaml(String gdp) {
    return """
        - id: gdp
          name: 地区生产总值
          aliases: [GDP]
          group: 经济
          dimension: money
          %s
          examples: [地区生产总值增长6%%]
        - id: cpi
          name: 居民消费价格
          group: 经济
          dimension: rate
          direction: lower
          examples: [居民消费价格上涨2%%]
        """
        .formatted(gdp);
  }

  private static final String HIGHER = yaml("direction: higher");

  private static Statement target() throws Exception {
    return Statements.of("report-2023", JANUARY_2023, "target gdp 2023 6 growth approx");
  }

  private static Statement result() throws Exception {
    return Statements.of("report-2024", JANUARY_2024, "result gdp 2023 5.5");
  }

  private static AssessmentStatus gdp(SeriesHarness harness) {
    return harness.lastAssessments().get(GDP).status();
  }

  private static SeriesHarness missed() throws Exception {
    SeriesHarness harness = SeriesHarness.fresh();
    harness.catalog(HIGHER, null, T - 1);
    harness.process(target(), T);
    harness.process(result(), T + 1);
    harness.process(Statements.of("report-2023", JANUARY_2023, "target cpi 2023 3"), T + 2);
    harness.process(Statements.of("report-2024", JANUARY_2024, "result cpi 2023 3.5"), T + 2);
    assertThat(gdp(harness)).isEqualTo(AssessmentStatus.MISSED);
    assertThat(harness.lastAlerts().keySet())
        .containsExactlyInAnyOrder(GDP + "#missed", CPI + "#missed");
    return harness;
  }

  @Test
  void aWiderToleranceMakesAMissedTargetMetAndTakesItsAlertBack() throws Exception {
    try (SeriesHarness harness = missed()) {
      long before = harness.lastAssessments().get(GDP).version();
      harness.catalog(yaml("tolerance: {points: 0.5}"), null, T + 5);
      assertThat(gdp(harness)).isEqualTo(AssessmentStatus.MET);
      assertThat(harness.lastAssessments().get(GDP).version()).isGreaterThan(before);
      assertThat(harness.lastAlerts().keySet()).containsExactly(CPI + "#missed");
    }
  }

  @Test
  void anotherDirectionJudgesAnewAndOnlyWhatItTouches() throws Exception {
    try (SeriesHarness harness = missed()) {
      harness.clear();
      harness.catalog(yaml("direction: lower"), null, T + 5);
      assertThat(harness.assessments()).extracting(Assessment::indicatorId).containsOnly("gdp");
      assertThat(gdp(harness)).isEqualTo(AssessmentStatus.MET);
    }
  }

  @Test
  void namesAndExamplesJudgeNothingAnew() throws Exception {
    try (SeriesHarness harness = missed()) {
      harness.clear();
      harness.catalog(HIGHER.replace("[GDP]", "[GDP, 生产总量]"), null, T + 5);
      assertThat(harness.assessments()).isEmpty();
    }
  }

  @Test
  void aTombstoneBringsBackTheCatalogOfTheJob() throws Exception {
    try (SeriesHarness harness = missed()) {
      harness.catalog(yaml("tolerance: {points: 0.5}"), null, T + 5);
      harness.catalog(null, null, T + 6);
      assertThat(gdp(harness)).isEqualTo(AssessmentStatus.MISSED);
      assertThat(harness.lastAlerts().get(GDP + "#missed").state()).isEqualTo(AlertState.OPEN);
    }
  }

  @Test
  void theCatalogSurvivesARestart() throws Exception {
    OperatorSubtaskState state;
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.catalog(yaml("tolerance: {points: 0.5}"), null, T);
      state = harness.checkpoint();
    }
    try (SeriesHarness harness = SeriesHarness.restored(state)) {
      harness.process(target(), T);
      harness.process(result(), T + 1);
      assertThat(gdp(harness)).isEqualTo(AssessmentStatus.MET);
    }
  }

  @Test
  void anEarlierDeadlineThatHasPassedIsTold() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.quietUntil(SeriesHarness.BEGIN);
      harness.checkpoint();
      assertThat(gdp(harness)).isEqualTo(AssessmentStatus.AWAITING);
      harness.catalog(HIGHER, 1, T + 5);
      harness.quietUntil(SeriesHarness.BEGIN.plusSeconds(1));
      harness.checkpoint();
      assertThat(gdp(harness)).isEqualTo(AssessmentStatus.OVERDUE);
      assertThat(harness.lastAlerts().get(GDP + "#overdue").openedAt())
          .isEqualTo(Instant.parse("2024-01-31T16:00:00Z"));
    }
  }

  @Test
  void aLaterDeadlineTakesBackWhatWasOverdueAndIsWaitedFor() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      harness.process(target(), T);
      harness.quietUntil(Instant.parse("2024-07-01T00:00:00Z"));
      harness.checkpoint();
      assertThat(harness.lastAlerts()).containsKey(GDP + "#overdue");
      harness.catalog(HIGHER, 9, T + 5);
      assertThat(gdp(harness)).isEqualTo(AssessmentStatus.AWAITING);
      assertThat(harness.lastAlerts()).isEmpty();
      harness.quietUntil(Instant.parse("2024-10-01T00:00:00Z"));
      harness.checkpoint();
      assertThat(harness.lastAlerts().get(GDP + "#overdue").openedAt())
          .isEqualTo(Instant.parse("2024-09-30T16:00:00Z"));
      List<Long> versions = harness.assessments().stream().map(Assessment::version).toList();
      assertThat(versions).isSorted().doesNotHaveDuplicates();
    }
  }

  /** Catalog and statements come on two inputs, in any order and with restarts in between. */
  @Test
  void theOrderOfCatalogAndStatementsDoesNotMatter() throws Exception {
    String wide = yaml("tolerance: {points: 0.5}");
    Map<String, IndexWrite> index = new HashMap<>();
    Map<String, Object> ends = new HashMap<>();
    for (int order = 0; order < 4; order++) {
      try (SeriesHarness harness = SeriesHarness.fresh()) {
        for (int step = 0; step < 4; step++) {
          if (step == order) {
            harness.catalog(wide, null, T - 5);
          }
          switch (step) {
            case 0 -> harness.process(target(), T);
            case 1 -> harness.process(result(), T + 1);
            case 2 ->
                harness.process(result().inRevision(2, JANUARY_2024.plusSeconds(9), false), T);
            default -> harness.process(Statements.of("x", JANUARY_2023, "target cpi 2023 3"), T);
          }
        }
        // Every order but the last is that of an attempt that failed and left only its writes.
        for (IndexWrite write : harness.writes()) {
          index.merge(write.id(), write, (a, b) -> b.version() >= a.version() ? b : a);
        }
        ends.put("order " + order, harness.lastAssessments().get(GDP).status());
        assertThat(harness.lastAlerts()).as("order %s", order).isEmpty();
      }
    }
    assertThat(ends.values()).containsOnly(AssessmentStatus.MET);
    assertThat(index.get(GDP + "#missed").deletes()).isTrue();
  }
}
