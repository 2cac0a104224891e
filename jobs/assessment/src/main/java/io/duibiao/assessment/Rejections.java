package io.duibiao.assessment;

import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RecordRejectionReason;
import io.duibiao.streaming.record.RejectedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.OutputTag;

/** Statements that can not be used, on their way to the topic {@code statements.rejected}. */
final class Rejections {
  static final OutputTag<RejectedRecord> TAG =
      new OutputTag<>("rejected", TypeInformation.of(RejectedRecord.class));

  private final Map<RecordRejectionReason, Counter> counters =
      new EnumMap<>(RecordRejectionReason.class);

  /** Registers the metric {@code reason.REASON.statementsRejected} of one operator instance. */
  Rejections(MetricGroup group) {
    for (RecordRejectionReason reason : RecordRejectionReason.values()) {
      counters.put(reason, group.addGroup("reason", reason.code()).counter("statementsRejected"));
    }
  }

  /** The rejection of one record, counted. */
  RejectedRecord of(ConsumedRecord record, RecordRejectionReason reason, String detail) {
    counters.get(reason).inc();
    return RejectedRecord.consumed(
        reason,
        detail,
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(Math.max(0, record.timestamp())),
        record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
        record.value());
  }
}
