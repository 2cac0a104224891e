package io.duibiao.core.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.duibiao.core.catalog.Region;
import io.duibiao.core.document.SourceLink;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.RecordVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The verdict on one series, measure and period: the record of the topic {@code assessments}. All
 * {@code target…} components are null when there is no target, all {@code result…} ones when there
 * is no result.
 *
 * @param id regionCode/indicatorId/measure/period, a span written 2018-2022
 * @param regionCode the code of the region
 * @param region its name
 * @param regionPath the names from province to region joined by {@code /}
 * @param indicatorId catalog id, or {@code ~NAME} for an open indicator
 * @param indicator its name
 * @param indicatorGroup the field it belongs to in the catalog: 经济, 财政 …; 未归类 for an open indicator
 * @param measure the measure of the comparison, that of the target
 * @param period the period that is judged
 * @param publishedAt when the later of the documents of target and result was published, or null
 * @param targetOp how the target bounds the quantity
 * @param targetValue the target in base units
 * @param targetHigh the upper end of a target range, or null
 * @param targetUnit base unit of the target
 * @param targetNumber the target as written
 * @param targetQuote the clause that sets the target
 * @param targetDocumentId the document that sets it
 * @param targetStart offset of the target's number in the cleaned text of that document, inclusive
 * @param targetEnd offset after it
 * @param firstTargetOp the target as first set, where it was revised within its period and differs
 *     from the one that holds; else all {@code firstTarget…} are null
 * @param firstTargetValue its number in base units
 * @param firstTargetHigh its upper end of a range, or null
 * @param firstTargetUnit its base unit
 * @param firstTargetNumber as written
 * @param firstTargetQuote the clause that set it
 * @param firstTargetDocumentId the document that set it
 * @param resultOp how the result bounds the quantity
 * @param resultValue the result in base units, derived or direct
 * @param resultHigh the upper end of a result range, or null
 * @param resultUnit base unit of the result
 * @param resultNumber the result as written
 * @param resultQuote the clause that states the result
 * @param resultDocumentId the document that states it
 * @param resultStart offset of the result's number in the cleaned text of that document, inclusive
 * @param resultEnd offset after it
 * @param status the verdict
 * @param margin result less target on the good side, in the target's base unit: negative is short;
 *     null when nothing was compared
 * @param marginUnit the unit of the margin: 个百分点 where rates are compared, else a base unit
 * @param attainment result as a part of the target (1 is fully attained), or null where a quotient
 *     means nothing (growth, shares and ranks, bounds from above, zero, opposite signs)
 * @param severity how far short, null unless missed
 * @param progress 完成进度 in percent: how much of a target of several years, or of the way to it from
 *     the year before its span, the latest year's result has come; null for other targets
 * @param basis what made target and result comparable, null when nothing was compared
 * @param dueAt when the result is due; null without a target
 * @param explanation one Chinese sentence for a person
 * @param evidence ids of the statements that the verdict rests on, sorted; never null
 * @param disputedEvidence ids of the statements that contradict what the verdict rests on, sorted;
 *     never null
 * @param updatedAt the largest timestamp of the records that this verdict rests on
 * @param version grows with the set of records that touched this assessment; the external version
 *     in Elasticsearch
 */
public record Assessment(
    String id,
    String regionCode,
    String region,
    String regionPath,
    String indicatorId,
    String indicator,
    String indicatorGroup,
    Measure measure,
    String period,
    Instant publishedAt,
    Operator targetOp,
    BigDecimal targetValue,
    BigDecimal targetHigh,
    String targetUnit,
    String targetNumber,
    String targetQuote,
    String targetDocumentId,
    Integer targetStart,
    Integer targetEnd,
    Operator firstTargetOp,
    BigDecimal firstTargetValue,
    BigDecimal firstTargetHigh,
    String firstTargetUnit,
    String firstTargetNumber,
    String firstTargetQuote,
    String firstTargetDocumentId,
    Operator resultOp,
    BigDecimal resultValue,
    BigDecimal resultHigh,
    String resultUnit,
    String resultNumber,
    String resultQuote,
    String resultDocumentId,
    Integer resultStart,
    Integer resultEnd,
    AssessmentStatus status,
    BigDecimal margin,
    String marginUnit,
    BigDecimal attainment,
    Severity severity,
    BigDecimal progress,
    Basis basis,
    Instant dueAt,
    String explanation,
    List<String> evidence,
    List<String> disputedEvidence,
    Instant updatedAt,
    long version) {

  /** The year that is judged, of a span the last; what views are filtered and sorted by. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public int year() {
    return Period.parse(period).lastYear();
  }

  /** The last moment of the period, in China. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public Instant periodEnd() {
    return Period.parse(period).lastSecond();
  }

  /** The path of the region and of each region above it; see {@link Region#paths}. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public List<String> regionPaths() {
    return Region.paths(regionPath);
  }

  /** See {@link AssessmentStatus#rank}. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public int statusRank() {
    return status.rank();
  }

  /** The target as charts show it, or null; see {@link ShownAmount}. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public BigDecimal targetShown() {
    return ShownAmount.of(targetValue, targetUnit);
  }

  /** The result as charts show it, or null; see {@link ShownAmount}. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public BigDecimal resultShown() {
    return ShownAmount.of(resultValue, resultUnit);
  }

  /** Where to read the clause that sets the target, or null; see {@link SourceLink}. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public String targetLink() {
    return SourceLink.of(targetDocumentId, targetQuote);
  }

  /** Where to read the clause that states the result, or null; see {@link SourceLink}. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public String resultLink() {
    return SourceLink.of(resultDocumentId, resultQuote);
  }

  /** The same verdict as the given records gave it. */
  public Assessment at(RecordVersion records) {
    return new Assessment(
        id,
        regionCode,
        region,
        regionPath,
        indicatorId,
        indicator,
        indicatorGroup,
        measure,
        period,
        publishedAt,
        targetOp,
        targetValue,
        targetHigh,
        targetUnit,
        targetNumber,
        targetQuote,
        targetDocumentId,
        targetStart,
        targetEnd,
        firstTargetOp,
        firstTargetValue,
        firstTargetHigh,
        firstTargetUnit,
        firstTargetNumber,
        firstTargetQuote,
        firstTargetDocumentId,
        resultOp,
        resultValue,
        resultHigh,
        resultUnit,
        resultNumber,
        resultQuote,
        resultDocumentId,
        resultStart,
        resultEnd,
        status,
        margin,
        marginUnit,
        attainment,
        severity,
        progress,
        basis,
        dueAt,
        explanation,
        evidence,
        disputedEvidence,
        Instant.ofEpochMilli(records.timestamp()),
        records.external());
  }
}
