package io.duibiao.local.verify;

import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.topic.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where the pipeline leaves something that the batch run gives too.
 *
 * <p>Everything is compared byte for byte but for the fields that tell of the stream and not of the
 * documents. They are left out on both sides:
 *
 * <ul>
 *   <li>{@code version} and {@code updatedAt} of assessments and {@code version} of alerts: the
 *       number and the largest timestamp of the records that a verdict rests on. Both depend on how
 *       often and when documents were sent; a batch run has no records.
 *   <li>{@code extractionMillis} of documents: how long reading took, a measurement.
 * </ul>
 *
 * <p>Statements are compared whole. Their topic is keyed by series; the last record of each
 * statement id is compared, since that is what a statement is corrected by.
 */
enum Place {
  DOCUMENTS_INDEX(null, Index.DOCUMENTS, List.of("extractionMillis")),
  STATEMENTS_TOPIC(Topic.STATEMENTS, null, List.of()),
  STATEMENTS_INDEX(null, Index.STATEMENTS, List.of()),
  ASSESSMENTS_TOPIC(Topic.ASSESSMENTS, null, List.of("version", "updatedAt")),
  ASSESSMENTS_INDEX(null, Index.ASSESSMENTS, List.of("version", "updatedAt")),
  ALERTS_TOPIC(Topic.ALERTS, null, List.of("version")),
  ALERTS_INDEX(null, Index.ALERTS, List.of("version")),
  /** Documents that were rejected: by id and reason, how many times. */
  REJECTED_TOPIC(Topic.DOCUMENTS_REJECTED, null, List.of());

  private final Topic topic;
  private final Index index;
  private final List<String> masked;

  Place(Topic topic, Index index, List<String> masked) {
    this.topic = topic;
    this.index = index;
    this.masked = masked;
  }

  /** The topic, or null for an index. */
  Topic topic() {
    return topic;
  }

  /** The index, or null for a topic. */
  Index index() {
    return index;
  }

  /** The fields that are left out. */
  List<String> masked() {
    return masked;
  }

  /** All fields that are left out, for people. */
  static String shownMasks() {
    return Arrays.stream(values())
        .filter(place -> !place.masked.isEmpty())
        .map(place -> place.shown() + " " + String.join(" and ", place.masked))
        .collect(Collectors.joining(", "));
  }

  /** For people: {@code index alerts}. */
  String shown() {
    return topic != null
        ? "topic " + topic.baseName()
        : "index " + index.name().toLowerCase(Locale.ROOT);
  }
}
