package io.duibiao.streaming.record;

import io.duibiao.core.document.CleanedDocument;
import io.duibiao.core.document.Document;
import java.time.Instant;

/**
 * The latest revision of a document as the index {@code duibiao-documents} holds it.
 *
 * @param id the id of the document
 * @param url where a reader finds it, or null
 * @param title the title; empty when unknown
 * @param publisher the publishing body, or null
 * @param publishedAt when it was published, or null
 * @param retrievedAt when this revision was retrieved
 * @param documentNumber the 索引号 or 文号, or null
 * @param regionCode the code of the region
 * @param region its name
 * @param regionPath the names from province to region joined by {@code /}
 * @param reviewYear the year that the report looks back on
 * @param planYear the year that the report plans for
 * @param revision the number of the revision, from 1
 * @param fingerprint the fingerprint of the cleaned content
 * @param statements how many statements this revision makes
 * @param text the cleaned text; offsets of statements point here
 */
public record IndexedDocument(
    String id,
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
    int revision,
    String fingerprint,
    int statements,
    String text) {

  /** From a revision as retrieved and as cleaned. */
  public static IndexedDocument of(
      Document document,
      CleanedDocument cleaned,
      int revision,
      String fingerprint,
      int statements) {
    return new IndexedDocument(
        document.id(),
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
        revision,
        fingerprint,
        statements,
        cleaned.text());
  }
}
