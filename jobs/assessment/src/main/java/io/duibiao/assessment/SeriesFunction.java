package io.duibiao.assessment;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentKey;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.assessment.SeriesHistory;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.record.RecordRejectionReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the evidence of each series and judges anew what a newly consumed statement touches. The
 * rules are those of {@link Judge}; here are only state and side outputs.
 *
 * <p>Everything touched is sent, changed or not: an attempt that failed after this one's checkpoint
 * may have written something else to Elasticsearch.
 */
final class SeriesFunction extends KeyedProcessFunction<String, ParsedStatement, Assessment> {
  static final OutputTag<Alert> ALERTS = new OutputTag<>("alerts", TypeInformation.of(Alert.class));
  static final OutputTag<IndexWrite> ASSESSMENT_WRITES =
      new OutputTag<>("assessment-writes", TypeInformation.of(IndexWrite.class));
  static final OutputTag<IndexWrite> ALERT_WRITES =
      new OutputTag<>("alert-writes", TypeInformation.of(IndexWrite.class));

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(SeriesFunction.class);

  private final SerializableSupplier<Judge> judges;
  private final AssessmentSettings settings;

  private transient Judge judge;
  private transient AssessmentMetrics metrics;
  private transient Rejections rejections;
  private transient ValueState<SeriesHistory> histories;
  private transient MapState<String, RecordVersion> versions;

  /** What became of one assessment that a statement touched. */
  private record Verdict(AssessmentKey key, Optional<Assessment> assessment, List<Alert> alerts) {
    String id() {
      return key.measure().code() + "/" + key.period();
    }
  }

  SeriesFunction(SerializableSupplier<Judge> judges, AssessmentSettings settings) {
    this.judges = judges;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    judge = judges.get();
    metrics = new AssessmentMetrics(getRuntimeContext().getMetricGroup());
    rejections = new Rejections(getRuntimeContext().getMetricGroup());
    histories =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("history", TypeInformation.of(SeriesHistory.class)));
    versions =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "versions", Types.STRING, TypeInformation.of(RecordVersion.class)));
  }

  @Override
  public void processElement(ParsedStatement parsed, Context context, Collector<Assessment> out)
      throws Exception {
    Statement statement = parsed.statement();
    SeriesHistory before = histories.value();
    if (before == null) {
      before = SeriesHistory.empty(context.getCurrentKey());
    }
    SeriesHistory after;
    List<Verdict> verdicts;
    try {
      after = before.with(statement);
      verdicts = judge(after, statement);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      LOG.warn("statement {} makes the assessment fail", statement.id(), e);
      context.output(
          Rejections.TAG,
          rejections.of(
              parsed.origin(),
              RecordRejectionReason.INTERNAL_ERROR,
              "judging it failed with " + e.getClass().getSimpleName()));
      return;
    }
    count(before, after, statement);
    if (after != before) {
      histories.update(after);
    }
    for (Verdict verdict : verdicts) {
      RecordVersion version = advance(verdict.id(), parsed.origin().timestamp());
      verdict.assessment().ifPresent(assessment -> send(assessment.at(version), context, out));
      verdict.alerts().forEach(alert -> send(alert.at(version), context));
    }
  }

  private List<Verdict> judge(SeriesHistory history, Statement statement) {
    List<Verdict> verdicts = new ArrayList<>();
    for (AssessmentKey key : judge.touched(history.series(), statement)) {
      verdicts.add(
          new Verdict(
              key,
              judge.assess(history, key, Instant.MIN),
              judge.alerts(history, key, Instant.MIN)));
    }
    return verdicts;
  }

  private RecordVersion advance(String id, long timestamp) throws Exception {
    RecordVersion before = versions.get(id);
    RecordVersion version = (before == null ? RecordVersion.NONE : before).plus(timestamp);
    versions.put(id, version);
    return version;
  }

  private void send(Assessment assessment, Context context, Collector<Assessment> out) {
    metrics.sent(assessment.status());
    out.collect(assessment);
    context.output(
        ASSESSMENT_WRITES,
        IndexWrite.of(
            settings.assessmentsAlias(), assessment.id(), assessment.version(), assessment));
  }

  private void send(Alert alert, Context context) {
    metrics.sent(alert.state());
    context.output(ALERTS, alert);
    context.output(
        ALERT_WRITES, IndexWrite.of(settings.alertsAlias(), alert.id(), alert.version(), alert));
  }

  private void count(SeriesHistory before, SeriesHistory after, Statement statement) {
    if (after == before) {
      metrics.repeated.inc();
      return;
    }
    boolean replaced =
        before.current().stream()
            .anyMatch(
                known ->
                    known.id().equals(statement.id())
                        && known.retrievedAt().isAfter(statement.retrievedAt()));
    if (replaced) {
      metrics.late.inc();
    }
  }
}
