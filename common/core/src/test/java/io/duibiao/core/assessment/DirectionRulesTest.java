package io.duibiao.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.Direction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples beside the rules of directions.yaml are tests. */
class DirectionRulesTest {
  static Stream<Yardsticks.Rule> rules() {
    return Yardsticks.rules().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsForItsExamplesOnly(Yardsticks.Rule rule) {
    assertThat(rule.examples()).as(rule.name()).isNotEmpty().allMatch(rule::holds);
    assertThat(rule.counterexamples()).as(rule.name()).isNotEmpty().noneMatch(rule::holds);
    assertThat(rule.examples())
        .as(rule.name())
        .allMatch(example -> Yardsticks.direction(example) == rule.direction());
  }

  @Test
  void moreIsBetterWhereNoRuleHolds() {
    assertThat(Yardsticks.direction("高标准农田")).isEqualTo(Direction.HIGHER);
  }
}
