package io.duibiao.streaming.elasticsearch.internal;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;

/** Counts what became of documents. */
final class WriterMetrics {
  private final Counter written;
  private final Counter conflicts;
  private final Counter retries;
  private final Counter poison;
  private final Counter sendErrors;

  WriterMetrics(SinkWriterMetricGroup group) {
    MetricGroup own = group.addGroup("elasticsearch");
    this.written = own.counter("written");
    this.conflicts = own.counter("conflicts");
    this.retries = own.counter("retries");
    this.poison = own.counter("poison");
    this.sendErrors = group.getNumRecordsSendErrorsCounter();
  }

  void written() {
    written.inc();
  }

  void conflict() {
    conflicts.inc();
  }

  void retries(int documents) {
    retries.inc(documents);
  }

  void poison() {
    poison.inc();
    sendErrors.inc();
  }
}
