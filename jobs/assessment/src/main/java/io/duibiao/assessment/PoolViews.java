package io.duibiao.assessment;

import io.duibiao.core.assessment.AssessmentKey;
import io.duibiao.core.matching.Counterparts;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.RecordVersion;
import java.util.List;

/**
 * What all pools have to say to the targets of one series, so far as it was told.
 *
 * @param views at most one of each pool
 */
record PoolViews(List<PoolView> views) {
  List<Counterparts> counterparts() {
    return views.stream().map(PoolView::counterparts).toList();
  }

  /**
   * The version of a verdict that rests on these records of its own and on what the pools have
   * said. A pool tells all its series how many records it has consumed, even where nothing has
   * changed for them. So the version depends only on what was consumed, and no attempt that saw
   * less has written a larger one.
   */
  RecordVersion version(AssessmentKey key, RecordVersion records) {
    RecordVersion version = records;
    if (key.measure() == Measure.LEVEL || key.measure() == Measure.INCREMENT) {
      for (PoolView view : views) {
        if (view.counterparts().period().equals(key.period())) {
          version = version.and(view.version());
        }
      }
    }
    return version;
  }
}
