package io.duibiao.core.assessment;

import io.duibiao.core.matching.Counterparts;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which assessments a statement may influence, and so which statements an assessment may rest on: a
 * function of series, kind, measure and period alone and never of what else is known, so that what
 * was touched how often is the same in every order.
 */
final class Touched {
  private Touched() {}

  /** The assessments of a series that a statement may influence. */
  static SortedSet<AssessmentKey> by(String series, Statement statement) {
    SortedSet<AssessmentKey> keys = new TreeSet<>();
    Measure measure = statement.measure();
    String period = statement.period();
    if (statement.kind() == StatementKind.CLAIM) {
      for (Measure any : Measure.values()) {
        keys.add(new AssessmentKey(any, period));
      }
      return keys;
    }
    keys.add(new AssessmentKey(measure, period));
    if (statement.kind() == StatementKind.TARGET) {
      return keys;
    }
    if (!statement.series().equals(series)) {
      // 新建X 480个 of a name akin answers 新增X 500个 as one of the own name does.
      if (measure == Measure.LEVEL || measure == Measure.INCREMENT) {
        keys.add(new AssessmentKey(Measure.LEVEL, period));
        keys.add(new AssessmentKey(Measure.INCREMENT, period));
      }
      return keys;
    }
    switch (measure) {
      case LEVEL -> {
        keys.add(new AssessmentKey(Measure.GROWTH, period));
        keys.add(new AssessmentKey(Measure.INCREMENT, period));
      }
      case GROWTH, INCREMENT -> keys.add(new AssessmentKey(Measure.LEVEL, period));
      case RANK -> {}
    }
    Optional<Period> parsed = Period.tryParse(period);
    if (measure == Measure.LEVEL) {
      parsed
          .flatMap(Period::nextYear)
          .map(Period::toString)
          .ifPresent(
              next -> {
                keys.add(new AssessmentKey(Measure.GROWTH, next));
                keys.add(new AssessmentKey(Measure.INCREMENT, next));
                keys.add(new AssessmentKey(Measure.LEVEL, next));
              });
    }
    if (measure != Measure.RANK && parsed.isPresent() && parsed.get().year()) {
      keys.addAll(ahead(measure, parsed.get().lastYear()));
    }
    return keys;
  }

  /** The assessments of a series that what other names have to say may influence. */
  static SortedSet<AssessmentKey> by(Counterparts counterparts) {
    SortedSet<AssessmentKey> keys = new TreeSet<>();
    keys.add(new AssessmentKey(Measure.LEVEL, counterparts.period()));
    keys.add(new AssessmentKey(Measure.INCREMENT, counterparts.period()));
    return keys;
  }

  /** Targets of several years that a result of one year is a step to. */
  private static Set<AssessmentKey> ahead(Measure measure, int year) {
    Set<AssessmentKey> keys = new HashSet<>();
    boolean level = measure == Measure.LEVEL;
    for (int first = year - Span.YEARS + 1; first <= (level ? year + 1 : year); first++) {
      keys.add(new AssessmentKey(measure, first + "/" + (first + Span.YEARS - 1)));
    }
    for (int later = year + 2; level && later <= year + Span.YEARS; later++) {
      keys.add(new AssessmentKey(measure, Period.ofYear(later).toString()));
    }
    return keys;
  }
}
