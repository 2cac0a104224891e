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
 * <p>For the same reason the claim that a task of an open indicator was completed (闲置土地处置任务圆满完成) is
 * sent to the series of its rate (闲置土地处置率达75%).
 *
 * <p>Results of other names that may mean the same reach a target by the {@link
 * io.duibiao.core.matching.Pool} of its region.
 */
public final class RelatedSeries {
  private static final String OPEN = "~";
  private static final String RATE = "率";

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
    if (statement.kind() == StatementKind.CLAIM && statement.indicatorId().startsWith(OPEN)) {
      series.add(statement.series() + RATE);
    }
    return series;
  }
}
