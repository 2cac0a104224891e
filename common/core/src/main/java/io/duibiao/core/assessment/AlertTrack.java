package io.duibiao.core.assessment;

import io.duibiao.core.matching.Units;
import io.duibiao.core.statement.Statement;
import java.time.Instant;
import java.util.Optional;

/** One type of alert of one assessment through a replay. */
final class AlertTrack {
  private final AlertType type;
  private final Verdicts verdicts;
  private Alert alert;
  private Statement best;

  AlertTrack(AlertType type, Verdicts verdicts) {
    this.type = type;
    this.verdicts = verdicts;
  }

  /** The alert as it stands, or nothing when it was never raised. */
  Optional<Alert> alert() {
    return Optional.ofNullable(alert);
  }

  private record Reason(Severity severity, String explanation) {}

  /** Follows the verdict of the next moment. */
  void at(Instant time, Verdict verdict) {
    Optional<Reason> reason = reason(verdict);
    boolean open = alert != null && alert.state() == AlertState.OPEN;
    if (reason.isEmpty() && !open) {
      return;
    }
    AlertState state = reason.isPresent() ? AlertState.OPEN : AlertState.RESOLVED;
    Severity severity = reason.map(Reason::severity).orElseGet(() -> alert.severity());
    String explanation = reason.map(Reason::explanation).orElse(verdict.assessment().explanation());
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

  private Optional<Reason> reason(Verdict verdict) {
    String explanation = verdict.assessment().explanation();
    return switch (type) {
      case MISSED ->
          verdict.status() == AssessmentStatus.MISSED
              ? Optional.of(new Reason(verdict.severity(), explanation))
              : Optional.empty();
      case OVERDUE ->
          verdict.status() == AssessmentStatus.OVERDUE
              ? Optional.of(new Reason(verdict.severity(), explanation))
              : Optional.empty();
      case DISPUTED ->
          verdict.status() == AssessmentStatus.DISPUTED
              ? Optional.of(new Reason(verdict.severity(), explanation))
              : Optional.empty();
      case TARGET_LOWERED -> lowered(verdict, verdict.target());
      case RESULT_LOWERED -> lowered(verdict, verdict.result());
    };
  }

  /** Whether a number is worse than the best that was ever given for it. */
  private Optional<Reason> lowered(Verdict verdict, Statement now) {
    boolean unclear =
        now == null
            || verdict.status() == AssessmentStatus.DISPUTED
            || verdict.status() == AssessmentStatus.WITHDRAWN
            || now.comparand() != null
            || now.flags().contains("estimate")
            || verdict.assessment().basis() == Basis.CLAIM;
    if (unclear) {
      return Optional.empty();
    }
    boolean same =
        best != null
            && best.measure() == now.measure()
            && best.period().equals(now.period())
            && Units.comparable(best.unit(), now.unit());
    if (!same || !verdicts.worse(best, now)) {
      best = now;
      return Optional.empty();
    }
    if (Candidates.agree(best, now)) {
      return Optional.empty();
    }
    return Optional.of(new Reason(verdicts.fall(best, now), Explanations.lowered(type, best, now)));
  }
}
