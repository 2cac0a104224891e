package io.duibiao.core.assessment;

import io.duibiao.core.statement.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Everything that documents have said about one region and indicator over time: the set of the
 * statement events of the series, one for each statement id, {@code retrievedAt} and claim. A set,
 * so that any arrival order and any duplication give the same history. Where an event comes again
 * with another revision number the larger number holds: it grows when an earlier revision turns up
 * late.
 *
 * <p>Bound. At most {@value #MAX_EVENTS} events are kept. Beyond that the event goes that is
 * superseded by a later one of its statement and was retrieved first; when nothing is superseded,
 * the one that was retrieved first (ties by statement id). The rule is a total order over the
 * events, so what is kept does not depend on the arrival order either. What is given up is the
 * oldest past: verdicts stay exact until a series has more than {@value #MAX_EVENTS} statements
 * that hold at once; before that, the opening time of an alert may move to a later event and an
 * alert of long ago may be forgotten.
 *
 * @param series the key of the series; events of other series are evidence of what its targets are
 *     measured by, see {@link RelatedSeries}
 * @param events sorted by statement id, then {@code retrievedAt}, then revision
 */
public record SeriesHistory(String series, List<Statement> events) {

  /** Most events that are kept of one series. */
  public static final int MAX_EVENTS = 1024;

  private static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::id)
          .thenComparing(Statement::retrievedAt)
          .thenComparing(Statement::documentRevision)
          .thenComparing(Statement::withdrawn)
          .thenComparing(Statement::toString);

  /** A series of which nothing is known yet. */
  public static SeriesHistory empty(String series) {
    return new SeriesHistory(series, List.of());
  }

  /** The history of the given events, in any order and with any duplicates. */
  public static SeriesHistory of(String series, Collection<Statement> events) {
    Map<Statement, Statement> byClaim = new HashMap<>();
    for (Statement event : events) {
      byClaim.merge(
          claim(event), event, (a, b) -> a.documentRevision() >= b.documentRevision() ? a : b);
    }
    List<Statement> sorted = new ArrayList<>(byClaim.values());
    sorted.sort(ORDER);
    return bounded(series, sorted);
  }

  /** The history with one more event; this very history when it adds nothing. */
  public SeriesHistory with(Statement event) {
    List<Statement> next = new ArrayList<>(events);
    for (int i = 0; i < next.size(); i++) {
      if (next.get(i).id().equals(event.id()) && claim(next.get(i)).equals(claim(event))) {
        if (next.get(i).documentRevision() >= event.documentRevision()) {
          return this;
        }
        next.remove(i);
        break;
      }
    }
    int at = Collections.binarySearch(next, event, ORDER);
    next.add(-at - 1, event);
    return bounded(series, next);
  }

  /**
   * The last event of each statement id, the withdrawn ones among them, sorted by id: the evidence
   * that verdicts are a function of.
   */
  public List<Statement> current() {
    return lastOfEachId(events);
  }

  /**
   * When each statement id was first said. Unlike the time of its current event this does not
   * depend on which of several equal observations arrived first.
   */
  Map<String, Instant> firstRetrieved() {
    Map<String, Instant> first = new HashMap<>();
    for (Statement event : events) {
      first.merge(event.id(), event.retrievedAt(), (a, b) -> a.isBefore(b) ? a : b);
    }
    return first;
  }

  /**
   * The evidence after each time at which something was said, in the order of these times.
   *
   * @param wanted which events matter; the others are left out so that replaying is cheap
   */
  NavigableMap<Instant, List<Statement>> replay(Predicate<Statement> wanted) {
    Map<Statement, Instant> times = times();
    List<Statement> relevant = events.stream().filter(wanted).toList();
    NavigableMap<Instant, List<Statement>> replay = new TreeMap<>();
    for (Statement event : relevant) {
      replay.putIfAbsent(times.get(event), List.of());
    }
    replay.replaceAll(
        (moment, none) ->
            lastOfEachId(relevant.stream().filter(e -> !times.get(e).isAfter(moment)).toList()));
    return replay;
  }

  /**
   * When something was said to the public. A document's first revision speaks when it was published
   * and later ones when they were retrieved, or published if that is later: crawling an archive in
   * 2026 does not move what was said in 2018. A withdrawal speaks when it was retrieved. Whether a
   * revision is the first is told by the largest number among the statement's events up to that
   * time, since an event may keep a number that is too low when earlier revisions turn up late.
   */
  Map<Statement, Instant> times() {
    Map<String, NavigableMap<Instant, Integer>> revisions = new HashMap<>();
    for (Statement event : events) {
      revisions
          .computeIfAbsent(event.id(), id -> new TreeMap<>())
          .merge(event.retrievedAt(), event.documentRevision(), Math::max);
    }
    for (NavigableMap<Instant, Integer> byTime : revisions.values()) {
      int largest = 0;
      for (Map.Entry<Instant, Integer> entry : byTime.entrySet()) {
        largest = Math.max(largest, entry.getValue());
        entry.setValue(largest);
      }
    }
    Map<Statement, Instant> times = new HashMap<>();
    for (Statement event : events) {
      Instant published = event.publishedAt();
      Instant retrieved = event.retrievedAt();
      boolean first = revisions.get(event.id()).get(retrieved) <= 1;
      Instant time = retrieved;
      if (published != null && !event.withdrawn() && (first || published.isAfter(retrieved))) {
        time = published;
      }
      times.put(event, time);
    }
    return times;
  }

  /** What an event says, whatever number its revision has by now. */
  private static Statement claim(Statement event) {
    return event.inRevision(0, event.retrievedAt(), event.withdrawn());
  }

  private static List<Statement> lastOfEachId(List<Statement> sorted) {
    List<Statement> last = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      if (i + 1 == sorted.size() || !sorted.get(i + 1).id().equals(sorted.get(i).id())) {
        last.add(sorted.get(i));
      }
    }
    return last;
  }

  private static SeriesHistory bounded(String series, List<Statement> sorted) {
    if (sorted.size() > MAX_EVENTS) {
      Set<Statement> current = new HashSet<>(lastOfEachId(sorted));
      List<Statement> dispensable = new ArrayList<>(sorted);
      dispensable.sort(
          Comparator.comparing((Statement s) -> current.contains(s))
              .thenComparing(Statement::retrievedAt)
              .thenComparing(ORDER));
      sorted.removeAll(new HashSet<>(dispensable.subList(0, sorted.size() - MAX_EVENTS)));
    }
    return new SeriesHistory(series, List.copyOf(sorted));
  }
}
