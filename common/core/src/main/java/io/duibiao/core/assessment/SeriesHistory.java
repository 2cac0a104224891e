package io.duibiao.core.assessment;

import io.duibiao.core.evidence.StatementEvents;
import io.duibiao.core.matching.Counterparts;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that documents have said about one region and indicator over time: the set of the
 * statement events of the series, one for each statement id, {@code retrievedAt} and claim. A set,
 * so that any arrival order and any duplication give the same history. Where an event comes again
 * with another revision number the larger number holds: it grows when an earlier revision turns up
 * late.
 *
 * <p>Bound. Of each kind, measure and period at most {@value #MAX_OF_SLOT} events are kept, and at
 * most {@value #MAX_EVENTS} in all. Those of official addresses are kept before others, then those
 * retrieved last (ties by statement id and content). This is a fixed order of the events, which
 * does not depend on what else is known, so what is kept depends on the set of all events and not
 * on the order in which they arrive. What is given up is the oldest past of series that are told of
 * far more often than any real one.
 *
 * @param series the key of the series; events of other series are evidence of what its targets are
 *     measured by, see {@link RelatedSeries}
 * @param events sorted by statement id, then {@code retrievedAt}, then revision
 */
public record SeriesHistory(String series, List<Statement> events) {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Most events that are kept of one series. */
  public static final int MAX_EVENTS = 1024;

  /** Most events that are kept of one kind, measure and period of a series. */
  public static final int MAX_OF_SLOT = 32;

  /** A series of which nothing is known yet. */
  public static SeriesHistory empty(String series) {
    return new SeriesHistory(series, List.of());
  }

  /** The history of the given events, in any order and with any duplicates. */
  public static SeriesHistory of(String series, Collection<Statement> events) {
    return bounded(series, StatementEvents.distinct(events));
  }

  /** The history with one more event; this very history when it adds nothing. */
  public SeriesHistory with(Statement event) {
    List<Statement> next = new ArrayList<>(events);
    Statement claim = null;
    for (int i = 0; i < next.size(); i++) {
      Statement known = next.get(i);
      if (known.id().equals(event.id()) && known.retrievedAt().equals(event.retrievedAt())) {
        claim = claim == null ? StatementEvents.claim(event) : claim;
        if (StatementEvents.claim(known).equals(claim)) {
          if (known.documentRevision() >= event.documentRevision()) {
            return this;
          }
          next.remove(i);
          break;
        }
      }
    }
    int at = Collections.binarySearch(next, event, StatementEvents.ORDER);
    next.add(-at - 1, event);
    SeriesHistory after = bounded(series, next);
    return after.events.size() == events.size() && after.events.equals(events) ? this : after;
  }

  /**
   * This history with what other names have to say, for one judgement: it is kept elsewhere, and
   * replaced whole when a pool sees it otherwise.
   */
  SeriesHistory and(Collection<Counterparts> counterparts) {
    List<Statement> others = new ArrayList<>();
    counterparts.forEach(each -> others.addAll(each.events()));
    if (others.isEmpty()) {
      return this;
    }
    others.addAll(events);
    others.sort(StatementEvents.ORDER);
    return new SeriesHistory(series, others);
  }

  /** Whether so much was said that something may have been given up. */
  boolean forgetful() {
    if (events.size() >= MAX_EVENTS) {
      return true;
    }
    Map<Slot, Integer> counts = new HashMap<>();
    return events.stream().anyMatch(s -> counts.merge(Slot.of(s), 1, Integer::sum) >= MAX_OF_SLOT);
  }

  /**
   * The last event of each statement id, the withdrawn ones among them, sorted by id: the evidence
   * that verdicts are a function of.
   */
  public List<Statement> current() {
    return StatementEvents.lastOfEachId(events);
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

  /** The later of two events of one statement id. */
  static Statement later(Statement a, Statement b) {
    return StatementEvents.ORDER.compare(a, b) > 0 ? a : b;
  }

  /**
   * When something was said to the public. A document's first revision speaks when it was published
   * and later ones when they were retrieved, or published if that is later: crawling an archive in
   * 2026 does not move what was said in 2018. A withdrawal speaks when it was retrieved. Whether a
   * revision is the first is told by the largest number among the statement's events up to that
   * time, since an event may keep a number that is too low when earlier revisions turn up late.
   *
   * <p>A first revision that does not tell when it was published is taken to be issued when reports
   * of its kind are: at the start of the year in its title, else of the year that a target is for
   * and of the year after that of a result. So an archive without dates raises no overdue alert
   * when it is crawled years later.
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
    Map<Statement, Instant> times = new IdentityHashMap<>();
    for (Statement event : events) {
      Instant published = event.publishedAt();
      Instant retrieved = event.retrievedAt();
      boolean first = revisions.get(event.id()).get(retrieved) <= 1;
      Instant time = retrieved;
      if (published == null && !event.withdrawn() && first) {
        published = usual(event).filter(usual -> usual.isBefore(retrieved)).orElse(null);
      }
      if (published != null && !event.withdrawn() && (first || published.isAfter(retrieved))) {
        time = published;
      }
      times.put(event, time);
    }
    return times;
  }

  private static Optional<Instant> usual(Statement event) {
    Optional<Integer> year = Evidence.titleYear(event);
    if (year.isEmpty()) {
      year =
          Period.tryParse(event.period())
              .map(p -> event.kind() == StatementKind.TARGET ? p.firstYear() : p.lastYear() + 1);
    }
    return year.map(y -> LocalDate.of(y, 1, 1).atStartOfDay(CHINA).toInstant());
  }

  private static SeriesHistory bounded(String series, List<Statement> sorted) {
    Map<Slot, List<Statement>> slots = new HashMap<>();
    for (Statement event : sorted) {
      slots.computeIfAbsent(Slot.of(event), slot -> new ArrayList<>()).add(event);
    }
    Set<Statement> given = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<Statement> slot : slots.values()) {
      if (slot.size() > MAX_OF_SLOT) {
        slot.sort(StatementEvents.WORTH);
        given.addAll(slot.subList(MAX_OF_SLOT, slot.size()));
      }
    }
    List<Statement> kept = sorted.stream().filter(s -> !given.contains(s)).toList();
    if (kept.size() > MAX_EVENTS) {
      List<Statement> byWorth = kept.stream().sorted(StatementEvents.WORTH).toList();
      given.addAll(byWorth.subList(MAX_EVENTS, byWorth.size()));
      kept = kept.stream().filter(s -> !given.contains(s)).toList();
    }
    return new SeriesHistory(series, kept);
  }
}
