package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What it costs to match a pool anew and to judge all its targets by it: CPU time of both operators
 * with state on the heap. A measurement, run with {@code -Dduibiao.measure=true}; README.md quotes
 * it.
 */
class MatchingCostTest {
  private static final Instant JANUARY_2023 = Instant.parse("2023-01-09T00:00:00Z");
  private static final Instant JANUARY_2024 = Instant.parse("2024-01-08T00:00:00Z");
  private static final long T = SeriesHarness.BEGIN.toEpochMilli();

  private static final List<String> DEEDS = List.of("改造", "新建", "修缮", "整治", "提升", "培育", "引进");
  private static final List<String> THINGS =
      List.of("老旧小区", "农村公路", "幼儿园", "充电桩", "口袋公园", "科技企业", "规上企业", "养老机构", "停车泊位", "标准厂房");

  /** The name of the i-th thing that is counted. */
  private static String name(int i, boolean result) {
    String deed = DEEDS.get(i % DEEDS.size());
    String thing = THINGS.get(i / DEEDS.size() % THINGS.size());
    String place = (char) ('甲' + i / 70) + "片区";
    return "~" + place + (result ? deed + thing : thing + deed);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 100, 1000})
  void printsWhatARefreshCosts(int each) throws Exception {
    assumeTrue(Boolean.getBoolean("duibiao.measure"), "only with -Dduibiao.measure=true");
    var threads = ManagementFactory.getThreadMXBean();
    try (PoolHarness pools = PoolHarness.fresh();
        SeriesHarness series = SeriesHarness.fresh()) {
      for (int i = 0; i < each; i++) {
        var target =
            Statements.of(
                "plan", JANUARY_2023, "target " + name(i, false) + " 2023 " + (9 + i) + " level");
        var result =
            Statements.of(
                "review", JANUARY_2024, "result " + name(i, true) + " 2023 " + (8 + i) + " level");
        series.process(target, T);
        series.process(result, T);
        pools.process(target, T);
        pools.process(result, T);
      }
      pools.elapse(PoolHarness.DELAY);
      for (int run = 0; run < 5; run++) {
        pools.process(Statements.of("plan", JANUARY_2023, "target ~果园 2023 5 level"), T);
        series.clear();
        long start = threads.getCurrentThreadCpuTime();
        // A pool that took long the last time waits longer.
        List<SeriesInput> told = pools.elapse(PoolHarness.DELAY.multipliedBy(60));
        long matched = threads.getCurrentThreadCpuTime();
        for (SeriesInput input : told) {
          series.process(input);
        }
        long judged = threads.getCurrentThreadCpuTime();
        long answered =
            told.stream().filter(i -> !i.view().counterparts().events().isEmpty()).count();
        System.out.printf(
            "run %d: %d targets, %d answered: matched in %.1f ms, judged in %.1f ms%n",
            run, told.size(), answered, (matched - start) / 1e6, (judged - matched) / 1e6);
        assertThat(told).hasSize(each + 1);
      }
    }
  }
}
