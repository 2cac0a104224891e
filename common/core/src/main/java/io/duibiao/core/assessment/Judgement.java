package io.duibiao.core.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Everything that follows for one measure and period of a series.
 *
 * @param assessment the verdict with version 0, or nothing when no statement of this measure and
 *     period was ever made
 * @param alerts what it has ever raised, at most one of each type, with version 0, sorted by id
 * @param retracted ids of alerts that do not exist, but that an attempt which saw only a part of
 *     the evidence may have sent: whoever keeps alerts deletes these. Overdue alerts are not among
 *     them; who sends those knows which were sent
 * @param deadline when the result of the period is due, if that is after the time of the judgement
 *     and makes a difference: if the assessment is overdue from then on, or turns out to have been.
 *     It does not where the result came in time
 */
public record Judgement(
    Optional<Assessment> assessment,
    List<Alert> alerts,
    SortedSet<String> retracted,
    Optional<Instant> deadline) {}
