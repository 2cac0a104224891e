package io.duibiao.core.extraction;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Prints, as {@code NAME=KILOBYTES} a line, how much memory a JVM takes: with {@code none} one that
 * reads nothing, with {@code reports} one that reads the twenty reports of the benchmarks.
 */
final class ExtractionMemory {
  private static final int ROUNDS = 5;
  private static final Path STATUS = Path.of("/proc/self/status");

  private ExtractionMemory() {}

  /** {@code none} or {@code reports}. */
  public static void main(String[] args) throws IOException, RejectedDocumentException {
    if (args[0].equals("reports")) {
      ReportExtractor extractor = ReportExtractor.bundled();
      BenchmarkReports reports = BenchmarkReports.choose(extractor);
      System.out.println("# " + reports);
      print("live_after_loading", live());
      for (int round = 0; round < ROUNDS; round++) {
        for (Document document : reports.documents()) {
          extractor.extract(document, TimeBudget.unlimited());
        }
      }
      print("heap_peak", peak());
      print("live_after_reading", live());
    }
    print("resident_peak", resident());
  }

  private static void print(String name, long kilobytes) {
    System.out.println(name + "=" + kilobytes);
  }

  /** What is still used of the heap after a collection. */
  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        / 1024;
  }

  /** The most physical memory that the process ever had, or -1 where the system does not tell. */
  private static long resident() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return -1;
    }
    List<String> lines = Files.readAllLines(STATUS);
    return lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("vmhwm:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(-1);
  }
}
