package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.duibiao.core.catalog.IndicatorCatalog;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Measures what a catalog costs that comes while the job runs: {@code -Dduibiao.measure=true},
 * {@code -Dduibiao.measure.series=N}. The figures are in the README of this module.
 */
class CatalogCostTest {
  private static final String MEASURE = "duibiao.measure";
  private static final Instant JANUARY_2023 = Instant.parse("2023-01-09T00:00:00Z");
  private static final Instant JANUARY_2024 = Instant.parse("2024-01-08T00:00:00Z");
  private static final int INDICATORS = 100;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** One series in a hundred is of gdp; each has a target and a result that misses it. */
  @Test
  void measure() throws Exception {
    assumeTrue(Boolean.getBoolean(MEASURE), "only with -D" + MEASURE + "=true");
    int count = Integer.getInteger(MEASURE + ".series", 50_000);
    long t = SeriesHarness.BEGIN.toEpochMilli();
    String bundled;
    try (var yaml = IndicatorCatalog.class.getResourceAsStream("indicators.yaml")) {
      bundled = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    }
    String tolerant =
        bundled.replaceFirst("  name: 地区生产总值\n", "  name: 地区生产总值\n  tolerance: {points: 3}\n");
    assertThat(tolerant).isNotEqualTo(bundled);
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      for (int i = 0; i < count; i++) {
        String region = "~镇" + i / INDICATORS;
        String indicator = i % INDICATORS == 0 ? "gdp" : "~" + i % INDICATORS;
        harness.processOwn(
            Statements.of("a" + i, region, JANUARY_2023, "target " + indicator + " 2023 6"), t);
        harness.processOwn(
            Statements.of("b" + i, region, JANUARY_2024, "result " + indicator + " 2023 5"), t);
        harness.clear();
      }
      for (int round = 0; round < 3; round++) {
        String what = round == 0 ? "cold" : "warm";
        time(what + ": judges nothing otherwise", harness, count, bundled, 5);
        time(what + ": tolerance of gdp (1 %)", harness, count, tolerant, 5);
        time(what + ": tolerance of gdp back", harness, count, bundled, 5);
        time(what + ": deadline of all", harness, count, bundled, 6 + round);
      }
    }
  }

  private static void time(String what, SeriesHarness harness, int count, String yaml, int months)
      throws Exception {
    // CPU time, since other work on the machine must not count.
    long start = THREADS.getCurrentThreadCpuTime();
    harness.catalog(yaml, months, SeriesHarness.BEGIN.toEpochMilli());
    long millis = (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000;
    System.out.printf(
        "%-32s %7d series, %7d judged anew, %6d ms of CPU%n",
        what, count, harness.assessments().size(), millis);
    harness.clear();
  }
}
