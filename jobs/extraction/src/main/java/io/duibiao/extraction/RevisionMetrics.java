package io.duibiao.extraction;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What one instance of the revision operator tells about its work. */
final class RevisionMetrics {
  private static final int WINDOW = 1000;

  /** Documents that no record has touched for so long that they were forgotten. */
  final Counter forgotten;

  /** Documents that changed nothing. */
  final Counter unchanged;

  /** Of these, those that were recognised by their bytes and not even read. */
  final Counter notReadAgain;

  /** Statements of each document that was read. */
  final Histogram statementsPerDocument;

  /** Milliseconds that reading each of them took. */
  final Histogram extractionMillis;

  RevisionMetrics(MetricGroup group) {
    forgotten = group.counter("documentsForgotten");
    unchanged = group.counter("documentsUnchanged");
    notReadAgain = group.counter("documentsNotReadAgain");
    statementsPerDocument = histogram(group, "statementsPerDocument");
    extractionMillis = histogram(group, "extractionMillis");
  }

  private static Histogram histogram(MetricGroup group, String name) {
    return group.histogram(name, new DescriptiveStatisticsHistogram(WINDOW));
  }
}
