package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.core.matching.Counterparts;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.fixture.KeptState;
import io.duibiao.streaming.record.RecordJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State that earlier versions of this program kept is read by this one. */
class KeptStateTest {
  private static final String OPERATOR = "assess-series";

  /** The version whose state {@link #writesTheStateOfThisVersion} writes. */
  private static final int THIS_VERSION = 3;

  /** The first whose series know what other names have to say. */
  private static final int WITH_POOLS = 3;

  private static final String POOLS = "match-names";
  private static final String QUARTERS = "320506/~老旧小区改造";

  private static final String GDP = "320506/gdp/growth/";
  private static final Instant PUBLISHED_2023 = Instant.parse("2023-01-09T00:00:00Z");
  private static final Instant PUBLISHED_2024 = Instant.parse("2024-01-08T00:00:00Z");
  private static final Instant JULY_2024 = Instant.parse("2024-07-15T00:00:00Z");
  private static final long T = SeriesHarness.BEGIN.toEpochMilli();

  private static final String CATALOG =
      """
      - {id: gdp, name: 地区生产总值, group: 经济, dimension: money, tolerance: {points: 0.5},
         examples: [地区生产总值增长6%]}
      """;

  /** A target that a result of another name misses, as a pool tells. */
  private static void feedPooled(SeriesHarness harness) throws Exception {
    harness.process(pooled().get(0), T + 7);
    harness.process(
        SeriesInput.of(
            QUARTERS,
            new PoolView(
                "320506/家/2023",
                new Counterparts("2023", pooled().subList(1, 2), true),
                new RecordVersion(T + 8, 2))));
  }

  private static List<Statement> pooled() throws Exception {
    return List.of(
        Statements.of("a", PUBLISHED_2023, "target ~老旧小区改造 2023 50 level"),
        Statements.of("c", PUBLISHED_2024, "result ~老旧小区改造工程 2023 40.50 level"));
  }

  /**
   * A target missed and then met by a correction, one met within the tolerance of a catalog that
   * came by its topic, one overdue, and one marked but not told.
   */
  private static OperatorSubtaskState keep(SeriesHarness harness) throws Exception {
    feed(harness);
    feedPooled(harness);
    harness.quietUntil(JULY_2024);
    harness.checkpoint();
    harness.process(Statements.of("b", PUBLISHED_2023, "target ~茶园 2022 3.50 level"), T + 9);
    harness.quietUntil(JULY_2024.plusSeconds(1));
    return harness.snapshot();
  }

  private static void feed(SeriesHarness harness) throws Exception {
    harness.catalog(CATALOG, null, T);
    harness.process(Statements.of("a", PUBLISHED_2023, "target ~果园 2023 6.50"), T + 1);
    harness.process(result(), T + 2);
    harness.process(result().inRevision(2, SeriesHarness.BEGIN, true), T + 3);
    harness.process(Statements.of("a", PUBLISHED_2023, "target gdp 2023 6 growth approx"), T + 4);
    harness.process(Statements.of("c", PUBLISHED_2024, "result gdp 2023 5.6"), T + 5);
    harness.process(Statements.of("a", PUBLISHED_2023, "target gdp 2022 6 growth approx"), T + 6);
  }

  private static Statement result() throws Exception {
    return Statements.of("c", PUBLISHED_2024, "result ~果园 2023 5");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void stateOfEachVersionGoesOnWhereItWasLeft(int version) throws Exception {
    try (SeriesHarness restored =
            SeriesHarness.restored(KeptState.read(OPERATOR, version), JULY_2024);
        SeriesHarness unbroken = SeriesHarness.fresh()) {
      assertThat(restored.lastAssessments().get("320506/~茶园/level/2022").status())
          .as("what was marked is told")
          .isEqualTo(AssessmentStatus.OVERDUE);
      assertThat(restored.lastAlerts()).containsKey("320506/~茶园/level/2022#overdue");

      restored.clear();
      feed(unbroken);
      if (version >= WITH_POOLS) {
        feedPooled(unbroken);
      }
      unbroken.quietUntil(JULY_2024);
      unbroken.checkpoint();
      unbroken.clear();
      // Everything once more: the same evidence, ledger, catalog and deadlines give the same.
      for (SeriesHarness harness : new SeriesHarness[] {restored, unbroken}) {
        harness.process(result(), T + 10);
        harness.process(
            Statements.of("a", PUBLISHED_2023, "target gdp 2023 6 growth approx"), T + 11);
        harness.process(
            Statements.of("a", PUBLISHED_2023, "target gdp 2022 6 growth approx"), T + 12);
        if (version >= WITH_POOLS) {
          harness.process(pooled().get(0), T + 13);
        }
      }
      if (version >= WITH_POOLS) {
        assertThat(restored.lastAssessments().get(QUARTERS + "/level/2023").status())
            .as("by what a pool said before")
            .isEqualTo(AssessmentStatus.MISSED);
      }
      assertThat(content(restored)).isEqualTo(content(unbroken)).isNotEmpty();
      assertThat(restored.lastAssessments().get(GDP + "2023").status())
          .as("within the tolerance of the catalog that was broadcast")
          .isEqualTo(AssessmentStatus.MET);
      // Where all was judged anew, by other rules than those of that version, each has a version
      // more.
      Set<Long> more = new TreeSet<>();
      restored
          .lastAssessments()
          .forEach(
              (id, assessment) ->
                  more.add(assessment.version() - unbroken.lastAssessments().get(id).version()));
      assertThat(more).hasSize(1).isSubsetOf(0L, 1L);
      assertThat(version == 1).as("what judged was not kept then").isIn(more.contains(1L), false);
      assertThat(restored.timers()).as("their retention").isEqualTo(unbroken.timers() + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3})
  void poolsOfEachVersionGoOnWhereTheyWereLeft(int version) throws Exception {
    try (PoolHarness restored = PoolHarness.restored(KeptState.read(POOLS, version));
        PoolHarness unbroken = PoolHarness.fresh()) {
      feed(unbroken);
      Statement again = pooled().get(1);
      restored.process(again, T + 9);
      unbroken.process(again, T + 9);
      // Later than what is matched anew where the rules are others since.
      List<SeriesInput> told = restored.elapse(Duration.ofMinutes(1));
      assertThat(told).isNotEmpty();
      SeriesInput expected = unbroken.elapse(Duration.ofMinutes(1)).get(0);
      assertThat(told)
          .last()
          .satisfies(
              input -> {
                assertThat(input.series()).isEqualTo(QUARTERS);
                assertThat(input.view().counterparts()).isEqualTo(expected.view().counterparts());
                assertThat(input.view().version().timestamp()).isEqualTo(T + 9);
                assertThat(input.view().version().count()).isBetween(3L, 4L);
              });
      assertThat(restored.timers()).isEqualTo(unbroken.timers());
    }
  }

  private static void feed(PoolHarness harness) throws Exception {
    for (Statement statement : pooled()) {
      harness.process(statement, T + 8);
    }
  }

  @Test
  void writesTheStateOfThisVersion() throws Exception {
    KeptState.assumeItIsToBeWritten();
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      KeptState.write(OPERATOR, THIS_VERSION, keep(harness));
    }
    try (PoolHarness harness = PoolHarness.fresh()) {
      feed(harness);
      // Due, and not matched yet.
      KeptState.write(POOLS, THIS_VERSION, harness.snapshot());
    }
  }

  private static Map<String, String> content(SeriesHarness harness) {
    Map<String, String> content = new TreeMap<>();
    for (Assessment assessment : harness.lastAssessments().values()) {
      content.put(assessment.id(), RecordJson.writeString(assessment.at(RecordVersion.NONE)));
    }
    for (Alert alert : harness.lastAlerts().values()) {
      content.put(alert.id(), RecordJson.writeString(alert.at(RecordVersion.NONE)));
    }
    return content;
  }
}
