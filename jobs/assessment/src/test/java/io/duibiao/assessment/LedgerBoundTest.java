package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.Judge;
import io.duibiao.core.assessment.SeriesHistory;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerBoundTest {
  private static final Judge JUDGE = new Judge(IndicatorCatalog.bundled());
  private static final Instant PUBLISHED = Instant.parse("2023-01-09T00:00:00Z");
  private static final long T = SeriesHarness.BEGIN.toEpochMilli();

  private static Statement target(int year) throws Exception {
    return Statements.of("report", PUBLISHED, "target ~果园 " + year + " 6.50");
  }

  private static Map<String, LedgerEntry> entries(int first, int last) {
    Map<String, LedgerEntry> entries = new TreeMap<>();
    for (int year = first; year <= last; year++) {
      entries.put(
          "growth/" + year,
          new LedgerEntry(new RecordVersion(10_000 - year, 1), null, null, Map.of()));
    }
    return entries;
  }

  @Test
  void whatNoKeptEvidenceTouchesGoesFirstAndThenWhatIsOldest() throws Exception {
    SeriesHistory history =
        SeriesHistory.of("320506/~果园", List.of(target(2001), target(2002), target(2003)));

    assertThat(new LedgerBound(4).surplus(entries(2001, 2004), history, JUDGE)).isEmpty();
    assertThat(new LedgerBound(4).surplus(entries(2001, 2006), history, JUDGE))
        .containsExactlyInAnyOrder("growth/2004", "growth/2005", "growth/2006");
    assertThat(new LedgerBound(2).surplus(entries(2001, 2004), history, JUDGE))
        .as("none touches 2004, and the last record of 2003 is the oldest")
        .containsExactly("growth/2004", "growth/2003");
  }

  @Test
  void nothingThatKeptEvidenceTouchesIsGivenUpByDefault() {
    int most = 0;
    for (String measure : List.of("growth", "level", "increment", "rank")) {
      for (String kind : List.of("result", "target")) {
        for (String period : List.of("2020", "2020Q1", "2016/2020")) {
          try {
            Statement statement =
                Statements.of("a", PUBLISHED, kind + " gdp " + period + " 5 " + measure);
            most = Math.max(most, JUDGE.touched(statement.series(), statement).size());
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
    assertThat(most * SeriesHistory.MAX_EVENTS)
        .isPositive()
        .isLessThanOrEqualTo(LedgerBound.DEFAULT.limit());
  }

  @Test
  void aSeriesOfEverNewPeriodsStaysWithinTheBoundAndItsTimersToo() throws Exception {
    try (SeriesHarness harness = SeriesHarness.bounded(40)) {
      for (int year = 1000; year < 1100; year++) {
        harness.process(target(year + 1500), T + year);
      }
      assertThat(harness.counter("ledgerEntriesForgotten")).isEqualTo(60);
      assertThat(harness.timers()).as("deadlines, and one of retention").isEqualTo(41);
      // One that was given up is judged as any other when it is told of again.
      harness.clear();
      harness.process(target(2500), T + 2000);
      assertThat(harness.lastAssessments()).containsKey("320506/~果园/growth/2500");
    }
  }
}
