package io.duibiao.assessment;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.RelatedSeries;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.job.JobLauncher;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.AlertChange;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.RejectedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The series operator with state and time but without a cluster. */
final class SeriesHarness implements AutoCloseable {
  static final Duration QUIET = Duration.ofSeconds(60);
  static final Duration RETENTION = Duration.ofDays(3650);

  /** When every harness begins, unless told otherwise: what is awaited in the tests is not due. */
  static final Instant BEGIN = Instant.parse("2024-03-01T00:00:00Z");

  private static final long NEXT_CHECKPOINT = 1;

  private final Harness harness;
  private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
  private long offset;
  private long catalogOffset;
  private long checkpoint = NEXT_CHECKPOINT;

  /** Flink's own for two inputs takes no environment. */
  private static final class Harness extends AbstractStreamOperatorTestHarness<Assessment> {
    private static final long serialVersionUID = 1L;
    private final SeriesOperator series;

    Harness(SeriesOperator operator, MockEnvironment environment) throws Exception {
      super(operator, environment);
      series = operator;
      KeySelector<ParsedStatement, String> key = ParsedStatement::series;
      config.setStatePartitioner(0, key);
      config.setStateKeySerializer(StringSerializer.INSTANCE);
      config.serializeAllConfigs();
    }
  }

  private SeriesHarness(OperatorSubtaskState restored, Instant begin, boolean transitionsOnly)
      throws Exception {
    AssessmentSettings settings =
        new AssessmentSettings(
            "duibiao-assessments",
            "duibiao-alerts",
            transitionsOnly,
            QUIET,
            5,
            RETENTION,
            Clock.systemUTC());
    harness =
        new Harness(new SeriesOperator(IndicatorCatalog::bundled, settings), environment(metrics));
    harness.setProcessingTime(begin.toEpochMilli());
    harness.setup();
    if (restored != null) {
      harness.initializeState(restored);
    }
    harness.open();
    // What a restored attempt has to do at once.
    harness.setProcessingTime(begin.toEpochMilli());
  }

  /** Like a subtask of a job, generic types forbidden and metrics kept. */
  private static MockEnvironment environment(InterceptingOperatorMetricGroup metrics) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    return new MockEnvironmentBuilder()
        .setExecutionConfig(new ExecutionConfig(configuration))
        .setMaxParallelism(JobLauncher.MAX_PARALLELISM)
        .setMetricGroup(
            new InterceptingTaskMetricGroup() {
              @Override
              public InternalOperatorMetricGroup getOrAddOperator(
                  OperatorID id, String name, Map<String, String> variables) {
                return metrics;
              }
            })
        .build();
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
      feed(new ParsedStatement(series, statement, origin), timestamp);
    }
  }

  /** Feeds one statement to its own series only. */
  void processOwn(Statement statement, long timestamp) throws Exception {
    feed(
        new ParsedStatement(
            statement.series(),
            statement,
            new ConsumedRecord("statements", 0, offset++, timestamp, null, new byte[0])),
        timestamp);
  }

  private void feed(ParsedStatement parsed, long timestamp) throws Exception {
    StreamRecord<ParsedStatement> record = new StreamRecord<>(parsed, timestamp);
    harness.series.setKeyContextElement1(record);
    harness.series.processElement1(record);
  }

  /** Feeds a catalog. */
  void catalog(String yaml, Integer reportingMonths, long timestamp) throws Exception {
    harness.series.processElement2(
        new StreamRecord<>(
            new CatalogUpdate(yaml, reportingMonths, timestamp, catalogOffset++), timestamp));
  }

  /** The inputs are so far in time; it is quiet or not. */
  void watermark(Instant time) throws Exception {
    harness.series.processWatermark1(new Watermark(time.toEpochMilli()));
  }

  /** Lets processing time pass. */
  void elapse(Duration duration) throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + duration.toMillis());
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
  }

  /** The value of a counter of the operator. */
  long counter(String name) {
    return ((Counter) metrics.get(name)).getCount();
  }

  /** Entries of keyed state. */
  int stateEntries() {
    return ((HeapKeyedStateBackend<?>) harness.getOperator().<String>getKeyedStateBackend())
        .numKeyValueStateEntries();
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
    return side(Outlet.ALERTS);
  }

  List<RejectedRecord> rejected() {
    return side(Rejections.TAG);
  }

  List<IndexWrite> writes() {
    List<IndexWrite> writes = side(Outlet.ASSESSMENT_WRITES);
    writes.addAll(side(Outlet.ALERT_WRITES));
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
    harness.getOutput().clear();
    for (OutputTag<?> tag :
        List.of(Outlet.ALERTS, Rejections.TAG, Outlet.ASSESSMENT_WRITES, Outlet.ALERT_WRITES)) {
      Queue<?> queue = harness.getSideOutput(tag);
      if (queue != null) {
        queue.clear();
      }
    }
  }

  private <T> List<T> side(OutputTag<T> tag) {
    Queue<StreamRecord<T>> queue = harness.getSideOutput(tag);
    List<T> values = new ArrayList<>();
    if (queue != null) {
      queue.forEach(record -> values.add(record.getValue()));
    }
    return values;
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
