package io.duibiao.core.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the result falls short, as a part of the target. */
public enum Severity {
  /** Less than 5 % short. */
  @JsonProperty("minor")
  MINOR,

  /** 5 % to 20 % short. */
  @JsonProperty("major")
  MAJOR,

  /** 20 % short or more, or moving the wrong way. */
  @JsonProperty("critical")
  CRITICAL;

  /** The name used in JSON, in indices and in series keys: the constant in lower case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
