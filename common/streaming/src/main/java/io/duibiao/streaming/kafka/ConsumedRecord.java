package io.duibiao.streaming.kafka;

import java.util.Arrays;
import java.util.Objects;

/**
 * One record as it came from a topic, not yet read: whoever reads it can still say where it stood.
 *
 * @param topic the topic, with the configured prefix
 * @param partition its partition
 * @param offset its offset
 * @param timestamp its timestamp in milliseconds since 1970
 * @param key its key as bytes, or null
 * @param value its value as bytes, or null for a tombstone
 */
public record ConsumedRecord(
    String topic, int partition, long offset, long timestamp, byte[] key, byte[] value) {

  @Override
  public boolean equals(Object other) {
    return other instanceof ConsumedRecord that
        && partition == that.partition
        && offset == that.offset
        && timestamp == that.timestamp
        && Objects.equals(topic, that.topic)
        && Arrays.equals(key, that.key)
        && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(topic, partition, offset);
  }

  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
