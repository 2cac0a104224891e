package io.duibiao.core.statement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a statement says what was achieved or what shall be achieved. */
public enum StatementKind {
  /** What was achieved (实绩): 完成工业投资5.19亿元. */
  @JsonProperty("result")
  RESULT,

  /** What shall be achieved (目标): 地区生产总值增长6%左右. */
  @JsonProperty("target")
  TARGET,

  /** That a target was attained, said without a comparable number: 超额完成年度任务. */
  @JsonProperty("claim")
  CLAIM;

  /** The name used in JSON, in indices and in series keys: the constant in lower case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
