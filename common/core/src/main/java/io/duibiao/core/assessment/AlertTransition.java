package io.duibiao.core.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What last happened to an alert. */
public enum AlertTransition {
  /** It was raised, or raised again after it had been resolved. */
  @JsonProperty("opened")
  OPENED,

  /** It stands, but says something else: other numbers or another severity. */
  @JsonProperty("updated")
  UPDATED,

  /** Its reason is gone. */
  @JsonProperty("resolved")
  RESOLVED;

  /** The name used in JSON, in indices and in series keys: the constant in lower case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
