package io.duibiao.assessment;

import io.duibiao.core.assessment.Judge;
import io.duibiao.core.matching.Pool;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.job.JobLauncher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.state.MapState;
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
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.function.SerializableSupplier;

/** The pool operator with state and time but without a cluster. */
final class PoolHarness implements AutoCloseable {
  static final Duration DELAY = Duration.ofSeconds(1);

  private final PoolOperator operator;
  private final KeyedOneInputStreamOperatorTestHarness<String, PooledStatement, SeriesInput>
      harness;
  private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
  private long checkpoint;

  private PoolHarness(OperatorSubtaskState restored, Instant begin, int rules) throws Exception {
    this(restored, begin, rules, System::nanoTime);
  }

  private PoolHarness(
      OperatorSubtaskState restored, Instant begin, int rules, SerializableSupplier<Long> stopwatch)
      throws Exception {
    operator = new PoolOperator(settings(), rules, stopwatch);
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator, PooledStatement::pool, Types.STRING, environment());
    harness.setProcessingTime(begin.toEpochMilli());
    harness.setup();
    if (restored != null) {
      harness.initializeState(restored);
    }
    harness.open();
  }

  static PoolHarness fresh() throws Exception {
    return restored(null);
  }

  static PoolHarness restored(OperatorSubtaskState state) throws Exception {
    return restored(state, SeriesHarness.BEGIN);
  }

  static PoolHarness restored(OperatorSubtaskState state, Instant begin) throws Exception {
    return new PoolHarness(state, begin, Judge.RULES_VERSION);
  }

  /** One that goes on with rules of another version. */
  static PoolHarness restarted(OperatorSubtaskState state, int rules) throws Exception {
    return new PoolHarness(state, SeriesHarness.BEGIN, rules);
  }

  /** One whose every matching takes so long, by its stopwatch. */
  static PoolHarness slow(Duration each) throws Exception {
    AtomicLong time = new AtomicLong();
    return new PoolHarness(
        null, SeriesHarness.BEGIN, Judge.RULES_VERSION, () -> time.getAndAdd(each.toNanos()));
  }

  static AssessmentSettings settings() {
    return new AssessmentSettings(
        "duibiao-assessments",
        "duibiao-alerts",
        false,
        SeriesHarness.QUIET,
        DELAY,
        SeriesHarness.MONTHS,
        SeriesHarness.RETENTION,
        Clock.systemUTC());
  }

  private MockEnvironment environment() {
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

  /** Feeds one statement, if it has a pool. */
  void process(Statement statement, long timestamp) throws Exception {
    Optional<String> pool = Pool.keyOf(statement);
    if (pool.isPresent()) {
      harness.processElement(new PooledStatement(pool.get(), statement, timestamp), timestamp);
    }
  }

  /** Lets processing time pass, and returns what was told. */
  List<SeriesInput> elapse(Duration duration) throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + duration.toMillis());
    return drain();
  }

  /** The time by the clock. */
  Instant now() {
    return Instant.ofEpochMilli(harness.getProcessingTime());
  }

  /** The input is so far in event time. */
  void watermark(Instant time) throws Exception {
    harness.processWatermark(new Watermark(time.toEpochMilli()));
  }

  /** No record will follow; returns what was told. */
  List<SeriesInput> finish() throws Exception {
    harness.processWatermark(Watermark.MAX_WATERMARK);
    operator.finish();
    return drain();
  }

  /** What was told since this was last asked. */
  List<SeriesInput> drain() {
    List<SeriesInput> told = new ArrayList<>(harness.extractOutputValues());
    harness.getOutput().clear();
    return told;
  }

  /** How far the output is in time. */
  Instant watermarkSent() {
    Instant last = Instant.MIN;
    for (Object each : harness.getOutput()) {
      if (each instanceof Watermark mark) {
        last = Instant.ofEpochMilli(mark.getTimestamp());
      }
    }
    return last;
  }

  /** The value of a counter of the operator. */
  long counter(String name) {
    return ((Counter) metrics.get(name)).getCount();
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(++checkpoint, checkpoint);
  }

  /** How many events a pool has in state. */
  int events(String pool) throws Exception {
    operator.setCurrentKey(pool);
    MapState<String, Statement> events =
        operator
            .<String>getKeyedStateBackend()
            .getPartitionedState(
                VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, PoolStore.EVENTS);
    int count = 0;
    for (Object each : events.keys()) {
      count++;
    }
    return count;
  }

  /** Entries of keyed state, a map being one. */
  int stateEntries() {
    return ((HeapKeyedStateBackend<?>) operator.<String>getKeyedStateBackend())
        .numKeyValueStateEntries();
  }

  /** Timers of either kind. */
  int timers() {
    return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
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
