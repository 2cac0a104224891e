package io.duibiao.extraction;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.RejectionReason;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.extraction.Extraction;
import io.duibiao.core.extraction.StatementExtractor;
import io.duibiao.core.revision.DocumentHistory;
import io.duibiao.core.revision.Revision;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.catalog.CatalogUpdateSerializer;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.record.IndexedDocument;
import io.duibiao.streaming.record.LogText;
import io.duibiao.streaming.state.RecordVersionSerializer;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what each document id has said over time and sends what a newly consumed record adds to it.
 * The rules are those of {@link DocumentHistory}; here are only state, time and side outputs.
 */
final class RevisionFunction
    extends KeyedBroadcastProcessFunction<String, ParsedDocument, CatalogUpdate, Statement> {
  static final OutputTag<IndexWrite> DOCUMENT_WRITES =
      new OutputTag<>("document-writes", TypeInformation.of(IndexWrite.class));
  static final OutputTag<IndexWrite> STATEMENT_WRITES =
      new OutputTag<>("statement-writes", TypeInformation.of(IndexWrite.class));

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RevisionFunction.class);

  /** The catalog that took the place of the one that the job was started with. */
  static final MapStateDescriptor<String, CatalogUpdate> CATALOG =
      new MapStateDescriptor<>("catalog", StringSerializer.INSTANCE, new CatalogUpdateSerializer());

  private static final String CURRENT = "current";

  private final ExtractorFactory extractors;
  private final ExtractionSettings settings;

  private transient StatementExtractor extractor;

  /** Tells catalogs apart; null while the one holds that the job was started with. */
  private transient String catalogDigest;

  /** The catalog that is read with; null while the one holds that the job was started with. */
  private transient CatalogUpdate catalog;

  private transient RevisionMetrics metrics;
  private transient Rejections rejections;
  private transient ValueState<DocumentHistory> histories;
  private transient ValueState<LastReading> lastReadings;
  private transient ValueState<RecordVersion> versions;

  /**
   * @param extractors makes the extractor where it works: it loads dictionaries and does not travel
   * @param settings what bounds the work on one document
   */
  RevisionFunction(ExtractorFactory extractors, ExtractionSettings settings) {
    this.extractors = extractors;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    extractor = extractors.create(null);
    metrics = new RevisionMetrics(getRuntimeContext().getMetricGroup());
    rejections = new Rejections(getRuntimeContext().getMetricGroup());
    histories = state("history", new DocumentHistorySerializer());
    lastReadings = state("last-reading", new LastReadingSerializer());
    versions = state("version", new RecordVersionSerializer());
  }

  private <T> ValueState<T> state(String name, TypeSerializer<T> serializer) {
    return getRuntimeContext().getState(new ValueStateDescriptor<>(name, serializer));
  }

  @Override
  public void processBroadcastElement(
      CatalogUpdate update, Context context, Collector<Statement> out) throws Exception {
    context.getBroadcastState(CATALOG).put(CURRENT, update);
    readWith(update);
  }

  /** Documents that are read from now on are read with this catalog. */
  private void readWith(CatalogUpdate update) {
    // Not told by the offset alone, which begins anew where the topic is made anew.
    if (update == null || update.equals(catalog)) {
      return;
    }
    extractor = extractors.create(update.yaml());
    catalogDigest = update.yaml() == null ? null : ContentDigest.of(update.yaml());
    catalog = update;
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Statement> out)
      throws Exception {
    RecordVersion version = versions.value();
    if (version == null) {
      return;
    }
    long until = version.timestamp() + settings.retention().toMillis();
    long now = context.timerService().currentProcessingTime();
    if (until > now && version.timestamp() <= now) {
      context.timerService().registerProcessingTimeTimer(until);
      return;
    }
    histories.clear();
    lastReadings.clear();
    versions.clear();
    metrics.forgotten.inc();
  }

  @Override
  public void processElement(
      ParsedDocument parsed, ReadOnlyContext context, Collector<Statement> out) throws Exception {
    // A restored attempt learns only here which catalog holds.
    readWith(context.getBroadcastState(CATALOG).get(CURRENT));
    if (versions.value() == null) {
      long now = context.timerService().currentProcessingTime();
      context.timerService().registerProcessingTimeTimer(now + settings.retention().toMillis());
    }
    // Counted before anything can fail, so that the version depends on nothing but the records.
    RecordVersion version = current(versions, RecordVersion.NONE).plus(parsed.origin().timestamp());
    versions.update(version);

    DocumentHistory before = current(histories, DocumentHistory.empty());
    LastReading last = lastReadings.value();
    DocumentHistory after;
    List<Statement> changes;
    LastReading reading;
    try {
      Document document = parsed.document();
      String digest = ContentDigest.of(document, catalogDigest);
      Optional<Revision> again = again(document, digest, last, before);
      long start = System.nanoTime();
      Revision revision = again.isPresent() ? again.get() : read(document);
      long millis =
          again.isPresent() ? last.extractionMillis() : (System.nanoTime() - start) / 1_000_000;
      reading = LastReading.of(digest, millis, revision);
      after = before.with(revision);
      changes = DocumentHistory.changes(before, after);
    } catch (RejectedDocumentException e) {
      reject(parsed, e.reason(), e.getMessage(), context);
      writes(before, last, version.external(), context);
      return;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      LOG.warn("document {} makes the extraction fail", LogText.of(parsed.documentId()), e);
      reject(parsed, RejectionReason.INTERNAL_ERROR, describe(e), context);
      writes(before, last, version.external(), context);
      return;
    }

    lastReadings.update(reading);
    if (after != before) {
      histories.update(after);
    }
    // A document may say nothing, and be found all the same.
    if (changes.isEmpty() && after.latest().equals(before.latest())) {
      metrics.unchanged.inc();
    }
    changes.forEach(out::collect);
    writes(after, reading, version.external(), context);
  }

  /** What was read before from the same bytes. */
  private Optional<Revision> again(
      Document document, String digest, LastReading last, DocumentHistory history) {
    if (last == null || !last.digest().equals(digest)) {
      return Optional.empty();
    }
    Optional<Revision> again = last.again(history, document.retrievedAt());
    if (again.isPresent()) {
      metrics.notReadAgain.inc();
    }
    return again;
  }

  private Revision read(Document document) throws RejectedDocumentException {
    long start = System.nanoTime();
    try {
      Extraction extraction = extractor.extract(document, TimeBudget.of(settings.timeBudget()));
      metrics.statementsPerDocument.update(extraction.statements().size());
      return Revision.of(document, extraction);
    } finally {
      metrics.extractionMillis.update((System.nanoTime() - start) / 1_000_000);
    }
  }

  /**
   * Writes all that holds now and not only what changed, and does so for every record: an attempt
   * that was lost may have read other records first and written what follows from them alone, under
   * a version that only the record at hand reaches.
   */
  private void writes(
      DocumentHistory history, LastReading reading, long version, ReadOnlyContext context) {
    history
        .latest()
        .ifPresent(
            revision ->
                context.output(
                    DOCUMENT_WRITES,
                    IndexWrite.of(
                        settings.documentsAlias(),
                        revision.documentId(),
                        version,
                        indexed(revision, reading))));
    for (Statement statement : history.statements()) {
      context.output(
          STATEMENT_WRITES,
          IndexWrite.of(settings.statementsAlias(), statement.id(), version, statement));
    }
  }

  private static IndexedDocument indexed(Revision revision, LastReading reading) {
    boolean readLast =
        reading != null && reading.header().fingerprint().equals(revision.fingerprint());
    return IndexedDocument.of(revision, readLast ? reading.extractionMillis() : null);
  }

  private void reject(
      ParsedDocument parsed, RejectionReason reason, String detail, ReadOnlyContext context) {
    context.output(
        Rejections.TAG, rejections.of(parsed.origin(), parsed.documentId(), reason, detail));
  }

  /** Class and place of a defect; not its message, which may hold any amount of the document. */
  private static String describe(Throwable defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    return "reading it failed with "
        + defect.getClass().getSimpleName()
        + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private static <T> T current(ValueState<T> state, T absent) throws Exception {
    T value = state.value();
    return value == null ? absent : value;
  }
}
