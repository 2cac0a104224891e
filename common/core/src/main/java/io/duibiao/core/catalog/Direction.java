package io.duibiao.core.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which side of a target is the good one. */
public enum Direction {
  /** At or above the target is good: 地区生产总值. */
  @JsonProperty("higher")
  HIGHER,

  /** At or below the target is good: 城镇调查失业率, PM2.5. */
  @JsonProperty("lower")
  LOWER,

  /** Only near the target is good: 人口自然增长率. */
  @JsonProperty("band")
  BAND
}
