package io.duibiao.local.kafka;

import io.duibiao.core.document.Document;
import io.duibiao.local.CommandFailure;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Sends documents to the topic {@code documents}. A document that does not say when it was
 * retrieved is taken to be retrieved now; of two such documents the later sent is the later
 * retrieved, also within one millisecond.
 */
public final class DocumentPublisher implements AutoCloseable {
  private static final int IN_FLIGHT = 50;

  private final Clock clock;
  private final TopicProducer producer;
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
    this.clock = clock;
    producer = new TopicProducer(options, Topic.DOCUMENTS, "duibiao-publish");
  }

  /** Sends one document; may wait for earlier ones to arrive. */
  public void send(Document document, Outcome outcome) throws InterruptedException {
    Document complete =
        document.retrievedAt() == null ? document.retrievedAt(nextInstant()) : document;
    while (underWay.size() >= IN_FLIGHT) {
      settleFirst();
    }
    try {
      underWay.add(new Sent(producer.send(complete.id(), RecordJson.write(complete)), outcome));
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
    producer.close();
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
