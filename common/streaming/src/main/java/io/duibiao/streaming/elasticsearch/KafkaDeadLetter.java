package io.duibiao.streaming.elasticsearch;

import io.duibiao.core.document.RejectionReason;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.RejectedDocument;
import io.duibiao.streaming.record.RejectedRecord;
import io.duibiao.streaming.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Keeps refused documents in a topic: those of the index of documents in {@code
 * documents.rejected}, all others in {@code statements.rejected}. At least once: a refusal may be
 * there again after a failure.
 */
public final class KafkaDeadLetter implements DeadLetter {
  private static final long serialVersionUID = 1L;

  private final Properties client;
  private final Topic topic;
  private final String topicName;

  private transient KafkaProducer<byte[], byte[]> producer;
  private transient AtomicReference<Exception> failure;

  private KafkaDeadLetter(JobOptions options, Topic topic) {
    this.client = options.kafkaClient();
    this.topic = topic;
    this.topicName = options.topic(topic);
  }

  /** The dead letters of the given index. */
  public static KafkaDeadLetter of(Index index, JobOptions options) {
    return new KafkaDeadLetter(
        options, index == Index.DOCUMENTS ? Topic.DOCUMENTS_REJECTED : Topic.STATEMENTS_REJECTED);
  }

  @Override
  public void open() {
    failure = new AtomicReference<>();
    Properties properties = new Properties();
    properties.putAll(client);
    properties.setProperty(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(topic.maxMessageBytes()));
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public void accept(IndexWrite write, String detail) throws IOException {
    Object rejected =
        topic == Topic.DOCUMENTS_REJECTED
            ? RejectedDocument.of(
                RejectionReason.INDEX_REJECTED,
                detail,
                null,
                null,
                null,
                null,
                write.id(),
                write.json())
            : RejectedRecord.indexed(write.alias(), write.id(), detail, write.json());
    ProducerRecord<byte[], byte[]> produced =
        new ProducerRecord<>(
            topicName,
            null,
            write.id().getBytes(StandardCharsets.UTF_8),
            RecordJson.write(rejected),
            topic.headers());
    try {
      producer.send(
          produced,
          (metadata, e) -> {
            if (e != null) {
              failure.compareAndSet(null, e);
            }
          });
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      producer.flush();
    } catch (KafkaException e) {
      throw failed(e);
    }
    Exception e = failure.getAndSet(null);
    if (e != null) {
      throw failed(e);
    }
  }

  private IOException failed(Exception e) {
    return new IOException(
        "a document that Elasticsearch refused can not be written to topic "
            + topicName
            + ": "
            + e.getMessage(),
        e);
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(java.time.Duration.ofSeconds(5));
    }
  }
}
