package io.duibiao.extraction;

import io.duibiao.core.document.Document;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.fixture.LineExtractor;
import io.duibiao.streaming.job.JobLauncher;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.RejectedDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.functions.KeySelector;
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
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The revision operator with state but without a cluster. */
final class RevisionHarness implements AutoCloseable {
  private static AtomicInteger calls = new AtomicInteger();

  /** When every harness begins. */
  static final Instant BEGIN = Instant.parse("2024-03-01T00:00:00Z");

  static final Duration RETENTION = Duration.ofDays(3650);

  private final Harness harness;
  private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
  private long offset;
  private long catalogOffset;
  private static final long AFTER_RESTORE = 100;
  private static List<String> catalogs = new ArrayList<>();

  /** Flink's own for a broadcast takes no environment. */
  private static final class Harness extends AbstractStreamOperatorTestHarness<Statement> {
    private static final long serialVersionUID = 1L;
    private final CoBroadcastWithKeyedOperator<String, ParsedDocument, CatalogUpdate, Statement>
        revisions;

    Harness(
        CoBroadcastWithKeyedOperator<String, ParsedDocument, CatalogUpdate, Statement> operator,
        MockEnvironment environment)
        throws Exception {
      super(operator, environment);
      revisions = operator;
      KeySelector<ParsedDocument, String> key = ParsedDocument::documentId;
      config.setStatePartitioner(0, key);
      config.setStateKeySerializer(StringSerializer.INSTANCE);
      config.serializeAllConfigs();
    }
  }

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
        new Harness(
            new CoBroadcastWithKeyedOperator<>(function, List.of(RevisionFunction.CATALOG)),
            environment(metrics));
    harness.setProcessingTime(BEGIN.toEpochMilli());
    harness.setup();
    if (restored != null) {
      catalogOffset = AFTER_RESTORE;
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
    StreamRecord<ParsedDocument> record =
        new StreamRecord<>(new ParsedDocument(document, origin), timestamp);
    harness.revisions.setKeyContextElement1(record);
    harness.revisions.processElement1(record);
  }

  /** Feeds a catalog. */
  void catalog(String yaml) throws Exception {
    catalog(yaml, catalogOffset++);
  }

  /** Feeds a catalog of a certain offset. */
  void catalog(String yaml, long offset) throws Exception {
    harness.revisions.processElement2(
        new StreamRecord<>(new CatalogUpdate(yaml, null, 0, offset), 0));
  }

  /** The catalogs that extractors were made for, null for that of the job. */
  List<String> catalogs() {
    return catalogs;
  }

  /** Lets time pass. */
  void elapse(Duration duration) throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + duration.toMillis());
  }

  /** Entries of keyed state. */
  int stateEntries() {
    return ((HeapKeyedStateBackend<?>) harness.getOperator().<String>getKeyedStateBackend())
        .numKeyValueStateEntries();
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
