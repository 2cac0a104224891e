package io.duibiao.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.document.Document;
import io.duibiao.core.extraction.ReportExtractor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundDocumentsTest {
  private static final Document REPORT =
      new Document(
          "report",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          """
          澄湖区2023年政府工作报告
          （2023年1月8日）
          各位代表：

          一、2022年工作回顾
          过去的一年。
          地区生产总值增长5%。一般公共预算收入完成20亿元。
          二、2023年工作安排
          地区生产总值增长6%左右。
          """);

  @Test
  void theSameSeedGivesTheSame() {
    assertThat(RoundDocuments.of(List.of(REPORT), 100, new Random(7)))
        .isEqualTo(RoundDocuments.of(List.of(REPORT), 100, new Random(7)));
    assertThat(RoundDocuments.of(List.of(), 100, new Random(7)))
        .isNotEqualTo(RoundDocuments.of(List.of(), 100, new Random(8)));
  }

  @Test
  void everythingIsDeliveredAndSomeOfItTwice() {
    RoundDocuments round = RoundDocuments.of(List.of(), 200, new Random(1));

    assertThat(round.documents()).hasSize(200);
    assertThat(round.deliveries()).hasSizeGreaterThan(220).containsAll(round.documents());
    assertThat(round.documents().stream().map(Document::id).distinct().count())
        .as("many are revisions of others")
        .isLessThan(160);
    assertThat(round.documents()).allMatch(document -> document.retrievedAt() != null);
  }

  @Test
  void documentsSayWhatBringsEveryStatus() throws Exception {
    Map<AssessmentStatus, Integer> statuses = new HashMap<>();
    for (int seed = 0; seed < 4; seed++) {
      Expectation.of(
              RoundDocuments.of(List.of(REPORT), 200, new Random(seed)),
              ReportExtractor.bundled(),
              new Judge(IndicatorCatalog.bundled()),
              Instant.parse("2026-09-01T00:00:00Z"))
          .result()
          .assessments()
          .forEach(assessment -> statuses.merge(assessment.status(), 1, Integer::sum));
    }
    assertThat(statuses)
        .containsKeys(
            AssessmentStatus.MET,
            AssessmentStatus.MISSED,
            AssessmentStatus.AWAITING,
            AssessmentStatus.OVERDUE,
            AssessmentStatus.UNTARGETED,
            AssessmentStatus.DISPUTED,
            AssessmentStatus.WITHDRAWN);
  }
}
