package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.streaming.kafka.ConsumedRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class PublicationTimeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration QUIET = Duration.ofSeconds(60);

  private final ManualClock activity = new ManualClock();
  private final List<Instant> watermarks = new ArrayList<>();
  private final WatermarkGenerator<ParsedStatement> generator =
      new PublicationTime(QUIET, Clock.fixed(NOW, ZoneOffset.UTC))
          .createWatermarkGenerator(
              new WatermarkGeneratorSupplier.Context() {
                @Override
                public MetricGroup getMetricGroup() {
                  return new UnregisteredMetricsGroup();
                }

                @Override
                public RelativeClock getInputActivityClock() {
                  return activity;
                }
              });

  private final WatermarkOutput output =
      new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
          watermarks.add(Instant.ofEpochMilli(watermark.getTimestamp()));
        }

        @Override
        public void markIdle() {
          throw new AssertionError("the clock takes over instead");
        }

        @Override
        public void markActive() {
          throw new AssertionError("never idle");
        }
      };

  private void read(Instant published) throws Exception {
    ParsedStatement parsed =
        new ParsedStatement(
            "s",
            Statements.of("a", published, "result gdp 2023 6"),
            new ConsumedRecord("statements", 0, 0, 0, null, null));
    generator.onEvent(parsed, 77, output);
  }

  private List<Instant> emitted() {
    watermarks.clear();
    generator.onPeriodicEmit(output);
    return watermarks;
  }

  @Test
  void followsPublicationTimesWhileStatementsFlowAndTheClockWhenTheyDoNot() throws Exception {
    assertThat(emitted()).isEmpty();
    read(Instant.parse("1998-02-01T00:00:00Z"));
    assertThat(emitted()).containsExactly(Instant.parse("1998-02-01T00:00:00Z"));
    read(Instant.parse("1997-02-01T00:00:00Z"));
    assertThat(emitted()).containsExactly(Instant.parse("1998-02-01T00:00:00Z"));
    activity.advanceTime(QUIET.minusMillis(1));
    assertThat(emitted()).containsExactly(Instant.parse("1998-02-01T00:00:00Z"));
    activity.advanceTime(Duration.ofMillis(1));
    assertThat(emitted()).containsExactly(NOW);
    read(Instant.parse("1999-02-01T00:00:00Z"));
    assertThat(emitted()).containsExactly(Instant.parse("1999-02-01T00:00:00Z"));
  }

  @Test
  void theClockTakesOverWhereNoStatementEverCame() {
    activity.advanceTime(QUIET);
    assertThat(emitted()).containsExactly(NOW);
  }

  @Test
  void noDocumentLeadsBeyondTheClock() throws Exception {
    read(Instant.parse("2999-01-01T00:00:00Z"));
    assertThat(emitted()).containsExactly(NOW);
    read(Instant.MAX);
    assertThat(emitted()).containsExactly(NOW);
  }

  @Test
  void aStatementWithoutADateOnlyTellsThatStatementsFlow() throws Exception {
    read(null);
    assertThat(emitted()).isEmpty();
  }
}
