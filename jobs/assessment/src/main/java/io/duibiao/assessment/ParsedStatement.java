package io.duibiao.assessment;

import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.kafka.ConsumedRecord;

/**
 * A statement on its way to the operator that knows its series.
 *
 * @param statement the statement
 * @param origin the record that it was read from, needed whole should it be rejected later
 */
public record ParsedStatement(Statement statement, ConsumedRecord origin) {

  /** The key of the series operator. */
  public String series() {
    return statement.series();
  }
}
