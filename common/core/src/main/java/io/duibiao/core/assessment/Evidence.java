package io.duibiao.core.assessment;

import io.duibiao.core.matching.Affinity;
import io.duibiao.core.matching.Kinship;
import io.duibiao.core.matching.Units;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known of a series at one time, and which statement speaks for it where several do. All
 * choices are total orders over the set, so none depends on how the set came about.
 */
final class Evidence {
  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

  private static final Comparator<Statement> TEXT_ORDER =
      Comparator.comparing(Statement::documentId)
          .thenComparing(Statement::start)
          .thenComparing(Statement::id);

  private final String series;
  private final Function<Statement, Traits> traits;
  private final Map<String, Statement> current = new HashMap<>();
  private final Map<Slot, SortedMap<String, Statement>> bySlot = new HashMap<>();

  /**
   * Nothing is known yet.
   *
   * @param series the key of the series
   * @param traits what the source of each statement is worth
   */
  Evidence(String series, Function<Statement, Traits> traits) {
    this.series = series;
    this.traits = traits;
  }

  /** Learns an event, unless a later one of its statement id is known. */
  void learn(Statement event) {
    Statement before = current.get(event.id());
    if (before != null && SeriesHistory.later(before, event) == before) {
      return;
    }
    if (before != null) {
      bySlot.get(Slot.of(before)).remove(event.id());
    }
    current.put(event.id(), event);
    bySlot.computeIfAbsent(Slot.of(event), slot -> new TreeMap<>()).put(event.id(), event);
  }

  /** Targets and results of exactly this measure and period, withdrawn ones among them, by id. */
  List<Statement> own(AssessmentKey key) {
    return Stream.of(StatementKind.TARGET, StatementKind.RESULT)
        .flatMap(kind -> said(new Slot(series, kind, key.measure(), key.period())))
        .sorted(Comparator.comparing(Statement::id))
        .toList();
  }

  private List<Statement> standing(
      String ofSeries, StatementKind kind, Measure measure, String period) {
    return said(new Slot(ofSeries, kind, measure, period)).filter(s -> !s.withdrawn()).toList();
  }

  private Stream<Statement> said(Slot slot) {
    SortedMap<String, Statement> said = bySlot.get(slot);
    return said == null ? Stream.empty() : said.values().stream();
  }

  /**
   * The target for a key. A number outweighs a relation (与经济增长同步); a target that was set in time
   * one that a later report restates (高于7%的预期目标); an official address a mirror. Of those that are
   * left the one of the later document holds, since a target may be revised within the year; within
   * one document the one of whose stage a result is told (启动2万户，完成6000户), then the first, since the
   * headline targets come first.
   */
  Optional<Choice> target(AssessmentKey key) {
    List<Statement> targets = standing(series, StatementKind.TARGET, key.measure(), key.period());
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    List<Statement> numbers = targets.stream().filter(s -> s.comparand() == null).toList();
    List<Statement> considered = numbers.isEmpty() ? targets : numbers;
    Candidates candidates = candidates(considered);
    List<Statement> results =
        considered.size() == 1
            ? List.of()
            : standing(series, StatementKind.RESULT, key.measure(), key.period());
    return Optional.of(
        candidates.choose(
            Comparator.comparing(this::restated)
                .thenComparing(candidates.byTrust())
                .thenComparing(candidates.byIssue())
                .thenComparing(Statement::documentId)
                .thenComparing(s -> results.stream().noneMatch(r -> Kinship.sameStage(s, r)))
                .thenComparing(TEXT_ORDER),
            true));
  }

  /**
   * The target as first set within its period by a source as trusted as that of the one that holds,
   * when that was another document, which said something else.
   */
  Optional<Statement> firstTarget(AssessmentKey key, Choice holding) {
    Statement target = holding.statement();
    if (target.comparand() != null || restated(target)) {
      return Optional.empty();
    }
    List<Statement> targets =
        standing(series, StatementKind.TARGET, key.measure(), key.period()).stream()
            .filter(s -> s.comparand() == null && !restated(s))
            .toList();
    Candidates candidates = candidates(targets);
    return targets.stream()
        .filter(s -> candidates.peers(s, target))
        .min(candidates.byIssue().reversed().thenComparing(Comparator.comparing(Statement::start)))
        .filter(first -> !first.documentId().equals(target.documentId()))
        .filter(first -> Units.comparable(first.unit(), target.unit()))
        .filter(first -> !holding.contradicting().contains(first))
        .filter(
            first ->
                targets.stream()
                    .filter(s -> s.documentId().equals(first.documentId()))
                    .noneMatch(s -> s.value().compareTo(target.value()) == 0));
  }

  /** The result that holds among those wanted; see the other method. */
  Optional<Statement> result(Measure measure, String period, Predicate<Statement> wanted) {
    return resultChoice(measure, period, wanted).map(Choice::statement);
  }

  /**
   * The result of a measure and period among those wanted. An official address outweighs a mirror,
   * a final figure an estimate (预计), a statistical bulletin a work report; then the later document
   * holds, since figures are revised; within one document the exact number outweighs a vague one
   * (突破2000亿元，达到2120亿元), then the first.
   */
  Optional<Choice> resultChoice(Measure measure, String period, Predicate<Statement> wanted) {
    return choose(standing(series, StatementKind.RESULT, measure, period), wanted);
  }

  /** The growth of another indicator of the region that a target is measured by. */
  Optional<Statement> comparandGrowth(String comparand, String period) {
    String region = series.substring(0, series.indexOf('/') + 1);
    return choose(
            standing(region + comparand, StatementKind.RESULT, Measure.GROWTH, period),
            s -> s.high() == null)
        .map(Choice::statement);
  }

  /** The claim of a period that holds: that its target was attained, without a number. */
  Optional<Statement> claim(String period) {
    List<Statement> claims = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      claims.addAll(standing(series, StatementKind.CLAIM, measure, period));
    }
    return choose(claims, s -> true)
        .or(() -> choose(akin(StatementKind.CLAIM, period), s -> true))
        .map(Choice::statement);
  }

  /**
   * The result that holds among those of other names that may mean what this series is about: the
   * likest, see {@link Affinity}.
   */
  Optional<Choice> kinResult(String period, Statement target, Predicate<Statement> wanted) {
    List<Statement> results =
        akin(StatementKind.RESULT, period).stream()
            .filter(s -> s.measure() == Measure.LEVEL || s.measure() == Measure.INCREMENT)
            .filter(wanted)
            .toList();
    Map<String, Double> scores = new HashMap<>();
    for (Statement result : results) {
      scores.put(result.id(), Affinity.of(target, result).map(Affinity::score).orElse(0.0));
    }
    Optional<Double> best = scores.values().stream().max(Comparator.naturalOrder());
    return choose(results, s -> best.filter(scores.get(s.id())::equals).isPresent());
  }

  private List<Statement> akin(StatementKind kind, String period) {
    List<Statement> akin = new ArrayList<>();
    bySlot.forEach(
        (slot, said) -> {
          if (slot.kind() == kind
              && slot.period().equals(period)
              && !slot.series().equals(series)) {
            said.values().stream().filter(s -> !s.withdrawn()).forEach(akin::add);
          }
        });
    akin.sort(Comparator.comparing(Statement::id));
    return akin;
  }

  private Optional<Choice> choose(List<Statement> among, Predicate<Statement> wanted) {
    List<Statement> results = among.stream().filter(wanted).toList();
    if (results.isEmpty()) {
      return Optional.empty();
    }
    Candidates candidates = candidates(results);
    return Optional.of(
        candidates.choose(
            candidates
                .byTrust()
                .thenComparing(s -> s.flags().contains("estimate"))
                .thenComparing(candidates.byFinality())
                .thenComparing(candidates.byIssue())
                .thenComparing(s -> s.op() != Operator.EQ)
                .thenComparing(TEXT_ORDER),
            false));
  }

  private Candidates candidates(List<Statement> statements) {
    return new Candidates(statements, traits);
  }

  private boolean restated(Statement statement) {
    return traits.apply(statement).restated();
  }

  /** The last year in the title: 2018年计划执行情况和2019年计划草案 is a document of 2019. */
  static Optional<Integer> titleYear(Statement statement) {
    Matcher m = YEAR.matcher(statement.documentTitle());
    Optional<Integer> year = Optional.empty();
    while (m.find()) {
      int found = Integer.parseInt(m.group());
      if (year.isEmpty() || found > year.get()) {
        year = Optional.of(found);
      }
    }
    return year;
  }
}
