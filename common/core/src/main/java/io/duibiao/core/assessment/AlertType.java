package io.duibiao.core.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an alert was raised. */
public enum AlertType {
  /** The assessment is missed. */
  @JsonProperty("missed")
  MISSED,

  /** The assessment is overdue. */
  @JsonProperty("overdue")
  OVERDUE,

  /** The assessment is disputed. */
  @JsonProperty("disputed")
  DISPUTED,

  /** A target of the year was revised in the year so that it asks for less. */
  @JsonProperty("target_lowered")
  TARGET_LOWERED,

  /** A result was stated anew by a later document or revision, and is worse than stated first. */
  @JsonProperty("result_lowered")
  RESULT_LOWERED;

  /** The name used in JSON, in indices and in series keys: the constant in lower case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
