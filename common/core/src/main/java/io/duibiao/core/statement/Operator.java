package io.duibiao.core.statement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the number bounds the quantity. */
public enum Operator {
  /** The number itself: 达到5%. */
  @JsonProperty("eq")
  EQ,

  /** About the number: 5%左右, 约30家, 近9%. */
  @JsonProperty("approx")
  APPROX,

  /** The number or more: 15家以上, 超1.4亿元, 80余轮. */
  @JsonProperty("gte")
  GTE,

  /** The number or less: 5.5%以内, 不超过3件. */
  @JsonProperty("lte")
  LTE,

  /** Between value and high: 6%-6.5%. */
  @JsonProperty("range")
  RANGE;

  /** The name used in JSON, in indices and in series keys: the constant in lower case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
