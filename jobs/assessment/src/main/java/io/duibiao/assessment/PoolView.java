package io.duibiao.assessment;

import io.duibiao.core.matching.Counterparts;
import io.duibiao.core.statement.RecordVersion;

/**
 * What one pool has to say to the targets of one series.
 *
 * @param pool the key of the pool
 * @param counterparts what it has to say
 * @param version the records that the pool has consumed by then, whichever series they are of
 */
public record PoolView(String pool, Counterparts counterparts, RecordVersion version) {}
