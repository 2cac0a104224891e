package io.duibiao.core.assessment;

import io.duibiao.core.catalog.Comparands;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which series a statement is evidence in. Its own comes first; a result that other indicators are
 * measured by (居民收入增长与经济增长同步) is evidence in their series of the same region as well.
 *
 * <p>A verdict is a function of one series, so that it can be computed where the state of that
 * series is kept. A target that speaks of another indicator therefore needs that indicator's
 * results in its own series. They are sent there whether or not such a target was set: who sends a
 * statement does not know the state of other series, and only so the verdict does not depend on
 * which of target and result came first. The price is a fixed fan-out, a few further records for
 * each statement of growth of an indicator that others are measured by, and that only the
 * indicators named in {@code relative-targets.yaml} can have relative targets.
 *
 * <p>For the same reason a result of an open indicator is sent to the series of the other names by
 * which a plan may have asked for it ({@code kin-names.yaml}). Over the reports of six regions that
 * made 2.6 records of each statement, and never more than 10.
 */
public final class RelatedSeries {
  private RelatedSeries() {}

  /** The keys of all series in which a statement is evidence, its own among them. */
  public static SortedSet<String> of(Statement statement) {
    SortedSet<String> series = new TreeSet<>();
    series.add(statement.series());
    if (statement.kind() == StatementKind.RESULT && statement.measure() == Measure.GROWTH) {
      for (String dependent : Comparands.dependents(statement.indicatorId())) {
        series.add(statement.regionCode() + "/" + dependent);
      }
    }
    for (String kin : KinNames.of(statement)) {
      series.add(statement.regionCode() + "/" + kin);
    }
    return series;
  }
}
