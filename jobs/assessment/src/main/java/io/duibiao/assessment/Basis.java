package io.duibiao.assessment;

import io.duibiao.core.statement.RecordVersion;

/**
 * What verdicts rest on beside records.
 *
 * @param catalog what the topic {@code catalog} has changed
 * @param judgedBy what the job was started with
 */
record Basis(CatalogChanges catalog, JudgedBy judgedBy) {
  /** The version of what rests on these records. */
  RecordVersion version(String indicatorId, RecordVersion records) {
    return judgedBy.version(catalog.version(indicatorId, records));
  }

  /** Whether an attempt that judged otherwise may have sent what rests on these records. */
  boolean judgedOtherwise(String indicatorId, RecordVersion records) {
    return catalog.judgedOtherwise(indicatorId) || judgedBy.judgedOtherwise(records);
  }
}
