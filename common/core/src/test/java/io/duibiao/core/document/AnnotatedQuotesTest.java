package io.duibiao.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duibiao.core.catalog.RegionDirectory;
import io.duibiao.core.fixture.RealReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cleaning the annotated reports loses none of the quotes, and tells their region and years. */
class AnnotatedQuotesTest {
  @Test
  void everyQuoteStandsInTheCleanedText() throws IOException, RejectedDocumentException {
    Path gold = RealReports.require("gold", "statements");
    DocumentCleaner cleaner = new DocumentCleaner(RegionDirectory.bundled());
    List<Path> annotations;
    try (Stream<Path> files = Files.list(gold.resolve("statements"))) {
      annotations = files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    assertThat(annotations).isNotEmpty();
    for (Path file : annotations) {
      String name = file.getFileName().toString().replace(".jsonl", "");
      byte[] bytes = Files.readAllBytes(gold.resolve("documents").resolve(name + ".txt"));
      CleanedDocument cleaned =
          cleaner.clean(
              Document.of("report", DocumentDecoder.decode(bytes, null).text()),
              TimeBudget.unlimited());
      String text = bare(cleaned.text());
      for (String line : Files.readAllLines(file)) {
        JsonNode statement = new ObjectMapper().readTree(line);
        assertThat(text).as(name).contains(bare(statement.path("quote").asText()));
        assertThat(cleaned.region()).as(name).isEqualTo(statement.path("region").asText());
        String kind = statement.path("kind").asText();
        int year = Integer.parseInt(statement.path("period").asText().substring(0, 4));
        if (statement.path("period").asText().length() == 4) {
          assertThat(year)
              .as(line)
              .isEqualTo(kind.equals("target") ? cleaned.planYear() : cleaned.reviewYear());
        }
      }
    }
  }

  private static String bare(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
