package io.duibiao.core.assessment;

import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The alerts of one assessment: its evidence replayed in the order in which it was said to the
 * public, with the deadline among the moments once it has passed.
 */
final class AlertHistory {
  /** Beyond so many combinations it is cheaper to retract than to find out whether one must. */
  private static final int MOST_TRIED = 256;

  private final Verdicts verdicts;
  private final ReportingDeadlines deadlines;
  private final SeriesHistory history;
  private final AssessmentKey key;
  private final Instant asOf;
  private final List<Statement> relevant;
  private final List<Alert> alerts;

  AlertHistory(
      Verdicts verdicts,
      ReportingDeadlines deadlines,
      SeriesHistory history,
      AssessmentKey key,
      Instant asOf) {
    this.verdicts = verdicts;
    this.deadlines = deadlines;
    this.history = history;
    this.key = key;
    this.asOf = asOf;
    Predicate<Statement> wanted = s -> Touched.by(history.series(), s).contains(key);
    this.relevant = history.events().stream().filter(wanted).toList();
    this.alerts = replay(wanted);
  }

  /** At most one of each type, sorted by id. */
  List<Alert> alerts() {
    return alerts;
  }

  /**
   * Ids of alerts that do not exist but that a part of the evidence alone would have raised. It may
   * name too many: retracting what was never sent does no harm.
   */
  SortedSet<String> retracted() {
    SortedSet<String> retracted = new TreeSet<>();
    Optional<Statement> own =
        relevant.stream().filter(s -> s.series().equals(history.series())).findFirst();
    if (own.isEmpty()) {
      return retracted;
    }
    String id = own.get().assessmentIdOf(key.measure(), key.period());
    boolean forgetful = history.events().size() >= SeriesHistory.MAX_EVENTS;
    for (AlertType type : AlertType.values()) {
      if (type != AlertType.OVERDUE && (forgetful || conceivable(type))) {
        retracted.add(id + "#" + type.code());
      }
    }
    alerts.forEach(alert -> retracted.remove(alert.id()));
    return retracted;
  }

  private boolean conceivable(AlertType type) {
    return switch (type) {
      case MISSED -> someMiss();
      case DISPUTED, TARGET_LOWERED, RESULT_LOWERED, OVERDUE -> false;
    };
  }

  /** Whether some target would be missed if only some few of the other statements were known. */
  private boolean someMiss() {
    List<Statement> said = relevant.stream().filter(s -> !s.withdrawn()).toList();
    List<Statement> targets = said.stream().filter(s -> s.kind() == StatementKind.TARGET).toList();
    List<Statement> others = said.stream().filter(s -> s.kind() != StatementKind.TARGET).toList();
    if (targets.size() * others.size() * others.size() > MOST_TRIED) {
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
    return verdicts
        .verdict(new Evidence(history.series(), few, history.firstRetrieved()), key, Instant.MIN)
        .filter(v -> v.status() == AssessmentStatus.MISSED)
        .isPresent();
  }

  private List<Alert> replay(Predicate<Statement> wanted) {
    Map<String, Instant> firstRetrieved = history.firstRetrieved();
    NavigableMap<Instant, List<Statement>> moments = new TreeMap<>(history.replay(wanted));
    Optional<Instant> due = deadlines.of(key.period()).filter(d -> !d.isAfter(asOf));
    if (due.isPresent() && moments.lowerKey(due.get()) != null) {
      moments.putIfAbsent(due.get(), moments.lowerEntry(due.get()).getValue());
    }
    Map<AlertType, AlertTrack> tracks = new EnumMap<>(AlertType.class);
    for (Map.Entry<Instant, List<Statement>> moment : moments.entrySet()) {
      Instant time = moment.getKey();
      Instant until = time.isBefore(asOf) ? time : asOf;
      verdicts
          .verdict(new Evidence(history.series(), moment.getValue(), firstRetrieved), key, until)
          .ifPresent(
              verdict -> {
                for (AlertType type : AlertType.values()) {
                  tracks.computeIfAbsent(type, AlertTrack::new).at(time, verdict);
                }
              });
    }
    List<Alert> raised = new ArrayList<>();
    tracks.values().forEach(track -> track.alert().ifPresent(raised::add));
    raised.sort(java.util.Comparator.comparing(Alert::id));
    return List.copyOf(raised);
  }
}
