package io.duibiao.assessment;

import java.time.Duration;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * Lets time pass as far as the inputs have, but only while nothing flows: what is read in disorder
 * may have the year 2024 before that of 1999, and answer the next moment what is due.
 */
final class QuietTime {
  private final ProcessingTimeService clock;
  private final long quiet;
  private final ThrowingConsumer<Long, Exception> pass;

  /** When something came last, in milliseconds of processing time. */
  private long lastInput;

  /** How far the inputs are in time; followed only while it is quiet. */
  private long reached = Long.MIN_VALUE;

  private boolean waking;

  /**
   * It begins as if something had just come.
   *
   * @param clock tells how long nothing has come
   * @param quiet how long nothing must come
   * @param pass is told how far the inputs are in time, in milliseconds, maybe repeatedly
   */
  QuietTime(ProcessingTimeService clock, Duration quiet, ThrowingConsumer<Long, Exception> pass) {
    this.clock = clock;
    this.quiet = quiet.toMillis();
    this.pass = pass;
    disturbed();
  }

  /** Something has come. */
  void disturbed() {
    lastInput = clock.getCurrentProcessingTime();
  }

  /** The inputs are so far in time, in milliseconds. */
  void reached(long time) throws Exception {
    reached = time;
    follow();
  }

  private void follow() throws Exception {
    long quietAt = lastInput + quiet;
    if (clock.getCurrentProcessingTime() >= quietAt) {
      pass.accept(reached);
    } else if (!waking) {
      waking = true;
      clock.registerTimer(
          quietAt,
          time -> {
            waking = false;
            follow();
          });
    }
  }
}
