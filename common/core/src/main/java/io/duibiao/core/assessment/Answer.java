package io.duibiao.core.assessment;

import io.duibiao.core.statement.Statement;
import java.util.List;

/**
 * What stands against a target.
 *
 * @param side the number to compare, in the measure of the target
 * @param statement the statement that gives it, or from which it mainly follows
 * @param others further statements that it follows from
 * @param basis direct or derived
 * @param arithmetic how it follows, in Chinese, or empty when direct
 */
record Answer(
    Comparison.Side side,
    Statement statement,
    List<Statement> others,
    Basis basis,
    String arithmetic) {
  static Answer direct(Statement result) {
    return new Answer(side(result), result, List.of(), Basis.DIRECT, "");
  }

  static Comparison.Side side(Statement statement) {
    return new Comparison.Side(
        statement.op(), statement.value(), statement.high(), statement.unit());
  }
}
