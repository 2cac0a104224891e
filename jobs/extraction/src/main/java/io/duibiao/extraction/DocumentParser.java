package io.duibiao.extraction;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.DocumentRecords;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Reads the records of the topic {@code documents}; what is no document goes to the side. */
final class DocumentParser extends ProcessFunction<ConsumedRecord, ParsedDocument> {
  private static final long serialVersionUID = 1L;

  private final long maxBytes;
  private transient Counter documentsIn;
  private transient Rejections rejections;

  DocumentParser(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void open(OpenContext context) {
    documentsIn = getRuntimeContext().getMetricGroup().counter("documentsIn");
    rejections = new Rejections(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(
      ConsumedRecord record, Context context, Collector<ParsedDocument> out) {
    documentsIn.inc();
    Instant now =
        Instant.ofEpochMilli(
            Math.max(record.timestamp(), context.timerService().currentProcessingTime()));
    Document document = null;
    try {
      document = DocumentRecords.parse(record.value(), maxBytes);
      DocumentRecords.requirePlausible(document, now);
    } catch (RejectedDocumentException e) {
      String id = document == null ? null : document.id();
      context.output(Rejections.TAG, rejections.of(record, id, e.reason(), e.getMessage()));
      return;
    }
    out.collect(new ParsedDocument(retrieved(document, record), record));
  }

  private static Document retrieved(Document document, ConsumedRecord record) {
    return document.retrievedAt() != null
        ? document
        : document.retrievedAt(Instant.ofEpochMilli(Math.max(0, record.timestamp())));
  }
}
