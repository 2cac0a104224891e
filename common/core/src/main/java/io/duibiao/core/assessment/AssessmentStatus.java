package io.duibiao.core.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The verdict on one series, measure and period. */
public enum AssessmentStatus {
  /** The result satisfies the target. */
  @JsonProperty("met")
  MET,

  /** The result does not satisfy the target. */
  @JsonProperty("missed")
  MISSED,

  /** There is a target and no result yet. */
  @JsonProperty("awaiting")
  AWAITING,

  /** There is a target, no result, and the deadline has passed. */
  @JsonProperty("overdue")
  OVERDUE,

  /** There is a result that nobody had set a target for. */
  @JsonProperty("untargeted")
  UNTARGETED,

  /** Sources disagree so that the verdict changes. */
  @JsonProperty("disputed")
  DISPUTED,

  /** Target and result have different dimensions. */
  @JsonProperty("incomparable")
  INCOMPARABLE,

  /** Everything that the verdict rested on is no longer said by its documents. */
  @JsonProperty("withdrawn")
  WITHDRAWN;

  /** The name used in JSON, in indices and in series keys: the constant in lower case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
