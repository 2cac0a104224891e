package io.duibiao.assessment;

import io.duibiao.core.assessment.AssessmentKey;
import io.duibiao.core.statement.Measure;
import io.duibiao.streaming.catalog.CatalogUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.InstantSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/**
 * What the series operator keeps: of the current series its evidence, what pools have to say to its
 * targets, its ledger and the deadlines that were marked, and of all series the catalog. Every
 * serializer is named here; README.md beside this class tells what each state is for and when it
 * goes.
 */
final class SeriesStore {
  /** The state that every known series has. */
  static final ValueStateDescriptor<SeriesMemory> MEMORY =
      new ValueStateDescriptor<>("history", new SeriesMemorySerializer());

  /** Deadlines that have passed and are told once a checkpoint holds them, by assessment. */
  static final MapStateDescriptor<String, Instant> MARKED =
      new MapStateDescriptor<>("marked", StringSerializer.INSTANCE, InstantSerializer.INSTANCE);

  private static final MapStateDescriptor<String, LedgerEntry> LEDGER =
      new MapStateDescriptor<>("ledger", StringSerializer.INSTANCE, new LedgerEntrySerializer());

  private static final MapStateDescriptor<String, PoolView> VIEWS =
      new MapStateDescriptor<>("counterparts", StringSerializer.INSTANCE, new PoolViewSerializer());

  private static final MapStateDescriptor<String, CatalogChanges> CATALOG =
      new MapStateDescriptor<>(
          "catalog", StringSerializer.INSTANCE, new CatalogChangesSerializer());

  private static final ListStateDescriptor<JudgedBy> JUDGED_BY =
      new ListStateDescriptor<>("judged-by", new JudgedBySerializer());

  private static final String CURRENT = "current";

  /** Most pools of which is kept what they have to say; a real series has some dozens. */
  static final int MAX_VIEWS = 512;

  private static final Comparator<PoolView> BY_AGE =
      Comparator.comparing((PoolView view) -> view.version().timestamp())
          .thenComparing(view -> view.version().count());

  final ValueState<SeriesMemory> memory;
  final MapState<String, LedgerEntry> ledger;
  final MapState<String, Instant> marked;
  private final MapState<String, PoolView> views;
  private final BroadcastState<String, CatalogChanges> catalog;
  private final ListState<JudgedBy> judgedBy;

  SeriesStore(KeyedStateStore keyed, OperatorStateStore operator) throws Exception {
    memory = keyed.getState(MEMORY);
    ledger = keyed.getMapState(LEDGER);
    marked = keyed.getMapState(MARKED);
    views = keyed.getMapState(VIEWS);
    catalog = operator.getBroadcastState(CATALOG);
    judgedBy = operator.getUnionListState(JUDGED_BY);
  }

  CatalogChanges catalog() throws Exception {
    CatalogChanges held = catalog.get(CURRENT);
    return held == null ? CatalogChanges.NONE : held;
  }

  void keep(CatalogChanges changes) throws Exception {
    catalog.put(CURRENT, changes);
  }

  /** What all subtasks have kept of it. */
  Iterable<JudgedBy> judgedBy() throws Exception {
    return judgedBy.get();
  }

  void keep(JudgedBy current) throws Exception {
    judgedBy.update(List.of(current));
  }

  /** The update that holds, or null before the first. */
  CatalogUpdate update() throws Exception {
    return catalog().update();
  }

  LedgerEntry entry(AssessmentKey key) throws Exception {
    LedgerEntry entry = ledger.get(idOf(key));
    return entry == null ? LedgerEntry.NEW : entry;
  }

  /** What pools have to say to the current series. */
  PoolViews views() throws Exception {
    List<PoolView> all = new ArrayList<>();
    views.values().forEach(all::add);
    return new PoolViews(all);
  }

  /**
   * Keeps what a pool has to say instead of what it said before. Of more than {@value #MAX_VIEWS}
   * pools those go that consumed their last record first.
   *
   * @return whether it is kept, and not older than what is known
   */
  boolean keep(PoolView view) throws Exception {
    PoolView known = views.get(view.pool());
    if (known != null && BY_AGE.compare(view, known) < 0) {
      return false;
    }
    views.put(view.pool(), view);
    List<PoolView> all = known == null ? new ArrayList<>(views().views()) : List.of();
    if (all.size() > MAX_VIEWS) {
      String oldest = Collections.min(all, BY_AGE.thenComparing(PoolView::pool)).pool();
      views.remove(oldest);
      return !oldest.equals(view.pool());
    }
    return true;
  }

  /** Forgets the current series. */
  void forget() {
    memory.clear();
    ledger.clear();
    marked.clear();
    views.clear();
  }

  /** Names an assessment within its series. */
  static String idOf(AssessmentKey key) {
    return key.measure().code() + "/" + key.period();
  }

  /** The reverse of {@link #idOf}. */
  static AssessmentKey keyOf(String id) {
    int at = id.indexOf('/');
    Measure measure = Measure.valueOf(id.substring(0, at).toUpperCase(Locale.ROOT));
    return new AssessmentKey(measure, id.substring(at + 1));
  }

  /** The assessments of which the current series has an entry. */
  List<AssessmentKey> keys() throws Exception {
    List<AssessmentKey> keys = new ArrayList<>();
    ledger.keys().forEach(id -> keys.add(keyOf(id)));
    keys.sort(null);
    return keys;
  }
}
