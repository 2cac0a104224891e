package io.duibiao.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.core.assessment.BatchResult;
import io.duibiao.core.assessment.BatchRun;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.assessment.Rejection;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.catalog.RegionDirectory;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectionReason;
import io.duibiao.core.extraction.ReportExtractor;
import io.duibiao.local.file.DocumentFile;
import io.duibiao.local.file.DocumentFiles;
import io.duibiao.streaming.fixture.TopicContract;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample documents give the verdicts that their README names. */
class SampleDocumentsTest {
  private static final Path FOLDER = folder();
  private static final List<Document> DOCUMENTS = new ArrayList<>();
  private static BatchResult result;

  @BeforeAll
  static void readAndJudge() throws IOException, InterruptedException {
    new DocumentFiles(InputStream.nullInputStream(), 5_000_000, Optional.empty())
        .read(
            List.of(FOLDER.toString()),
            file -> {
              if (file instanceof DocumentFile.Readable readable) {
                DOCUMENTS.add(readable.document());
              }
            });
    result =
        BatchRun.run(
            DOCUMENTS,
            ReportExtractor.bundled(),
            new Judge(IndicatorCatalog.bundled()),
            Instant.MIN);
  }

  private static Path folder() {
    try {
      return Path.of(SampleDocumentsTest.class.getResource("/sample").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyDocumentButThePicturesIsUsed() {
    assertThat(DOCUMENTS).hasSize(8);
    assertThat(result.rejections())
        .extracting(Rejection::reason)
        .containsExactly(RejectionReason.MISSING_CONTENT);
    assertThat(result.documents()).hasSize(6);
  }

  @Test
  void everyReportHoldsAtLeastThirtyStatements() {
    Map<String, Long> counts =
        result.statements().stream()
            .collect(Collectors.groupingBy(s -> s.documentId(), Collectors.counting()));
    assertThat(counts).hasSize(6).allSatisfy((id, count) -> assertThat(count).isGreaterThan(29));
  }

  @Test
  void theRegionsAreInvented() {
    for (String name : List.of("澄岚市", "云漪区", "清漪镇", "栖鹭镇")) {
      assertThat(RegionDirectory.bundled().resolve(name, List.of())).as(name).isEmpty();
    }
    assertThat(result.assessments())
        .extracting(Assessment::regionCode)
        .containsOnly("~云漪区", "~清漪镇", "~栖鹭镇");
  }

  @Test
  void theVerdictsAreThoseOfTheReadme() throws IOException {
    Map<String, String> expected = expected();
    assertThat(expected).hasSizeGreaterThan(20);
    Map<String, String> actual = new LinkedHashMap<>();
    for (Assessment assessment : result.assessments()) {
      actual.put(assessment.id(), assessment.status().code());
    }
    for (Map.Entry<String, String> row : expected.entrySet()) {
      assertThat(actual).as(row.getKey()).containsEntry(row.getKey(), row.getValue());
    }
  }

  /** Rows of the README: region, indicator, measure, target, result, status. */
  private static Map<String, String> expected() throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("README.md"))) {
      String[] cells = line.split("\\|");
      if (cells.length == 7 && (cells[6].contains("met") || cells[6].contains("missed"))) {
        rows.put(
            "~%s/%s/%s/2023".formatted(cells[1].strip(), cells[2].strip(), cells[3].strip()),
            cells[6].strip());
      }
    }
    return rows;
  }

  @Test
  void theCorrectionResolvesItsAlertAndNoOther() {
    assertThat(alert("~云漪区/industrial-output-above-scale/growth/2023").state())
        .isEqualTo(AlertState.RESOLVED);
    assertThat(alert("~云漪区/fixed-asset-investment/growth/2023").state()).isEqualTo(AlertState.OPEN);
    assertThat(result.alerts())
        .filteredOn(alert -> alert.state() == AlertState.RESOLVED)
        .hasSize(1);
  }

  @Test
  void everyRecordKeepsTheContractOfItsTopic() {
    assertKeeps(Topic.DOCUMENTS, DOCUMENTS);
    assertKeeps(Topic.STATEMENTS, result.statements());
    assertKeeps(Topic.ASSESSMENTS, result.assessments());
    assertKeeps(Topic.ALERTS, result.alerts());
  }

  @Test
  void soDoesEveryRecordWhenAllDeadlinesHavePassed() {
    BatchResult later =
        BatchRun.run(
            DOCUMENTS,
            ReportExtractor.bundled(),
            new Judge(IndicatorCatalog.bundled()),
            Instant.parse("2040-01-01T00:00:00Z"));
    assertThat(later.assessments())
        .extracting(Assessment::status)
        .contains(AssessmentStatus.OVERDUE);
    assertKeeps(Topic.ASSESSMENTS, later.assessments());
    assertKeeps(Topic.ALERTS, later.alerts());
  }

  private static void assertKeeps(Topic topic, List<?> records) {
    TopicContract contract = TopicContract.of(topic);
    assertThat(records)
        .isNotEmpty()
        .allSatisfy(record -> assertThat(contract.problems(RecordJson.write(record))).isEmpty());
  }

  private static Alert alert(String assessmentId) {
    return result.alerts().stream()
        .filter(alert -> alert.assessmentId().equals(assessmentId))
        .findFirst()
        .orElseThrow();
  }
}
