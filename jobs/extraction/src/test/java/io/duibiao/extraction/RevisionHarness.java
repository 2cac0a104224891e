package io.duibiao.extraction;

import io.duibiao.core.document.Document;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.fixture.LineExtractor;
import io.duibiao.streaming.job.JobLauncher;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.RejectedDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
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

/** The revision operator with state but without a cluster. */
final class RevisionHarness implements AutoCloseable {
  private static AtomicInteger calls = new AtomicInteger();

  private final KeyedOneInputStreamOperatorTestHarness<String, ParsedDocument, Statement> harness;
  private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
  private long offset;

  private RevisionHarness(OperatorSubtaskState restored) throws Exception {
    calls = new AtomicInteger();
    RevisionFunction function =
        new RevisionFunction(
            () -> new LineExtractor(calls),
            new ExtractionSettings(
                5_000_000,
                Duration.ofMillis(50),
                "duibiao-documents",
                "duibiao-statements",
                "duibiao-rejected"));
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(function),
            ParsedDocument::documentId,
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
    harness.processElement(new ParsedDocument(document, origin), timestamp);
  }

  /** How often the extractor was asked since this harness was opened. */
  int extractions() {
    return calls.get();
  }

  /** The value of a counter of the operator. */
  long counter(String name) {
    return ((Counter) metrics.get(name)).getCount();
  }

  /** A histogram of the operator. */
  Histogram histogram(String name) {
    return (Histogram) metrics.get(name);
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  List<Statement> statements() {
    return harness.extractOutputValues();
  }

  List<RejectedDocument> rejected() {
    return side(Rejections.TAG);
  }

  List<IndexWrite> documentWrites() {
    return side(RevisionFunction.DOCUMENT_WRITES);
  }

  List<IndexWrite> statementWrites() {
    return side(RevisionFunction.STATEMENT_WRITES);
  }

  /** What a reader of the topic holds in the end: the last record of each id. */
  Map<String, Statement> lastStatements() {
    Map<String, Statement> last = new LinkedHashMap<>();
    statements().forEach(statement -> last.put(statement.id(), statement));
    return last;
  }

  /** Forgets the output so far. */
  void clear() {
    harness.getOutput().clear();
    for (OutputTag<?> tag :
        List.of(
            Rejections.TAG, RevisionFunction.DOCUMENT_WRITES, RevisionFunction.STATEMENT_WRITES)) {
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
