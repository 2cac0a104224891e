package io.duibiao.core.assessment;

import io.duibiao.core.statement.Statement;
import java.util.List;

/**
 * What stands against a target.
 *
 * @param side the number to compare, in the measure of the target
 * @param statement the statement that gives it, or from which it mainly follows
 * @param others further statements that it follows from
 * @param contradicting statements of other sources that say something else than {@code statement}
 * @param basis how it answers the target
 * @param arithmetic how it follows, in Chinese, or empty when direct
 */
record Answer(
    Comparison.Side side,
    Statement statement,
    List<Statement> others,
    List<Statement> contradicting,
    Basis basis,
    String arithmetic) {
  static Answer direct(Choice result) {
    return new Answer(
        side(result.statement()),
        result.statement(),
        List.of(),
        result.contradicting(),
        Basis.DIRECT,
        "");
  }

  static Comparison.Side side(Statement statement) {
    return new Comparison.Side(
        statement.op(), statement.value(), statement.high(), statement.unit());
  }
}
