package io.duibiao.core.assessment;

import java.time.Instant;
import java.util.Optional;

/** One type of alert of one assessment through a replay. */
final class AlertTrack {
  private final AlertType type;
  private Alert alert;

  AlertTrack(AlertType type) {
    this.type = type;
  }

  /** The alert as it stands, or nothing when it was never raised. */
  Optional<Alert> alert() {
    return Optional.ofNullable(alert);
  }

  /** Follows the verdict of the next moment. */
  void at(Instant time, Verdict verdict) {
    Optional<Severity> reason = reason(verdict);
    boolean open = alert != null && alert.state() == AlertState.OPEN;
    if (reason.isEmpty() && !open) {
      return;
    }
    String explanation = verdict.assessment().explanation();
    AlertState state = reason.isPresent() ? AlertState.OPEN : AlertState.RESOLVED;
    Severity severity = reason.orElseGet(() -> alert.severity());
    String message = Explanations.alert(type, state, severity, explanation);
    AlertTransition transition;
    if (state == AlertState.RESOLVED) {
      transition = AlertTransition.RESOLVED;
    } else if (!open) {
      transition = AlertTransition.OPENED;
    } else if (alert.severity() == severity && alert.message().equals(message)) {
      return;
    } else {
      transition = AlertTransition.UPDATED;
    }
    Assessment assessment = verdict.assessment();
    alert =
        new Alert(
            assessment.id() + "#" + type.code(),
            assessment.id(),
            type,
            severity,
            state,
            transition,
            alert == null ? 1 : alert.sequence() + 1,
            transition == AlertTransition.OPENED ? time : alert.openedAt(),
            state == AlertState.RESOLVED ? time : null,
            time,
            message,
            assessment.regionCode(),
            assessment.region(),
            assessment.regionPath(),
            assessment.indicatorId(),
            assessment.indicator(),
            assessment.indicatorGroup(),
            assessment.period(),
            0);
  }

  private Optional<Severity> reason(Verdict verdict) {
    return switch (type) {
      case MISSED ->
          verdict.status() == AssessmentStatus.MISSED
              ? Optional.of(verdict.severity())
              : Optional.empty();
      case OVERDUE ->
          verdict.status() == AssessmentStatus.OVERDUE
              ? Optional.of(Severity.MAJOR)
              : Optional.empty();
      case DISPUTED, TARGET_LOWERED, RESULT_LOWERED -> Optional.empty();
    };
  }
}
