package io.duibiao.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.document.Document;
import io.duibiao.core.extraction.ReportExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores the verdicts against hand-made pairs with the judge that lies beside them. */
class GoldPairsTest {
  private static final List<String> REGIONS = List.of("suzhou", "jiangsu");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void verdictsOfConsecutiveReportsReachTheFloor(@TempDir Path folder) throws Exception {
    Path gold = gold();
    assumeTrue(gold != null, "the annotated reports (../shared/gold) are not on this machine");
    assumeTrue(hasPython(), "python3, which runs the judge, is not on this machine");
    List<String> command = new ArrayList<>(List.of("python3", "score_pairs.py"));
    for (String region : REGIONS) {
      List<Document> documents = new ArrayList<>();
      for (String year : List.of("2018", "2019")) {
        Path file = gold.resolve("documents/" + region + "-" + year + ".txt");
        documents.add(Document.of(file.getFileName().toString(), Files.readString(file)));
      }
      BatchResult result =
          BatchRun.run(
              documents,
              ReportExtractor.bundled(),
              new Judge(IndicatorCatalog.bundled()),
              Instant.MIN);
      assertThat(result.rejections()).isEmpty();
      Path out = folder.resolve(region + ".jsonl");
      Files.write(out, result.assessments().stream().map(GoldPairsTest::line).toList());
      command.add("pairs/pairs-" + region + "-2018.jsonl");
      command.add(out.toString());
    }
    String report = run(gold, command);
    System.out.println(report);
    assertThat(score(report, "PAIR_R")).as(report).isGreaterThanOrEqualTo(0.90);
    assertThat(score(report, "PAIR_P")).as(report).isGreaterThanOrEqualTo(0.85);
    assertThat(score(report, "VERDICT")).as(report).isGreaterThanOrEqualTo(0.98);
  }

  private static double score(String report, String name) {
    Matcher m = Pattern.compile(name + "=([0-9.]+)").matcher(report);
    assertThat(m.find()).as(report).isTrue();
    return Double.parseDouble(m.group(1));
  }

  private static String line(Assessment a) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("indicator", a.indicator());
    fields.put("measure", a.measure());
    fields.put("period", a.period());
    fields.put("status", a.status());
    fields.put("basis", a.basis());
    fields.put("targetOp", a.targetOp());
    fields.put("targetValue", a.targetValue());
    fields.put("targetUnit", a.targetUnit());
    fields.put("targetQuote", a.targetQuote());
    fields.put("resultOp", a.resultOp());
    fields.put("resultValue", a.resultValue());
    fields.put("resultUnit", a.resultUnit());
    fields.put("resultQuote", a.resultQuote());
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
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
    return Files.isRegularFile(gold.resolve("score_pairs.py")) ? gold : null;
  }
}
