package io.duibiao.core.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a level of an indicator is measured in. */
public enum Dimension {
  /** An amount of money: 元. */
  @JsonProperty("money")
  MONEY,

  /** A share, rate or index: %, ‰. */
  @JsonProperty("rate")
  RATE,

  /** A number of people: 人, 户. */
  @JsonProperty("people")
  PEOPLE,

  /** A number of things: 个, 家, 件, 项. */
  @JsonProperty("count")
  COUNT,

  /** An area: 亩, 公顷, 平方米, 平方公里. */
  @JsonProperty("area")
  AREA,

  /** A length: 公里. */
  @JsonProperty("length")
  LENGTH,

  /** A mass: 吨, 斤. */
  @JsonProperty("mass")
  MASS,

  /** A volume: 立方米. */
  @JsonProperty("volume")
  VOLUME,

  /** Energy: 吨标准煤, 千瓦时. */
  @JsonProperty("energy")
  ENERGY,

  /** Power: 千瓦. */
  @JsonProperty("power")
  POWER,

  /** A concentration: 微克/立方米. */
  @JsonProperty("concentration")
  CONCENTRATION,

  /** A time: 年, 天, 小时. */
  @JsonProperty("time")
  TIME,

  /** Anything else, such as 分 or 辆次. */
  @JsonProperty("other")
  OTHER
}
