package io.duibiao.streaming.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.duibiao.core.catalog.Region;
import io.duibiao.core.document.CleanedDocument;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.SourceLink;
import io.duibiao.core.revision.Revision;
import java.time.Instant;
import java.util.List;

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
 * @param extractionMillis how long reading this revision took, in milliseconds; null when another
 *     revision was read last
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
    Long extractionMillis,
    String text) {

  /** The path of the region and of each region above it; see {@link Region#paths}. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public List<String> regionPaths() {
    return Region.paths(regionPath);
  }

  /** Where a reader finds it, or null. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public String link() {
    return SourceLink.ofPage(url, id);
  }

  /** The years that it speaks of: an assessment of one of them may rest on it. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public List<Integer> year() {
    return reviewYear == planYear ? List.of(planYear) : List.of(reviewYear, planYear);
  }

  /**
   * From the latest revision of a document.
   *
   * @param extractionMillis how long reading it took, or null
   */
  public static IndexedDocument of(Revision revision, Long extractionMillis) {
    return new IndexedDocument(
        revision.documentId(),
        revision.url(),
        revision.title(),
        revision.publisher(),
        revision.publishedAt(),
        revision.retrievedAt(),
        revision.documentNumber(),
        revision.regionCode(),
        revision.region(),
        revision.regionPath(),
        revision.reviewYear(),
        revision.planYear(),
        revision.number(),
        revision.fingerprint(),
        revision.statements().size(),
        extractionMillis,
        revision.text());
  }

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
        null,
        cleaned.text());
  }
}
