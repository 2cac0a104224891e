package io.duibiao.core.assessment;

import io.duibiao.core.statement.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An assessment in the making. */
final class Draft {
  private final String group;
  private final Statement subject;
  private final TreeSet<String> evidence = new TreeSet<>();
  private final TreeSet<String> disputed = new TreeSet<>();
  private Instant dueAt;
  private Statement target;
  private Comparison.Side targetSide;
  private Statement first;
  private Statement result;
  private Comparison.Side resultSide;
  private Basis basis;
  private Comparison comparison;
  private Severity severity;
  private BigDecimal progress;

  /**
   * @param group the group of the indicator
   * @param subject a statement of the measure and period that is judged
   */
  Draft(String group, Statement subject) {
    this.group = group;
    this.subject = subject;
  }

  Draft target(Statement statement, Instant due) {
    target = statement;
    targetSide = statement.comparand() == null ? Answer.side(statement) : null;
    dueAt = due;
    evidence.add(statement.id());
    return this;
  }

  /** What a target amounts to that is measured by another indicator. */
  Draft targetSide(Comparison.Side side) {
    targetSide = side;
    return this;
  }

  Draft firstTarget(Statement statement) {
    first = statement;
    evidence.add(statement.id());
    return this;
  }

  Draft result(Statement statement) {
    result = statement;
    resultSide = Answer.side(statement);
    evidence.add(statement.id());
    return this;
  }

  Draft answer(Answer answer, Comparison compared) {
    result = answer.statement();
    resultSide = answer.side();
    basis = answer.basis();
    comparison = compared;
    severity = compared == null ? null : compared.severity();
    evidence.add(result.id());
    return evidence(answer.others());
  }

  Draft claim(Statement statement) {
    result = statement;
    basis = Basis.CLAIM;
    evidence.add(statement.id());
    return this;
  }

  Draft severity(Severity worst) {
    severity = worst;
    return this;
  }

  Draft progress(BigDecimal percent) {
    progress = percent;
    return this;
  }

  Draft evidence(Collection<Statement> statements) {
    statements.forEach(s -> evidence.add(s.id()));
    return this;
  }

  Draft disputed(Collection<Statement> statements) {
    statements.forEach(s -> disputed.add(s.id()));
    return this;
  }

  Verdict verdict(AssessmentStatus status, String explanation) {
    boolean compared = comparison != null;
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
            targetSide == null ? null : targetSide.op(),
            targetSide == null ? null : targetSide.value(),
            targetSide == null ? null : targetSide.high(),
            targetSide == null ? null : targetSide.unit(),
            target == null ? null : target.number(),
            target == null ? null : target.quote(),
            target == null ? null : target.documentId(),
            target == null ? null : target.start(),
            target == null ? null : target.end(),
            first == null ? null : first.op(),
            first == null ? null : first.value(),
            first == null ? null : first.high(),
            first == null ? null : first.unit(),
            first == null ? null : first.number(),
            first == null ? null : first.quote(),
            first == null ? null : first.documentId(),
            resultSide == null ? null : resultSide.op(),
            resultSide == null ? null : resultSide.value(),
            resultSide == null ? null : resultSide.high(),
            resultSide == null ? null : resultSide.unit(),
            result == null ? null : result.number(),
            result == null ? null : result.quote(),
            result == null ? null : result.documentId(),
            result == null ? null : result.start(),
            result == null ? null : result.end(),
            status,
            compared ? comparison.margin() : null,
            compared ? marginUnit(targetSide.unit()) : null,
            compared ? comparison.attainment() : null,
            status == AssessmentStatus.MISSED ? severity : null,
            progress,
            basis,
            dueAt,
            explanation,
            new ArrayList<>(evidence),
            new ArrayList<>(disputed),
            Instant.EPOCH,
            0);
    return new Verdict(assessment, severity, target, first, result);
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
