package io.duibiao.assessment;

import io.duibiao.core.assessment.Judge;
import io.duibiao.core.matching.Counterparts;
import io.duibiao.core.matching.Pool;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.record.LogText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * Keeps what was said of a region, year and kind of unit, and tells every series that has a target
 * among it which results of other names answer it. The rule is that of {@link Pool}; here are only
 * state, time and outputs. README.md beside this class tells why it is as it is.
 *
 * <p>All of them are told each time, whether anything has changed for them or not: an attempt that
 * failed may have told them something else, and all that is sent of them carries how many records
 * the pool has seen.
 *
 * <p>It is an operator and not a function because it visits all pools after a restart with other
 * rules, and because the end of the input shall not be taken for the end of time.
 */
final class PoolOperator extends AbstractStreamOperator<SeriesInput>
    implements OneInputStreamOperator<PooledStatement, SeriesInput>,
        Triggerable<String, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  /**
   * Most series that are told of a pool without having a target among its kept events. Every one of
   * them is a key of the series operator as well, so this bounds what a record costs and not what
   * is kept.
   */
  static final int MAX_TARGETED = 4 * Pool.MAX_EVENTS;

  /** Between two pools that are matched anew only since the rules are others. */
  private static final Duration PACE = Duration.ofMillis(10);

  /** A pool whose matching takes so long is crowded; no report makes one. */
  private static final Duration CROWDED = Duration.ofSeconds(1);

  /** A crowded pool is given one part in so many of the time. */
  private static final int PARTS = 10;

  private final Duration delay;
  private final Duration longestDelay;
  private final Duration retention;
  private final int rules;
  private final SerializableSupplier<Long> stopwatch;

  private transient PoolStore store;
  private transient JudgedBy matchedBy;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient Counter matched;
  private transient Counter failed;
  private transient Counter forgotten;

  /** As the settings tell. */
  PoolOperator(AssessmentSettings settings) {
    this(settings, Judge.RULES_VERSION, System::nanoTime);
  }

  /**
   * As the other, with rules of another version.
   *
   * @param stopwatch nanoseconds since any time, to tell how long matching takes
   */
  PoolOperator(AssessmentSettings settings, int rules, SerializableSupplier<Long> stopwatch) {
    this.stopwatch = stopwatch;
    this.delay = settings.matchingDelay();
    // Series shall be told before deadlines pass.
    this.longestDelay = settings.quietTime().dividedBy(2);
    this.retention = settings.retention();
    this.rules = rules;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    store = new PoolStore(context.getKeyedStateStore(), context.getOperatorStateStore());
    String digest = Integer.toString(rules);
    matchedBy =
        context.isRestored()
            ? JudgedBy.restored(digest, store.matchedBy(), now())
            : JudgedBy.first(digest);
  }

  @Override
  public void open() throws Exception {
    super.open();
    timers = getInternalTimerService("matching", VoidNamespaceSerializer.INSTANCE, this);
    matched = getMetricGroup().counter("poolsMatched");
    failed = getMetricGroup().counter("matchingsFailed");
    forgotten = getMetricGroup().counter("poolsForgotten");
    if (!matchedBy.complete()) {
      matchAllAnew();
      // That they are due is in the same checkpoint as that it is seen to.
      matchedBy = matchedBy.completed();
    }
    store.keep(matchedBy);
  }

  private void matchAllAnew() throws Exception {
    List<String> pools = pools();
    Instant time = now().plus(delay);
    for (String pool : pools) {
      setCurrentKey(pool);
      store.memory.update(due(store.memory.value(), time));
      time = time.plus(PACE);
    }
    LOG.info("the rules are not those of before; matching {} pools anew", pools.size());
  }

  private List<String> pools() throws Exception {
    List<String> pools = new ArrayList<>();
    try (var keys =
        this.<String>getKeyedStateBackend()
            .getKeys(PoolStore.MEMORY.getName(), VoidNamespace.INSTANCE)) {
      keys.forEach(pools::add);
    }
    return pools;
  }

  @Override
  public void processElement(StreamRecord<PooledStatement> element) throws Exception {
    PooledStatement pooled = element.getValue();
    Statement statement = pooled.statement();
    Instant now = now();
    long clock = now.toEpochMilli();
    // A record may claim to come from the future, and would be remembered until then.
    Instant touched = Instant.ofEpochMilli(Math.max(0, Math.min(pooled.timestamp(), clock)));
    PoolMemory memory = store.memory.value();
    if (memory == null) {
      memory = PoolMemory.NEW;
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, touched.plus(retention).toEpochMilli());
    }
    store.add(statement);
    if (memory.targeted() < MAX_TARGETED && store.newlyTargets(statement)) {
      store.remember(statement);
      memory = memory.oneMoreTargeted();
    }
    Instant due = now.plus(delayOf(memory));
    store.memory.update(due(memory.after(pooled.timestamp(), touched), due));
  }

  /** Somebody may fill a pool with thousands of names; others shall not have to wait for it. */
  private Duration delayOf(PoolMemory memory) {
    if (memory.tookMillis() < CROWDED.toMillis()) {
      return delay;
    }
    Duration share = Duration.ofMillis(Math.multiplyExact(memory.tookMillis(), (long) PARTS));
    Duration longer = share.compareTo(longestDelay) > 0 ? longestDelay : share;
    return longer.compareTo(delay) > 0 ? longer : delay;
  }

  /** Has the current pool matched anew at a time, or before if it is due before. */
  private PoolMemory due(PoolMemory memory, Instant time) {
    Instant before = memory.dueAt();
    if (before != null && !before.isAfter(time)) {
      return memory;
    }
    if (before != null) {
      timers.deleteProcessingTimeTimer(VoidNamespace.INSTANCE, before.toEpochMilli());
    }
    timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, time.toEpochMilli());
    return memory.dueAt(time);
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    PoolMemory memory = store.memory.value();
    if (memory != null && memory.dueAt() != null) {
      match(timer.getKey(), memory);
    }
  }

  private void match(String key, PoolMemory memory) throws Exception {
    long start = stopwatch.get();
    tell(key, memory.version());
    long took = Duration.ofNanos(stopwatch.get() - start).toMillis();
    store.memory.update(memory.matchedIn(took));
  }

  /** Tells every series that has, or had, a target in the current pool what it has to say. */
  private void tell(String key, RecordVersion records) throws Exception {
    SortedMap<String, Counterparts> told = new TreeMap<>();
    // One that has no target here any more is told as well, that nothing answers it.
    store
        .targeted()
        .forEach((series, period) -> told.put(series, new Counterparts(period, List.of(), true)));
    List<Statement> events = store.events();
    try {
      Pool pool = Pool.of(key, events);
      if (pool.events().size() < events.size()) {
        store.keepOnly(pool.events());
      }
      told.putAll(pool.counterparts());
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      // Its events stay, and what was told before holds until the next record.
      failed.inc();
      LOG.warn("the pool {} can not be matched", LogText.of(key), e);
      return;
    }
    matched.inc();
    RecordVersion version = matchedBy.version(records);
    told.forEach(
        (series, counterparts) ->
            output.collect(
                new StreamRecord<>(
                    SeriesInput.of(series, new PoolView(key, counterparts, version)),
                    records.timestamp())));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() < Watermark.MAX_WATERMARK.getTimestamp()) {
      super.processWatermark(mark);
    } else {
      // The end of all input is not the end of time, at which everything would be forgotten.
      output.emitWatermark(mark);
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    PoolMemory memory = store.memory.value();
    if (memory == null) {
      return;
    }
    long until = memory.touchedAt().plus(retention).toEpochMilli();
    long now = timers.currentWatermark();
    if (until > now || memory.dueAt() != null) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, Math.max(until, now + 1));
      return;
    }
    store.forget();
    forgotten.inc();
  }

  /** Whatever is due is told before the job ends: timers do not fire any more. */
  @Override
  public void finish() throws Exception {
    for (String pool : pools()) {
      setCurrentKey(pool);
      PoolMemory memory = store.memory.value();
      if (memory.dueAt() != null) {
        timers.deleteProcessingTimeTimer(VoidNamespace.INSTANCE, memory.dueAt().toEpochMilli());
        match(pool, memory);
      }
    }
    super.finish();
  }

  private Instant now() {
    return Instant.ofEpochMilli(getProcessingTimeService().getCurrentProcessingTime());
  }
}
