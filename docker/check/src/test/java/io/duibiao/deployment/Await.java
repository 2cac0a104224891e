package io.duibiao.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what becomes true by and by. */
final class Await {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final long POLL_MILLIS = 250;

  private Await() {}

  /** Something to wait for. */
  @FunctionalInterface
  interface Condition {
    /** Whether it holds by now. */
    boolean holds() throws Exception;
  }

  /** Returns when it holds, and fails when it does not for long. */
  static void until(String what, Condition condition) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("%s within %s", what, LIMIT).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  /** Returns when it holds, or after long; the assertion that follows then tells what differs. */
  static void orLong(Condition condition) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.holds() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }
}
