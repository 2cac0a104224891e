package io.duibiao.assessment;

import io.duibiao.core.assessment.AssessmentKey;
import io.duibiao.core.assessment.SeriesHistory;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/** Judges many series anew, some at a time, with what comes meanwhile in between. */
final class JudgingAnew {
  /** How many series are judged before anything else is done again. */
  private static final int SLICE = 200;

  private final KeyContext keys;
  private final SeriesStore store;
  private final Verdicts verdicts;
  private final Outlet outlet;
  private final ProcessingTimeService clock;

  JudgingAnew(
      KeyContext keys,
      SeriesStore store,
      Verdicts verdicts,
      Outlet outlet,
      ProcessingTimeService clock) {
    this.keys = keys;
    this.store = store;
    this.verdicts = verdicts;
    this.outlet = outlet;
    this.clock = clock;
  }

  /** Something to be done that may fail the job. */
  interface Completion {
    void run() throws Exception;
  }

  /**
   * Judges these series.
   *
   * @param series the keys of the series
   * @param completion what is done after the last of them
   */
  void all(Collection<String> series, Completion completion) throws Exception {
    slice(new ArrayDeque<>(series), completion);
  }

  private void slice(Deque<String> left, Completion completion) throws Exception {
    outlet.atNoRecord();
    for (int i = 0; i < SLICE && !left.isEmpty(); i++) {
      keys.setCurrentKey(left.remove());
      SeriesMemory memory = store.memory.value();
      // Forgotten meanwhile, or not.
      if (memory != null) {
        SeriesHistory history = memory.history();
        Set<AssessmentKey> assessments = new TreeSet<>(store.keys());
        // Other rules may relate what those before did not.
        assessments.addAll(verdicts.touched(history));
        verdicts.judgeAnew(history, assessments);
      }
    }
    if (left.isEmpty()) {
      completion.run();
    } else {
      clock.registerTimer(clock.getCurrentProcessingTime(), time -> slice(left, completion));
    }
  }
}
