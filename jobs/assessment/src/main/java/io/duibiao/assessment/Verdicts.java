package io.duibiao.assessment;

import io.duibiao.core.assessment.AssessmentKey;
import io.duibiao.core.assessment.Judgement;
import io.duibiao.core.assessment.SeriesHistory;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.record.LogText;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the series of the current key anew, sends verdicts, and keeps its ledger and deadlines.
 */
final class Verdicts {
  private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

  private final SeriesStore store;
  private final InternalTimerService<String> timers;
  private final Outlet outlet;
  private final AssessmentMetrics metrics;
  private final LedgerBound bound;

  private CatalogInForce catalog;
  private Basis basis;

  Verdicts(
      SeriesStore store,
      InternalTimerService<String> timers,
      Outlet outlet,
      AssessmentMetrics metrics,
      LedgerBound bound) {
    this.store = store;
    this.timers = timers;
    this.outlet = outlet;
    this.metrics = metrics;
    this.bound = bound;
  }

  /** By what is judged from now on. */
  void judgeBy(CatalogInForce catalog, Basis basis) {
    this.catalog = catalog;
    this.basis = basis;
  }

  /** Sends what was judged, and waits for the deadline where that will change it. */
  void settle(
      String series, PoolViews views, AssessmentKey key, Judgement judgement, LedgerEntry entry)
      throws Exception {
    String id = SeriesStore.idOf(key);
    RecordVersion records = views.version(key, entry.version());
    LedgerEntry sent = outlet.send(series, key, judgement, entry, records, basis);
    Instant deadline = judgement.deadline().orElse(null);
    if (deadline != null
        && (!deadline.isAfter(entry.asOf()) || deadline.equals(store.marked.get(id)))) {
      // It has passed already, or is told with the next checkpoint.
      deadline = null;
    }
    if (entry.timerAt() != null && !entry.timerAt().equals(deadline)) {
      timers.deleteEventTimeTimer(id, entry.timerAt().toEpochMilli());
    }
    if (deadline != null && !deadline.equals(entry.timerAt())) {
      timers.registerEventTimeTimer(id, deadline.toEpochMilli());
    }
    store.ledger.put(id, sent.waitingFor(deadline));
  }

  /** The assessments that some statement of a history touches. */
  Set<AssessmentKey> touched(SeriesHistory history) {
    Set<AssessmentKey> keys = new TreeSet<>();
    for (Statement statement : history.events()) {
      keys.addAll(catalog.judge().touched(history.series(), statement));
    }
    return keys;
  }

  /** Judges some assessments of the series again, without a new record. */
  void judgeAnew(SeriesHistory history, Collection<AssessmentKey> keys) throws Exception {
    Map<AssessmentKey, Instant> asOf = new TreeMap<>();
    for (AssessmentKey key : keys) {
      asOf.put(key, store.entry(key).asOf());
    }
    PoolViews views = store.views();
    Map<AssessmentKey, Judgement> judgements = new TreeMap<>();
    try {
      judgements.putAll(catalog.judge().judge(history, views.counterparts(), asOf));
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      // Each of its statements was judged before; the verdict before stays.
      metrics.failed.inc();
      LOG.warn("{} can not be judged anew at once", LogText.of(history.series()), e);
      for (AssessmentKey key : keys) {
        judgeAlone(history, views, key, asOf.get(key), judgements);
      }
    }
    for (Map.Entry<AssessmentKey, Judgement> each : judgements.entrySet()) {
      settle(history.series(), views, each.getKey(), each.getValue(), store.entry(each.getKey()));
    }
  }

  private void judgeAlone(
      SeriesHistory history,
      PoolViews views,
      AssessmentKey key,
      Instant asOf,
      Map<AssessmentKey, Judgement> judgements) {
    try {
      judgements.putAll(catalog.judge().judge(history, views.counterparts(), Map.of(key, asOf)));
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      LOG.warn("{} can not be judged anew", LogText.of(history.series() + "/" + key), e);
    }
  }

  /** Gives up what the ledger of the series has too much. */
  void bound(SeriesHistory history) throws Exception {
    if (!bound.near(history)) {
      return;
    }
    Map<String, LedgerEntry> entries = new TreeMap<>();
    for (Map.Entry<String, LedgerEntry> each : store.ledger.entries()) {
      entries.put(each.getKey(), each.getValue());
    }
    for (String id : bound.surplus(entries, history, catalog.judge())) {
      Instant timer = entries.get(id).timerAt();
      if (timer != null) {
        timers.deleteEventTimeTimer(id, timer.toEpochMilli());
      }
      store.ledger.remove(id);
      store.marked.remove(id);
      metrics.entriesForgotten.inc();
    }
  }
}
