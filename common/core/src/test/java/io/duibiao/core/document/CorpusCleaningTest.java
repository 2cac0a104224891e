package io.duibiao.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.RegionDirectory;
import io.duibiao.core.fixture.RealReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Region and year of every real report at hand, told from its content alone. */
class CorpusCleaningTest {
  private static final double LEAST_RIGHT = 0.99;

  @Test
  void regionAndYearOfTheCorpusAreToldFromTheContent() throws IOException {
    Path corpus = RealReports.require("corpus", "index.tsv");
    DocumentCleaner cleaner = new DocumentCleaner(RegionDirectory.bundled());
    List<String> wrong = new ArrayList<>();
    List<String> lines = Files.readAllLines(corpus.resolve("index.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t");
      byte[] bytes = Files.readAllBytes(corpus.resolve(cells[0]));
      String content = DocumentDecoder.decode(bytes, null).text();
      try {
        CleanedDocument cleaned =
            cleaner.clean(Document.of("report", content), TimeBudget.unlimited());
        if (!cleaned.region().equals(cells[1])
            || cleaned.planYear() != Integer.parseInt(cells[2])
            || cleaned.reviewYear() != cleaned.planYear() - 1) {
          wrong.add(line + " -> " + cleaned.region() + " " + cleaned.planYear());
        }
      } catch (RejectedDocumentException e) {
        wrong.add(line + " -> " + e.reason() + " " + e.getMessage());
      }
    }
    int reports = lines.size() - 1;
    assertThat((reports - wrong.size()) / (double) reports)
        .as("right of %d; wrong:%n%s", reports, String.join("\n", wrong))
        .isGreaterThanOrEqualTo(LEAST_RIGHT);
  }
}
