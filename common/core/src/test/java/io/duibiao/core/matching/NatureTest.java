package io.duibiao.core.matching;

import static io.duibiao.core.statement.StatementFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.rules.WordLists;
import io.duibiao.core.statement.Measure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in natures.yaml, scopes.yaml and units.yaml are tests, and each rule has some. */
class NatureTest {
  record Example(String clause, String number, String nature, String measure) {}

  record NatureRule(String name, List<String> words, List<Example> examples) {}

  record Rule(String name, List<String> words, List<String> examples) {}

  static Stream<NatureRule> natures() {
    return WordLists.read(Nature.class, "natures.yaml", NatureRule.class).stream();
  }

  static Stream<Rule> scopes() {
    return WordLists.read(Nature.class, "scopes.yaml", Rule.class).stream();
  }

  static Stream<Rule> units() {
    return WordLists.read(Nature.class, "units.yaml", Rule.class).stream();
  }

  @ParameterizedTest
  @MethodSource("natures")
  void numbersHaveTheNatureOfTheirExamples(NatureRule rule) {
    assertThat(rule.examples()).as(rule.name()).isNotEmpty();
    assertThat(rule.examples())
        .as(rule.name())
        .anyMatch(example -> rule.words().stream().anyMatch(example.clause()::contains));
    for (Example example : rule.examples()) {
      assertThat(example.clause()).contains(example.number());
      Measure measure =
          example.measure() == null
              ? Measure.LEVEL
              : Measure.valueOf(example.measure().toUpperCase(Locale.ROOT));
      assertThat(
              Nature.of(
                  statement().measure(measure).written(example.number(), example.clause()).build()))
          .as(rule.name() + ": " + example)
          .isEqualTo(Nature.valueOf(example.nature().toUpperCase(Locale.ROOT)));
    }
  }

  /** An item of a list has the level that the list names last before it: so has the last one. */
  record NamedUnit(String indicator, List<String> units) {}

  record NamedUnits(String name, String reason, List<NamedUnit> examples) {}

  static Stream<NamedUnits> namedUnits() {
    return WordLists.read(Nature.class, "units-by-name.yaml", NamedUnits.class).stream();
  }

  @ParameterizedTest
  @MethodSource("namedUnits")
  void unitsCountAlikeWhereTheNameSaysSo(NamedUnits rule) {
    assertThat(rule.reason()).isNotBlank();
    assertThat(rule.examples()).as(rule.name()).isNotEmpty();
    for (NamedUnit example : rule.examples()) {
      assertThat(Units.comparable(counted(example, 0), counted(example, 1))).isTrue();
      NamedUnit other = new NamedUnit("老旧小区", example.units());
      assertThat(Units.comparable(counted(other, 0), counted(other, 1)))
          .isEqualTo(Units.comparable(example.units().get(0), example.units().get(1)));
    }
  }

  private static io.duibiao.core.statement.Statement counted(NamedUnit of, int which) {
    return statement()
        .indicator("~" + of.indicator(), of.indicator())
        .number(io.duibiao.core.statement.Operator.EQ, "3", null, of.units().get(which))
        .build();
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void theLastItemOfAListHasTheLevelNamedBeforeIt(Rule rule) {
    assertThat(rule.examples()).as(rule.name()).isNotEmpty();
    for (String example : rule.examples()) {
      assertThat(rule.words()).as(rule.name()).anyMatch(example::contains);
      String number = example.replaceAll("^.*[^0-9]([0-9]+.)[^0-9]*$", "$1");
      assertThat(Kinship.scope(statement().written(number, example).build()))
          .as(rule.name() + ": " + number + " of " + example)
          .isEqualTo(rule.name());
    }
  }

  @ParameterizedTest
  @MethodSource("units")
  void numbersInUnitsOfOneListCanBeCompared(Rule rule) {
    assertThat(rule.examples()).as(rule.name()).hasSizeGreaterThan(1);
    String first = null;
    for (String example : rule.examples()) {
      String unit = example.replaceFirst("^[0-9]+", "");
      assertThat(rule.words()).as(rule.name()).contains(unit);
      first = first == null ? unit : first;
      assertThat(Units.comparable(first, unit)).as(first + " and " + unit).isTrue();
      assertThat(Units.comparable(unit, "公里")).isFalse();
      assertThat(
              units()
                  .filter(other -> !other.name().equals(rule.name()))
                  .flatMap(other -> other.words().stream()))
          .as("other units than " + unit)
          .noneMatch(other -> Units.comparable(unit, other));
    }
  }

  @Test
  void withoutAWordThereIsNoLevel() {
    assertThat(Kinship.scope(statement().written("2家", "新建智能工厂2家").build())).isNull();
  }
}
