package io.duibiao.core.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How much memory extraction takes beyond what a JVM takes that does nothing. */
class ExtractionMemoryTest {
  private static final long BOUND = 200 * 1024;

  @Test
  void twentyReportsAreReadInTwoHundredMegabytesBeyondTheJvm()
      throws IOException, InterruptedException {
    Map<String, Long> none = run("none");
    Map<String, Long> reports = run("reports");
    System.out.println("memory in kB: " + reports + ", of a JVM that reads nothing: " + none);
    assertThat(reports.get("live_after_reading")).isLessThan(BOUND / 2);
    assertThat(reports.get("live_after_reading"))
        .as("nothing of a report is kept")
        .isLessThan(reports.get("live_after_loading") + BOUND / 20);
    assumeThat(none.get("resident_peak")).as("the system tells the size of a process").isPositive();
    assertThat(reports.get("resident_peak") - none.get("resident_peak")).isLessThan(BOUND);
  }

  /** Runs in a JVM of its own with a heap so small that no memory is taken without need. */
  private static Map<String, Long> run(String what) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-Dfile.encoding=UTF-8",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ExtractionMemory.class.getName(),
                    what))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    Map<String, Long> figures = new HashMap<>();
    for (String line : output.lines().filter(l -> !l.startsWith("#")).toList()) {
      String[] parts = line.split("=");
      figures.put(parts[0], Long.parseLong(parts[1]));
    }
    return figures;
  }
}
