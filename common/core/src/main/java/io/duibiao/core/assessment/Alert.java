package io.duibiao.core.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.duibiao.core.catalog.Region;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.RecordVersion;
import java.time.Instant;
import java.util.List;

/**
 * A notice that an assessment turned bad, closed when it turned good: the record of the topic
 * {@code alerts}.
 *
 * @param id assessmentId#type
 * @param assessmentId the assessment
 * @param type why it was raised
 * @param severity how bad it is, or was when it was last open
 * @param state open or resolved
 * @param transition what happened last
 * @param sequence the rank, from 1, of that transition in the history of the alert, replayed in the
 *     order in which the documents were published; a consumer that has seen this alert with the
 *     same sequence, and the same content, may drop it
 * @param openedAt the time of the document that turned the assessment bad, never the wall clock
 * @param resolvedAt the time of the document that turned it good, or null while open
 * @param changedAt the time of the last transition
 * @param message one Chinese sentence
 * @param regionCode the code of the region
 * @param region its name
 * @param regionPath the names from province to region joined by {@code /}
 * @param indicatorId catalog id, or {@code ~NAME}
 * @param indicator the name of the indicator
 * @param indicatorGroup as in the assessment
 * @param period the period that was judged
 * @param version as in the assessment
 */
public record Alert(
    String id,
    String assessmentId,
    AlertType type,
    Severity severity,
    AlertState state,
    AlertTransition transition,
    int sequence,
    Instant openedAt,
    Instant resolvedAt,
    Instant changedAt,
    String message,
    String regionCode,
    String region,
    String regionPath,
    String indicatorId,
    String indicator,
    String indicatorGroup,
    String period,
    long version) {

  /** The year that was judged, of a span the last. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public int year() {
    return Period.parse(period).lastYear();
  }

  /** The path of the region and of each region above it; see {@link Region#paths}. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public List<String> regionPaths() {
    return Region.paths(regionPath);
  }

  /** 1 minor, 2 major, 3 critical: what views are sorted and coloured by. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public int severityRank() {
    return severity.ordinal() + 1;
  }

  /** The same alert as the given records gave it. */
  public Alert at(RecordVersion records) {
    return new Alert(
        id,
        assessmentId,
        type,
        severity,
        state,
        transition,
        sequence,
        openedAt,
        resolvedAt,
        changedAt,
        message,
        regionCode,
        region,
        regionPath,
        indicatorId,
        indicator,
        indicatorGroup,
        period,
        records.external());
  }
}
