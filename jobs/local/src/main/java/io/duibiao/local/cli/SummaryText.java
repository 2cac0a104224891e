package io.duibiao.local.cli;

import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.local.summary.Counts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Numbers in the words of the statuses. */
final class SummaryText {
  /** Always shown, also when there are none. */
  private static final Set<AssessmentStatus> MAIN =
      EnumSet.of(
          AssessmentStatus.MET,
          AssessmentStatus.MISSED,
          AssessmentStatus.AWAITING,
          AssessmentStatus.UNTARGETED);

  private SummaryText() {}

  /** {@code met 3, missed 1, …}: the main statuses, and the others that there are. */
  static String assessments(Counts counts) {
    List<String> parts = new ArrayList<>();
    for (AssessmentStatus status : AssessmentStatus.values()) {
      if (MAIN.contains(status) || counts.assessments(status) > 0) {
        parts.add(status.code() + " " + counts.assessments(status));
      }
    }
    return String.join(", ", parts);
  }

  /** {@code open 1, resolved 2}. */
  static String alerts(Counts counts) {
    return "open %d, resolved %d"
        .formatted(counts.alerts(AlertState.OPEN), counts.alerts(AlertState.RESOLVED));
  }

  /** All numbers on one line. */
  static String line(Counts counts, long rejected) {
    return "documents %d, rejected %d, statements %d, %s, alerts %s"
        .formatted(
            counts.documents(), rejected, counts.statements(), assessments(counts), alerts(counts));
  }
}
