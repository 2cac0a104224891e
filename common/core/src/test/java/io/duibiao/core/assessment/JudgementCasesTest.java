package io.duibiao.core.assessment;

import static io.duibiao.core.statement.StatementFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementFixture;
import io.duibiao.core.statement.StatementKind;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of judgement-cases.yaml. */
class JudgementCasesTest {
  record Case(
      String name,
      String indicator,
      Measure measure,
      Measure resultMeasure,
      String target,
      String result,
      AssessmentStatus status,
      BigDecimal margin,
      BigDecimal attainment,
      Severity severity) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final Judge judge = new Judge(IndicatorCatalog.bundled());

  static Stream<Case> cases() throws IOException {
    try (InputStream in = JudgementCasesTest.class.getResourceAsStream("judgement-cases.yaml")) {
      ObjectMapper yaml =
          new ObjectMapper(new YAMLFactory())
              .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
      return yaml.readValue(in, new TypeReference<List<Case>>() {}).stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isJudged(Case c) {
    List<Statement> events = new ArrayList<>();
    Measure resultMeasure = c.resultMeasure() == null ? c.measure() : c.resultMeasure();
    if (c.target() != null) {
      events.add(
          read(c, c.target())
              .id("plan", 1)
              .title("2019年政府工作报告")
              .kind(StatementKind.TARGET)
              .measure(c.measure())
              .build());
    }
    if (c.result() != null) {
      events.add(
          read(c, c.result())
              .id("review", 1)
              .title("2020年政府工作报告")
              .kind(StatementKind.RESULT)
              .measure(resultMeasure)
              .build());
    }
    SeriesHistory history = SeriesHistory.of(events.get(0).series(), events);
    AssessmentKey key = new AssessmentKey(c.measure(), "2019");

    Assessment assessment = judge.assess(history, key, Instant.MIN).orElseThrow();
    List<Alert> alerts = judge.alerts(history, key, Instant.MIN);

    assertThat(assessment.status()).as(assessment.explanation()).isEqualTo(c.status());
    assertThat(assessment.margin()).usingComparator(nullable()).isEqualTo(c.margin());
    assertThat(assessment.attainment()).usingComparator(nullable()).isEqualTo(c.attainment());
    assertThat(alerts.stream().map(Alert::severity).toList())
        .isEqualTo(c.severity() == null ? List.of() : List.of(c.severity()));
    assertThat(assessment.explanation()).endsWith("。").doesNotContain("null");
    for (Statement event : events) {
      if (assessment.evidence().contains(event.id())) {
        assertThat(assessment.explanation()).contains(event.number(), event.documentTitle());
      }
    }
    assertThat(events)
        .allSatisfy(
            e ->
                assertThat(judge.touched(e.series(), e))
                    .contains(new AssessmentKey(e.measure(), "2019")));
  }

  private static java.util.Comparator<BigDecimal> nullable() {
    return java.util.Comparator.nullsFirst(BigDecimal::compareTo);
  }

  private static StatementFixture read(Case c, String text) {
    String[] parts = text.split(" \\| ");
    String[] quantity = parts[0].split(" ");
    String[] bounds = quantity[1].split("\\.\\.");
    String name =
        c.indicator().startsWith("~")
            ? c.indicator().substring(1)
            : IndicatorCatalog.bundled().byId(c.indicator()).orElseThrow().name();
    return statement()
        .indicator(c.indicator(), name)
        .period("2019")
        .number(
            Operator.valueOf(quantity[0].toUpperCase(Locale.ROOT)),
            bounds[0],
            bounds.length > 1 ? bounds[1] : null,
            quantity[2])
        .written(parts[1], parts.length > 2 ? parts[2] : name + parts[1]);
  }
}
