package io.duibiao.core.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.RejectionReason;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.quantity.NoStatementReason;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole way from a document to its statements, on a report of an invented county. */
class ReportExtractorTest {
  private static final ReportExtractor EXTRACTOR = ReportExtractor.bundled();
  private static final String REPORT =
      """
      清河口县2023年政府工作报告

      一、2022年工作回顾
      全年完成地区生产总值120.5亿元，增长6.2%。新建健身步道12公里、口袋公园5个。
      二、2023年工作安排
      今年经济社会发展的主要预期目标是：地区生产总值增长6.5%左右。新建健身步道15公里以上。
      """;

  @Test
  void resultsAndTargetsOfOneReport() throws RejectedDocumentException {
    List<Statement> statements = statements(REPORT);
    assertThat(statements)
        .extracting(
            Statement::indicator,
            Statement::kind,
            Statement::period,
            s -> s.value().toPlainString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "地区生产总值", StatementKind.RESULT, "2022", "12050000000"),
            org.assertj.core.groups.Tuple.tuple("地区生产总值", StatementKind.RESULT, "2022", "6.2"),
            org.assertj.core.groups.Tuple.tuple("健身步道", StatementKind.RESULT, "2022", "12000"),
            org.assertj.core.groups.Tuple.tuple("口袋公园", StatementKind.RESULT, "2022", "5"),
            org.assertj.core.groups.Tuple.tuple("地区生产总值", StatementKind.TARGET, "2023", "6.5"),
            org.assertj.core.groups.Tuple.tuple("健身步道", StatementKind.TARGET, "2023", "15000"));
    assertThat(statements.get(1).measure()).isEqualTo(Measure.GROWTH);
  }

  @Test
  void theNationsIndicatorsHaveTheNationsNames() throws RejectedDocumentException {
    String nation =
        """
        政府工作报告
        2023年3月5日在第十四届全国人民代表大会第一次会议上 国务院总理
        一、2022年工作回顾
        GDP增长3%。
        """;
    assertThat(
            EXTRACTOR.extract(Document.of("nation", nation), TimeBudget.unlimited()).statements())
        .extracting(Statement::indicator)
        .containsExactly("国内生产总值");
    assertThat(statements("清河口县2023年政府工作报告\n一、2022年工作回顾\nGDP增长3%。\n"))
        .extracting(Statement::indicator)
        .containsExactly("地区生产总值");
  }

  @Test
  void quotesAndOffsetsPointIntoTheCleanedText() throws RejectedDocumentException {
    Extraction extraction = extract(REPORT);
    for (Statement s : extraction.statements()) {
      String text = extraction.document().text();
      assertThat(text.substring(s.start(), s.end())).isEqualTo(s.number());
      assertThat(text).contains(s.quote()).contains(s.sentence());
      assertThat(s.sentence()).contains(s.number());
    }
  }

  @Test
  void aCorrectedValueKeepsTheIdOfItsStatement() throws RejectedDocumentException {
    List<Statement> before = statements(REPORT);
    List<Statement> after = statements(REPORT.replace("6.2%", "6.8%"));
    assertThat(after).extracting(Statement::id).isEqualTo(ids(before));
    assertThat(after.get(1).value()).isEqualByComparingTo("6.8");
    assertThat(ids(before)).doesNotHaveDuplicates();
  }

  @Test
  void traditionalFullWidthAndSpacedTextSaysTheSame() throws RejectedDocumentException {
    String other =
        REPORT
            .replace("增长", "增長")
            .replace("生产总值", "生產總值")
            .replace("6.2%", "６．２％")
            .replace("12公里", "12 公里")
            .replace("工作安排", "工作安排 ");
    assertThat(statements(other))
        .extracting(Statement::indicator, Statement::period, Statement::value)
        .isEqualTo(
            statements(REPORT).stream()
                .map(s -> org.assertj.core.groups.Tuple.tuple(s.indicator(), s.period(), s.value()))
                .toList());
  }

  @Test
  void everyNumberIsAccountedFor() throws RejectedDocumentException {
    String text = REPORT + "落实“1+2+8”行动，优化审批流程，为60岁以上老人免费体检。\n";
    List<AccountedNumber> numbers =
        EXTRACTOR.explain(Document.of("清河口县", text), TimeBudget.unlimited());
    assertThat(numbers)
        .allSatisfy(n -> assertThat(n.statements().isEmpty()).isEqualTo(n.reason() != null));
    assertThat(numbers)
        .extracting(AccountedNumber::reason)
        .contains(
            NoStatementReason.DATE, NoStatementReason.NAME, NoStatementReason.POPULATION_SELECTOR);
  }

  @Test
  void maskedTemplatesSayNothing() throws RejectedDocumentException {
    String masked =
        REPORT.replaceAll("[0-9]+\\.[0-9]+(?=[亿%])", "X.X").replaceAll("[0-9]+(?=公里|个)", "XX");
    assertThat(statements(masked)).isEmpty();
  }

  @Test
  void manyThreadsGetTheSame() throws Exception {
    List<String> expected = ids(statements(REPORT));
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        tasks.add(() -> ids(statements(REPORT)));
      }
      for (Future<List<String>> result : pool.invokeAll(tasks)) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  @Timeout(60)
  void aMegabyteWithoutAStopTakesLinearTime() throws RejectedDocumentException {
    StringBuilder line = new StringBuilder(REPORT);
    while (line.length() < 1_000_000) {
      line.append("完成工业投资12亿元增长百分之五点五建成三座桥梁和1");
      line.append("扎实推进各项工作全面见效".repeat(40));
    }
    assertThat(statements(line.toString())).isNotEmpty();
  }

  @Test
  @Timeout(60)
  void moreStatementsThanAnyReportMakesAreRefused() {
    String flood = REPORT + "\n" + "地区生产总值增长5.5%，".repeat(20_000);
    assertThatThrownBy(() -> statements(flood))
        .isInstanceOfSatisfying(
            RejectedDocumentException.class,
            e -> assertThat(e.reason()).isEqualTo(RejectionReason.TOO_LARGE));
  }

  @Test
  void theTimeBudgetEndsTheReading() {
    AtomicLong clock = new AtomicLong();
    TimeBudget budget = TimeBudget.of(Duration.ofNanos(50), clock::incrementAndGet);
    assertThatThrownBy(() -> EXTRACTOR.extract(Document.of("a", REPORT.repeat(40)), budget))
        .isInstanceOfSatisfying(
            RejectedDocumentException.class,
            e -> assertThat(e.reason()).isEqualTo(RejectionReason.TIME_BUDGET_EXCEEDED));
  }

  private static Extraction extract(String content) throws RejectedDocumentException {
    return EXTRACTOR.extract(
        new Document("清河口县", null, null, null, null, null, null, "清河口县", content),
        TimeBudget.unlimited());
  }

  private static List<Statement> statements(String content) throws RejectedDocumentException {
    return extract(content).statements();
  }

  private static List<String> ids(List<Statement> statements) {
    return statements.stream().map(Statement::id).toList();
  }
}
