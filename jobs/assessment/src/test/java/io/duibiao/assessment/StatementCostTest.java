package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * What one statement costs in a series of which much was said: CPU time of the operator with state
 * on the heap. A measurement, run with {@code -Dduibiao.measure=true}; README.md quotes it.
 */
class StatementCostTest {
  private static final int STATEMENTS = 1000;
  private static final int WINDOW = 200;
  private static final long T = SeriesHarness.BEGIN.toEpochMilli();

  @Test
  void printsWhatAStatementCosts() throws Exception {
    assumeTrue(Boolean.getBoolean("duibiao.measure"), "only with -Dduibiao.measure=true");
    var threads = ManagementFactory.getThreadMXBean();
    for (int run = 0; run < 3; run++) {
      try (SeriesHarness harness = SeriesHarness.fresh()) {
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < STATEMENTS; i++) {
          // Some sources tell of targets and results of forty years, amounts and rates.
          int year = 1984 + i % 40;
          Instant published = Instant.parse((year + 1) + "-02-01T00:00:00Z").plusSeconds(i);
          String what = i / 40 % 2 == 0 ? "target" : "result";
          String measure = i / 80 % 2 == 0 ? "growth" : "level";
          harness.process(
              Statements.of(
                  "report-" + i,
                  published,
                  what + " gdp " + year + " " + (5 + i % 7) + " " + measure),
              T + i);
          if ((i + 1) % WINDOW == 0) {
            long now = threads.getCurrentThreadCpuTime();
            System.out.printf(
                "run %d: statements %d to %d: %.2f ms each%n",
                run, i + 1 - WINDOW, i, (now - start) / 1e6 / WINDOW);
            start = now;
            harness.clear();
          }
        }
        assertThat(harness.rejected()).isEmpty();
      }
    }
  }
}
