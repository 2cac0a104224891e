package io.duibiao.core.statement;

/**
 * How much of a topic one entry of an index rests on: the largest timestamp and the number of the
 * consumed records that touched it. It grows with that set and never depends on a wall clock, so an
 * attempt that saw less can not overwrite one that saw more.
 *
 * @param timestamp largest record timestamp in milliseconds since 1970, 0 before the first record
 * @param count number of records
 */
public record RecordVersion(long timestamp, long count) {
  private static final int COUNT_BITS = 20;
  private static final long MAX_COUNT = (1L << COUNT_BITS) - 1;
  private static final long MAX_TIMESTAMP = (1L << (Long.SIZE - 1 - COUNT_BITS)) - 1;

  /** Before any record. */
  public static final RecordVersion NONE = new RecordVersion(0, 0);

  /** The version after one more record with the given timestamp in milliseconds. */
  public RecordVersion plus(long recordTimestamp) {
    return new RecordVersion(Math.max(timestamp, recordTimestamp), count + 1);
  }

  /** The version of what rests on the records of both. */
  public RecordVersion and(RecordVersion other) {
    return new RecordVersion(Math.max(timestamp, other.timestamp), count + other.count);
  }

  /**
   * The external version for Elasticsearch: 43 bits of timestamp, then 20 bits of count. Beyond a
   * million records the count stays at its largest value; equal versions overwrite each other then.
   * A timestamp after the year 2248 counts as that year: a producer may write what it likes, and
   * the version must neither turn negative nor fall.
   */
  public long external() {
    return (Math.min(timestamp, MAX_TIMESTAMP) << COUNT_BITS) | Math.min(count, MAX_COUNT);
  }
}
