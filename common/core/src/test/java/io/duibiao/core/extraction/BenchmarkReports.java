package io.duibiao.core.extraction;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.fixture.RealReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts of the benchmarks: twenty local reports, evenly from the whole corpus, or an invented
 * report twenty times where the corpus is absent.
 *
 * @param source where they are from
 * @param documents as retrieved
 * @param texts the cleaned texts of the documents
 */
record BenchmarkReports(String source, List<Document> documents, List<String> texts) {
  private static final int REPORTS = 20;

  static BenchmarkReports choose(ReportExtractor extractor) {
    return RealReports.find("corpus", "local")
        .map(corpus -> real(extractor, corpus.resolve("local")))
        .orElseGet(() -> invented(extractor));
  }

  private static BenchmarkReports real(ReportExtractor extractor, Path corpus) {
    List<Path> files;
    try (Stream<Path> all = Files.walk(corpus)) {
      files = all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    BenchmarkReports chosen =
        new BenchmarkReports(
            "reports of " + corpus.getParent().getFileName(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < REPORTS; i++) {
      // The next report where this one can not be used.
      for (int at = i * files.size() / REPORTS; at < (i + 1) * files.size() / REPORTS; at++) {
        try {
          if (chosen.add(extractor, files.get(at).toString(), Files.readString(files.get(at)))) {
            break;
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return chosen;
  }

  private static BenchmarkReports invented(ReportExtractor extractor) {
    BenchmarkReports chosen =
        new BenchmarkReports("an invented report", new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < REPORTS; i++) {
      if (!chosen.add(extractor, "invented-" + i, InventedReport.ofLength(15_000))) {
        throw new IllegalStateException("the invented report is rejected");
      }
    }
    return chosen;
  }

  private boolean add(ReportExtractor extractor, String id, String content) {
    try {
      Document document = Document.of(id, content);
      texts.add(extractor.extract(document, TimeBudget.unlimited()).document().text());
      documents.add(document);
      return true;
    } catch (RejectedDocumentException rejected) {
      return false;
    }
  }

  @Override
  public String toString() {
    int characters = texts.stream().mapToInt(String::length).sum();
    return texts.size() + " x " + source + ", " + characters + " characters cleaned";
  }
}
