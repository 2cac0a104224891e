package io.duibiao.core.assessment;

import io.duibiao.core.statement.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What an assessment is made of. */
record Draft(
    String group,
    Statement subject,
    Statement target,
    Statement result,
    Answer answer,
    List<Statement> others) {
  Verdict verdict(
      ReportingDeadlines deadlines,
      AssessmentStatus status,
      String explanation,
      Comparison comparison) {
    Comparison.Side side = null;
    if (answer != null) {
      side = answer.side();
    } else if (result != null) {
      side = Answer.side(result);
    }
    List<String> evidence =
        Stream.concat(Stream.of(target, result).filter(s -> s != null), others.stream())
            .map(Statement::id)
            .distinct()
            .sorted()
            .toList();
    Assessment assessment =
        new Assessment(
            subject.assessmentId(),
            subject.regionCode(),
            subject.region(),
            subject.regionPath(),
            subject.indicatorId(),
            subject.indicator(),
            group,
            subject.measure(),
            subject.period(),
            published(target, result),
            target == null ? null : target.op(),
            target == null ? null : target.value(),
            target == null ? null : target.high(),
            target == null ? null : target.unit(),
            target == null ? null : target.number(),
            target == null ? null : target.quote(),
            target == null ? null : target.documentId(),
            target == null ? null : target.start(),
            target == null ? null : target.end(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            side == null ? null : side.op(),
            side == null ? null : side.value(),
            side == null ? null : side.high(),
            side == null ? null : side.unit(),
            result == null ? null : result.number(),
            result == null ? null : result.quote(),
            result == null ? null : result.documentId(),
            result == null ? null : result.start(),
            result == null ? null : result.end(),
            status,
            comparison == null ? null : comparison.margin(),
            comparison == null ? null : marginUnit(target.unit()),
            comparison == null ? null : comparison.attainment(),
            status == AssessmentStatus.MISSED ? comparison.severity() : null,
            null,
            comparison == null ? null : answer.basis(),
            target == null ? null : deadlines.of(subject.period()).orElse(null),
            explanation,
            evidence,
            List.of(),
            Instant.EPOCH,
            0);
    return new Verdict(
        assessment, comparison == null ? null : comparison.severity(), target, result);
  }

  /** The difference of two rates is told in percentage points. */
  private static String marginUnit(String unit) {
    return "%".equals(unit) || "百分点".equals(unit) ? "个百分点" : unit;
  }

  private static Instant published(Statement target, Statement result) {
    return Stream.of(target, result)
        .filter(Objects::nonNull)
        .map(Statement::publishedAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
