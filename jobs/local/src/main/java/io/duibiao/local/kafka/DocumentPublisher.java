package io.duibiao.local.kafka;

import io.duibiao.core.document.Document;
import io.duibiao.local.CommandFailure;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends documents to the topic {@code documents}. A document that does not say when it was
 * retrieved is taken to be retrieved now; of two such documents the later sent is the later
 * retrieved, also within one millisecond.
 */
public final class DocumentPublisher implements AutoCloseable {
  private static final int IN_FLIGHT = 50;
  private static final Duration DELIVERY = Duration.ofSeconds(30);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final String topic;
  private final Clock clock;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Deque<Sent> underWay = new ArrayDeque<>();
  private Instant last = Instant.EPOCH;

  /** Told what became of one document, in the order in which they were sent. */
  public interface Outcome {
    /**
     * Takes the answer.
     *
     * @param problem one line for a person, or null when the broker has the document
     */
    void arrived(String problem);
  }

  /**
   * Connects.
   *
   * @throws CommandFailure when the broker can not be reached or lacks the topic
   */
  public DocumentPublisher(JobOptions options, Clock clock)
      throws CommandFailure, InterruptedException {
    this.topic = options.topic(Topic.DOCUMENTS);
    this.clock = clock;
    Brokers.requireTopic(options, topic);
    Properties properties = options.kafkaClient();
    properties.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    properties.setProperty(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
        Integer.toString(Topic.DOCUMENTS.maxMessageBytes()));
    properties.setProperty(
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(DELIVERY.toMillis()));
    properties.setProperty(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
    properties.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(DELIVERY.toMillis()));
    properties.setProperty(ProducerConfig.CLIENT_ID_CONFIG, "duibiao-publish");
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Sends one document; may wait for earlier ones to arrive. */
  public void send(Document document, Outcome outcome) throws InterruptedException {
    Document complete =
        document.retrievedAt() == null ? document.retrievedAt(nextInstant()) : document;
    ProducerRecord<byte[], byte[]> produced =
        new ProducerRecord<>(
            topic,
            null,
            complete.id().getBytes(StandardCharsets.UTF_8),
            RecordJson.write(complete),
            Topic.DOCUMENTS.headers());
    while (underWay.size() >= IN_FLIGHT) {
      settleFirst();
    }
    try {
      underWay.add(new Sent(producer.send(produced), outcome));
    } catch (KafkaException problem) {
      settleAll();
      outcome.arrived(problem.getMessage());
    }
  }

  /** Waits until it is known of every document what became of it. */
  public void settleAll() throws InterruptedException {
    while (!underWay.isEmpty()) {
      settleFirst();
    }
  }

  @Override
  public void close() {
    producer.close(CLOSE);
  }

  private void settleFirst() throws InterruptedException {
    Sent sent = underWay.remove();
    try {
      sent.answer().get();
      sent.outcome().arrived(null);
    } catch (ExecutionException problem) {
      sent.outcome().arrived(problem.getCause().getMessage());
    }
  }

  private Instant nextInstant() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    last = now.isAfter(last) ? now : last.plusMillis(1);
    return last;
  }

  private record Sent(Future<RecordMetadata> answer, Outcome outcome) {}
}
