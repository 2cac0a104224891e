package io.duibiao.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;

/**
 * How time passes for deadlines: with the publication times of the statements while they flow, so
 * that reading an archive is living through its years, and with the clock when none has come for a
 * while. Never beyond the clock: a document may claim any date. The timestamps of the elements stay
 * those of their records, since sinks carry them on.
 */
final class PublicationTime implements WatermarkStrategy<ParsedStatement> {
  private static final long serialVersionUID = 1L;

  private final Duration quietTime;
  private final Clock clock;

  /**
   * @param quietTime after so long without a statement the clock takes over
   * @param clock the clock; serializable
   */
  PublicationTime(Duration quietTime, Clock clock) {
    this.quietTime = quietTime;
    this.clock = clock;
  }

  @Override
  public TimestampAssigner<ParsedStatement> createTimestampAssigner(
      TimestampAssignerSupplier.Context context) {
    return (statement, recordTimestamp) -> recordTimestamp;
  }

  @Override
  public WatermarkGenerator<ParsedStatement> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    return new Generator(context.getInputActivityClock());
  }

  private final class Generator implements WatermarkGenerator<ParsedStatement> {
    /** Stands still while the subtask may not read. */
    private final RelativeClock activity;

    private long lastStatement;
    private long published = Long.MIN_VALUE;

    Generator(RelativeClock activity) {
      this.activity = activity;
      this.lastStatement = activity.relativeTimeNanos();
    }

    @Override
    public void onEvent(ParsedStatement parsed, long timestamp, WatermarkOutput output) {
      lastStatement = activity.relativeTimeNanos();
      Instant time = parsed.statement().publishedAt();
      if (time != null) {
        published = Math.max(published, Math.min(millis(time), clock.millis()));
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      boolean quiet = activity.relativeTimeNanos() - lastStatement >= quietTime.toNanos();
      long time = quiet ? clock.millis() : published;
      if (time > Long.MIN_VALUE) {
        output.emitWatermark(new Watermark(time));
      }
    }
  }

  /** A document may claim a date that no long can hold. */
  private static long millis(Instant time) {
    try {
      return time.toEpochMilli();
    } catch (ArithmeticException tooFar) {
      return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
