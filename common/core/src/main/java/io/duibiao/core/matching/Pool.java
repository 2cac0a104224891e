package io.duibiao.core.matching;

import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that was said of one region, year and kind of unit: the targets, and the results that may
 * answer them under another name.
 *
 * @param key what {@link #keyOf} gives for each of the events
 * @param events in a fixed order
 */
public record Pool(String key, List<Statement> events) {
  /** Most events of a pool. */
  public static final int MAX_EVENTS = 2048;

  private static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::id)
          .thenComparing(Statement::retrievedAt)
          .thenComparing(Statement::documentRevision)
          .thenComparing(Statement::withdrawn)
          .thenComparing(Statement::toString);

  /** Keeps the events from change. */
  public Pool {
    events = List.copyOf(events);
  }

  /** The pool that a statement belongs to, or nothing where only its own name can match it. */
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
    return Optional.of(
        statement.regionCode()
            + "/"
            + Units.kind(statement.unit()).replace('/', '-')
            + "/"
            + statement.period());
  }

  /** The pool of some events, in any order and with any duplicates. */
  public static Pool of(String key, Collection<Statement> events) {
    List<Statement> sorted = new ArrayList<>(events);
    sorted.sort(ORDER);
    return new Pool(key, sorted);
  }

  /**
   * For each series that has a target here, what other names have to say to it; series to which
   * nothing has are among them.
   */
  public SortedMap<String, Counterparts> counterparts() {
    Map<String, Statement> current = new HashMap<>();
    events.forEach(event -> current.put(event.id(), event));
    SortedMap<String, Counterparts> given = new TreeMap<>();
    String period = key.substring(key.lastIndexOf('/') + 1);
    for (Statement target : current.values()) {
      if (target.kind() == StatementKind.TARGET) {
        List<Statement> answers =
            events.stream()
                .filter(s -> s.kind() == StatementKind.RESULT)
                .filter(s -> !s.series().equals(target.series()))
                .filter(
                    s ->
                        s.indicator().contains(target.indicator())
                            || target.indicator().contains(s.indicator()))
                .toList();
        given.put(target.series(), new Counterparts(period, answers, !answers.isEmpty()));
      }
    }
    return given;
  }
}
