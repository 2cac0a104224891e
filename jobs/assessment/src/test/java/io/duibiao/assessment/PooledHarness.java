package io.duibiao.assessment;

import io.duibiao.core.statement.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/**
 * The pool operator before the series operator, as in the job. What a pool tells reaches different
 * series in any order, but each of them in the order of sending, and is there before a checkpoint.
 */
final class PooledHarness implements AutoCloseable {
  /** What both keep. */
  record State(OperatorSubtaskState pools, OperatorSubtaskState series) {}

  final PoolHarness pools;
  final SeriesHarness series;
  private final Random random;

  private PooledHarness(PoolHarness pools, SeriesHarness series, Random random) {
    this.pools = pools;
    this.series = series;
    this.random = random;
  }

  /**
   * One that begins, or goes on.
   *
   * @param state null to begin
   * @param exactlyOnce whether the topic of alerts is told only transitions
   * @param random tells in which order series are reached
   */
  static PooledHarness of(State state, boolean exactlyOnce, Random random) throws Exception {
    return of(state, SeriesHarness.BEGIN, exactlyOnce, random);
  }

  /** As the other, at some time by the clock. */
  static PooledHarness of(State state, Instant begin, boolean exactlyOnce, Random random)
      throws Exception {
    return new PooledHarness(
        PoolHarness.restored(state == null ? null : state.pools(), begin),
        SeriesHarness.of(state == null ? null : state.series(), begin, exactlyOnce),
        random);
  }

  /** Feeds one statement to its series and its pool. */
  void process(Statement statement, long timestamp) throws Exception {
    series.process(statement, timestamp);
    pools.process(statement, timestamp);
  }

  /** Lets the pools match what is due. */
  void match() throws Exception {
    Map<String, Deque<SeriesInput>> bySeries = new TreeMap<>();
    for (SeriesInput input : pools.elapse(PoolHarness.DELAY)) {
      bySeries.computeIfAbsent(input.series(), none -> new ArrayDeque<>()).add(input);
    }
    List<Deque<SeriesInput>> queues = new ArrayList<>(bySeries.values());
    Collections.shuffle(queues, random);
    for (Deque<SeriesInput> queue : queues) {
      for (SeriesInput input : queue) {
        series.process(input);
      }
    }
  }

  /** The time by the later of their clocks. */
  Instant now() {
    return Collections.max(List.of(pools.now(), series.now()));
  }

  /** No statement comes until it is quiet, and then the clock tells the time. */
  void quietUntil(Instant clock) throws Exception {
    match();
    pools.elapse(SeriesHarness.QUIET.minus(PoolHarness.DELAY));
    pools.watermark(clock);
    series.quietUntil(clock);
  }

  /** Lets processing time pass. */
  void elapse(Duration duration) throws Exception {
    match();
    series.elapse(duration);
  }

  /** A checkpoint of which it is not known yet whether it completes. */
  State snapshot() throws Exception {
    return new State(pools.snapshot(), series.snapshot());
  }

  /** A checkpoint that completes. */
  State checkpoint() throws Exception {
    return new State(pools.snapshot(), series.checkpoint());
  }

  @Override
  public void close() {
    pools.close();
    series.close();
  }
}
