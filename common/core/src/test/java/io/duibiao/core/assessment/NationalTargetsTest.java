package io.duibiao.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.document.Document;
import io.duibiao.core.extraction.ReportExtractor;
import io.duibiao.core.fixture.RealReports;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every headline target of the national reports of 2005 to 2013 whose result is stated is paired.
 */
class NationalTargetsTest {
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

  @Test
  void everyStatedPairIsFound() throws Exception {
    Path gold = RealReports.require("gold", "national-targets-2005-2013.tsv");
    Path corpus = RealReports.require("corpus", "national");
    List<Document> documents = new ArrayList<>();
    for (int year = 2005; year <= 2014; year++) {
      Path file = corpus.resolve("national/" + year + ".txt");
      documents.add(Document.of(year + ".txt", Files.readString(file)));
    }
    List<Assessment> assessments =
        BatchRun.run(
                documents,
                ReportExtractor.bundled(),
                new Judge(IndicatorCatalog.bundled()),
                Instant.MIN)
            .assessments();
    List<String> missing = new ArrayList<>();
    List<String> rows = Files.readAllLines(gold.resolve("national-targets-2005-2013.tsv"));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split("\t", -1);
      if (cells[8].isEmpty()) {
        continue;
      }
      BigDecimal result = new BigDecimal(cells[8]);
      String verdict =
          assessments.stream()
              .filter(a -> a.period().equals(cells[0]) && a.targetQuote() != null)
              .filter(a -> a.targetQuote().contains(cells[2]) || cells[2].contains(a.targetQuote()))
              .filter(
                  a -> a.status() == AssessmentStatus.MET || a.status() == AssessmentStatus.MISSED)
              .filter(
                  a ->
                      a.resultValue().compareTo(result) == 0
                          || a.resultValue().compareTo(result.multiply(WAN)) == 0)
              .map(a -> a.status().code() + " " + a.targetNumber() + " | " + a.resultNumber())
              .findFirst()
              .orElse(null);
      System.out.println(cells[0] + " " + cells[1] + ": " + verdict);
      if (verdict == null) {
        missing.add(row);
      }
    }
    assertThat(missing).isEmpty();
  }
}
