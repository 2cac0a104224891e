package io.duibiao.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.DocumentHistory;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Revision;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementFixture;
import io.duibiao.core.statement.StatementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Any order, duplication and interleaving of revisions, and after that of statement events, ends in
 * what reading everything at once gives. The repetition is the seed, so a failure can be repeated.
 */
class ConvergenceTest {
  private static final Instant AS_OF = Instant.parse("2026-01-04T12:00:00Z");
  private static final int CASES_PER_REPETITION = 10;
  private static final List<Measure> MEASURES =
      List.of(Measure.LEVEL, Measure.GROWTH, Measure.INCREMENT);

  private final Judge judge = new Judge(IndicatorCatalog.bundled());

  @RepeatedTest(20)
  void anyOrderOfRevisionsEndsInTheBatchRun(RepetitionInfo repetition) {
    for (int i = 0; i < CASES_PER_REPETITION; i++) {
      long seed = repetition.getCurrentRepetition() * 1_000L + i;
      Random random = new Random(seed);
      List<Revision> observations = observations(random);
      Outcome batch = batch(observations);
      List<Statement> log = new ArrayList<>();
      Map<String, Revision> latest = new HashMap<>();
      for (Revision observed : delivered(observations, random)) {
        log.addAll(deliver(observed, latest));
      }
      assertThat(lastPerId(log)).as("statements, seed %d", seed).isEqualTo(batch.statements);
      assertThat(latest).as("documents, seed %d", seed).isEqualTo(batch.latest);
      assertThat(consume(log))
          .as("verdicts, seed %d", seed)
          .containsExactlyInAnyOrderEntriesOf(batch.verdicts);
      Collections.shuffle(log, random);
      log.addAll(log.subList(0, random.nextInt(log.size() + 1)));
      assertThat(consume(log))
          .as("shuffled, seed %d", seed)
          .containsExactlyInAnyOrderEntriesOf(batch.verdicts);
      histories.clear();
    }
  }

  private final Map<String, DocumentHistory> histories = new HashMap<>();

  private List<Statement> deliver(Revision observed, Map<String, Revision> latest) {
    DocumentHistory before = histories.getOrDefault(observed.documentId(), DocumentHistory.empty());
    DocumentHistory after = before.with(observed);
    histories.put(observed.documentId(), after);
    latest.put(observed.documentId(), after.latest().orElseThrow());
    List<Statement> changes = DocumentHistory.changes(before, after);
    assertThat(DocumentHistory.changes(after, after.with(observed))).isEmpty();
    return changes;
  }

  private record Outcome(
      Map<String, Statement> statements,
      Map<String, Revision> latest,
      Map<String, Object> verdicts) {}

  private Outcome batch(List<Revision> observations) {
    List<Revision> sorted = new ArrayList<>(observations);
    sorted.sort(Comparator.comparing(Revision::retrievedAt).thenComparing(Revision::fingerprint));
    Map<String, DocumentHistory> all = new TreeMap<>();
    for (Revision observed : sorted) {
      all.merge(
          observed.documentId(),
          DocumentHistory.empty().with(observed),
          (known, one) -> known.with(observed));
    }
    List<Statement> events = new ArrayList<>();
    Map<String, Revision> latest = new HashMap<>();
    for (DocumentHistory history : all.values()) {
      events.addAll(history.events());
      latest.put(history.latest().orElseThrow().documentId(), history.latest().orElseThrow());
    }
    SeriesHistory series = SeriesHistory.of("320500/~某产业用电量", events);
    Map<String, Object> verdicts = new TreeMap<>();
    for (Assessment assessment : judge.assessAll(series, AS_OF)) {
      verdicts.put(assessment.id(), assessment);
      AssessmentKey key = new AssessmentKey(assessment.measure(), assessment.period());
      judge.alerts(series, key, AS_OF).forEach(alert -> verdicts.put(alert.id(), alert));
    }
    return new Outcome(lastPerId(events), latest, verdicts);
  }

  /** What the records that a job emits for every consumed statement come to, the last per key. */
  private Map<String, Object> consume(List<Statement> log) {
    Map<String, Object> verdicts = new TreeMap<>();
    SeriesHistory series = SeriesHistory.empty("320500/~某产业用电量");
    for (Statement event : log) {
      series = series.with(event);
      for (AssessmentKey key : judge.touched(event.series(), event)) {
        Judgement judgement = judge.judge(series, key, Instant.MIN);
        judgement.assessment().ifPresent(a -> verdicts.put(a.id(), a));
        judgement.alerts().forEach(a -> verdicts.put(a.id(), a));
        judgement.retracted().forEach(verdicts::remove);
      }
    }
    // The stream is quiet now, so deadlines are acted on.
    for (AssessmentKey key : judge.deadlines(series).keySet()) {
      Judgement judgement = judge.judge(series, key, AS_OF);
      judgement.assessment().ifPresent(a -> verdicts.put(a.id(), a));
      judgement.alerts().forEach(a -> verdicts.put(a.id(), a));
    }
    return verdicts;
  }

  private static Map<String, Statement> lastPerId(List<Statement> events) {
    Map<String, Statement> last = new TreeMap<>();
    events.forEach(e -> last.put(e.id(), e));
    return last;
  }

  private static List<Revision> delivered(List<Revision> observations, Random random) {
    List<Revision> delivered = new ArrayList<>(observations);
    for (Revision observed : observations) {
      if (random.nextInt(3) == 0) {
        delivered.add(observed);
      }
    }
    Collections.shuffle(delivered, random);
    return delivered;
  }

  /** One to four documents about one series, each seen one to six times with up to three texts. */
  private static List<Revision> observations(Random random) {
    List<Revision> observations = new ArrayList<>();
    int documents = 1 + random.nextInt(4);
    for (int d = 0; d < documents; d++) {
      String documentId = "doc" + d;
      List<Revision> texts = new ArrayList<>();
      for (int t = 0; t < 1 + random.nextInt(3); t++) {
        texts.add(text(documentId, t, random));
      }
      for (int o = 0; o < 1 + random.nextInt(6); o++) {
        Revision text = texts.get(random.nextInt(texts.size()));
        observations.add(retrieved(text, day(random.nextInt(8))));
      }
    }
    return observations;
  }

  private static Instant day(int day) {
    return Instant.parse("2020-01-01T00:00:00Z").plusSeconds(86_400L * day);
  }

  private static Revision retrieved(Revision text, Instant time) {
    return new Revision(
        text.documentId(),
        0,
        text.fingerprint(),
        null,
        text.title(),
        null,
        text.publishedAt(),
        time,
        null,
        text.regionCode(),
        text.region(),
        text.regionPath(),
        text.reviewYear(),
        text.planYear(),
        text.text(),
        text.statements().stream().map(s -> s.inRevision(1, time, false)).toList());
  }

  private static Revision text(String documentId, int ordinal, Random random) {
    Instant published = random.nextBoolean() ? day(random.nextInt(8) - 2) : null;
    String title = random.nextInt(3) == 0 ? "苏州市" + (2018 + random.nextInt(3)) + "年报告" : "报告";
    List<Statement> statements = new ArrayList<>();
    for (int s = 0; s < 7; s++) {
      if (random.nextInt(2) > 0) {
        statements.add(statement(documentId, title, published, s, random));
      }
    }
    return new Revision(
        documentId,
        0,
        "f" + random.nextInt(9) + ordinal,
        null,
        title,
        null,
        published,
        Instant.EPOCH,
        null,
        "320500",
        "苏州市",
        "江苏省/苏州市",
        2019,
        2020,
        "text " + documentId + ordinal,
        statements);
  }

  private static Statement statement(
      String documentId, String title, Instant published, int ordinal, Random random) {
    // As with the extractor, the id fixes kind, measure and period; a revision changes the number.
    Measure measure = MEASURES.get(ordinal % MEASURES.size());
    boolean target = ordinal < 3;
    boolean growth = measure == Measure.GROWTH;
    String value = Integer.toString(growth ? random.nextInt(12) - 3 : 901 + random.nextInt(99));
    StatementFixture fixture =
        StatementFixture.statement()
            .id(documentId, ordinal)
            .title(title)
            .published(published)
            .indicator("~某产业用电量", "某产业用电量")
            .kind(target ? StatementKind.TARGET : StatementKind.RESULT)
            .measure(measure)
            .period(ordinal < 6 ? "2019" : "2018")
            .number(Operator.values()[random.nextInt(4)], value, null, growth ? "%" : "千瓦时");
    return (random.nextInt(4) == 0 ? fixture.flags("estimate") : fixture).build();
  }
}
