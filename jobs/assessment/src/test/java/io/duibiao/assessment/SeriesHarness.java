package io.duibiao.assessment;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.RelatedSeries;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.fixture.KeyedOperatorHarness;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.AlertChange;
import io.duibiao.streaming.record.CatalogRecords;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.RejectedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.function.SerializableSupplier;

/** The series operator with state and time but without a cluster. */
final class SeriesHarness implements AutoCloseable {
  static final Duration QUIET = Duration.ofSeconds(60);
  static final int MONTHS = 5;
  static final Duration RETENTION = Duration.ofDays(3650);

  /** When every harness begins, unless told otherwise: what is awaited in the tests is not due. */
  static final Instant BEGIN = Instant.parse("2024-03-01T00:00:00Z");

  private static final long NEXT_CHECKPOINT = 1;

  private final KeyedOperatorHarness<SeriesInput, CatalogUpdate, Assessment> harness;
  private long offset;
  private long catalogOffset;
  private long checkpoint = NEXT_CHECKPOINT;

  private SeriesHarness(OperatorSubtaskState restored, Instant begin, boolean transitionsOnly)
      throws Exception {
    this(restored, begin, transitionsOnly, IndicatorCatalog::bundled, MONTHS);
  }

  private SeriesHarness(
      OperatorSubtaskState restored,
      Instant begin,
      boolean transitionsOnly,
      SerializableSupplier<IndicatorCatalog> catalogs,
      int reportingMonths)
      throws Exception {
    this(restored, begin, transitionsOnly, catalogs, reportingMonths, LedgerBound.DEFAULT);
  }

  private SeriesHarness(
      OperatorSubtaskState restored,
      Instant begin,
      boolean transitionsOnly,
      SerializableSupplier<IndicatorCatalog> catalogs,
      int reportingMonths,
      LedgerBound bound)
      throws Exception {
    AssessmentSettings settings =
        new AssessmentSettings(
            "duibiao-assessments",
            "duibiao-alerts",
            transitionsOnly,
            QUIET,
            Duration.ofSeconds(1),
            reportingMonths,
            RETENTION,
            Clock.systemUTC());
    harness =
        new KeyedOperatorHarness<>(
            new SeriesOperator(catalogs, settings, bound), SeriesInput::series);
    harness.setProcessingTime(begin.toEpochMilli());
    harness.setup();
    if (restored != null) {
      harness.initializeState(restored);
    }
    harness.open();
    // What a restored attempt has to do at once.
    harness.setProcessingTime(begin.toEpochMilli());
  }

  static SeriesHarness fresh() throws Exception {
    return new SeriesHarness(null, BEGIN, false);
  }

  /** One that tells the topic of alerts only transitions, as under exactly-once. */
  static SeriesHarness exactlyOnce() throws Exception {
    return new SeriesHarness(null, BEGIN, true);
  }

  /** As {@link #exactlyOnce()}, from a checkpoint. */
  static SeriesHarness exactlyOnce(OperatorSubtaskState state) throws Exception {
    return new SeriesHarness(state, BEGIN, true);
  }

  static SeriesHarness restored(OperatorSubtaskState state) throws Exception {
    return new SeriesHarness(state, BEGIN, false);
  }

  static SeriesHarness restored(OperatorSubtaskState state, Instant begin) throws Exception {
    return new SeriesHarness(state, begin, false);
  }

  /**
   * One that begins, or goes on.
   *
   * @param state null to begin
   * @param transitionsOnly what the topic of alerts is told
   */
  static SeriesHarness of(OperatorSubtaskState state, Instant begin, boolean transitionsOnly)
      throws Exception {
    return new SeriesHarness(state, begin, transitionsOnly);
  }

  /** The time by the clock. */
  Instant now() {
    return Instant.ofEpochMilli(harness.getProcessingTime());
  }

  /** One whose series may have so many entries in their ledgers. */
  static SeriesHarness bounded(int entries) throws Exception {
    return new SeriesHarness(
        null, BEGIN, false, IndicatorCatalog::bundled, MONTHS, new LedgerBound(entries));
  }

  /** One that goes on under exactly-once with another catalog and other deadlines. */
  static SeriesHarness restarted(OperatorSubtaskState state, String yaml, int reportingMonths)
      throws Exception {
    return new SeriesHarness(
        state,
        BEGIN,
        true,
        yaml == null ? IndicatorCatalog::bundled : () -> CatalogRecords.catalog(yaml),
        reportingMonths);
  }

  /** Feeds one statement, to all series that it is evidence in; its record has the timestamp. */
  void process(Statement statement, long timestamp) throws Exception {
    ConsumedRecord origin =
        new ConsumedRecord(
            "statements",
            0,
            offset++,
            timestamp,
            statement.series().getBytes(StandardCharsets.UTF_8),
            RecordJson.write(statement));
    for (String series : RelatedSeries.of(statement)) {
      harness.processFirst(
          SeriesInput.of(new ParsedStatement(series, statement, origin)), timestamp);
    }
  }

  /** Feeds one statement to its own series only. */
  void processOwn(Statement statement, long timestamp) throws Exception {
    harness.processFirst(
        SeriesInput.of(
            new ParsedStatement(
                statement.series(),
                statement,
                new ConsumedRecord("statements", 0, offset++, timestamp, null, new byte[0]))),
        timestamp);
  }

  /** Feeds what a pool has to say to a series. */
  void process(SeriesInput input) throws Exception {
    harness.processFirst(input, input.view().version().timestamp());
  }

  /** Feeds a catalog. */
  void catalog(String yaml, Integer reportingMonths, long timestamp) throws Exception {
    catalog(new CatalogUpdate(yaml, reportingMonths, timestamp, catalogOffset++));
  }

  /** Feeds a catalog that has its place in the topic. */
  void catalog(CatalogUpdate update) throws Exception {
    harness.processSecond(update, update.timestamp());
  }

  /** The inputs are so far in time; it is quiet or not. */
  void watermark(Instant time) throws Exception {
    harness.processFirstWatermark(new Watermark(time.toEpochMilli()));
  }

  /** Lets processing time pass. */
  void elapse(Duration duration) throws Exception {
    harness.elapse(duration);
  }

  /** No statement comes until it is quiet, and then the clock tells the time. */
  void quietUntil(Instant clock) throws Exception {
    elapse(QUIET);
    watermark(clock);
  }

  /** A checkpoint that completes. */
  OperatorSubtaskState checkpoint() throws Exception {
    OperatorSubtaskState state = snapshot();
    complete();
    return state;
  }

  /** A checkpoint of which it is not known yet whether it completes. */
  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(++checkpoint, checkpoint);
  }

  /** A savepoint that completes. */
  OperatorSubtaskState savepoint() throws Exception {
    OperatorSubtaskState state =
        harness
            .snapshotWithLocalState(
                ++checkpoint, checkpoint, SavepointType.savepoint(SavepointFormatType.CANONICAL))
            .getJobManagerOwnedState();
    complete();
    return state;
  }

  /** The last checkpoint has completed. */
  void complete() throws Exception {
    harness.notifyOfCompletedCheckpoint(checkpoint);
    elapse(Duration.ZERO);
  }

  /**
   * The operator is told that the last checkpoint has completed while it sends: after so many of
   * the records that it sends next to indices and to the topic of alerts.
   */
  void completeWhileSending(int records) {
    long id = checkpoint;
    harness.whileSending(records, () -> harness.notifyOfCompletedCheckpoint(id));
  }

  /** Whether fewer records were sent than {@link #completeWhileSending} waits for. */
  boolean stillToComplete() {
    return harness.stillToReact();
  }

  /** The value of a counter of the operator. */
  long counter(String name) {
    return ((Counter) harness.metric(name)).getCount();
  }

  /** Entries of keyed state. */
  int stateEntries() {
    return harness.stateEntries();
  }

  /** Timers of event time. */
  int timers() {
    return harness.numEventTimeTimers();
  }

  List<Assessment> assessments() {
    return harness.extractOutputValues();
  }

  /** What the topic of alerts was told, alerts taken back not among them. */
  List<Alert> alerts() {
    return alertChanges().stream().map(AlertChange::alert).filter(a -> a != null).toList();
  }

  List<AlertChange> alertChanges() {
    return harness.side(Outlet.ALERTS);
  }

  List<RejectedRecord> rejected() {
    return harness.side(Rejections.TAG);
  }

  List<IndexWrite> writes() {
    List<IndexWrite> writes = harness.side(Outlet.ASSESSMENT_WRITES);
    writes.addAll(harness.side(Outlet.ALERT_WRITES));
    return writes;
  }

  /** What a reader of the compacted topic holds in the end. */
  Map<String, Assessment> lastAssessments() {
    Map<String, Assessment> last = new LinkedHashMap<>();
    assessments().forEach(assessment -> last.put(assessment.id(), assessment));
    return last;
  }

  /** What a reader of the compacted topic holds in the end. */
  Map<String, Alert> lastAlerts() {
    Map<String, Alert> last = new LinkedHashMap<>();
    for (AlertChange change : alertChanges()) {
      if (change.alert() == null) {
        last.remove(change.id());
      } else {
        last.put(change.id(), change.alert());
      }
    }
    return last;
  }

  /** Forgets the output so far. */
  void clear() {
    harness.clear(
        List.of(Outlet.ALERTS, Rejections.TAG, Outlet.ASSESSMENT_WRITES, Outlet.ALERT_WRITES));
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
