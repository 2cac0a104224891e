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

  /**
   * What views are sorted and coloured by; the largest of several verdicts is the one to look at
   * first. Never changes: 0 withdrawn, 1 untargeted, 2 met, 3 awaiting, 4 incomparable, 5 disputed,
   * 6 overdue, 7 missed.
   */
  public int rank() {
    return switch (this) {
      case WITHDRAWN -> 0;
      case UNTARGETED -> 1;
      case MET -> 2;
      case AWAITING -> 3;
      case INCOMPARABLE -> 4;
      case DISPUTED -> 5;
      case OVERDUE -> 6;
      case MISSED -> 7;
    };
  }

  /** The name used in JSON, in indices and in series keys: the constant in lower case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
