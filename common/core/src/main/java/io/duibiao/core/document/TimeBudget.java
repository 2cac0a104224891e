package io.duibiao.core.document;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that may be spent on one document. Text is hostile: every loop over it asks now and then
 * whether there is time left.
 */
public final class TimeBudget {
  private final LongSupplier nanoTime;
  private final long start;
  private final long nanos;

  private TimeBudget(LongSupplier nanoTime, long nanos) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.nanos = nanos;
  }

  /** A budget that starts now. */
  public static TimeBudget of(Duration duration) {
    return of(duration, System::nanoTime);
  }

  /** A budget that starts now by the given clock (a counter of nanoseconds). */
  public static TimeBudget of(Duration duration, LongSupplier nanoTime) {
    return new TimeBudget(nanoTime, duration.toNanos());
  }

  /** A budget that never ends, for tests and tools. */
  public static TimeBudget unlimited() {
    return new TimeBudget(() -> 0L, Long.MAX_VALUE);
  }

  /**
   * Returns when there is time left.
   *
   * @throws RejectedDocumentException with {@link RejectionReason#TIME_BUDGET_EXCEEDED} when not
   */
  public void check() throws RejectedDocumentException {
    if (nanoTime.getAsLong() - start > nanos) {
      throw new RejectedDocumentException(
          RejectionReason.TIME_BUDGET_EXCEEDED,
          "reading it took longer than " + Duration.ofNanos(nanos).toMillis() + " ms");
    }
  }
}
