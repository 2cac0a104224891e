package io.duibiao.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong in an edited catalog is told with its line, and all of it. */
class CatalogCheckTest {
  private static final String TEA =
      """
      - id: tea
        name: 茶叶产量
        group: 农业
        dimension: mass
        examples: [茶叶产量达到5万吨]
      """;

  @Test
  void theBundledCatalogHasNoProblem() throws IOException {
    try (InputStream bundled = IndicatorCatalog.class.getResourceAsStream("indicators.yaml")) {
      assertThat(new CatalogReader(bundled.readAllBytes()).problems()).isEmpty();
    }
  }

  @Test
  void tellsEveryProblemWithItsLine() {
    assertThat(
            problems(
                """
                - id: a
                  name: 甲
                  group: x
                  dimension: colour
                  alias: [乙]
                  examples: [甲5家]
                - id: a
                  name: 丙
                  direction: up
                  dimension: count
                  measures: [level, share]
                  examples: [丙5家]
                - id: C
                  name: 丁
                  aliases: ["“甲”"]
                  group: x
                  dimension: count
                  tolerance: {points: much, half: 1}
                """))
        .containsExactly(
            "line 4: 'dimension' can not be 'colour', allowed are money, rate, people, count, area,"
                + " length, mass, volume, energy, power, concentration, time, other",
            "line 5: unknown field 'alias', allowed are id, name, nationalName, aliases, group,"
                + " dimension, direction, measures, tolerance, examples",
            "line 7: 'group' is missing in a",
            "line 7: the id 'a' is already that of line 1",
            "line 9: 'direction' can not be 'up', allowed are higher, lower, band",
            "line 11: 'measures' can not be 'share', allowed are level, growth, increment, rank",
            "line 13: 'examples' is missing in C; give a clause that names it",
            "line 13: the id 'C' is not allowed; an id is lower-case letters, digits and hyphens",
            "line 15: the name '“甲”' of C is already that of a (line 2)",
            "line 18: 'points' must be a number from 0 to 1000",
            "line 18: unknown field 'half' of tolerance, allowed are points, percent");
  }

  @Test
  void tellsWhichEntryAnExampleNames() {
    String more =
        """
        - id: spring-tea
          name: 春茶叶产量
          group: 农业
          dimension: mass
          examples: [春茶叶产量1万吨, 秋茶叶产量1万吨, 稻谷1万吨]
        """;
    assertThat(problems(TEA + more))
        .containsExactly(
            "line 10: the example '秋茶叶产量1万吨' of spring-tea names tea: '茶叶产量' is the longest name in it",
            "line 10: the example '稻谷1万吨' holds no name of spring-tea");
  }

  @Test
  void tellsWhatStandsBeforeASyntaxErrorToo() {
    List<String> problems =
        problems(TEA.replace("mass", "weight") + "- id: b\n  name: [甲\n  group: x\n");
    assertThat(problems).hasSize(2);
    assertThat(problems.get(0)).startsWith("line 4: 'dimension' can not be 'weight'");
    assertThat(problems.get(1)).startsWith("line 8: this is not YAML: ").doesNotContain("\n");
  }

  @Test
  void refusesWhatIsNoListOfEntries() {
    assertThat(problems("")).containsExactly("line 1: the file holds no entry");
    assertThat(problems("[]")).containsExactly("line 1: the file holds no entry");
    assertThat(problems("id: a\n"))
        .containsExactly(
            "line 1: the file must be a list of entries, each beginning with '- id: …'");
    assertThat(problems("- tea\n"))
        .containsExactly("line 1: an entry must have fields, beginning with '- id: …'");
    assertThat(problems(TEA + "---\n" + TEA))
        .containsExactly("line 7: a second document begins; write one list");
    assertThat(problems(TEA.replace("茶叶产量\n", "*tea\n")))
        .contains("line 2: references (*name) are not read; write the value itself");
    assertThat(problems(TEA + "  id: b\n")).containsExactly("line 6: the field 'id' occurs twice");
    assertThat(problems(TEA.replace("[茶叶产量达到5万吨]", "茶叶产量达到5万吨")))
        .containsExactly("line 5: 'examples' must be a list, such as […, …]");
  }

  @Test
  void refusesOtherEncodings() {
    byte[] bytes = (TEA + "# ").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;
    assertThat(problems(bytes))
        .containsExactly("line 6: this is not UTF-8; save the file as UTF-8");
    assertThat(problems(TEA.replace("5万", "5\u0007万")))
        .contains("line 5: the character U+0007 is not allowed");
  }

  @Test
  void readsAFileWithAByteOrderMark() throws IOException {
    byte[] bytes = ("\uFEFF" + TEA).getBytes(StandardCharsets.UTF_8);
    assertThat(IndicatorCatalog.read(new ByteArrayInputStream(bytes)).byId("tea")).isPresent();
  }

  private static List<String> problems(String yaml) {
    return problems(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(byte[] yaml) {
    return catchThrowableOfType(
            InvalidCatalogException.class,
            () -> IndicatorCatalog.read(new ByteArrayInputStream(yaml)))
        .problems()
        .stream()
        .map(CatalogProblem::toString)
        .toList();
  }
}
