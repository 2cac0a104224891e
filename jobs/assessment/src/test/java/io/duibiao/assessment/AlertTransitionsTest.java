package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** What the topic of alerts is told under each guarantee. */
class AlertTransitionsTest {
  private static final String ALERT = "320506/~茶园/growth/2023#missed";
  private static final Instant JANUARY_2023 = Instant.parse("2023-01-09T00:00:00Z");
  private static final Instant JANUARY_2024 = Instant.parse("2024-01-08T00:00:00Z");
  private static final long T = SeriesHarness.BEGIN.toEpochMilli();

  private static Statement target() throws Exception {
    return Statements.of("a", JANUARY_2023, "target ~茶园 2023 6");
  }

  private static Statement result(String value) throws Exception {
    return Statements.of("b", JANUARY_2024, "result ~茶园 2023 " + value);
  }

  /** Missed, said again twice, worse by a correction, met by another. */
  private static void live(SeriesHarness harness) throws Exception {
    harness.process(target(), T);
    harness.process(result("5"), T + 1);
    harness.process(result("5"), T + 2);
    harness.process(target(), T + 3);
    harness.process(result("4").inRevision(2, SeriesHarness.BEGIN, false), T + 4);
    harness.process(result("4").inRevision(2, SeriesHarness.BEGIN, false), T + 5);
    harness.process(result("7").inRevision(3, SeriesHarness.BEGIN.plusSeconds(1), false), T + 6);
  }

  @Test
  void underExactlyOnceEachTransitionIsToldOnce() throws Exception {
    try (SeriesHarness harness = SeriesHarness.exactlyOnce()) {
      live(harness);
      assertThat(harness.alerts().stream().filter(a -> a.id().equals(ALERT)))
          .extracting(Alert::sequence)
          .containsExactly(1, 2, 3);
      assertThat(harness.lastAlerts().get(ALERT).state()).isEqualTo(AlertState.RESOLVED);
      // The index is told every time: a failed attempt may have written to it.
      assertThat(harness.writes().stream().filter(w -> w.id().equals(ALERT)))
          .hasSize(6)
          .extracting(IndexWrite::version)
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void underAtLeastOnceRepeatsCarryTheSequenceThatTellsThem() throws Exception {
    try (SeriesHarness harness = SeriesHarness.fresh()) {
      live(harness);
      assertThat(harness.alerts().stream().filter(a -> a.id().equals(ALERT)))
          .extracting(Alert::sequence)
          .containsExactly(1, 1, 1, 2, 2, 3);
    }
  }

  @Test
  void whatWasToldIsRememberedThroughARestart() throws Exception {
    OperatorSubtaskState state;
    try (SeriesHarness harness = SeriesHarness.exactlyOnce()) {
      harness.process(target(), T);
      harness.process(result("5"), T + 1);
      state = harness.checkpoint();
    }
    try (SeriesHarness harness = SeriesHarness.exactlyOnce(state)) {
      harness.process(result("5"), T + 2);
      assertThat(harness.alertChanges()).isEmpty();
      harness.process(result("7").inRevision(2, SeriesHarness.BEGIN, false), T + 3);
      assertThat(harness.alerts()).extracting(Alert::sequence).contains(2);
    }
  }
}
