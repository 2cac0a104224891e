package io.duibiao.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.document.Document;
import io.duibiao.core.extraction.ReportExtractor;
import io.duibiao.core.fixture.AnnotationJudge;
import io.duibiao.core.fixture.RealReports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Path gold = RealReports.require("gold", "score.py");
    AnnotationJudge.assumeItRuns();
    List<String> arguments = new ArrayList<>();
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
      arguments.add("pairs/pairs-" + region + "-2018.jsonl");
      arguments.add(out.toString());
    }
    String report = AnnotationJudge.run(gold, "score_pairs.py", arguments);
    System.out.println(report);
    assertThat(score(report, "PAIR_R")).as(report).isGreaterThanOrEqualTo(0.90);
    assertThat(score(report, "PAIR_P")).as(report).isGreaterThanOrEqualTo(0.85);
    assertThat(score(report, "VERDICT")).as(report).isGreaterThanOrEqualTo(0.98);
    assertThat(score(report, "FALSE")).as(report).isZero();
    assertThat(report).contains("claims 1/1");
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
}
