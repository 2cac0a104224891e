package io.duibiao.local.kafka;

import io.duibiao.local.CommandFailure;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records to one topic, with its headers and its limit of size. */
final class TopicProducer implements AutoCloseable {
  private static final Duration DELIVERY = Duration.ofSeconds(30);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final Topic topic;
  private final String name;
  private final KafkaProducer<byte[], byte[]> producer;

  /**
   * Connects.
   *
   * @throws CommandFailure when the broker can not be reached or lacks the topic
   */
  TopicProducer(JobOptions options, Topic topic, String clientId)
      throws CommandFailure, InterruptedException {
    this.topic = topic;
    this.name = options.topic(topic);
    Brokers.requireTopic(options, name);
    Properties properties = options.kafkaClient();
    properties.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    properties.setProperty(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(topic.maxMessageBytes()));
    properties.setProperty(
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(DELIVERY.toMillis()));
    properties.setProperty(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
    properties.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(DELIVERY.toMillis()));
    properties.setProperty(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends one record.
   *
   * @param value the record as JSON, or null to take back what the key had
   * @throws org.apache.kafka.common.KafkaException when it can not even be sent
   */
  Future<RecordMetadata> send(String key, byte[] value) {
    return producer.send(
        new ProducerRecord<>(
            name, null, key.getBytes(StandardCharsets.UTF_8), value, topic.headers()));
  }

  @Override
  public void close() {
    producer.close(CLOSE);
  }
}
