package io.duibiao.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One quantified claim about one indicator of one region in one period: the record of the topic
 * {@code statements}.
 *
 * @param id stable across the revisions of a document, so that a correction is an upsert: made of
 *     document, series, kind, period, measure and the ordinal among equals, not of the value
 * @param documentId the id of the document that says it
 * @param documentRevision the number of the revision that says it, or, when {@code withdrawn}, that
 *     no longer says it; from 1
 * @param documentTitle the title of that document; empty when unknown
 * @param publishedAt when the document was published, or null
 * @param retrievedAt when that revision was retrieved; orders what one document says over time
 * @param regionCode the code of the region, or {@code ~NAME} for a region outside the official list
 * @param region the region as the report calls itself, simplified: 临湖镇
 * @param regionPath the names from province to region joined by {@code /}
 * @param indicatorId the id of a catalog entry, or {@code ~NAME} for an open indicator, NAME being
 *     the normalised noun phrase
 * @param indicator the name to show: the catalog's where the report's own words are close to it,
 *     else the report's noun phrase, simplified
 * @param indicatorText the noun phrase as written
 * @param kind result, target or claim
 * @param period {@code 2022}, {@code 2022H1}, {@code 2022Q1} or a span {@code 2018/2022}
 * @param measure level, growth, increment or rank
 * @param op how the number bounds the quantity
 * @param value the number in base units, signed for growth and increment; of a claim the part of
 *     the target that is said to be attained, in percent (超额完成 is 100 or more); of a target that
 *     names a comparand the wanted difference to its growth in percentage points
 * @param high the upper end in base units for {@link Operator#RANGE}, else null
 * @param unit the base unit: 元, 平方米, 人, %, 个百分点, 位 …
 * @param number the number as written, with its unit and qualifier words
 * @param quote the clause as written
 * @param sentence the sentence as written
 * @param start offset of the number in the cleaned text, inclusive
 * @param end offset of the number in the cleaned text, exclusive
 * @param flags any of estimate, comparable, cumulative; never null
 * @param comparand the id of the indicator whose growth this target is measured by (与经济增长同步 is
 *     {@code gdp}), or null where the target stands for itself
 * @param url where a reader finds the document, or null when only the document id tells
 * @param simHash {@link SimHash} of the document's cleaned text, 16 hexadecimal digits: near-equal
 *     for mirrors of one text; null when unknown
 * @param withdrawn true when a later revision of the document no longer says it
 */
public record Statement(
    String id,
    String documentId,
    int documentRevision,
    String documentTitle,
    Instant publishedAt,
    Instant retrievedAt,
    String regionCode,
    String region,
    String regionPath,
    String indicatorId,
    String indicator,
    String indicatorText,
    StatementKind kind,
    String period,
    Measure measure,
    Operator op,
    BigDecimal value,
    BigDecimal high,
    String unit,
    String number,
    String quote,
    String sentence,
    int start,
    int end,
    List<String> flags,
    String comparand,
    String url,
    String simHash,
    boolean withdrawn) {

  /** Key of the series that this statement belongs to, and the key of its record. */
  public String series() {
    return regionCode + "/" + indicatorId;
  }

  /**
   * Whether it gives a number of its own; not so a claim and a target that is measured by another
   * indicator.
   */
  public boolean quantified() {
    return kind != StatementKind.CLAIM && comparand == null;
  }

  /** Id of the assessment of its own measure and period. */
  public String assessmentId() {
    return assessmentIdOf(measure, period);
  }

  /** Id of the assessment of another measure and period of its series. */
  public String assessmentIdOf(Measure ofMeasure, String ofPeriod) {
    return series() + "/" + ofMeasure.code() + "/" + ofPeriod.replace('/', '-');
  }

  /** The same claim as made, or no longer made, by another revision. */
  public Statement inRevision(int revision, Instant retrieved, boolean gone) {
    return new Statement(
        id,
        documentId,
        revision,
        documentTitle,
        publishedAt,
        retrieved,
        regionCode,
        region,
        regionPath,
        indicatorId,
        indicator,
        indicatorText,
        kind,
        period,
        measure,
        op,
        value,
        high,
        unit,
        number,
        quote,
        sentence,
        start,
        end,
        flags,
        comparand,
        url,
        simHash,
        gone);
  }
}
