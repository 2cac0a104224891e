package io.duibiao.core.matching;

import io.duibiao.core.evidence.StatementEvents;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All that was said of one region, year and kind of unit: the targets, and the results that may
 * answer them under another name.
 *
 * <p>A plan and the review after it name one thing differently in ways that no list of words
 * foresees, so what a target means can only be told beside everything else that was said: a result
 * goes to the target whose name it is likest, unless a target of its own name takes it. {@link
 * Affinity} tells how like two names are.
 *
 * <p>Bound. Of each series, kind and measure at most {@value #MAX_OF_SLOT} events are kept, and at
 * most {@value #MAX_EVENTS} in all, in the order of {@link StatementEvents#WORTH}. What is given up
 * is the oldest past of regions of which far more is told in a year than any report has numbers of
 * one kind.
 *
 * @param key what {@link #keyOf} gives for each of the events
 * @param events sorted by {@link StatementEvents#ORDER}
 */
public record Pool(String key, List<Statement> events) {
  /** Most events of a pool. A long report has some two hundred counts of things for a year. */
  public static final int MAX_EVENTS = 2048;

  /** Most events of one series, kind and measure. */
  public static final int MAX_OF_SLOT = 32;

  /** What several statements may say differently. */
  private record Slot(String series, StatementKind kind, Measure measure) {
    static Slot of(Statement event) {
      return new Slot(event.series(), event.kind(), event.measure());
    }
  }

  /** Keeps the events from change. */
  public Pool {
    events = List.copyOf(events);
  }

  /**
   * The pool that a statement belongs to: region, kind of unit and year. Units that may be compared
   * are of one kind, so enterprises in 家 and in 户 meet; whether two numbers can be compared is told
   * for each pair. Nothing where only its own name can match it: growth and ranks, spans of years,
   * claims, relative targets, and names that say too little ({@link GenericNames}).
   */
  public static Optional<String> keyOf(Statement statement) {
    boolean amount =
        statement.kind() != StatementKind.CLAIM
            && statement.comparand() == null
            && (statement.measure() == Measure.LEVEL || statement.measure() == Measure.INCREMENT);
    if (!amount
        || statement.unit() == null
        || GenericNames.holds(statement.indicatorId())
        || Period.tryParse(statement.period()).filter(Period::year).isEmpty()) {
      return Optional.empty();
    }
    String kind = Units.kind(statement.unit()).replace('/', '-');
    return Optional.of(statement.regionCode() + "/" + kind + "/" + statement.period());
  }

  /** The pool of some events, in any order and with any duplicates. */
  public static Pool of(String key, Collection<Statement> events) {
    Map<Slot, Integer> counts = new HashMap<>();
    List<Statement> kept = new ArrayList<>();
    for (Statement event :
        StatementEvents.distinct(events).stream().sorted(StatementEvents.WORTH).toList()) {
      if (kept.size() < MAX_EVENTS
          && counts.merge(Slot.of(event), 1, Integer::sum) <= MAX_OF_SLOT) {
        kept.add(event);
      }
    }
    kept.sort(StatementEvents.ORDER);
    return new Pool(key, kept);
  }

  /** Whether so much was said that something may have been given up. */
  boolean forgetful() {
    Map<Slot, Integer> counts = new HashMap<>();
    events.forEach(event -> counts.merge(Slot.of(event), 1, Integer::sum));
    return events.size() >= MAX_EVENTS
        || counts.values().stream().anyMatch(count -> count >= MAX_OF_SLOT);
  }

  /**
   * For each series that has, or ever had, a target here, what other names have to say to it;
   * series to which nothing has are among them.
   */
  public SortedMap<String, Counterparts> counterparts() {
    return new Matching(this).counterparts();
  }

  /** The period of all events. */
  String period() {
    return key.substring(key.lastIndexOf('/') + 1);
  }
}
