package io.duibiao.streaming.record;

import io.duibiao.core.document.RejectionReason;
import java.time.Instant;

/**
 * A document that could not be used as the index {@code duibiao-rejected} holds it: what a person
 * needs to see. Its bytes are in the topic {@code documents.rejected}.
 *
 * @param id topic/partition/offset of its record
 * @param reason the class of the reason
 * @param detail one English sentence for a person
 * @param topic the topic it came from
 * @param partition its partition
 * @param offset its offset
 * @param timestamp the timestamp of its record
 * @param documentId its id, or null when unknown
 * @param originalSize the size of the record in bytes
 */
public record IndexedRejection(
    String id,
    RejectionReason reason,
    String detail,
    String topic,
    int partition,
    long offset,
    Instant timestamp,
    String documentId,
    long originalSize) {

  /** From a rejection whose record came from a topic. */
  public static IndexedRejection of(RejectedDocument rejected) {
    return new IndexedRejection(
        rejected.topic() + "/" + rejected.partition() + "/" + rejected.offset(),
        rejected.reason(),
        rejected.detail(),
        rejected.topic(),
        rejected.partition(),
        rejected.offset(),
        rejected.timestamp(),
        rejected.documentId(),
        rejected.originalSize());
  }
}
