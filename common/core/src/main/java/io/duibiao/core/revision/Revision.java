package io.duibiao.core.revision;

import io.duibiao.core.document.CleanedDocument;
import io.duibiao.core.document.Document;
import io.duibiao.core.extraction.Extraction;
import io.duibiao.core.statement.Statement;
import java.time.Instant;
import java.util.List;

/**
 * One version of a document's content and what it says; also the record of the index {@code
 * documents}, which holds the latest one.
 *
 * @param documentId the id of the document
 * @param number rank among the revisions of its document in the order of {@code retrievedAt}, from
 *     1; 0 before a {@link DocumentHistory} has ranked it
 * @param fingerprint digest of what it says, see {@link Extraction#fingerprint()}
 * @param url where a reader finds it, or null
 * @param title the title; empty when unknown
 * @param publisher the publishing body, or null
 * @param publishedAt when it was published, or null
 * @param retrievedAt when this version was first retrieved; never null
 * @param documentNumber the 索引号 or 文号, or null
 * @param regionCode the code of the region that it speaks for
 * @param region the region as the report calls itself
 * @param regionPath the names from province to region joined by {@code /}
 * @param reviewYear the calendar year that it looks back on
 * @param planYear the calendar year that it plans for
 * @param text the cleaned text; empty in a superseded revision, of which only the statements count
 * @param statements in the order of the text, each id once
 */
public record Revision(
    String documentId,
    int number,
    String fingerprint,
    String url,
    String title,
    String publisher,
    Instant publishedAt,
    Instant retrievedAt,
    String documentNumber,
    String regionCode,
    String region,
    String regionPath,
    int reviewYear,
    int planYear,
    String text,
    List<Statement> statements) {

  /**
   * An observation of a document, not yet ranked.
   *
   * @param document the document with {@code retrievedAt} set
   * @param extraction what it says
   */
  public static Revision of(Document document, Extraction extraction) {
    CleanedDocument cleaned = extraction.document();
    return new Revision(
        document.id(),
        0,
        extraction.fingerprint(),
        document.url(),
        cleaned.title(),
        cleaned.publisher(),
        cleaned.publishedAt(),
        document.retrievedAt(),
        cleaned.documentNumber(),
        cleaned.regionCode(),
        cleaned.region(),
        cleaned.regionPath(),
        cleaned.reviewYear(),
        cleaned.planYear(),
        cleaned.text(),
        extraction.statements());
  }

  Revision ranked(int rank, Instant firstRetrieved) {
    return new Revision(
        documentId,
        rank,
        fingerprint,
        url,
        title,
        publisher,
        publishedAt,
        firstRetrieved,
        documentNumber,
        regionCode,
        region,
        regionPath,
        reviewYear,
        planYear,
        text,
        statements);
  }

  Revision withText(String newText) {
    return new Revision(
        documentId,
        number,
        fingerprint,
        url,
        title,
        publisher,
        publishedAt,
        retrievedAt,
        documentNumber,
        regionCode,
        region,
        regionPath,
        reviewYear,
        planYear,
        newText,
        statements);
  }
}
