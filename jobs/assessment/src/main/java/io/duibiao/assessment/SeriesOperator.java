package io.duibiao.assessment;

import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentKey;
import io.duibiao.core.assessment.Judgement;
import io.duibiao.core.assessment.SeriesHistory;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.record.LogText;
import io.duibiao.streaming.record.RecordRejectionReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.state.CheckpointStreamFactory;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * Keeps the evidence of each series and judges anew what a statement, a catalog or a deadline
 * touches. The rules are those of {@link io.duibiao.core.assessment.Judge}; here are only state,
 * time and outputs. README.md beside this class tells why it is as it is.
 *
 * <p>It is an operator and not a function because a function may neither set timers when a catalog
 * is broadcast nor send anything when a checkpoint has completed.
 */
final class SeriesOperator extends AbstractStreamOperator<Assessment>
    implements TwoInputStreamOperator<SeriesInput, CatalogUpdate, Assessment>,
        Triggerable<String, String> {
  private static final long serialVersionUID = 1L;

  /** The timer that forgets a series; those of deadlines are named after their assessment. */
  private static final String RETENTION = "";

  private final SerializableSupplier<IndicatorCatalog> catalogs;
  private final AssessmentSettings settings;
  private final LedgerBound bound;

  private transient SeriesStore store;
  private transient CatalogInForce catalog;
  private transient CatalogChanges changes;
  private transient JudgedBy judgedBy;
  private transient InternalTimerService<String> timers;
  private transient AssessmentMetrics assessmentMetrics;
  private transient Rejections rejections;
  private transient Outlet outlet;
  private transient Verdicts verdicts;

  private transient QuietTime quietTime;
  private transient MarkedDeadlines marks;

  /**
   * @param catalogs the catalog that the job is started with
   * @param settings names of indices, and time
   */
  SeriesOperator(SerializableSupplier<IndicatorCatalog> catalogs, AssessmentSettings settings) {
    this(catalogs, settings, LedgerBound.DEFAULT);
  }

  /** As the other, with another bound. */
  SeriesOperator(
      SerializableSupplier<IndicatorCatalog> catalogs,
      AssessmentSettings settings,
      LedgerBound bound) {
    this.catalogs = catalogs;
    this.settings = settings;
    this.bound = bound;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    store = new SeriesStore(context.getKeyedStateStore(), context.getOperatorStateStore());
    changes = store.catalog();
    catalog = inForce(changes.update());
    String digest = inForce(null).digest();
    Instant now = Instant.ofEpochMilli(getProcessingTimeService().getCurrentProcessingTime());
    judgedBy =
        context.isRestored()
            ? JudgedBy.restored(digest, store.judgedBy(), now)
            : JudgedBy.first(digest);
    store.keep(judgedBy);
    marks = new MarkedDeadlines();
  }

  private CatalogInForce inForce(CatalogUpdate update) {
    return CatalogInForce.of(update, catalogs.get(), settings.reportingMonths());
  }

  @Override
  public void open() throws Exception {
    super.open();
    timers = getInternalTimerService("deadlines", StringSerializer.INSTANCE, this);
    assessmentMetrics = new AssessmentMetrics(getMetricGroup());
    rejections = new Rejections(getMetricGroup());
    outlet = new Outlet(output, settings, assessmentMetrics);
    verdicts = new Verdicts(store, timers, outlet, assessmentMetrics, bound);
    verdicts.judgeBy(catalog, new Basis(changes, judgedBy));
    quietTime = new QuietTime(getProcessingTimeService(), settings.quietTime(), this::advance);
    // What was marked in the checkpoint that this attempt starts from may have been told already by
    // the attempt before it, so it has to be told whatever comes.
    passSoon(restoredMarks());
    if (!judgedBy.complete()) {
      getProcessingTimeService()
          .registerTimer(
              getProcessingTimeService().getCurrentProcessingTime(), time -> judgeAllAnew());
    }
  }

  private Map<String, Map<String, Instant>> restoredMarks() throws Exception {
    Map<String, Map<String, Instant>> restored = new HashMap<>();
    try (var keys =
        this.<String>getKeyedStateBackend()
            .getKeys(SeriesStore.MARKED.getName(), VoidNamespace.INSTANCE)) {
      keys.forEach(series -> restored.put(series, new HashMap<>()));
    }
    for (Map.Entry<String, Map<String, Instant>> each : restored.entrySet()) {
      setCurrentKey(each.getKey());
      store.marked.entries().forEach(mark -> each.getValue().put(mark.getKey(), mark.getValue()));
    }
    return restored;
  }

  // Statements, and what other names have to say

  @Override
  public void processElement1(StreamRecord<SeriesInput> element) throws Exception {
    quietTime.disturbed();
    outlet.at(element);
    SeriesInput input = element.getValue();
    if (input.statement() != null) {
      learn(input.statement());
    } else {
      learn(input.series(), input.view());
    }
  }

  private void learn(ParsedStatement parsed) throws Exception {
    Statement statement = parsed.statement();
    SeriesMemory memory = store.memory.value();
    SeriesHistory before = memory == null ? SeriesHistory.empty(parsed.series()) : memory.history();
    long timestamp = parsed.origin().timestamp();
    PoolViews views = store.views();
    SeriesHistory after;
    Map<AssessmentKey, Judgement> judgements;
    try {
      after = before.with(statement);
      Map<AssessmentKey, Instant> keys = new TreeMap<>();
      for (AssessmentKey key : catalog.judge().touched(parsed.series(), statement)) {
        keys.put(key, store.entry(key).asOf());
      }
      judgements = catalog.judge().judge(after, views.counterparts(), keys);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      LOG.warn("statement {} makes the assessment fail", LogText.of(statement.id()), e);
      output.collect(
          Rejections.TAG,
          new StreamRecord<>(
              rejections.of(
                  parsed.origin(),
                  RecordRejectionReason.INTERNAL_ERROR,
                  "judging it failed with " + e.getClass().getSimpleName())));
      return;
    }
    if (statement.series().equals(parsed.series())) {
      assessmentMetrics.count(before, after, statement);
    }
    remember(memory, after, timestamp);
    for (Map.Entry<AssessmentKey, Judgement> each : judgements.entrySet()) {
      LedgerEntry entry = store.entry(each.getKey()).after(timestamp);
      verdicts.settle(after.series(), views, each.getKey(), each.getValue(), entry);
    }
    verdicts.bound(after);
  }

  private void learn(String series, PoolView view) throws Exception {
    SeriesMemory memory = store.memory.value();
    SeriesHistory history = memory == null ? SeriesHistory.empty(series) : memory.history();
    remember(memory, history, view.version().timestamp());
    if (store.keep(view)) {
      List<AssessmentKey> keys = new ArrayList<>();
      for (AssessmentKey key : catalog.judge().touched(view.counterparts())) {
        // Of what has no entry no record of the series has told.
        if (store.ledger.contains(SeriesStore.idOf(key))) {
          keys.add(key);
        }
      }
      verdicts.judgeAnew(history, keys);
    }
  }

  private void remember(SeriesMemory memory, SeriesHistory history, long timestamp)
      throws Exception {
    // A record may claim to come from the future, and would be remembered until then.
    long now = getProcessingTimeService().getCurrentProcessingTime();
    Instant touched = Instant.ofEpochMilli(Math.max(0, Math.min(timestamp, now)));
    if (memory == null) {
      timers.registerEventTimeTimer(RETENTION, touched.plus(settings.retention()).toEpochMilli());
    } else if (memory.touchedAt().isAfter(touched)) {
      touched = memory.touchedAt();
    }
    store.memory.update(new SeriesMemory(history, touched));
  }

  // The catalog

  @Override
  public void processElement2(StreamRecord<CatalogUpdate> element) throws Exception {
    outlet.at(element);
    CatalogUpdate update = element.getValue();
    CatalogInForce next = inForce(update);
    Set<String> changed = catalog.difference(next);
    catalog = next;
    changes = changes.with(update, changed);
    store.keep(changes);
    verdicts.judgeBy(catalog, new Basis(changes, judgedBy));
    if (changed.isEmpty()) {
      LOG.info("the catalog of offset {} judges nothing otherwise", update.offset());
      return;
    }
    long start = System.nanoTime();
    long[] series = new long[2];
    boolean all = changed.contains(CatalogChanges.ALL);
    this.<String>getKeyedStateBackend()
        .applyToAllKeys(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            SeriesStore.MEMORY,
            (key, memory) -> {
              series[0]++;
              if (all || changed.contains(Outlet.indicatorOf(key))) {
                series[1]++;
                verdicts.judgeAnew(memory.value().history(), store.keys());
              }
            });
    LOG.info(
        "the catalog of offset {} changes {}; judged {} of {} series anew in {} ms",
        update.offset(),
        LogText.of(changed.toString()),
        series[1],
        series[0],
        (System.nanoTime() - start) / 1_000_000);
  }

  /**
   * Judges every series by what the job was started with now. Until all are done the state says
   * that they are not, so that an attempt in between begins again.
   */
  private void judgeAllAnew() throws Exception {
    List<String> series = new ArrayList<>();
    try (var keys =
        this.<String>getKeyedStateBackend()
            .getKeys(SeriesStore.MEMORY.getName(), VoidNamespace.INSTANCE)) {
      keys.forEach(series::add);
    }
    LOG.info(
        "the catalog, the deadlines or the rules are not those of before; judging {} series anew",
        series.size());
    new JudgingAnew(this, store, verdicts, outlet, getProcessingTimeService())
        .all(series, this::allJudged);
  }

  private void allJudged() throws Exception {
    judgedBy = judgedBy.completed();
    store.keep(judgedBy);
    verdicts.judgeBy(catalog, new Basis(changes, judgedBy));
    LOG.info("all series are judged anew");
  }

  // Time

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    // The end of all input is not the end of time, at which everything would be overdue.
    if (mark.getTimestamp() < Watermark.MAX_WATERMARK.getTimestamp()) {
      quietTime.reached(mark.getTimestamp());
    }
  }

  /** Catalogs do not tell the time. */
  @Override
  public void processWatermark2(Watermark mark) {
    // Only the statements do.
  }

  private void advance(long time) throws Exception {
    if (time > timers.currentWatermark()) {
      super.processWatermark(new Watermark(time));
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, String> timer) throws Exception {
    if (timer.getNamespace().equals(RETENTION)) {
      forgetOrWait();
      return;
    }
    LedgerEntry entry = store.ledger.get(timer.getNamespace());
    Instant deadline = Instant.ofEpochMilli(timer.getTimestamp());
    if (entry == null || !deadline.equals(entry.timerAt())) {
      return;
    }
    // Not told yet: only what a checkpoint holds is sure to be known to whoever has to take it
    // back.
    store.ledger.put(timer.getNamespace(), entry.waitingFor(null));
    store.marked.put(timer.getNamespace(), deadline);
    marks.add(timer.getKey(), timer.getNamespace(), deadline);
  }

  @Override
  public void onProcessingTime(InternalTimer<String, String> timer) {
    throw new IllegalStateException("no timer of processing time is ever set");
  }

  private void forgetOrWait() throws Exception {
    SeriesMemory memory = store.memory.value();
    if (memory == null) {
      return;
    }
    long until = memory.touchedAt().plus(settings.retention()).toEpochMilli();
    for (LedgerEntry entry : store.ledger.values()) {
      if (entry.timerAt() != null) {
        // The deadline is told first, and its checkpoint awaited.
        until = Math.max(until, entry.timerAt().plus(settings.retention()).toEpochMilli());
      }
    }
    long now = timers.currentWatermark();
    if (until > now || !store.marked.isEmpty()) {
      timers.registerEventTimeTimer(RETENTION, Math.max(until, now + 1));
      return;
    }
    store.forget();
    assessmentMetrics.forgotten.inc();
  }

  @Override
  public OperatorSnapshotFutures snapshotState(
      long checkpointId, long timestamp, CheckpointOptions options, CheckpointStreamFactory factory)
      throws Exception {
    if (options.getCheckpointType().isSavepoint()) {
      marks.savepointBegins(checkpointId);
    } else {
      marks.checkpointBegins(checkpointId);
    }
    return super.snapshotState(checkpointId, timestamp, options, factory);
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    passSoon(marks.completed(checkpointId));
  }

  /**
   * Acts on marked deadlines when nothing else is under way. Flink tells of a completed checkpoint
   * before all else, also while a sink waits for its server: then this operator is in the middle of
   * a statement, with a current key and verdicts that are not sent yet, or the next checkpoint has
   * begun, and what is sent would be in the state of that checkpoint and behind its flush of the
   * sinks. A timer of this operator has to wait until those are through.
   */
  private void passSoon(Map<String, Map<String, Instant>> known) {
    if (!known.isEmpty()) {
      getProcessingTimeService()
          .registerTimer(
              getProcessingTimeService().getCurrentProcessingTime(), time -> pass(known));
    }
  }

  /** Acts on marked deadlines, unless they were marked otherwise since: they have passed. */
  private void pass(Map<String, Map<String, Instant>> known) throws Exception {
    outlet.atNoRecord();
    for (Map.Entry<String, Map<String, Instant>> series : known.entrySet()) {
      setCurrentKey(series.getKey());
      List<AssessmentKey> keys = new ArrayList<>();
      for (Map.Entry<String, Instant> mark : series.getValue().entrySet()) {
        String id = mark.getKey();
        if (mark.getValue().equals(store.marked.get(id))) {
          store.marked.remove(id);
          store.ledger.put(id, store.ledger.get(id).past(mark.getValue()));
          keys.add(SeriesStore.keyOf(id));
        }
      }
      if (!keys.isEmpty()) {
        verdicts.judgeAnew(store.memory.value().history(), keys);
      }
    }
  }
}
