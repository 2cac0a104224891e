package io.duibiao.core.revision;

import io.duibiao.core.statement.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that one document id has said over time: a pure function of the set of its
 * observations, so that any arrival order and any duplication give the same history.
 *
 * <p>Observations are ordered by {@code retrievedAt}, then fingerprint. Neighbours in that order
 * that say the same are one revision, retrieved when the first of them was; revisions are numbered
 * from 1 in that order.
 *
 * <p>Bounds. At most {@value #MAX_REVISIONS} revisions are kept: beyond that the oldest is
 * forgotten, its number stays used, and an observation that arrives later but is as old as a
 * forgotten one is ignored. What forgotten revisions said has been sent and, where the next
 * revision no longer said it, been withdrawn, so the current statements are exact; only the exact
 * numbering after an arrival that is more than {@value #MAX_REVISIONS} changes late is given up. At
 * most {@value #MAX_OBSERVATIONS} observations are kept: beyond that the oldest that neither begins
 * nor ends a revision is forgotten, which matters only to an observation of something else that
 * arrives late and falls between two such equal ones. The text is kept of the latest revision only.
 *
 * @param observations sorted, no duplicates
 * @param contents one revision for each fingerprint that {@code observations} names, sorted by
 *     fingerprint, not ranked
 * @param forgotten number of revisions forgotten
 * @param horizon the time up to which observations are ignored, or null while nothing is forgotten
 */
public record DocumentHistory(
    List<Observation> observations, List<Revision> contents, int forgotten, Instant horizon) {

  /** Most revisions that are kept of one document. */
  public static final int MAX_REVISIONS = 64;

  /** Most observations that are kept of one document. */
  public static final int MAX_OBSERVATIONS = 1024;

  private static final DocumentHistory EMPTY = new DocumentHistory(List.of(), List.of(), 0, null);

  private record Run(Instant start, String fingerprint, int number, String previous) {}

  /** A document of which nothing is known yet. */
  public static DocumentHistory empty() {
    return EMPTY;
  }

  /**
   * The history with one more observation, in any order.
   *
   * @param observed a revision with {@code retrievedAt} set; its number does not matter
   * @return this very history when the observation adds nothing
   */
  public DocumentHistory with(Revision observed) {
    Observation observation = new Observation(observed.retrievedAt(), observed.fingerprint());
    if (horizon != null && !observed.retrievedAt().isAfter(horizon)) {
      return this;
    }
    int at = Collections.binarySearch(observations, observation);
    Revision known = content(observed.fingerprint());
    boolean newest =
        observations.isEmpty()
            || observation.compareTo(observations.get(observations.size() - 1)) >= 0;
    Revision kept =
        known == null
            ? distinct(observed)
            : earlier(known, observed).withText(newest ? observed.text() : known.text());
    if (at >= 0 && kept.equals(known)) {
      return this;
    }
    List<Observation> nextObservations = observations;
    if (at < 0) {
      nextObservations = new ArrayList<>(observations);
      nextObservations.add(-at - 1, observation);
    }
    return bounded(nextObservations, replace(contents, kept), forgotten, horizon);
  }

  /** The revision that holds now, with its text; empty before the first observation. */
  public Optional<Revision> latest() {
    List<Run> runs = runs();
    return runs.isEmpty() ? Optional.empty() : Optional.of(revision(runs.get(runs.size() - 1)));
  }

  /** The revisions in order, numbered. */
  public List<Revision> revisions() {
    return runs().stream().map(this::revision).toList();
  }

  /**
   * Every event in revision order: each statement that a revision makes, and each statement of the
   * revision before it that it no longer makes, as withdrawn.
   */
  public List<Statement> events() {
    List<Statement> events = new ArrayList<>();
    for (Run run : runs()) {
      events.addAll(events(run));
    }
    return events;
  }

  /** What holds now: the last event of each statement id, sorted by id. */
  public List<Statement> statements() {
    Map<String, Statement> last = new HashMap<>();
    for (Statement event : events()) {
      last.put(event.id(), event);
    }
    return last.values().stream().sorted(Comparator.comparing(Statement::id)).toList();
  }

  /**
   * The events to send when a history has grown: those that are new or changed, in revision order,
   * and for each statement id among them its current event last, so that the last record of an id
   * always says what holds now. Empty when nothing changed.
   */
  public static List<Statement> changes(DocumentHistory before, DocumentHistory after) {
    if (before == after) {
      return List.of();
    }
    Set<Run> knownRuns = new HashSet<>(before.runs());
    List<Run> runs = after.runs();
    Set<Statement> known = null;
    Set<Statement> changed = new LinkedHashSet<>();
    for (Run run : runs) {
      if (knownRuns.contains(run)) {
        continue;
      }
      if (known == null) {
        known = new HashSet<>(before.events());
      }
      for (Statement event : after.events(run)) {
        if (!known.contains(event)) {
          changed.add(event);
        }
      }
    }
    if (changed.isEmpty()) {
      return List.of();
    }
    Map<String, Statement> current = new HashMap<>();
    List<Statement> all = after.events();
    for (Statement event : all) {
      current.put(event.id(), event);
    }
    Set<Statement> sent = new HashSet<>(changed);
    for (Statement event : changed) {
      sent.add(current.get(event.id()));
    }
    return all.stream().filter(sent::contains).toList();
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    String previous = null;
    int number = forgotten;
    for (Observation observation : observations) {
      if (!observation.fingerprint().equals(previous)) {
        number++;
        runs.add(new Run(observation.retrievedAt(), observation.fingerprint(), number, previous));
        previous = observation.fingerprint();
      }
    }
    return runs;
  }

  private Revision revision(Run run) {
    return content(run.fingerprint()).ranked(run.number(), run.start());
  }

  private List<Statement> events(Run run) {
    List<Statement> events = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Statement statement : content(run.fingerprint()).statements()) {
      said.add(statement.id());
      events.add(statement.inRevision(run.number(), run.start(), false));
    }
    if (run.previous() != null) {
      for (Statement statement : content(run.previous()).statements()) {
        if (!said.contains(statement.id())) {
          events.add(statement.inRevision(run.number(), run.start(), true));
        }
      }
    }
    return events;
  }

  private Revision content(String fingerprint) {
    int low = 0;
    int high = contents.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = contents.get(middle).fingerprint().compareTo(fingerprint);
      if (order == 0) {
        return contents.get(middle);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /**
   * Equal fingerprints say the same, but may come with other metadata (a url) or in another script;
   * which one is kept must not depend on the arrival order: the earliest, with the text of the
   * newest.
   */
  private static Revision earlier(Revision known, Revision observed) {
    Revision candidate = distinct(observed);
    Comparator<Revision> order =
        Comparator.comparing(Revision::retrievedAt)
            .thenComparing(r -> Objects.toString(r.url()))
            .thenComparing(r -> Objects.toString(r.title()))
            .thenComparing(r -> Objects.toString(r.publisher()))
            .thenComparing(r -> Objects.toString(r.publishedAt()))
            .thenComparing(r -> Objects.toString(r.documentNumber()));
    return order.compare(candidate, known) < 0 ? candidate : known;
  }

  private static Revision distinct(Revision observed) {
    Map<String, Statement> byId = new LinkedHashMap<>();
    for (Statement statement : observed.statements()) {
      byId.putIfAbsent(statement.id(), statement);
    }
    return new Revision(
        observed.documentId(),
        0,
        observed.fingerprint(),
        observed.url(),
        observed.title(),
        observed.publisher(),
        observed.publishedAt(),
        observed.retrievedAt(),
        observed.documentNumber(),
        observed.regionCode(),
        observed.region(),
        observed.regionPath(),
        observed.reviewYear(),
        observed.planYear(),
        observed.text(),
        List.copyOf(byId.values()));
  }

  private static List<Revision> replace(List<Revision> contents, Revision kept) {
    List<Revision> next = new ArrayList<>(contents);
    next.removeIf(r -> r.fingerprint().equals(kept.fingerprint()));
    next.add(kept);
    next.sort(Comparator.comparing(Revision::fingerprint));
    return next;
  }

  private static DocumentHistory bounded(
      List<Observation> observations, List<Revision> contents, int forgotten, Instant horizon) {
    List<Observation> kept = new ArrayList<>(observations);
    while (countRuns(kept) > MAX_REVISIONS) {
      String oldest = kept.get(0).fingerprint();
      while (kept.get(0).fingerprint().equals(oldest)) {
        horizon = kept.remove(0).retrievedAt();
      }
      forgotten++;
    }
    for (int i = 1; kept.size() > MAX_OBSERVATIONS && i + 1 < kept.size(); ) {
      String fingerprint = kept.get(i).fingerprint();
      if (kept.get(i - 1).fingerprint().equals(fingerprint)
          && kept.get(i + 1).fingerprint().equals(fingerprint)) {
        kept.remove(i);
      } else {
        i++;
      }
    }
    Set<String> named = new HashSet<>();
    kept.forEach(o -> named.add(o.fingerprint()));
    String latest = kept.get(kept.size() - 1).fingerprint();
    List<Revision> needed = new ArrayList<>();
    for (Revision content : contents) {
      if (named.contains(content.fingerprint())) {
        boolean superseded = !content.fingerprint().equals(latest) && !content.text().isEmpty();
        needed.add(superseded ? content.withText("") : content);
      }
    }
    return new DocumentHistory(kept, needed, forgotten, horizon);
  }

  private static int countRuns(List<Observation> observations) {
    int runs = 0;
    String previous = null;
    for (Observation observation : observations) {
      if (!observation.fingerprint().equals(previous)) {
        runs++;
        previous = observation.fingerprint();
      }
    }
    return runs;
  }
}
