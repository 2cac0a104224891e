package io.duibiao.assessment;

import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.AssessmentStatus;
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

  private final Map<AssessmentStatus, Counter> assessments = new EnumMap<>(AssessmentStatus.class);
  private final Map<AlertState, Counter> alerts = new EnumMap<>(AlertState.class);

  AssessmentMetrics(MetricGroup group) {
    repeated = group.counter("statementsRepeated");
    late = group.counter("statementsLate");
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
}
