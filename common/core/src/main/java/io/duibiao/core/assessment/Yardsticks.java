package io.duibiao.core.assessment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.duibiao.core.catalog.Direction;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.catalog.Tolerance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Finds the yardstick of an indicator: the catalog's, or for an open indicator the one that the
 * words of its name suggest. The words are data: {@code directions.yaml}.
 */
final class Yardsticks {
  /**
   * A rule of {@code directions.yaml}.
   *
   * @param name names the rule
   * @param reason why these words tell the direction
   * @param words the rule holds when the name contains one of them
   * @param unless the rule does not hold when the name contains one of these
   * @param direction which side of a target is good then
   * @param examples names for which it holds
   * @param counterexamples names for which it does not
   */
  record Rule(
      String name,
      String reason,
      List<String> words,
      List<String> unless,
      Direction direction,
      List<String> examples,
      List<String> counterexamples) {
    boolean holds(String indicator) {
      return words.stream().anyMatch(indicator::contains)
          && unless.stream().noneMatch(indicator::contains);
    }
  }

  private static final List<Rule> RULES = read();

  private final IndicatorCatalog catalog;

  Yardsticks(IndicatorCatalog catalog) {
    this.catalog = catalog;
  }

  Yardstick of(String indicatorId, String indicator) {
    return catalog
        .byId(indicatorId)
        .map(i -> new Yardstick(i.direction(), i.tolerance()))
        .orElseGet(() -> new Yardstick(direction(indicator), Tolerance.DEFAULT));
  }

  static Direction direction(String indicator) {
    for (Rule rule : RULES) {
      if (rule.holds(indicator)) {
        return rule.direction();
      }
    }
    return Direction.HIGHER;
  }

  static List<Rule> rules() {
    return RULES;
  }

  private static List<Rule> read() {
    try (InputStream in = Yardsticks.class.getResourceAsStream("directions.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
