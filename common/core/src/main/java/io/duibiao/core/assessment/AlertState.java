package io.duibiao.core.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an alert still stands. */
public enum AlertState {
  /** The reason still holds. */
  @JsonProperty("open")
  OPEN,

  /** The assessment turned good, or its evidence was withdrawn. */
  @JsonProperty("resolved")
  RESOLVED;

  /** The name used in JSON, in indices and in series keys: the constant in lower case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
