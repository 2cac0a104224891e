package io.duibiao.core.matching;

import io.duibiao.core.evidence.StatementEvents;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives the results of a pool to its targets, by the names of their series: each series of results
 * to one series of targets at most, and the reverse, those that are likest first. A series with a
 * result of its own name needs none of another, and its results are not given away.
 */
final class Matching {
  private record Pair(String target, String result) {}

  private final Pool pool;
  private final Map<Statement, NameForm> forms = new IdentityHashMap<>();

  Matching(Pool pool) {
    this.pool = pool;
    pool.events().forEach(event -> forms.put(event, NameForm.of(event)));
  }

  SortedMap<String, Counterparts> counterparts() {
    Map<String, String> given = given();
    Set<String> contested = contested();
    SortedMap<String, Counterparts> counterparts = new TreeMap<>();
    for (Statement event : pool.events()) {
      if (event.kind() == StatementKind.TARGET) {
        counterparts.computeIfAbsent(
            event.series(),
            series ->
                new Counterparts(
                    pool.period(), results(given.get(series)), contested.contains(series)));
      }
    }
    return counterparts;
  }

  private List<Statement> results(String series) {
    return pool.events().stream()
        .filter(s -> s.kind() == StatementKind.RESULT && s.series().equals(series))
        .toList();
  }

  /** The series of results by the series of targets to which they are given. */
  private Map<String, String> given() {
    List<Statement> standing =
        StatementEvents.lastOfEachId(pool.events()).stream().filter(s -> !s.withdrawn()).toList();
    List<Statement> targets = of(StatementKind.TARGET, standing);
    List<Statement> results = of(StatementKind.RESULT, standing);
    Set<String> answered = new HashSet<>();
    for (Statement target : targets) {
      results.stream()
          .filter(result -> result.series().equals(target.series()))
          .filter(result -> Affinity.comparable(target, result))
          .findAny()
          .ifPresent(result -> answered.add(target.series()));
    }
    Map<Pair, Double> scores = new HashMap<>();
    for (Statement target : targets) {
      for (Statement result : results) {
        if (!answered.contains(target.series()) && !answered.contains(result.series())) {
          affinity(target, result)
              .ifPresent(
                  found ->
                      scores.merge(
                          new Pair(target.series(), result.series()), found.score(), Math::max));
        }
      }
    }
    List<Pair> pairs = new ArrayList<>(scores.keySet());
    pairs.sort(
        Comparator.comparing((Pair pair) -> -scores.get(pair))
            .thenComparing(Pair::target)
            .thenComparing(Pair::result));
    Map<String, String> given = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!given.containsKey(pair.target()) && taken.add(pair.result())) {
        given.put(pair.target(), pair.result());
      }
    }
    return given;
  }

  /**
   * The series of targets to which a part of the events alone might have given a result; all of
   * them where some events may have been given up.
   */
  private Set<String> contested() {
    List<Statement> targets = of(StatementKind.TARGET, pool.events());
    List<Statement> results = of(StatementKind.RESULT, pool.events());
    boolean forgetful = pool.forgetful();
    Set<String> contested = new HashSet<>();
    for (Statement target : targets) {
      if (!contested.contains(target.series())
          && (forgetful
              || results.stream().anyMatch(result -> affinity(target, result).isPresent()))) {
        contested.add(target.series());
      }
    }
    return contested;
  }

  private Optional<Affinity> affinity(Statement target, Statement result) {
    return Affinity.of(target, forms.get(target), result, forms.get(result));
  }

  private static List<Statement> of(StatementKind kind, List<Statement> statements) {
    return statements.stream().filter(s -> s.kind() == kind).toList();
  }
}
