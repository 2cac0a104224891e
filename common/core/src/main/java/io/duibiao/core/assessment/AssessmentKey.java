package io.duibiao.core.assessment;

import io.duibiao.core.statement.Measure;
import java.util.Comparator;

/**
 * What names an assessment within its series.
 *
 * @param measure the measure of the comparison
 * @param period the period that is judged, as statements write it
 */
public record AssessmentKey(Measure measure, String period) implements Comparable<AssessmentKey> {
  private static final Comparator<AssessmentKey> ORDER =
      Comparator.comparing(AssessmentKey::period).thenComparing(AssessmentKey::measure);

  /** By period, then by measure. */
  @Override
  public int compareTo(AssessmentKey other) {
    return ORDER.compare(this, other);
  }
}
