package io.duibiao.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.Published.Claim;
import io.duibiao.core.assessment.Published.Sight;
import io.duibiao.core.assessment.Published.Source;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.extraction.StatementExtractor;
import io.duibiao.core.revision.DocumentHistory;
import io.duibiao.core.revision.Revision;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever documents say and in whatever order, how often and how interleaved they and then their
 * statements arrive, and whenever it is noticed that a deadline has passed: in the end the
 * assessments and alerts are those of the batch run. The seeds are fixed, so that a build tells the
 * same each time; without them each run is another one.
 */
class ConvergencePropertyTest {
  private static final Judge JUDGE = new Judge(IndicatorCatalog.bundled());
  private static final int MOST_KEYS = 40;

  /** An order: each delivery has a key, and those of equal keys keep their places. */
  record Order(List<Integer> keys, List<Integer> repeated, List<Integer> lulls) {
    <T> List<T> of(List<T> elements) {
      record Placed<E>(int key, E element) {}
      List<Placed<T>> placed = new ArrayList<>();
      for (int i = 0; i < elements.size(); i++) {
        placed.add(new Placed<>(keys.get(i % keys.size()), elements.get(i)));
      }
      for (int again : repeated) {
        if (again < elements.size()) {
          placed.add(new Placed<>(keys.get((again * 7) % keys.size()), elements.get(again)));
        }
      }
      placed.sort(Comparator.comparingInt(Placed::key));
      return placed.stream().map(Placed::element).toList();
    }
  }

  @Property(tries = 1500, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
  void anyOrderOfDocumentsEndsInTheBatchRun(
      @ForAll("published") Published published,
      @ForAll("orders") Order order,
      @ForAll("times") Instant asOf)
      throws RejectedDocumentException {
    StatementExtractor extractor = published.extractor();
    SortedMap<String, Object> batch = batch(published, extractor, asOf);

    List<Statement> log = new ArrayList<>();
    Map<String, DocumentHistory> histories = new HashMap<>();
    for (Document document : order.of(published.documents())) {
      DocumentHistory before = histories.getOrDefault(document.id(), DocumentHistory.empty());
      DocumentHistory after =
          before.with(Revision.of(document, extractor.extract(document, TimeBudget.unlimited())));
      histories.put(document.id(), after);
      log.addAll(DocumentHistory.changes(before, after));
    }

    assertThat(judged(log, order, asOf)).isEqualTo(batch);
    // Partitions are read at different speeds, and crashes repeat records.
    assertThat(judged(order.of(log), order, asOf)).isEqualTo(batch);
  }

  @Property(tries = 300, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void theBatchRunDependsOnTheSetOfDocumentsAlone(
      @ForAll("published") Published published,
      @ForAll("orders") Order order,
      @ForAll("times") Instant asOf) {
    StatementExtractor extractor = published.extractor();
    BatchResult once = BatchRun.run(published.documents(), extractor, JUDGE, asOf);
    BatchResult again = BatchRun.run(order.of(published.documents()), extractor, JUDGE, asOf);

    assertThat(again.documents()).isEqualTo(once.documents());
    assertThat(again.statements()).isEqualTo(once.statements());
    assertThat(unversioned(again)).isEqualTo(unversioned(once));
  }

  @Property(tries = 300, seed = "20261125", edgeCases = EdgeCasesMode.NONE)
  void theDeadlineThatIsToldIsThatOfAReplayAsOfIt(
      @ForAll("published") Published published, @ForAll("times") Instant asOf)
      throws RejectedDocumentException {
    Map<String, List<Statement>> series = new TreeMap<>();
    for (Document document : published.documents()) {
      Revision revision =
          Revision.of(document, published.extractor().extract(document, TimeBudget.unlimited()));
      for (Statement statement : revision.statements()) {
        for (String key : RelatedSeries.of(statement)) {
          series.computeIfAbsent(key, none -> new ArrayList<>()).add(statement);
        }
      }
    }
    series.forEach(
        (name, events) -> {
          SeriesHistory history = SeriesHistory.of(name, events);
          for (Statement event : events) {
            for (AssessmentKey key : JUDGE.touched(name, event)) {
              assertThat(JUDGE.judge(history, key, asOf).deadline())
                  .isEqualTo(deadline(history, key, asOf));
            }
          }
        });
  }

  private static Optional<Instant> deadline(
      SeriesHistory history, AssessmentKey key, Instant asOf) {
    return ReportingDeadlines.DEFAULT
        .of(key.period())
        .filter(due -> due.isAfter(asOf))
        .filter(
            due ->
                JUDGE
                        .assess(history, key, asOf)
                        .filter(a -> a.status() == AssessmentStatus.AWAITING)
                        .isPresent()
                    || JUDGE.alerts(history, key, due).stream()
                        .anyMatch(alert -> alert.type() == AlertType.OVERDUE));
  }

  @Property(tries = 1000, seed = "20261124", edgeCases = EdgeCasesMode.NONE)
  void everyStatusAndEveryAlertOccurs(
      @ForAll("published") Published published, @ForAll("times") Instant asOf) {
    BatchResult result = BatchRun.run(published.documents(), published.extractor(), JUDGE, asOf);
    var statuses = Statistics.label("status");
    var alerts = Statistics.label("alert type");
    var states = Statistics.label("alert state");
    result.assessments().forEach(a -> statuses.collect(a.status()));
    result.alerts().forEach(a -> alerts.collect(a.type()));
    result.alerts().forEach(a -> states.collect(a.state()));
    statuses.coverage(
        coverage -> {
          for (AssessmentStatus status : AssessmentStatus.values()) {
            coverage.check(status).count(count -> count > 0);
          }
        });
    alerts.coverage(
        coverage -> {
          for (AlertType type : AlertType.values()) {
            coverage.check(type).count(count -> count > 0);
          }
        });
    states.coverage(
        coverage -> {
          for (AlertState state : AlertState.values()) {
            coverage.check(state).count(count -> count > 0);
          }
        });
  }

  private static SortedMap<String, Object> batch(
      Published published, StatementExtractor extractor, Instant asOf) {
    return unversioned(BatchRun.run(published.documents(), extractor, JUDGE, asOf));
  }

  /** Versions tell of records, which a batch run has none of. */
  private static SortedMap<String, Object> unversioned(BatchResult result) {
    SortedMap<String, Object> verdicts = new TreeMap<>();
    result.assessments().forEach(a -> verdicts.put(a.id(), a.at(RecordVersion.NONE)));
    result.alerts().forEach(a -> verdicts.put(a.id(), a.at(RecordVersion.NONE)));
    return verdicts;
  }

  private static SortedMap<String, Object> judged(List<Statement> log, Order order, Instant asOf) {
    SeriesModel model = new SeriesModel(JUDGE);
    for (int i = 0; i < log.size(); i++) {
      if (order.lulls().contains(i)) {
        model.lull(asOf);
      }
      model.take(log.get(i));
    }
    model.lull(asOf);
    return model.said();
  }

  @Provide
  Arbitrary<Published> published() {
    return source().list().ofMinSize(1).ofMaxSize(4).map(Published::new);
  }

  @Provide
  Arbitrary<Order> orders() {
    return Combinators.combine(
            Arbitraries.integers().between(0, MOST_KEYS).list().ofSize(MOST_KEYS / 2),
            Arbitraries.integers().between(0, MOST_KEYS).list().ofMaxSize(8),
            Arbitraries.integers().between(0, MOST_KEYS).list().ofMaxSize(3))
        .as(Order::new);
  }

  /** Before anything is due, between deadlines, and after all of them. */
  @Provide
  Arbitrary<Instant> times() {
    return Arbitraries.integers().between(-400, 1500).map(Published::day);
  }

  private static Arbitrary<Source> source() {
    return Combinators.combine(
            Arbitraries.of(0, 0, 1, 2),
            Arbitraries.integers().between(-300, 800).injectNull(0.2),
            Arbitraries.integers().between(2018, 2021).injectNull(0.5),
            Arbitraries.of(false, false, true),
            Arbitraries.integers().between(0, 2).injectNull(0.4),
            Arbitraries.of(0, 3, 7),
            claim().list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(3),
            sight().list().ofMinSize(1).ofMaxSize(3))
        .as(Source::new);
  }

  private static Arbitrary<Sight> sight() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 900))
        .as(Sight::new);
  }

  private static Arbitrary<Claim> claim() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(4, Published.SUBJECTS.get(0)),
                Tuple.of(2, Published.SUBJECTS.get(1)),
                Tuple.of(2, Published.SUBJECTS.get(2))),
            Arbitraries.frequency(
                Tuple.of(4, StatementKind.TARGET),
                Tuple.of(5, StatementKind.RESULT),
                Tuple.of(1, StatementKind.CLAIM)),
            Arbitraries.frequency(
                Tuple.of(5, Measure.GROWTH),
                Tuple.of(3, Measure.LEVEL),
                Tuple.of(1, Measure.INCREMENT)),
            Arbitraries.frequency(
                Tuple.of(6, "2019"),
                Tuple.of(2, "2018"),
                Tuple.of(2, "2020"),
                Tuple.of(1, "2016/2020")),
            Arbitraries.of(Operator.class),
            Arbitraries.integers().between(0, 99),
            Arbitraries.of(false, false, false, true),
            Arbitraries.of(false, false, true))
        .as(Claim::new);
  }
}
