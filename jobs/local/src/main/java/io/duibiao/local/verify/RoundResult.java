package io.duibiao.local.verify;

import io.duibiao.streaming.options.KafkaOptions.Guarantee;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one round has shown.
 *
 * @param seed gives the same round again
 * @param documents documents, not counting duplicates
 * @param deliveries documents that were sent, duplicates among them
 * @param statements statements of the batch run
 * @param assessments assessments of the batch run
 * @param alerts alerts of the batch run
 * @param guarantee how the jobs delivered
 * @param catalogs catalogs that were published meanwhile
 * @param faults what went wrong, in order
 * @param restarts how often each job failed over
 * @param statuses assessments of the batch run by status and alerts by type and state
 * @param differences everything that is not as the batch run says; empty when all is well
 * @param duration how long it took
 */
public record RoundResult(
    long seed,
    int documents,
    int deliveries,
    int statements,
    int assessments,
    int alerts,
    Guarantee guarantee,
    int catalogs,
    List<Fault> faults,
    int restarts,
    Map<String, Integer> statuses,
    List<Difference> differences,
    Duration duration) {}
