package io.duibiao.core.assessment;

import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The alerts of one assessment: its evidence replayed in the order in which it was said to the
 * public, with the deadline among the moments once it has passed.
 */
final class AlertHistory {
  /** Beyond so many combinations it is cheaper to retract than to find out whether one must. */
  private static final int MOST_TRIED = 64;

  private final Verdicts verdicts;
  private final ReportingDeadlines deadlines;
  private final Dossier dossier;
  private final AssessmentKey key;
  private final Instant asOf;
  private final List<Statement> relevant;
  private final List<Alert> alerts;
  private Optional<Verdict> verdict = Optional.empty();

  AlertHistory(
      Verdicts verdicts,
      ReportingDeadlines deadlines,
      Dossier dossier,
      AssessmentKey key,
      Instant asOf) {
    this.verdicts = verdicts;
    this.deadlines = deadlines;
    this.dossier = dossier;
    this.key = key;
    this.asOf = asOf;
    this.relevant = dossier.concerning(key);
    this.alerts = told() ? replay() : List.of();
  }

  /** At most one of each type, sorted by id. */
  List<Alert> alerts() {
    return alerts;
  }

  /** The verdict after all that was said; nothing when nothing was ever said of this very key. */
  Optional<Verdict> verdict() {
    return verdict;
  }

  /** Whether anything was ever said of this very measure and period; else there is no verdict. */
  private boolean told() {
    return relevant.stream()
        .anyMatch(
            s ->
                s.kind() != StatementKind.CLAIM
                    && s.measure() == key.measure()
                    && s.period().equals(key.period())
                    && s.series().equals(dossier.series()));
  }

  private List<Alert> replay() {
    NavigableMap<Instant, List<Statement>> moments = moments();
    Optional<Instant> due = deadlines.of(key.period()).filter(d -> !d.isAfter(asOf));
    if (due.isPresent() && moments.lowerKey(due.get()) != null) {
      moments.putIfAbsent(due.get(), List.of());
    }
    List<AlertTrack> tracks = new ArrayList<>();
    for (AlertType type : AlertType.values()) {
      tracks.add(new AlertTrack(type, verdicts));
    }
    Evidence evidence = new Evidence(dossier.series(), dossier::traits);
    for (Map.Entry<Instant, List<Statement>> moment : moments.entrySet()) {
      Instant time = moment.getKey();
      moment.getValue().forEach(evidence::learn);
      verdicts
          .verdict(evidence, key, time.isBefore(asOf) ? time : asOf)
          .ifPresent(verdict -> tracks.forEach(track -> track.at(time, verdict)));
    }
    verdict = verdicts.verdict(evidence, key, asOf);
    return tracks.stream()
        .flatMap(track -> track.alert().stream())
        .sorted(Comparator.comparing(Alert::id))
        .toList();
  }

  /**
   * Ids of alerts that do not exist but that a part of the evidence alone would have raised. It may
   * name too many: retracting what was never sent does no harm.
   */
  SortedSet<String> retracted() {
    SortedSet<String> retracted = new TreeSet<>();
    Optional<Statement> own =
        relevant.stream()
            .filter(s -> s.series().equals(dossier.series()) && s.kind() != StatementKind.CLAIM)
            .findFirst();
    if (own.isEmpty() || !told()) {
      return retracted;
    }
    String id = own.get().assessmentIdOf(key.measure(), key.period());
    Set<AlertType> raised = EnumSet.noneOf(AlertType.class);
    alerts.forEach(alert -> raised.add(alert.type()));
    for (AlertType type : AlertType.values()) {
      if (type != AlertType.OVERDUE
          && !raised.contains(type)
          && (dossier.forgetful() || dossier.contested(key) || conceivable(type))) {
        retracted.add(id + "#" + type.code());
      }
    }
    return retracted;
  }

  /** See {@link Judgement#deadline}. */
  Optional<Instant> deadline() {
    Optional<Instant> due = deadlines.of(key.period()).filter(d -> d.isAfter(asOf));
    if (due.isEmpty() || verdict.filter(v -> v.status() == AssessmentStatus.AWAITING).isPresent()) {
      return due;
    }
    boolean targeted =
        relevant.stream()
            .anyMatch(
                s ->
                    s.kind() == StatementKind.TARGET
                        && s.measure() == key.measure()
                        && s.period().equals(key.period()));
    return targeted && everOverdue(due.get()) ? due : Optional.empty();
  }

  /**
   * Whether a replay as of the deadline raises an alert that it has passed: nothing is overdue
   * before it, so what was said until then is taken together.
   */
  private boolean everOverdue(Instant due) {
    NavigableMap<Instant, List<Statement>> moments = moments();
    Evidence evidence = new Evidence(dossier.series(), dossier::traits);
    moments.headMap(due, true).values().forEach(said -> said.forEach(evidence::learn));
    if (moments.floorKey(due) != null && overdue(evidence, due)) {
      return true;
    }
    for (List<Statement> said : moments.tailMap(due, false).values()) {
      said.forEach(evidence::learn);
      if (overdue(evidence, due)) {
        return true;
      }
    }
    return false;
  }

  private boolean overdue(Evidence evidence, Instant due) {
    return verdicts
        .verdict(evidence, key, due)
        .filter(v -> v.status() == AssessmentStatus.OVERDUE)
        .isPresent();
  }

  private NavigableMap<Instant, List<Statement>> moments() {
    NavigableMap<Instant, List<Statement>> moments = new TreeMap<>();
    for (Statement event : relevant) {
      moments.computeIfAbsent(dossier.time(event), time -> new ArrayList<>()).add(event);
    }
    return moments;
  }

  private boolean conceivable(AlertType type) {
    return switch (type) {
      case MISSED -> someMiss();
      case DISPUTED ->
          relevant.stream().anyMatch(s -> s.kind() == StatementKind.TARGET)
              && relevant.stream().map(Statement::documentId).distinct().limit(3).count() > 1
              && relevant.stream().map(Slot::of).distinct().count() < relevant.size();
      case TARGET_LOWERED -> differing(StatementKind.TARGET);
      case RESULT_LOWERED -> differing(StatementKind.RESULT);
      case OVERDUE -> false;
    };
  }

  /** Whether two statements of a kind give different numbers for the same. */
  private boolean differing(StatementKind kind) {
    Map<Slot, Statement> first = new HashMap<>();
    for (Statement s : relevant) {
      Statement other = s.kind() == kind ? first.putIfAbsent(Slot.of(s), s) : null;
      if (other != null && s.value().compareTo(other.value()) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether some target would be missed if only some few of the other statements were known. */
  private boolean someMiss() {
    List<Statement> said = relevant.stream().filter(s -> !s.withdrawn()).toList();
    List<Statement> targets = said.stream().filter(s -> s.kind() == StatementKind.TARGET).toList();
    List<Statement> others = said.stream().filter(s -> s.kind() != StatementKind.TARGET).toList();
    if ((long) targets.size() * others.size() * (others.size() + 1) / 2 > MOST_TRIED) {
      return true;
    }
    for (Statement target : targets) {
      for (int i = 0; i < others.size(); i++) {
        for (int j = i; j < others.size(); j++) {
          if (missed(List.of(target, others.get(i), others.get(j)))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean missed(List<Statement> few) {
    Evidence evidence = new Evidence(dossier.series(), dossier::traits);
    few.forEach(evidence::learn);
    return verdicts
        .verdict(evidence, key, Instant.MIN)
        .filter(v -> v.status() == AssessmentStatus.MISSED)
        .isPresent();
  }
}
