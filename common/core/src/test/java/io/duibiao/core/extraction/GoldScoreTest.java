package io.duibiao.core.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores the extraction against the annotated reports with the judge that lies beside them. */
class GoldScoreTest {
  private static final double FLOOR = 0.97;
  private static final List<String> NAMES =
      List.of("linhu-2022", "wuzhong-2022", "luzhi-2021", "jiangsu-2019");

  @Test
  void annotatedReportsReachTheFloor(@TempDir Path folder) throws Exception {
    Path gold = gold();
    assumeTrue(gold != null, "the annotated reports (../shared/gold) are not on this machine");
    assumeTrue(hasPython(), "python3, which runs the judge, is not on this machine");
    ReportExtractor extractor = ReportExtractor.bundled();
    List<String> command = new ArrayList<>(List.of("python3", "score.py"));
    for (String name : NAMES) {
      Path out = folder.resolve(name + ".jsonl");
      StatementLines.write(extractor, gold.resolve("documents/" + name + ".txt"), out);
      command.add("statements/" + name + ".jsonl");
      command.add(out.toString());
      command.add("documents/" + name + ".txt");
    }
    String report = run(gold.toFile(), command);
    Matcher last = Pattern.compile("^F1_B=([0-9.]+) .*$", Pattern.MULTILINE).matcher(report);
    assertThat(last.find()).as(report).isTrue();
    System.out.println(last.group());
    assertThat(Double.parseDouble(last.group(1))).as(report).isGreaterThanOrEqualTo(FLOOR);
  }

  private static String run(File folder, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The folder of the annotated reports beside the repository, or null. */
  private static Path gold() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.isDirectory(at.resolve(".mvn"))) {
      at = at.getParent();
    }
    if (at == null) {
      return null;
    }
    Path gold = at.resolveSibling("shared").resolve("gold");
    return Files.isRegularFile(gold.resolve("score.py")) ? gold : null;
  }
}
