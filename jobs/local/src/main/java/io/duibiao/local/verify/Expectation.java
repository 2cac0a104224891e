package io.duibiao.local.verify;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.BatchResult;
import io.duibiao.core.assessment.BatchRun;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.extraction.Extraction;
import io.duibiao.core.extraction.StatementExtractor;
import io.duibiao.core.revision.DocumentHistory;
import io.duibiao.core.revision.Revision;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.record.DocumentRecords;
import io.duibiao.streaming.record.IndexedDocument;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one batch run over the documents of a round gives, and so what the pipeline has to leave.
 *
 * @param contents by place
 * @param statementRecords how many records the topic of statements has in the end: each event once,
 *     however often a job failed
 * @param result what the batch run gave
 */
record Expectation(Contents contents, int statementRecords, BatchResult result) {

  /**
   * Reads and judges.
   *
   * @param asOf the time of the judgement
   */
  static Expectation of(
      RoundDocuments round, StatementExtractor extractor, Judge judge, Instant asOf)
      throws IOException {
    StatementExtractor once = new Remembering(extractor, asOf);
    BatchResult result = BatchRun.run(round.documents(), once, judge, asOf);
    Contents contents = new Contents();
    for (Revision revision : result.documents()) {
      contents.put(
          Place.DOCUMENTS_INDEX,
          IndexWrite.documentId(revision.documentId()),
          RecordJson.write(IndexedDocument.of(revision, null)));
    }
    for (Statement statement : result.statements()) {
      put(contents, statement.id(), statement, Place.STATEMENTS_TOPIC, Place.STATEMENTS_INDEX);
    }
    for (Assessment assessment : result.assessments()) {
      put(contents, assessment.id(), assessment, Place.ASSESSMENTS_TOPIC, Place.ASSESSMENTS_INDEX);
    }
    for (Alert alert : result.alerts()) {
      put(contents, alert.id(), alert, Place.ALERTS_TOPIC, Place.ALERTS_INDEX);
    }
    int records = deliver(round.deliveries(), once, contents);
    return new Expectation(contents, records, result);
  }

  private static void put(Contents contents, String id, Object element, Place topic, Place index)
      throws IOException {
    byte[] json = RecordJson.write(element);
    contents.put(topic, id, json);
    contents.put(index, IndexWrite.documentId(id), json);
  }

  /** How the rejections of one document for one reason are shown; they have no id of their own. */
  static void putRejections(Contents contents, String documentId, String reason, long times) {
    contents.at(Place.REJECTED_TOPIC).put(documentId + " " + reason, Long.toString(times));
  }

  /** What becomes of the documents one after the other. */
  private static int deliver(
      List<Document> deliveries, StatementExtractor extractor, Contents contents) {
    Map<String, DocumentHistory> histories = new HashMap<>();
    Map<String, Map<String, Long>> rejected = new TreeMap<>();
    int events = 0;
    for (Document document : deliveries) {
      try {
        DocumentHistory before = histories.getOrDefault(document.id(), DocumentHistory.empty());
        Extraction extraction = extractor.extract(document, TimeBudget.unlimited());
        DocumentHistory after = before.with(Revision.of(document, extraction));
        histories.put(document.id(), after);
        events += DocumentHistory.changes(before, after).size();
      } catch (RejectedDocumentException e) {
        rejected
            .computeIfAbsent(document.id(), id -> new TreeMap<>())
            .merge(e.reason().code(), 1L, Long::sum);
      }
    }
    rejected.forEach(
        (id, reasons) ->
            reasons.forEach((reason, times) -> putRejections(contents, id, reason, times)));
    return events;
  }

  /** Reads every document once. */
  private static final class Remembering implements StatementExtractor {
    private final StatementExtractor extractor;
    private final Instant now;
    private final Map<Document, Extraction> read = new HashMap<>();

    Remembering(StatementExtractor extractor, Instant now) {
      this.extractor = extractor;
      this.now = now;
    }

    @Override
    public Extraction extract(Document document, TimeBudget budget)
        throws RejectedDocumentException {
      // Whoever reads records refuses these before they come to an extractor.
      DocumentRecords.requirePlausible(document, now);
      Extraction known = read.get(document);
      if (known == null) {
        known = extractor.extract(document, budget);
        read.put(document, known);
      }
      return known;
    }
  }
}
