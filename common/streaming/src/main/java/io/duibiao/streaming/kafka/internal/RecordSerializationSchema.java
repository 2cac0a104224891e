package io.duibiao.streaming.kafka.internal;

import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record as JSON with its key, its schema and, unless its topic forgets by time, the timestamp of
 * what it was made from.
 */
public final class RecordSerializationSchema<T> implements KafkaRecordSerializationSchema<T> {
  private static final long serialVersionUID = 1L;

  private final Topic topic;
  private final String topicName;
  private final SerializableFunction<T, String> key;
  private final SerializableFunction<T, ?> value;

  /**
   * @param topic what schema the records have
   * @param topicName where they go
   * @param key the key of a record, null for none
   * @param value what becomes JSON, null for a tombstone
   */
  public RecordSerializationSchema(
      Topic topic,
      String topicName,
      SerializableFunction<T, String> key,
      SerializableFunction<T, ?> value) {
    this.topic = topic;
    this.topicName = topicName;
    this.key = key;
    this.value = value;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T element, KafkaSinkContext context, Long timestamp) {
    String text = key.apply(element);
    // The timestamp of the consumed record goes on, so that a replay gives the same versions. Not
    // where records expire: the rejection of an old record would be gone at once.
    boolean carries = topic.retention() == null && timestamp != null && timestamp >= 0;
    Long carried = carries ? timestamp : null;
    Object written = value.apply(element);
    return new ProducerRecord<>(
        topicName,
        null,
        carried,
        text == null ? null : text.getBytes(StandardCharsets.UTF_8),
        written == null ? null : RecordJson.write(written),
        topic.headers());
  }
}
