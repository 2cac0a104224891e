package io.duibiao.assessment;

import io.duibiao.core.statement.RecordVersion;
import java.time.Instant;

/**
 * What is remembered of a pool beside its events.
 *
 * @param version all records that it has consumed, repeated ones among them
 * @param touchedAt when a record last touched it: the timestamp of the record, at most the clock of
 *     that time
 * @param dueAt when it is matched anew, by the clock; null where nothing came since it was
 * @param targeted how many series are known to have had a target in it
 * @param tookMillis how long matching it took last, in milliseconds
 */
public record PoolMemory(
    RecordVersion version, Instant touchedAt, Instant dueAt, int targeted, long tookMillis) {
  static final PoolMemory NEW = new PoolMemory(RecordVersion.NONE, Instant.EPOCH, null, 0, 0);

  /** After one more record. */
  PoolMemory after(long timestamp, Instant touched) {
    return new PoolMemory(
        version.plus(timestamp),
        touchedAt.isAfter(touched) ? touchedAt : touched,
        dueAt,
        targeted,
        tookMillis);
  }

  PoolMemory dueAt(Instant time) {
    return new PoolMemory(version, touchedAt, time, targeted, tookMillis);
  }

  PoolMemory oneMoreTargeted() {
    return new PoolMemory(version, touchedAt, dueAt, targeted + 1, tookMillis);
  }

  /** After it was matched: nothing is due. */
  PoolMemory matchedIn(long millis) {
    return new PoolMemory(version, touchedAt, null, targeted, millis);
  }
}
