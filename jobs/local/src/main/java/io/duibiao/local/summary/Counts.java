package io.duibiao.local.summary;

import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.AssessmentStatus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the indices hold at one moment.
 *
 * @param documents documents, each once whatever the number of its revisions
 * @param statements statements that a latest revision makes
 * @param withdrawn statements that it no longer makes
 * @param assessments how many have each status; a status that none has is absent
 * @param alerts how many are in each state; a state that none is in is absent
 */
public record Counts(
    long documents,
    long statements,
    long withdrawn,
    Map<AssessmentStatus, Long> assessments,
    Map<AlertState, Long> alerts) {
  /** Nothing at all. */
  public static final Counts NONE = new Counts(0, 0, 0, Map.of(), Map.of());

  /** Copies the maps. */
  public Counts {
    assessments = copy(assessments, AssessmentStatus.class);
    alerts = copy(alerts, AlertState.class);
  }

  /** How many assessments have a status. */
  public long assessments(AssessmentStatus status) {
    return assessments.getOrDefault(status, 0L);
  }

  /** How many alerts are in a state. */
  public long alerts(AlertState state) {
    return alerts.getOrDefault(state, 0L);
  }

  private static <K extends Enum<K>> Map<K, Long> copy(Map<K, Long> from, Class<K> keys) {
    EnumMap<K, Long> copy = new EnumMap<>(keys);
    copy.putAll(from);
    return Collections.unmodifiableMap(copy);
  }
}
