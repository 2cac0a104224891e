package io.duibiao.streaming.elasticsearch.internal;

import java.io.Serializable;
import java.time.Duration;

/**
 * How often a request is sent and how long to wait before each further attempt.
 *
 * @param maxAttempts attempts in all, from 1
 * @param initialBackoff wait before the second attempt; doubles with every further one
 * @param maxBackoff longest wait
 */
public record RetryPolicy(int maxAttempts, Duration initialBackoff, Duration maxBackoff)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MAX_DOUBLINGS = 30;

  /** Whether there is another attempt after so many. */
  public boolean allowsAnother(int attempts) {
    return attempts < maxAttempts;
  }

  /** The wait after so many attempts, from 1. */
  public Duration backoff(int attempts) {
    long factor = 1L << Math.min(attempts - 1, MAX_DOUBLINGS);
    long most = maxBackoff.toMillis();
    long initial = Math.max(1, initialBackoff.toMillis());
    return Duration.ofMillis(initial > most / factor ? most : initial * factor);
  }

  /** Longer than all attempts together, each taking so long, take when every part is split once. */
  public Duration longest(Duration request) {
    return request.plus(maxBackoff).multipliedBy(2L * maxAttempts).plusMinutes(1);
  }
}
