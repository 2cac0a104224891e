package io.duibiao.assessment;

import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.kafka.ConsumedRecord;

/**
 * A statement on its way to the operator that knows its series.
 *
 * @param series the key of a series that it is evidence in: its own, or one whose targets are
 *     measured by it
 * @param statement the statement
 * @param origin the record that it was read from, needed whole should it be rejected later
 */
public record ParsedStatement(String series, Statement statement, ConsumedRecord origin) {}
