package io.duibiao.core.assessment;

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
 */
public record Judgement(
    Optional<Assessment> assessment, List<Alert> alerts, SortedSet<String> retracted) {}
