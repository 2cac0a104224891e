package io.duibiao.core.extraction;

import com.hankcs.hanlp.tokenizer.StandardTokenizer;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reads twenty reports into statements, and for comparison segments the same texts once with
 * HanLP's StandardTokenizer. Both on one thread; cleaning counts on our side only.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
@Threads(1)
public class ExtractionBenchmark {
  private final ReportExtractor extractor = ReportExtractor.bundled();
  private List<Document> documents;
  private List<String> texts;

  /** Chooses the reports and their cleaned texts. */
  @Setup
  public void choose() {
    BenchmarkReports reports = BenchmarkReports.choose(extractor);
    documents = reports.documents();
    texts = reports.texts();
    System.out.println(reports);
  }

  /** From the document as retrieved to its statements. */
  @Benchmark
  public void readIntoStatements(Blackhole sink) throws RejectedDocumentException {
    for (Document document : documents) {
      sink.consume(extractor.extract(document, TimeBudget.unlimited()));
    }
  }

  /** Segments the cleaned texts. */
  @Benchmark
  public void segmentOnce(Blackhole sink) {
    for (String text : texts) {
      sink.consume(StandardTokenizer.segment(text));
    }
  }
}
