package io.duibiao.assessment;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.job.JobLauncher;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.RejectedRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The series operator with state but without a cluster. */
final class SeriesHarness implements AutoCloseable {
  private static final AssessmentSettings SETTINGS =
      new AssessmentSettings("duibiao-assessments", "duibiao-alerts");

  private final KeyedOneInputStreamOperatorTestHarness<String, ParsedStatement, Assessment> harness;
  private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
  private long offset;

  private SeriesHarness(OperatorSubtaskState restored) throws Exception {
    Judge judge = new Judge(IndicatorCatalog.bundled());
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new SeriesFunction(() -> judge, SETTINGS)),
            ParsedStatement::series,
            Types.STRING,
            environment(metrics));
    harness.setup();
    if (restored != null) {
      harness.initializeState(restored);
    }
    harness.open();
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
    return new SeriesHarness(null);
  }

  static SeriesHarness restored(OperatorSubtaskState state) throws Exception {
    return new SeriesHarness(state);
  }

  /** Feeds one statement; its record has the given timestamp. */
  void process(Statement statement, long timestamp) throws Exception {
    ConsumedRecord origin =
        new ConsumedRecord(
            "statements",
            0,
            offset++,
            timestamp,
            statement.series().getBytes(StandardCharsets.UTF_8),
            RecordJson.write(statement));
    harness.processElement(new ParsedStatement(statement, origin), timestamp);
  }

  /** The value of a counter of the operator. */
  long counter(String name) {
    return ((Counter) metrics.get(name)).getCount();
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  List<Assessment> assessments() {
    return harness.extractOutputValues();
  }

  List<Alert> alerts() {
    return side(SeriesFunction.ALERTS);
  }

  List<RejectedRecord> rejected() {
    return side(Rejections.TAG);
  }

  List<IndexWrite> writes() {
    List<IndexWrite> writes = side(SeriesFunction.ASSESSMENT_WRITES);
    writes.addAll(side(SeriesFunction.ALERT_WRITES));
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
    alerts().forEach(alert -> last.put(alert.id(), alert));
    return last;
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
