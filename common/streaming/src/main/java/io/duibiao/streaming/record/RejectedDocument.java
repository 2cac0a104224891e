package io.duibiao.streaming.record;

import io.duibiao.core.document.RejectionReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * A document that can not be used, with everything needed to find out why and to publish it again:
 * the record of the topic {@code documents.rejected}.
 *
 * @param reason the class of the reason
 * @param detail one English sentence for a person
 * @param topic the topic it came from, or null when it did not come from a topic
 * @param partition its partition, or null
 * @param offset its offset, or null
 * @param timestamp the timestamp of its record, or null
 * @param documentId its id, or null when unknown
 * @param originalSize the size of the original record in bytes
 * @param original the bytes of the original record as they came, base64 in JSON; only the first
 *     {@link RejectedOriginal#MAX_BYTES} when there are more; null for a tombstone
 */
public record RejectedDocument(
    RejectionReason reason,
    String detail,
    String topic,
    Integer partition,
    Long offset,
    Instant timestamp,
    String documentId,
    long originalSize,
    byte[] original) {

  /** A rejection with the original cut to {@link RejectedOriginal#MAX_BYTES}. */
  public static RejectedDocument of(
      RejectionReason reason,
      String detail,
      String topic,
      Integer partition,
      Long offset,
      Instant timestamp,
      String documentId,
      byte[] original) {
    return new RejectedDocument(
        reason,
        detail,
        topic,
        partition,
        offset,
        timestamp,
        documentId,
        RejectedOriginal.size(original),
        RejectedOriginal.cut(original));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RejectedDocument that
        && reason == that.reason
        && originalSize == that.originalSize
        && Objects.equals(detail, that.detail)
        && Objects.equals(topic, that.topic)
        && Objects.equals(partition, that.partition)
        && Objects.equals(offset, that.offset)
        && Objects.equals(timestamp, that.timestamp)
        && Objects.equals(documentId, that.documentId)
        && Arrays.equals(original, that.original);
  }

  @Override
  public int hashCode() {
    return Objects.hash(reason, detail, topic, partition, offset, timestamp, documentId)
        + Arrays.hashCode(original);
  }
}
