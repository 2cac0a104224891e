package io.duibiao.core.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.fixture.AnnotationJudge;
import io.duibiao.core.fixture.RealReports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    Path gold = RealReports.require("gold", "score.py");
    AnnotationJudge.assumeItRuns();
    ReportExtractor extractor = ReportExtractor.bundled();
    List<String> arguments = new ArrayList<>();
    for (String name : NAMES) {
      Path out = folder.resolve(name + ".jsonl");
      StatementLines.write(extractor, gold.resolve("documents/" + name + ".txt"), out);
      arguments.add("statements/" + name + ".jsonl");
      arguments.add(out.toString());
      arguments.add("documents/" + name + ".txt");
    }
    String report = AnnotationJudge.run(gold, "score.py", arguments);
    Matcher last = Pattern.compile("^F1_B=([0-9.]+) .*$", Pattern.MULTILINE).matcher(report);
    assertThat(last.find()).as(report).isTrue();
    System.out.println(last.group());
    assertThat(Double.parseDouble(last.group(1))).as(report).isGreaterThanOrEqualTo(FLOOR);
  }
}
