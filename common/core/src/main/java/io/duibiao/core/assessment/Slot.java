package io.duibiao.core.assessment;

import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;

/** What several statements may say differently: they compete with each other. */
record Slot(String series, StatementKind kind, Measure measure, String period) {
  static Slot of(Statement statement) {
    return new Slot(statement.series(), statement.kind(), statement.measure(), statement.period());
  }
}
