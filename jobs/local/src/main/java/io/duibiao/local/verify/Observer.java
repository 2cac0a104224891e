package io.duibiao.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.core.assessment.AlertType;
import io.duibiao.local.CommandFailure;
import io.duibiao.local.kafka.TopicReader;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what the pipeline has left. */
final class Observer {
  private static final Duration POLL = Duration.ofMillis(100);

  private final JobOptions options;
  private final SearchNode elasticsearch;
  private int statementRecords;

  /**
   * @param options lead to the topics and name the indices
   */
  Observer(JobOptions options, SearchNode elasticsearch) {
    this.options = options;
    this.elasticsearch = elasticsearch;
  }

  /** How many documents the index of a place has, also those that were written just now. */
  long count(Place place) throws IOException, InterruptedException {
    String alias = place.index().alias(options);
    elasticsearch.refresh(alias);
    return elasticsearch.count(alias);
  }

  /** Whether an alert tells that something is overdue. */
  boolean hasOverdueAlerts() throws IOException, InterruptedException {
    String alias = Place.ALERTS_INDEX.index().alias(options);
    elasticsearch.refresh(alias);
    return elasticsearch.count(alias, "type", AlertType.OVERDUE.code()) > 0;
  }

  /** How many records the topic of statements had when it was read last. */
  int statementRecords() {
    return statementRecords;
  }

  /** Everything, as it is now. */
  Contents read() throws IOException, InterruptedException, CommandFailure {
    Contents contents = new Contents();
    for (Place place : Place.values()) {
      read(place, contents);
    }
    return contents;
  }

  /** Everything in one place, as it is now. */
  void read(Place place, Contents contents)
      throws IOException, InterruptedException, CommandFailure {
    if (place.index() != null) {
      readIndex(place, contents);
    } else {
      readTopic(place, contents);
    }
  }

  private void readIndex(Place place, Contents contents) throws IOException, InterruptedException {
    Map<String, byte[]> documents = new TreeMap<>();
    elasticsearch.read(
        place.index().alias(options), (id, source) -> documents.put(id, RecordJson.write(source)));
    for (Map.Entry<String, byte[]> document : documents.entrySet()) {
      contents.put(place, document.getKey(), document.getValue());
    }
  }

  private void readTopic(Place place, Contents contents)
      throws IOException, InterruptedException, CommandFailure {
    int records = 0;
    Map<String, Map<String, Long>> rejected = new TreeMap<>();
    try (TopicReader reader = new TopicReader(options, place.topic(), TopicReader.From.BEGINNING)) {
      while (!reader.caughtUp()) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          records++;
          if (place == Place.REJECTED_TOPIC) {
            JsonNode json = RecordJson.mapper().readTree(record.value());
            rejected
                .computeIfAbsent(json.get("documentId").textValue(), id -> new TreeMap<>())
                .merge(json.get("reason").textValue(), 1L, Long::sum);
          } else if (record.value() == null) {
            contents.at(place).remove(new String(record.key(), StandardCharsets.UTF_8));
          } else {
            String id = RecordJson.mapper().readTree(record.value()).get("id").textValue();
            contents.put(place, id, record.value());
          }
        }
      }
    }
    rejected.forEach(
        (id, reasons) ->
            reasons.forEach(
                (reason, times) -> Expectation.putRejections(contents, id, reason, times)));
    if (place == Place.STATEMENTS_TOPIC) {
      statementRecords = records;
    }
  }
}
