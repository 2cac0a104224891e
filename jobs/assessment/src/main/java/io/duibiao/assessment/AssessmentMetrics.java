package io.duibiao.assessment;

import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.core.assessment.SeriesHistory;
import io.duibiao.core.statement.Statement;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What one instance of the series operator tells about its work. */
final class AssessmentMetrics {
  /** Statements that say what is known already. */
  final Counter repeated;

  /** Statements that a later revision had already replaced or withdrawn when they arrived. */
  final Counter late;

  /** Alerts that were taken back. */
  final Counter retracted;

  /** Verdicts that could not be given anew. */
  final Counter failed;

  /** Series that no record has touched for so long that they were forgotten. */
  final Counter forgotten;

  /** Entries of ledgers that were given up because a series had too many. */
  final Counter entriesForgotten;

  private final Map<AssessmentStatus, Counter> assessments = new EnumMap<>(AssessmentStatus.class);
  private final Map<AlertState, Counter> alerts = new EnumMap<>(AlertState.class);

  AssessmentMetrics(MetricGroup group) {
    repeated = group.counter("statementsRepeated");
    late = group.counter("statementsLate");
    retracted = group.counter("alertsRetracted");
    failed = group.counter("judgementsFailed");
    forgotten = group.counter("seriesForgotten");
    entriesForgotten = group.counter("ledgerEntriesForgotten");
    for (AssessmentStatus status : AssessmentStatus.values()) {
      assessments.put(status, group.addGroup("status", status.code()).counter("assessments"));
    }
    for (AlertState state : AlertState.values()) {
      alerts.put(state, group.addGroup("state", state.code()).counter("alerts"));
    }
  }

  /** Counts a verdict that was sent, in {@code status.STATUS.assessments}. */
  void sent(AssessmentStatus status) {
    assessments.get(status).inc();
  }

  /** Counts an alert that was sent, in {@code state.STATE.alerts}. */
  void sent(AlertState state) {
    alerts.get(state).inc();
  }

  /** Counts a statement that repeats what is known, or comes too late to matter. */
  void count(SeriesHistory before, SeriesHistory after, Statement statement) {
    if (after == before) {
      repeated.inc();
      return;
    }
    boolean replaced =
        before.current().stream()
            .anyMatch(
                known ->
                    known.id().equals(statement.id())
                        && known.retrievedAt().isAfter(statement.retrievedAt()));
    if (replaced) {
      late.inc();
    }
  }
}
