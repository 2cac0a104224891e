package io.duibiao.core.extraction;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to read a text, by its size in UTF-8. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
@Threads(1)
public class ScalingBenchmark {
  /** The size, or {@code 1 MB line} for a line without punctuation. */
  @Param({"10 kB", "100 kB", "1 MB", "10 MB", "1 MB line"})
  public String size;

  private final ReportExtractor extractor = ReportExtractor.bundled();
  private Document document;

  /** Writes the report. */
  @Setup
  public void write() {
    int characters =
        switch (size) {
          case "10 kB" -> characters(10_000);
          case "100 kB" -> characters(100_000);
          case "1 MB", "1 MB line" -> characters(1_000_000);
          default -> characters(10_000_000);
        };
    document =
        Document.of(
            "invented",
            size.endsWith("line")
                ? InventedReport.ofOneLine(characters)
                : InventedReport.ofLength(characters));
  }

  private static int characters(int bytes) {
    String sample = InventedReport.ofLength(10_000);
    long sampleBytes = sample.getBytes(StandardCharsets.UTF_8).length;
    return Math.toIntExact(bytes * (long) sample.length() / sampleBytes);
  }

  /** From the document to its statements. */
  @Benchmark
  public Extraction readIntoStatements() throws RejectedDocumentException {
    return extractor.extract(document, TimeBudget.unlimited());
  }
}
