package io.duibiao.assessment;

import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import io.duibiao.streaming.record.RecordJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/**
 * What the pool operator keeps of the current pool. Each event is an entry of its own, so that a
 * record costs one entry and not the whole pool.
 */
final class PoolStore {
  /** The state that every known pool has. */
  static final ValueStateDescriptor<PoolMemory> MEMORY =
      new ValueStateDescriptor<>("pool", new PoolMemorySerializer());

  /** Each event by a digest of its claim. */
  static final MapStateDescriptor<String, Statement> EVENTS =
      new MapStateDescriptor<>("events", StringSerializer.INSTANCE, new StatementSerializer());

  private static final MapStateDescriptor<String, String> TARGETED =
      new MapStateDescriptor<>("targeted", StringSerializer.INSTANCE, StringSerializer.INSTANCE);

  private static final ListStateDescriptor<JudgedBy> MATCHED_BY =
      new ListStateDescriptor<>("matched-by", new JudgedBySerializer());

  final ValueState<PoolMemory> memory;
  private final MapState<String, Statement> events;
  private final MapState<String, String> targeted;
  private final ListState<JudgedBy> matchedBy;

  PoolStore(KeyedStateStore keyed, OperatorStateStore operator) throws Exception {
    memory = keyed.getState(MEMORY);
    events = keyed.getMapState(EVENTS);
    targeted = keyed.getMapState(TARGETED);
    matchedBy = operator.getUnionListState(MATCHED_BY);
  }

  /** Adds an event; of one that comes again with another revision number the larger one holds. */
  void add(Statement event) throws Exception {
    String id = idOf(event);
    Statement known = events.get(id);
    if (known == null || known.documentRevision() < event.documentRevision()) {
      events.put(id, event);
    }
  }

  List<Statement> events() throws Exception {
    List<Statement> all = new ArrayList<>();
    events.values().forEach(all::add);
    return all;
  }

  /** Gives up all but these events. */
  void keepOnly(Collection<Statement> kept) throws Exception {
    Set<String> ids = new HashSet<>();
    kept.forEach(event -> ids.add(idOf(event)));
    List<String> given = new ArrayList<>();
    events.keys().forEach(given::add);
    given.removeAll(ids);
    for (String id : given) {
      events.remove(id);
    }
  }

  /** Whether a statement is a target of a series that is not known to have one. */
  boolean newlyTargets(Statement statement) throws Exception {
    return statement.kind() == StatementKind.TARGET && !targeted.contains(statement.series());
  }

  /** Remembers that the series of a target is to be told what the pool has to say. */
  void remember(Statement target) throws Exception {
    targeted.put(target.series(), target.period());
  }

  /** The period of the targets of each series that is known to have had one. */
  Map<String, String> targeted() throws Exception {
    Map<String, String> periods = new TreeMap<>();
    for (Map.Entry<String, String> each : targeted.entries()) {
      periods.put(each.getKey(), each.getValue());
    }
    return periods;
  }

  /** What all subtasks have kept of it. */
  Iterable<JudgedBy> matchedBy() throws Exception {
    return matchedBy.get();
  }

  void keep(JudgedBy current) throws Exception {
    matchedBy.update(List.of(current));
  }

  /** Forgets the current pool. */
  void forget() {
    memory.clear();
    events.clear();
    targeted.clear();
  }

  /** The same for the same claim at the same time, whatever number its revision has by now. */
  private static String idOf(Statement event) {
    return Digest.of(
        RecordJson.writeString(event.inRevision(0, event.retrievedAt(), event.withdrawn())));
  }
}
