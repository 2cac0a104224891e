package io.duibiao.streaming.record;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.AlertTransition;
import io.duibiao.core.assessment.AlertType;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.core.assessment.Basis;
import io.duibiao.core.assessment.Severity;
import io.duibiao.core.document.CleanedDocument;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectionReason;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Records of an invented town. */
public final class Samples {
  public static final Instant TIME = Instant.parse("2024-02-01T08:00:00Z");

  private Samples() {}

  public static Document document() {
    return new Document(
        "http://example.invalid/2024/1.html",
        "http://example.invalid/2024/1.html",
        "青石镇2024年政府工作报告",
        "青石镇人民政府",
        TIME,
        TIME,
        "text/html",
        "青石镇",
        "<p>地区生产总值增长6%左右。</p>");
  }

  public static IndexedDocument indexedDocument() {
    return IndexedDocument.of(
        document(),
        new CleanedDocument(
            "青石镇2024年政府工作报告",
            "青石镇人民政府",
            TIME,
            "000014349/2024-00001",
            "~青石镇",
            "青石镇",
            "青石镇",
            2023,
            2024,
            "地区生产总值增长6%左右。"),
        1,
        "0123abcd",
        1);
  }

  public static Statement statement() {
    return statement(Operator.APPROX, null);
  }

  public static Statement statement(Operator op, BigDecimal high) {
    return new Statement(
        "s1",
        document().id(),
        1,
        document().title(),
        TIME,
        TIME,
        "~青石镇",
        "青石镇",
        "青石镇",
        "gdp",
        "地区生产总值",
        "地区生产总值",
        StatementKind.TARGET,
        "2024",
        Measure.GROWTH,
        op,
        new BigDecimal("6.0"),
        high,
        "%",
        "6%左右",
        "地区生产总值增长6%左右",
        "地区生产总值增长6%左右。",
        8,
        12,
        List.of(),
        null,
        document().url(),
        "00ff00ff00ff00ff",
        false);
  }

  public static Assessment assessment() {
    return new Assessment(
        "~青石镇/gdp/growth/2024",
        "~青石镇",
        "青石镇",
        "青石镇",
        "gdp",
        "地区生产总值",
        "经济",
        Measure.GROWTH,
        "2024",
        TIME,
        Operator.APPROX,
        new BigDecimal("6"),
        null,
        "%",
        "6%左右",
        "地区生产总值增长6%左右",
        document().id(),
        8,
        12,
        Operator.APPROX,
        new BigDecimal("6.5"),
        null,
        "%",
        "6.5%左右",
        "地区生产总值增长6.5%左右",
        document().id(),
        Operator.EQ,
        new BigDecimal("6.3"),
        null,
        "%",
        "6.3%",
        "地区生产总值增长6.3%",
        "http://example.invalid/2025/1.html",
        30,
        34,
        AssessmentStatus.MET,
        new BigDecimal("0.3"),
        "个百分点",
        new BigDecimal("1.05"),
        null,
        new BigDecimal("105"),
        Basis.DIRECT,
        TIME.plusSeconds(40_000_000),
        "目标6%左右，实绩6.3%，完成。",
        List.of("s1", "s2"),
        List.of("s3"),
        TIME,
        1_700_000_000_000L << 20 | 3);
  }

  public static Assessment awaiting() {
    return new Assessment(
        "~青石镇/gdp/growth/2024",
        "~青石镇",
        "青石镇",
        "青石镇",
        "gdp",
        "地区生产总值",
        "经济",
        Measure.GROWTH,
        "2024",
        TIME,
        Operator.APPROX,
        new BigDecimal("6"),
        null,
        "%",
        "6%左右",
        "地区生产总值增长6%左右",
        document().id(),
        8,
        12,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        AssessmentStatus.AWAITING,
        null,
        null,
        null,
        null,
        null,
        null,
        TIME.plusSeconds(40_000_000),
        "尚无实绩。",
        List.of("s1"),
        List.of(),
        TIME,
        1L);
  }

  public static Alert alert() {
    return new Alert(
        "~青石镇/gdp/growth/2024#missed",
        "~青石镇/gdp/growth/2024",
        AlertType.MISSED,
        Severity.MINOR,
        AlertState.RESOLVED,
        AlertTransition.RESOLVED,
        2,
        TIME,
        TIME.plusSeconds(60),
        TIME.plusSeconds(60),
        "青石镇2024年地区生产总值未完成目标。",
        "~青石镇",
        "青石镇",
        "青石镇",
        "gdp",
        "地区生产总值",
        "经济",
        "2024",
        9L);
  }

  public static RejectedDocument rejectedDocument() {
    return RejectedDocument.of(
        RejectionReason.MISSING_CONTENT,
        "field content is missing or empty",
        "documents",
        2,
        17L,
        TIME,
        "d1",
        "{\"id\":\"d1\"}".getBytes(StandardCharsets.UTF_8));
  }

  public static RejectedRecord rejectedRecord() {
    return RejectedRecord.consumed(
        RecordRejectionReason.MALFORMED_JSON,
        "the record is no JSON object",
        "statements",
        0,
        3L,
        TIME,
        "k",
        new byte[] {1, 2, 3});
  }
}
