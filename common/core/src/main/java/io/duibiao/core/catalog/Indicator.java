package io.duibiao.core.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.duibiao.core.statement.Measure;
import java.util.List;
import java.util.Objects;

/**
 * One canonical entry of the catalog.
 *
 * @param id a short ASCII slug that never changes: {@code gdp}
 * @param name the canonical name, simplified: 地区生产总值
 * @param nationalName what it is called where the region is the nation (国内生产总值); null where the
 *     name is the same
 * @param aliases what reports also write, simplified: GDP, 生产总值; never null
 * @param group the field it belongs to: 经济, 财政, 民生 …
 * @param dimension what its level is measured in
 * @param direction which side of a target is good
 * @param measures the measures it is usually reported in, the most usual first; never null
 * @param tolerance how far 左右 reaches; never null
 * @param examples clauses in the style of reports that name it; never null
 */
public record Indicator(
    String id,
    String name,
    String nationalName,
    List<String> aliases,
    String group,
    Dimension dimension,
    Direction direction,
    List<Measure> measures,
    Tolerance tolerance,
    List<String> examples) {

  /** Fills what may be left out: direction higher, no aliases, the default tolerance. */
  @JsonCreator
  public Indicator(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty("nationalName") String nationalName,
      @JsonProperty("aliases") List<String> aliases,
      @JsonProperty(value = "group", required = true) String group,
      @JsonProperty(value = "dimension", required = true) Dimension dimension,
      @JsonProperty("direction") Direction direction,
      @JsonProperty("measures") List<Measure> measures,
      @JsonProperty("tolerance") Tolerance tolerance,
      @JsonProperty("examples") List<String> examples) {
    this.id = Objects.requireNonNull(id, "id");
    this.name = Objects.requireNonNull(name, "name");
    this.nationalName = nationalName;
    this.aliases = aliases == null ? List.of() : List.copyOf(aliases);
    this.group = Objects.requireNonNull(group, "group");
    this.dimension = Objects.requireNonNull(dimension, "dimension");
    this.direction = direction == null ? Direction.HIGHER : direction;
    this.measures = measures == null ? List.of() : List.copyOf(measures);
    this.tolerance = tolerance == null ? Tolerance.DEFAULT : tolerance;
    this.examples = examples == null ? List.of() : List.copyOf(examples);
  }

  /** What it is called in reports of the region with this code. */
  public String nameIn(String regionCode) {
    return nationalName != null && Region.NATION.code().equals(regionCode) ? nationalName : name;
  }
}
