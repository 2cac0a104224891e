package io.duibiao.core.assessment;

import io.duibiao.core.matching.Counterparts;
import io.duibiao.core.statement.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A history prepared for judging several of its keys: what is the same for all of them is found out
 * once, so that the cost of a key grows with the statements that concern it and not with all. Not
 * thread-safe.
 */
final class Dossier {
  private final SeriesHistory history;
  private final Set<String> contested;
  private final boolean forgetful;
  private final Map<String, Instant> firstRetrieved;
  private final Map<Statement, Instant> times;
  private final Map<Statement, Traits> traits = new IdentityHashMap<>();
  private final Map<AssessmentKey, BitSet> concerned = new HashMap<>();

  /**
   * @param of the evidence of the series
   * @param counterparts what other names have to say to its targets
   * @param keys the keys that will be asked for
   */
  Dossier(SeriesHistory of, Collection<Counterparts> counterparts, Collection<AssessmentKey> keys) {
    this.history = of.and(counterparts);
    this.contested =
        counterparts.stream()
            .filter(Counterparts::contested)
            .map(Counterparts::period)
            .collect(Collectors.toSet());
    this.forgetful = history.forgetful();
    this.firstRetrieved = history.firstRetrieved();
    this.times = history.times();
    keys.forEach(key -> concerned.put(key, new BitSet()));
    List<Statement> events = history.events();
    Map<Slot, List<BitSet>> bySlot = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      Statement event = events.get(i);
      for (BitSet set : bySlot.computeIfAbsent(Slot.of(event), slot -> concernedBy(event))) {
        set.set(i);
      }
    }
  }

  private List<BitSet> concernedBy(Statement event) {
    List<BitSet> sets = new ArrayList<>();
    for (AssessmentKey key : Touched.by(history.series(), event)) {
      BitSet set = concerned.get(key);
      if (set != null) {
        sets.add(set);
      }
    }
    return sets;
  }

  String series() {
    return history.series();
  }

  /** Whether so much was said that something may have been given up. */
  boolean forgetful() {
    return forgetful;
  }

  /** Whether other results of other names might have been given to its targets. */
  boolean contested(AssessmentKey key) {
    return contested.contains(key.period());
  }

  /** The events that one of the keys may rest on, in the order of the history. */
  List<Statement> concerning(AssessmentKey key) {
    List<Statement> events = history.events();
    return concerned.get(key).stream().mapToObj(events::get).toList();
  }

  /** When an event of the history was said to the public. */
  Instant time(Statement event) {
    return times.get(event);
  }

  /** What the source of an event of the history is worth. */
  Traits traits(Statement event) {
    return traits.computeIfAbsent(event, s -> Traits.of(s, firstRetrieved.get(s.id())));
  }
}
