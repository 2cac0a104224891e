package io.duibiao.local.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.local.CommandFailure;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts the records of the topic {@code documents.rejected}, from its beginning. */
public final class RejectedDocuments implements AutoCloseable {
  private final TopicReader reader;
  private long count;
  private String last;

  /**
   * Connects.
   *
   * @throws CommandFailure when the broker can not be reached or lacks the topic
   */
  public RejectedDocuments(JobOptions options) throws CommandFailure, InterruptedException {
    reader = new TopicReader(options, Topic.DOCUMENTS_REJECTED, TopicReader.From.BEGINNING);
  }

  /** Reads what has come since. */
  public void update(Duration timeout) {
    for (ConsumerRecord<byte[], byte[]> each : reader.poll(timeout)) {
      count++;
      last = describe(each.value());
    }
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  /** The last one and its reason, in one line for a person. */
  public Optional<String> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public void close() {
    reader.close();
  }

  private static String describe(byte[] value) {
    try {
      JsonNode node = RecordJson.mapper().readTree(value);
      return node.path("documentId").asText("a record without id")
          + ": "
          + node.path("detail").asText(node.path("reason").asText());
    } catch (IOException | IllegalArgumentException unreadable) {
      return "a record that can not be shown";
    }
  }
}
