package io.duibiao.streaming.kafka.internal;

import io.duibiao.streaming.kafka.ConsumedRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps bytes as bytes: a record that can not be read must reach the operator that rejects it. */
public final class ConsumedRecordSchema
    implements KafkaRecordDeserializationSchema<ConsumedRecord> {
  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> consumed, Collector<ConsumedRecord> out) {
    out.collect(
        new ConsumedRecord(
            consumed.topic(),
            consumed.partition(),
            consumed.offset(),
            consumed.timestamp(),
            consumed.key(),
            consumed.value()));
  }

  @Override
  public TypeInformation<ConsumedRecord> getProducedType() {
    return TypeInformation.of(ConsumedRecord.class);
  }
}
