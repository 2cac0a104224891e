package io.duibiao.assessment;

import io.duibiao.core.matching.Pool;
import io.duibiao.core.statement.Statement;

/**
 * A statement on its way to the operator that knows its pool.
 *
 * @param pool the key of the pool, see {@link Pool#keyOf}
 * @param statement the statement
 * @param timestamp that of its record, in milliseconds since 1970
 */
public record PooledStatement(String pool, Statement statement, long timestamp) {}
