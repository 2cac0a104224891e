package io.duibiao.extraction;

import io.duibiao.core.document.RejectionReason;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.IndexedRejection;
import io.duibiao.streaming.record.RejectedDocument;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.OutputTag;

/** Documents that can not be used, on their way to the topic {@code documents.rejected}. */
final class Rejections {
  static final OutputTag<RejectedDocument> TAG =
      new OutputTag<>("rejected", TypeInformation.of(RejectedDocument.class));

  private final Map<RejectionReason, Counter> counters = new EnumMap<>(RejectionReason.class);

  /** Registers the metric {@code reason.REASON.documentsRejected} of one operator instance. */
  Rejections(MetricGroup group) {
    for (RejectionReason reason : RejectionReason.values()) {
      counters.put(reason, group.addGroup("reason", reason.code()).counter("documentsRejected"));
    }
  }

  /** The rejection for its index. Reading the record again gives the same id and version. */
  static IndexWrite write(String alias, RejectedDocument rejected) {
    IndexedRejection indexed = IndexedRejection.of(rejected);
    return IndexWrite.of(alias, indexed.id(), indexed.offset(), indexed);
  }

  /**
   * The rejection of one record, counted.
   *
   * @param documentId the id of the document, or null when the record could not be read so far
   */
  RejectedDocument of(
      ConsumedRecord record, String documentId, RejectionReason reason, String detail) {
    counters.get(reason).inc();
    return RejectedDocument.of(
        reason,
        detail,
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(Math.max(0, record.timestamp())),
        documentId,
        record.value());
  }
}
