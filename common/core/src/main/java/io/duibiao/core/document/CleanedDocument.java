package io.duibiao.core.document;

import io.duibiao.core.statement.Period;
import java.time.Instant;

/**
 * What is left of a {@link Document} when mark-up and page furniture are gone and what the
 * furniture said about the document has been read out of it.
 *
 * @param title the title, from the metadata or the title line; empty when there is none
 * @param publisher the publishing body, or null
 * @param publishedAt when it was published, or null
 * @param documentNumber the 索引号 or 文号, or null
 * @param regionCode the code of the region that the report speaks for, or an open code {@code
 *     ~NAME} for a region that the official list lacks; never null
 * @param region the region as the report calls itself, simplified: 临湖镇
 * @param regionPath the names from province to region joined by {@code /}; for an open region just
 *     its name
 * @param reviewYear the calendar year that the report looks back on
 * @param planYear the calendar year that the report plans for; the same as {@code reviewYear} only
 *     in a report on a part of a year
 * @param reviewedPart the part of {@code reviewYear} that the report looks back on (上半年), or null
 *     when it is all of it
 * @param text the cleaned text in the script it was written in; offsets of statements point here
 */
public record CleanedDocument(
    String title,
    String publisher,
    Instant publishedAt,
    String documentNumber,
    String regionCode,
    String region,
    String regionPath,
    int reviewYear,
    int planYear,
    Period.Part reviewedPart,
    String text) {

  /** A report on a whole year, or on the first half of it where both years are the same. */
  public CleanedDocument(
      String title,
      String publisher,
      Instant publishedAt,
      String documentNumber,
      String regionCode,
      String region,
      String regionPath,
      int reviewYear,
      int planYear,
      String text) {
    this(
        title,
        publisher,
        publishedAt,
        documentNumber,
        regionCode,
        region,
        regionPath,
        reviewYear,
        planYear,
        reviewYear == planYear ? Period.Part.H1 : null,
        text);
  }
}
