package io.duibiao.core.evidence;

import io.duibiao.core.statement.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What statement events are as a set: one for each statement id, {@code retrievedAt} and claim.
 * Where an event comes again with another revision number the larger number holds: it grows when an
 * earlier revision turns up late. So any arrival order and any duplication give the same set.
 */
public final class StatementEvents {
  /** By statement id, then {@code retrievedAt}, then revision; total. */
  public static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::id)
          .thenComparing(Statement::retrievedAt)
          .thenComparing(Statement::documentRevision)
          .thenComparing(Statement::withdrawn)
          .thenComparing(Statement::toString);

  /**
   * What is kept first of too many, whatever number its revision has by now: events of official
   * addresses before others, then those retrieved last. It depends on the events alone and not on
   * what else is known, so what is kept does not depend on the order in which they arrive.
   */
  public static final Comparator<Statement> WORTH =
      Comparator.comparing((Statement s) -> !Sources.official(s))
          .thenComparing(Statement::retrievedAt, Comparator.reverseOrder())
          .thenComparing(Statement::id)
          .thenComparing(Statement::withdrawn)
          .thenComparing(s -> claim(s).toString());

  private StatementEvents() {}

  /** What an event says, whatever number its revision has by now. */
  public static Statement claim(Statement event) {
    return event.inRevision(0, event.retrievedAt(), event.withdrawn());
  }

  /** The set of some events, in {@link #ORDER}. */
  public static List<Statement> distinct(Collection<Statement> events) {
    Map<Statement, Statement> byClaim = new HashMap<>();
    for (Statement event : events) {
      byClaim.merge(
          claim(event), event, (a, b) -> a.documentRevision() >= b.documentRevision() ? a : b);
    }
    List<Statement> sorted = new ArrayList<>(byClaim.values());
    sorted.sort(ORDER);
    return sorted;
  }

  /** The last event of each statement id of events in {@link #ORDER}. */
  public static List<Statement> lastOfEachId(List<Statement> sorted) {
    List<Statement> last = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      if (i + 1 == sorted.size() || !sorted.get(i + 1).id().equals(sorted.get(i).id())) {
        last.add(sorted.get(i));
      }
    }
    return last;
  }
}
