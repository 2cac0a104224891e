package io.duibiao.core.revision;

import java.time.Instant;
import java.util.Comparator;

/**
 * That a document said something at some time.
 *
 * @param retrievedAt when it was retrieved
 * @param fingerprint what it said
 */
public record Observation(Instant retrievedAt, String fingerprint)
    implements Comparable<Observation> {
  private static final Comparator<Observation> ORDER =
      Comparator.comparing(Observation::retrievedAt).thenComparing(Observation::fingerprint);

  /** By time, then by fingerprint. */
  @Override
  public int compareTo(Observation other) {
    return ORDER.compare(this, other);
  }
}
