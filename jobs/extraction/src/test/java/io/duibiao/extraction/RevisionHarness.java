package io.duibiao.extraction;

import io.duibiao.core.document.Document;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.fixture.KeyedOperatorHarness;
import io.duibiao.streaming.fixture.LineExtractor;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.RejectedDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;

/** The revision operator with state but without a cluster. */
final class RevisionHarness implements AutoCloseable {
  private static AtomicInteger calls = new AtomicInteger();

  /** When every harness begins. */
  static final Instant BEGIN = Instant.parse("2024-03-01T00:00:00Z");

  static final Duration RETENTION = Duration.ofDays(3650);

  private final KeyedOperatorHarness<ParsedDocument, CatalogUpdate, Statement> harness;
  private long offset;
  private long catalogOffset;
  private static final long AFTER_RESTORE = 100;
  private static List<String> catalogs = new ArrayList<>();

  private RevisionHarness(OperatorSubtaskState restored) throws Exception {
    calls = new AtomicInteger();
    catalogs = new ArrayList<>();
    RevisionFunction function =
        new RevisionFunction(
            yaml -> {
              catalogs.add(yaml);
              return new LineExtractor(calls);
            },
            new ExtractionSettings(
                5_000_000,
                Duration.ofMillis(50),
                RETENTION,
                "duibiao-documents",
                "duibiao-statements",
                "duibiao-rejected"));
    harness =
        new KeyedOperatorHarness<>(
            new CoBroadcastWithKeyedOperator<String, ParsedDocument, CatalogUpdate, Statement>(
                function, List.of(RevisionFunction.CATALOG)),
            ParsedDocument::documentId);
    harness.setProcessingTime(BEGIN.toEpochMilli());
    harness.setup();
    if (restored != null) {
      catalogOffset = AFTER_RESTORE;
      harness.initializeState(restored);
    }
    harness.open();
  }

  static RevisionHarness fresh() throws Exception {
    return new RevisionHarness(null);
  }

  static RevisionHarness restored(OperatorSubtaskState state) throws Exception {
    return new RevisionHarness(state);
  }

  /** Feeds one document; its record has the given timestamp. */
  void process(Document document, long timestamp) throws Exception {
    ConsumedRecord origin =
        new ConsumedRecord("documents", 0, offset++, timestamp, null, RecordJson.write(document));
    harness.processFirst(new ParsedDocument(document, origin), timestamp);
  }

  /** Feeds a catalog. */
  void catalog(String yaml) throws Exception {
    catalog(yaml, catalogOffset++);
  }

  /** Feeds a catalog of a certain offset. */
  void catalog(String yaml, long offset) throws Exception {
    harness.processSecond(new CatalogUpdate(yaml, null, 0, offset), 0);
  }

  /** The catalogs that extractors were made for, null for that of the job. */
  List<String> catalogs() {
    return catalogs;
  }

  /** Lets time pass. */
  void elapse(Duration duration) throws Exception {
    harness.elapse(duration);
  }

  /** Entries of keyed state. */
  int stateEntries() {
    return harness.stateEntries();
  }

  /** Timers of processing time. */
  int timers() {
    return harness.numProcessingTimeTimers();
  }

  /** How often the extractor was asked since this harness was opened. */
  int extractions() {
    return calls.get();
  }

  /** The value of a counter of the operator. */
  long counter(String name) {
    return ((Counter) harness.metric(name)).getCount();
  }

  /** A histogram of the operator. */
  Histogram histogram(String name) {
    return (Histogram) harness.metric(name);
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  List<Statement> statements() {
    return harness.extractOutputValues();
  }

  List<RejectedDocument> rejected() {
    return harness.side(Rejections.TAG);
  }

  List<IndexWrite> documentWrites() {
    return harness.side(RevisionFunction.DOCUMENT_WRITES);
  }

  List<IndexWrite> statementWrites() {
    return harness.side(RevisionFunction.STATEMENT_WRITES);
  }

  /** What a reader of the topic holds in the end: the last record of each id. */
  Map<String, Statement> lastStatements() {
    Map<String, Statement> last = new LinkedHashMap<>();
    statements().forEach(statement -> last.put(statement.id(), statement));
    return last;
  }

  /** Forgets the output so far. */
  void clear() {
    harness.clear(
        List.of(
            Rejections.TAG, RevisionFunction.DOCUMENT_WRITES, RevisionFunction.STATEMENT_WRITES));
  }

  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
