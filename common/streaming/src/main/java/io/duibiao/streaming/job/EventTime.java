package io.duibiao.streaming.job;

import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** How time passes in the jobs: by the timestamps of the consumed records. */
public final class EventTime {
  private EventTime() {}

  /**
   * Watermarks of a source. A partition without records stops holding time back after {@code
   * source.idle-timeout}. Nothing that a job writes depends on watermarks but when it writes it:
   * order is a matter of the records' content.
   */
  public static WatermarkStrategy<ConsumedRecord> of(JobOptions options) {
    return WatermarkStrategy.<ConsumedRecord>forMonotonousTimestamps()
        .withIdleness(options.get(ProcessingOptions.IDLE_TIMEOUT));
  }
}
