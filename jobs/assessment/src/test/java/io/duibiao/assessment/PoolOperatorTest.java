package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.Judge;
import io.duibiao.core.matching.Counterparts;
import io.duibiao.core.matching.Pool;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class PoolOperatorTest {
  private static final Instant JANUARY_2023 = Instant.parse("2023-01-09T00:00:00Z");
  private static final Instant JANUARY_2024 = Instant.parse("2024-01-08T00:00:00Z");
  private static final long T = SeriesHarness.BEGIN.toEpochMilli() - 1000;
  private static final String QUARTERS = "320506/~老旧小区改造";
  private static final String ORCHARD = "320506/~果园";

  private static Statement target(String name) throws Exception {
    return Statements.of("plan", JANUARY_2023, "target " + name + " 2023 50 level");
  }

  private static String pool() throws Exception {
    return Pool.keyOf(target("~老旧小区改造")).orElseThrow();
  }

  private static Statement result(String name) throws Exception {
    return Statements.of("review", JANUARY_2024, "result " + name + " 2023 40 level");
  }

  private static Map<String, PoolView> last(List<SeriesInput> told) {
    Map<String, PoolView> last = new TreeMap<>();
    told.forEach(input -> last.put(input.series(), input.view()));
    return last;
  }

  private static Map<String, Counterparts> counterparts(List<SeriesInput> told) {
    Map<String, Counterparts> last = new TreeMap<>();
    told.forEach(input -> last.put(input.series(), input.view().counterparts()));
    return last;
  }

  @Test
  void manyRecordsAreMatchedOnceAndEverySeriesWithATargetIsTold() throws Exception {
    try (PoolHarness harness = PoolHarness.fresh()) {
      harness.process(target("~老旧小区改造"), T);
      harness.process(target("~果园"), T + 1);
      harness.process(result("~老旧小区改造工程"), T + 2);
      harness.process(Statements.of("plan", JANUARY_2023, "target ~老旧小区改造 2022 50 level"), T + 3);
      harness.process(Statements.of("plan", JANUARY_2023, "target ~老旧小区改造 2023 50"), T + 4);
      assertThat(harness.elapse(PoolHarness.DELAY.minusMillis(1))).isEmpty();
      List<SeriesInput> told = harness.elapse(Duration.ofMillis(1));

      assertThat(told)
          .extracting(SeriesInput::series)
          .containsExactlyInAnyOrder(QUARTERS, QUARTERS, ORCHARD);
      List<SeriesInput> of2023 =
          told.stream().filter(i -> i.view().counterparts().period().equals("2023")).toList();
      assertThat(last(of2023).get(QUARTERS).counterparts().events())
          .containsExactly(result("~老旧小区改造工程"));
      assertThat(last(of2023).get(ORCHARD).counterparts().events()).isEmpty();
      assertThat(last(of2023).values())
          .as("growth has no pool, and 2022 another")
          .allMatch(view -> view.version().equals(new RecordVersion(T + 2, 3)));
      assertThat(harness.elapse(Duration.ofHours(1))).as("nothing new").isEmpty();
      assertThat(harness.timers()).as("the retention of two pools").isEqualTo(2);
    }
  }

  @Test
  void aRepeatedRecordIsTheSameEventInAHigherVersion() throws Exception {
    try (PoolHarness harness = PoolHarness.fresh()) {
      harness.process(target("~老旧小区改造"), T);
      harness.process(result("~老旧小区改造工程"), T + 2);
      PoolView once = last(harness.elapse(PoolHarness.DELAY)).get(QUARTERS);
      harness.process(result("~老旧小区改造工程"), T + 1);
      PoolView twice = last(harness.elapse(PoolHarness.DELAY)).get(QUARTERS);

      assertThat(twice.counterparts()).isEqualTo(once.counterparts());
      assertThat(twice.version()).isEqualTo(new RecordVersion(T + 2, 3));
      assertThat(harness.events(pool())).isEqualTo(2);
    }
  }

  @Test
  void theLargerRevisionOfAnEventHoldsInEitherOrder() throws Exception {
    Statement first = result("~老旧小区改造工程");
    Statement later = first.inRevision(3, first.retrievedAt(), false);
    for (List<Statement> order : List.of(List.of(first, later), List.of(later, first))) {
      try (PoolHarness harness = PoolHarness.fresh()) {
        harness.process(target("~老旧小区改造"), T);
        for (Statement statement : order) {
          harness.process(statement, T);
        }
        assertThat(last(harness.elapse(PoolHarness.DELAY)).get(QUARTERS).counterparts().events())
            .containsExactly(later);
      }
    }
  }

  @Test
  void whatWasDueAtACheckpointIsDueAfterIt() throws Exception {
    OperatorSubtaskState state;
    List<SeriesInput> unbroken;
    try (PoolHarness harness = PoolHarness.fresh()) {
      harness.process(target("~老旧小区改造"), T);
      harness.process(result("~老旧小区改造工程"), T + 1);
      state = harness.snapshot();
      unbroken = harness.elapse(PoolHarness.DELAY);
      assertThat(unbroken).isNotEmpty();
    }
    try (PoolHarness harness = PoolHarness.restored(state)) {
      assertThat(harness.elapse(PoolHarness.DELAY)).isEqualTo(unbroken);
    }
    try (PoolHarness later =
        PoolHarness.restored(state, SeriesHarness.BEGIN.plus(Duration.ofDays(1)))) {
      later.process(result("~幼儿园"), T + 2);
      assertThat(last(later.elapse(PoolHarness.DELAY)).get(QUARTERS).version())
          .isEqualTo(new RecordVersion(T + 2, 3));
    }
  }

  @Test
  void anyOrderDuplicationAndRestartTellTheSameInTheEnd() throws Exception {
    List<Statement> said = new ArrayList<>();
    for (String name : List.of("~老旧小区改造", "~果园", "~农村公路", "~果园丙")) {
      said.add(target(name));
      said.add(result(name + "改造"));
      said.add(result("新建" + name.substring(1)));
      said.add(result(name).inRevision(2, SeriesHarness.BEGIN, true));
    }
    said.addAll(said.subList(3, 7));
    Map<String, Counterparts> expected = null;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Statement> records = new ArrayList<>(said);
      Collections.shuffle(records, random);
      int restart = random.nextInt(records.size());
      OperatorSubtaskState state;
      Map<String, PoolView> told = new TreeMap<>();
      try (PoolHarness harness = PoolHarness.fresh()) {
        feed(harness, records.subList(0, restart), random, told);
        state = harness.snapshot();
        feed(harness, records.subList(restart, records.size()), random, new TreeMap<>(told));
      }
      try (PoolHarness harness = PoolHarness.restored(state)) {
        feed(harness, records.subList(restart, records.size()), random, told);
        tell(told, harness.elapse(PoolHarness.DELAY));
      }
      Map<String, Counterparts> end = new TreeMap<>();
      told.forEach((series, view) -> end.put(series, view.counterparts()));
      expected = expected == null ? end : expected;
      assertThat(end).as("seed %s", seed).isEqualTo(expected);
      assertThat(told.values())
          .as("seed %s", seed)
          .allMatch(view -> view.version().equals(new RecordVersion(T, records.size())));
    }
    assertThat(expected.values()).anyMatch(counterparts -> !counterparts.events().isEmpty());
  }

  private static void feed(
      PoolHarness harness, List<Statement> records, Random random, Map<String, PoolView> told)
      throws Exception {
    for (Statement record : records) {
      harness.process(record, T);
      if (random.nextInt(4) == 0) {
        tell(told, harness.elapse(PoolHarness.DELAY));
      }
    }
  }

  private static void tell(Map<String, PoolView> told, List<SeriesInput> inputs) {
    for (SeriesInput input : inputs) {
      PoolView before = told.put(input.series(), input.view());
      if (before != null) {
        assertThat(input.view().version().external()).isGreaterThan(before.version().external());
      }
    }
  }

  @Test
  void aSeriesThatLostItsTargetIsToldStill() throws Exception {
    try (PoolHarness harness = PoolHarness.fresh()) {
      harness.process(target("~老旧小区改造"), T);
      harness.process(result("~老旧小区改造工程"), T);
      harness.elapse(PoolHarness.DELAY);
      harness.process(target("~老旧小区改造").inRevision(2, SeriesHarness.BEGIN, true), T + 1);
      assertThat(last(harness.elapse(PoolHarness.DELAY)).get(QUARTERS).version())
          .isEqualTo(new RecordVersion(T + 1, 3));
      harness.process(target("~果园"), T + 2);
      assertThat(last(harness.elapse(PoolHarness.DELAY)).get(QUARTERS).version())
          .isEqualTo(new RecordVersion(T + 2, 4));
    }
  }

  @Test
  void otherRulesMatchAllPoolsAnewInAHigherVersion() throws Exception {
    OperatorSubtaskState state;
    Map<String, PoolView> before;
    try (PoolHarness harness = PoolHarness.fresh()) {
      for (int i = 0; i < 30; i++) {
        harness.process(
            Statements.of("plan", JANUARY_2023, "target ~园" + i + " " + (1990 + i) + " 5 level"),
            T);
      }
      before = last(harness.elapse(PoolHarness.DELAY));
      state = harness.snapshot();
    }
    try (PoolHarness same = PoolHarness.restored(state)) {
      assertThat(same.elapse(Duration.ofHours(1))).isEmpty();
    }
    OperatorSubtaskState half;
    Map<String, PoolView> after = new TreeMap<>();
    try (PoolHarness other = PoolHarness.restarted(state, Judge.RULES_VERSION + 1)) {
      tell(after, other.elapse(PoolHarness.DELAY));
      assertThat(after).as("not all at once").hasSizeLessThan(30).isNotEmpty();
      half = other.snapshot();
    }
    try (PoolHarness goesOn = PoolHarness.restarted(half, Judge.RULES_VERSION + 1)) {
      goesOn.process(Statements.of("plan", JANUARY_2023, "target ~园29 2019 5 level"), T + 1);
      tell(after, goesOn.elapse(Duration.ofMinutes(1)));
      assertThat(after).hasSize(30);
      assertThat(after.get("320506/~园28").version()).isEqualTo(new RecordVersion(T, 2));
      assertThat(after.get("320506/~园29").version()).isEqualTo(new RecordVersion(T + 1, 3));
      after.forEach(
          (series, view) ->
              assertThat(view.counterparts()).isEqualTo(before.get(series).counterparts()));
      assertThat(goesOn.elapse(Duration.ofHours(1))).isEmpty();
    }
  }

  @Test
  void aMatchingThatFailsIsCountedAndLosesNothing() throws Exception {
    try (PoolHarness harness = PoolHarness.fresh()) {
      harness.process(target("~老旧小区改造"), T);
      harness.process(result("~老旧小区改造工程"), T);
      assertThat(harness.elapse(PoolHarness.DELAY)).hasSize(1);
      Statement broken = withoutValue(result("~老旧小区改造项目"));
      harness.process(broken, T + 1);
      assertThat(harness.elapse(PoolHarness.DELAY)).isEmpty();
      assertThat(harness.counter("matchingsFailed")).isEqualTo(1);
      assertThat(harness.counter("poolsMatched")).isEqualTo(1);
      assertThat(harness.events(pool())).isEqualTo(3);
      assertThat(harness.timers()).as("its retention").isEqualTo(1);
    }
  }

  @Test
  void aPoolThatTakesLongIsMatchedLessOften() throws Exception {
    Map<Duration, Duration> delays =
        Map.of(
            Duration.ofMillis(999), PoolHarness.DELAY,
            Duration.ofSeconds(2), Duration.ofSeconds(20),
            Duration.ofSeconds(9), SeriesHarness.QUIET.dividedBy(2));
    for (Map.Entry<Duration, Duration> each : delays.entrySet()) {
      try (PoolHarness harness = PoolHarness.slow(each.getKey())) {
        harness.process(target("~老旧小区改造"), T);
        assertThat(harness.elapse(PoolHarness.DELAY)).hasSize(1);
        harness.process(target("~老旧小区改造"), T);
        assertThat(harness.elapse(each.getValue().minusMillis(1))).isEmpty();
        assertThat(harness.elapse(Duration.ofMillis(1))).hasSize(1);
      }
    }
  }

  /** What no parser lets pass. */
  private static Statement withoutValue(Statement s) {
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
        s.measure(),
        s.op(),
        null,
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

  @Test
  void timePassesThroughWhateverIsDue() throws Exception {
    try (PoolHarness harness = PoolHarness.fresh()) {
      harness.process(target("~老旧小区改造"), T);
      harness.watermark(SeriesHarness.BEGIN);
      assertThat(harness.watermarkSent()).isEqualTo(SeriesHarness.BEGIN);
    }
  }

  @Test
  void aPoolThatNoRecordTouchesIsForgotten() throws Exception {
    try (PoolHarness harness = PoolHarness.fresh()) {
      harness.process(target("~老旧小区改造"), T);
      harness.elapse(PoolHarness.DELAY);
      Duration later = SeriesHarness.RETENTION.dividedBy(2);
      harness.elapse(later);
      harness.process(result("~老旧小区改造工程"), T + later.toMillis());
      harness.watermark(Instant.ofEpochMilli(T).plus(SeriesHarness.RETENTION));
      assertThat(last(harness.elapse(PoolHarness.DELAY)).get(QUARTERS).counterparts().events())
          .as("touched since")
          .hasSize(1);
      harness.watermark(
          Instant.ofEpochMilli(T).plus(later).plus(SeriesHarness.RETENTION).minusMillis(1));
      assertThat(harness.stateEntries()).isPositive();
      harness.watermark(Instant.ofEpochMilli(T).plus(later).plus(SeriesHarness.RETENTION));
      assertThat(harness.stateEntries()).isZero();
      assertThat(harness.timers()).isZero();
    }
  }

  @Test
  void whatIsDueIsToldBeforeItIsForgotten() throws Exception {
    try (PoolHarness harness = PoolHarness.fresh()) {
      harness.process(target("~老旧小区改造"), T);
      Instant end = Instant.ofEpochMilli(T).plus(SeriesHarness.RETENTION);
      harness.watermark(end);
      assertThat(harness.elapse(PoolHarness.DELAY)).hasSize(1);
      harness.watermark(end.plusMillis(1));
      assertThat(harness.stateEntries()).isZero();
      assertThat(harness.timers()).isZero();
    }
  }

  @Test
  void theEndOfTheInputTellsWhatIsDueAndForgetsNothing() throws Exception {
    OperatorSubtaskState state;
    try (PoolHarness harness = PoolHarness.fresh()) {
      harness.process(target("~老旧小区改造"), T);
      assertThat(harness.finish()).hasSize(1);
      state = harness.snapshot();
    }
    try (PoolHarness harness = PoolHarness.restored(state)) {
      harness.process(result("~老旧小区改造工程"), T + 1);
      assertThat(counterparts(harness.elapse(PoolHarness.DELAY)).get(QUARTERS).events()).hasSize(1);
    }
  }

  @Test
  void whatIsTooMuchForAPoolIsGivenUp() throws Exception {
    List<Statement> said = new ArrayList<>();
    said.add(target("~老旧小区改造"));
    for (int i = 0; i < Pool.MAX_EVENTS + 50; i++) {
      said.add(result("~园" + i));
    }
    try (PoolHarness harness = PoolHarness.fresh()) {
      for (Statement each : said) {
        harness.process(each, T);
      }
      assertThat(last(harness.elapse(PoolHarness.DELAY))).containsKey(QUARTERS);
      assertThat(harness.events(pool())).isEqualTo(Pool.of(pool(), said).events().size());
    }
  }
}
