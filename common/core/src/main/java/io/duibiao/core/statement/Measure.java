package io.duibiao.core.statement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of number a statement gives about its indicator. */
public enum Measure {
  /** An amount, count, rate or share as it stands: 122.3亿元, 失业率5%. */
  @JsonProperty("level")
  LEVEL,

  /** A relative change against an earlier period in %, signed: 下降19.2% is -19.2, 翻一番 is 100. */
  @JsonProperty("growth")
  GROWTH,

  /** An absolute change in the unit itself, signed: 新增58家, 提高0.5个百分点, 压减3万吨. */
  @JsonProperty("increment")
  INCREMENT,

  /** A position among peers, unit 位: 全市第一, 位列60位. */
  @JsonProperty("rank")
  RANK;

  /** The name used in JSON, in indices and in series keys: the constant in lower case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
