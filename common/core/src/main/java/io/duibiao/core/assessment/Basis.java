package io.duibiao.core.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the two numbers of an assessment came to be comparable. */
public enum Basis {
  /** Both sides state the same measure. */
  @JsonProperty("direct")
  DIRECT,

  /** One side follows from the level of the year before. */
  @JsonProperty("derived")
  DERIVED,

  /** The report only claims that the target was attained. */
  @JsonProperty("claim")
  CLAIM,

  /** The target is measured by another indicator (与经济增长同步), whose result was taken. */
  @JsonProperty("relative")
  RELATIVE;

  /** The name used in JSON, in indices and in series keys: the constant in lower case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
