package io.duibiao.streaming.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * A record other than a document that can not be used, or that Elasticsearch refuses: the record of
 * the topic {@code statements.rejected}.
 *
 * @param reason the class of the reason
 * @param detail one English sentence for a person
 * @param topic the topic it came from, or null when it did not come from a topic
 * @param partition its partition, or null
 * @param offset its offset, or null
 * @param timestamp the timestamp of its record, or null
 * @param key its key, or the id it should have in the index; null when there is none
 * @param index the index that refused it, or null
 * @param originalSize the size of the original in bytes
 * @param original its bytes, base64 in JSON; only the first {@link RejectedOriginal#MAX_BYTES} when
 *     there are more; null for a tombstone
 */
public record RejectedRecord(
    RecordRejectionReason reason,
    String detail,
    String topic,
    Integer partition,
    Long offset,
    Instant timestamp,
    String key,
    String index,
    long originalSize,
    byte[] original) {

  /** A record that could not be read from its topic. */
  public static RejectedRecord consumed(
      RecordRejectionReason reason,
      String detail,
      String topic,
      int partition,
      long offset,
      Instant timestamp,
      String key,
      byte[] original) {
    return new RejectedRecord(
        reason,
        detail,
        topic,
        partition,
        offset,
        timestamp,
        key,
        null,
        RejectedOriginal.size(original),
        RejectedOriginal.cut(original));
  }

  /** A record that an index refused. */
  public static RejectedRecord indexed(String index, String id, String detail, byte[] original) {
    return new RejectedRecord(
        RecordRejectionReason.INDEX_REJECTED,
        detail,
        null,
        null,
        null,
        null,
        id,
        index,
        RejectedOriginal.size(original),
        RejectedOriginal.cut(original));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RejectedRecord that
        && reason == that.reason
        && originalSize == that.originalSize
        && Objects.equals(detail, that.detail)
        && Objects.equals(topic, that.topic)
        && Objects.equals(partition, that.partition)
        && Objects.equals(offset, that.offset)
        && Objects.equals(timestamp, that.timestamp)
        && Objects.equals(key, that.key)
        && Objects.equals(index, that.index)
        && Arrays.equals(original, that.original);
  }

  @Override
  public int hashCode() {
    return Objects.hash(reason, detail, topic, partition, offset, timestamp, key, index)
        + Arrays.hashCode(original);
  }
}
