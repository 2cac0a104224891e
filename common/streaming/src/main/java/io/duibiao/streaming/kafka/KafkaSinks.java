package io.duibiao.streaming.kafka;

import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.kafka.internal.RecordSerializationSchema;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.record.AlertChange;
import io.duibiao.streaming.record.RejectedDocument;
import io.duibiao.streaming.record.RejectedRecord;
import io.duibiao.streaming.topic.Topic;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Sinks of the topics that the jobs write. Records carry headers that name their schema and the
 * timestamp of the stream record that they were made from, where it has one; rejections, which
 * expire, carry the time of writing.
 *
 * <p>Under exactly-once a transaction that the broker gave up (it stayed open longer than {@code
 * kafka.transaction-timeout}) loses its records; the committer then only logs it and counts it in
 * Flink's metric {@code failedCommittables} of the committer operator, which deployments must
 * watch.
 */
public final class KafkaSinks {
  private KafkaSinks() {}

  /** The topic {@code statements}, key = series. */
  public static KafkaSink<Statement> statements(JobOptions options) {
    return sink(options, Topic.STATEMENTS, Statement::series);
  }

  /** The topic {@code assessments}, key = id. */
  public static KafkaSink<Assessment> assessments(JobOptions options) {
    return sink(options, Topic.ASSESSMENTS, Assessment::id);
  }

  /** The topic {@code alerts}, key = id; an alert that is taken back is a tombstone. */
  public static KafkaSink<AlertChange> alerts(JobOptions options) {
    return sink(options, Topic.ALERTS, AlertChange::id, AlertChange::alert);
  }

  /** The topic {@code documents.rejected}, key = document id where known. */
  public static KafkaSink<RejectedDocument> rejectedDocuments(JobOptions options) {
    return sink(options, Topic.DOCUMENTS_REJECTED, RejectedDocument::documentId);
  }

  /** The topic {@code statements.rejected}, key = key of the record where known. */
  public static KafkaSink<RejectedRecord> rejectedRecords(JobOptions options) {
    return sink(options, Topic.STATEMENTS_REJECTED, RejectedRecord::key);
  }

  private static <T> KafkaSink<T> sink(
      JobOptions options, Topic topic, SerializableFunction<T, String> key) {
    return sink(options, topic, key, element -> element);
  }

  private static <T> KafkaSink<T> sink(
      JobOptions options,
      Topic topic,
      SerializableFunction<T, String> key,
      SerializableFunction<T, ?> value) {
    DeliveryGuarantee guarantee =
        switch (options.get(KafkaOptions.DELIVERY_GUARANTEE)) {
          case EXACTLY_ONCE -> DeliveryGuarantee.EXACTLY_ONCE;
          case AT_LEAST_ONCE -> DeliveryGuarantee.AT_LEAST_ONCE;
        };
    Properties properties = options.kafkaClient();
    properties.setProperty(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        Long.toString(options.get(KafkaOptions.TRANSACTION_TIMEOUT).toMillis()));
    properties.setProperty(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(topic.maxMessageBytes()));
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(properties)
        .setBootstrapServers(options.get(KafkaOptions.BOOTSTRAP_SERVERS))
        .setDeliveryGuarantee(guarantee)
        .setTransactionalIdPrefix(
            options.get(KafkaOptions.TRANSACTIONAL_ID_PREFIX) + "-" + options.topic(topic))
        .setRecordSerializer(
            new RecordSerializationSchema<>(topic, options.topic(topic), key, value))
        .build();
  }
}
