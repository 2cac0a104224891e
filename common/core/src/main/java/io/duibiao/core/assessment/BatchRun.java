package io.duibiao.core.assessment;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.RejectionReason;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.extraction.StatementExtractor;
import io.duibiao.core.matching.Counterparts;
import io.duibiao.core.matching.Pool;
import io.duibiao.core.revision.DocumentHistory;
import io.duibiao.core.revision.Revision;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Reads and judges a set of documents at once: what the streaming jobs must come to as well,
 * whatever order the documents reach them in.
 *
 * <p>{@code version} and {@code updatedAt} of assessments and alerts take the {@code retrievedAt}
 * of the statements for the timestamps of their records; they are there for completeness and differ
 * from those of a stream.
 */
public final class BatchRun {
  private BatchRun() {}

  /** What follows from a set of statements. */
  public record Judged(List<Assessment> assessments, List<Alert> alerts) {}

  /** Reads and judges documents without a time limit; see the other method. */
  public static BatchResult run(
      List<Document> documents, StatementExtractor extractor, Judge judge, Instant asOf) {
    return run(documents, extractor, judge, asOf, TimeBudget::unlimited);
  }

  /**
   * Reads and judges documents.
   *
   * @param documents in any order; one without {@code retrievedAt} is taken to be retrieved at its
   *     position in the list, in milliseconds since 1970, so that of two revisions of one id the
   *     later in the list holds
   * @param extractor reads a document
   * @param judge judges
   * @param asOf the time of the judgement: what is due and not there by then is overdue
   * @param budget the time that may be spent on each document
   */
  public static BatchResult run(
      List<Document> documents,
      StatementExtractor extractor,
      Judge judge,
      Instant asOf,
      Supplier<TimeBudget> budget) {
    Map<String, List<Revision>> observed = new TreeMap<>();
    List<Rejection> rejections = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      Document document = documents.get(i);
      if (document.retrievedAt() == null) {
        document = document.retrievedAt(Instant.EPOCH.plusMillis(i));
      }
      try {
        Revision revision = Revision.of(document, extractor.extract(document, budget.get()));
        observed.computeIfAbsent(document.id(), id -> new ArrayList<>()).add(revision);
      } catch (RejectedDocumentException e) {
        rejections.add(new Rejection(document.id(), e.reason(), e.getMessage()));
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        rejections.add(
            new Rejection(
                document.id(), RejectionReason.INTERNAL_ERROR, e.getClass().getSimpleName()));
      }
    }
    List<Revision> latest = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    List<Statement> events = new ArrayList<>();
    for (List<Revision> revisions : observed.values()) {
      revisions.sort(
          Comparator.comparing(Revision::retrievedAt).thenComparing(Revision::fingerprint));
      DocumentHistory history = DocumentHistory.empty();
      for (Revision revision : revisions) {
        history = history.with(revision);
      }
      history.latest().ifPresent(latest::add);
      statements.addAll(history.statements());
      events.addAll(history.events());
    }
    statements.sort(Comparator.comparing(Statement::id));
    Judged judged = judge(events, judge, asOf);
    return new BatchResult(latest, statements, judged.assessments(), judged.alerts(), rejections);
  }

  /**
   * Judges what documents have said.
   *
   * @param events all statement events of all documents, in any order
   * @param judge judges
   * @param asOf the time of the judgement
   * @return assessments and alerts, each sorted by id
   */
  public static Judged judge(Collection<Statement> events, Judge judge, Instant asOf) {
    Map<String, List<Statement>> series = new TreeMap<>();
    Map<String, List<Statement>> pools = new TreeMap<>();
    for (Statement event : events) {
      for (String key : RelatedSeries.of(event)) {
        series.computeIfAbsent(key, none -> new ArrayList<>()).add(event);
      }
      Pool.keyOf(event)
          .ifPresent(key -> pools.computeIfAbsent(key, none -> new ArrayList<>()).add(event));
    }
    Map<String, List<Counterparts>> counterparts = new TreeMap<>();
    pools.forEach(
        (key, pooled) ->
            Pool.of(key, pooled)
                .counterparts()
                .forEach(
                    (of, given) ->
                        counterparts.computeIfAbsent(of, none -> new ArrayList<>()).add(given)));
    List<Assessment> assessments = new ArrayList<>();
    List<Alert> alerts = new ArrayList<>();
    series.forEach(
        (key, said) ->
            judge(
                judge,
                key,
                said,
                counterparts.getOrDefault(key, List.of()),
                asOf,
                assessments,
                alerts));
    assessments.sort(Comparator.comparing(Assessment::id));
    alerts.sort(Comparator.comparing(Alert::id));
    return new Judged(assessments, alerts);
  }

  private static void judge(
      Judge judge,
      String series,
      List<Statement> events,
      List<Counterparts> counterparts,
      Instant asOf,
      List<Assessment> assessments,
      List<Alert> alerts) {
    SeriesHistory history = SeriesHistory.of(series, events);
    Map<AssessmentKey, RecordVersion> versions = new TreeMap<>();
    for (Statement event : events) {
      for (AssessmentKey key : judge.touched(series, event)) {
        RecordVersion before = versions.getOrDefault(key, RecordVersion.NONE);
        versions.put(key, before.plus(Math.max(0, event.retrievedAt().toEpochMilli())));
      }
    }
    Map<AssessmentKey, Instant> keys = new TreeMap<>();
    versions.keySet().forEach(key -> keys.put(key, asOf));
    Map<AssessmentKey, Judgement> judgements = judge.judge(history, counterparts, keys);
    versions.forEach(
        (key, version) -> {
          Judgement judgement = judgements.get(key);
          judgement.assessment().ifPresent(a -> assessments.add(a.at(version)));
          judgement.alerts().forEach(a -> alerts.add(a.at(version)));
        });
  }
}
