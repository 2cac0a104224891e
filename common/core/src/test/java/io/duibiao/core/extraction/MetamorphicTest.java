package io.duibiao.core.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.statement.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report says does not change with the form in which it comes. */
class MetamorphicTest {
  private static final List<String> REPORTS = List.of("town-report.txt", "county-report.txt");

  private static final ReportExtractor EXTRACTOR = ReportExtractor.bundled();

  static Stream<Arguments> forms() {
    return REPORTS.stream()
        .flatMap(
            report ->
                Metamorphoses.all().entrySet().stream()
                    .map(form -> Arguments.of(report, form.getKey(), form.getValue())));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("forms")
  void formDoesNotChangeWhatIsSaid(String report, String form, UnaryOperator<String> transformed)
      throws IOException, RejectedDocumentException {
    String text = read(report);
    List<String> expected = said(text);
    String other = transformed.apply(text);
    assertThat(expected).hasSizeGreaterThan(60);
    assertThat(other).isNotEqualTo(text);
    List<String> actual = said(other);
    assertThat(Bags.minus(expected, actual)).as("lost in %s", form).isEmpty();
    assertThat(Bags.minus(actual, expected)).as("made up in %s", form).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X", "x", "*", "×", "□", "_", "○", "XX", "**", ""})
  void templateWithoutFiguresSaysNothing(String mask)
      throws IOException, RejectedDocumentException {
    for (String report : REPORTS) {
      String template = Metamorphoses.masked(read(report), mask);
      Document document =
          new Document("template", null, null, null, PUBLISHED, null, null, "江苏省苏州市", template);
      assertThat(said(document)).as(report).isEmpty();
    }
  }

  /** The years come from elsewhere, so that a template whose years are masked is read at all. */
  private static final Instant PUBLISHED = Instant.parse("2024-01-19T00:00:00Z");

  static List<String> said(String content) throws RejectedDocumentException {
    return said(Document.of("report", content));
  }

  private static List<String> said(Document document) throws RejectedDocumentException {
    Extraction extraction = EXTRACTOR.extract(document, TimeBudget.unlimited());
    return extraction.statements().stream()
        .filter(Statement::quantified)
        .map(MetamorphicTest::claim)
        .toList();
  }

  private static String claim(Statement s) {
    String high = s.high() == null ? "" : "~" + s.high().toPlainString();
    return String.join(
        " ",
        s.regionCode(),
        s.indicatorId(),
        s.kind().code(),
        s.period(),
        s.measure().code(),
        s.op().code(),
        s.value().toPlainString() + high,
        s.unit());
  }

  private static String read(String name) throws IOException {
    try (InputStream stream = MetamorphicTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
