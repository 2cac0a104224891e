package io.duibiao.core.catalog;

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

  /** Fills what may be null: direction higher, empty lists, the default tolerance. */
  public Indicator {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(dimension, "dimension");
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
    direction = direction == null ? Direction.HIGHER : direction;
    measures = measures == null ? List.of() : List.copyOf(measures);
    tolerance = tolerance == null ? Tolerance.DEFAULT : tolerance;
    examples = examples == null ? List.of() : List.copyOf(examples);
  }

  /** What it is called in reports of the region with this code. */
  public String nameIn(String regionCode) {
    return nationalName != null && Region.NATION.code().equals(regionCode) ? nationalName : name;
  }
}
