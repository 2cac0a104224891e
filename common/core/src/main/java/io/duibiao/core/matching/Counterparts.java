package io.duibiao.core.matching;

import io.duibiao.core.statement.Statement;
import java.util.List;

/**
 * What results of other names have to say to the targets of one series, as the {@link Pool} of
 * their region sees it.
 *
 * @param period the period of the targets, as in {@link Statement#period()}
 * @param events all events of the results that were given to the targets of the series, sorted by
 *     statement id, then {@code retrievedAt}; empty where none answers them
 * @param contested whether another set of statements of the pool might have given another result to
 *     these targets, so that an attempt that saw less may have raised an alert that does not hold
 */
public record Counterparts(String period, List<Statement> events, boolean contested) {
  /** Keeps the events from change. */
  public Counterparts {
    events = List.copyOf(events);
  }
}
