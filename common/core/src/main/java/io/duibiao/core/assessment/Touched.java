package io.duibiao.core.assessment;

import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Statement;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which assessments a statement may influence. */
final class Touched {
  private Touched() {}

  /** The assessments of a series that a statement may influence. */
  static SortedSet<AssessmentKey> by(String series, Statement statement) {
    SortedSet<AssessmentKey> keys = new TreeSet<>();
    keys.add(new AssessmentKey(statement.measure(), statement.period()));
    if (!statement.series().equals(series)) {
      return keys;
    }
    switch (statement.kind()) {
      case RESULT -> {
        switch (statement.measure()) {
          case LEVEL -> keys.add(new AssessmentKey(Measure.INCREMENT, statement.period()));
          case INCREMENT -> keys.add(new AssessmentKey(Measure.LEVEL, statement.period()));
          case GROWTH, RANK -> {}
        }
        keys.addAll(Derivation.touched(statement));
      }
      case CLAIM -> {
        for (Measure measure : Measure.values()) {
          keys.add(new AssessmentKey(measure, statement.period()));
        }
      }
      case TARGET -> {}
    }
    return keys;
  }
}
