package io.duibiao.assessment;

import io.duibiao.core.assessment.SeriesHistory;
import java.time.Instant;

/**
 * What is remembered of a series.
 *
 * @param history its evidence
 * @param touchedAt when a record last touched it: the timestamp of the record, at most the clock of
 *     that time
 */
public record SeriesMemory(SeriesHistory history, Instant touchedAt) {}
