package io.duibiao.assessment;

import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;

/**
 * What the operators need of the job's options.
 *
 * @param assessmentsAlias the index of assessments
 * @param alertsAlias the index of alerts
 * @param transitionsOnly whether the topic of alerts is told only what has changed. Possible only
 *     where it never holds what a failed attempt wrote: under exactly-once
 * @param quietTime how long no statement must come until deadlines are acted on
 * @param matchingDelay how long a pool waits for more before it is matched
 * @param reportingMonths months after the end of a period by which its result is due
 * @param retention how long a series that no record touches is remembered
 * @param clock the time where no statement tells it; serializable
 */
public record AssessmentSettings(
    String assessmentsAlias,
    String alertsAlias,
    boolean transitionsOnly,
    Duration quietTime,
    Duration matchingDelay,
    int reportingMonths,
    Duration retention,
    Clock clock)
    implements Serializable {

  /** From the job's options. */
  public static AssessmentSettings of(JobOptions options, Clock clock) {
    return new AssessmentSettings(
        Index.ASSESSMENTS.alias(options),
        Index.ALERTS.alias(options),
        options.get(KafkaOptions.DELIVERY_GUARANTEE) == KafkaOptions.Guarantee.EXACTLY_ONCE,
        options.get(ProcessingOptions.QUIET_TIME),
        options.get(ProcessingOptions.MATCHING_DELAY),
        options.get(ProcessingOptions.REPORTING_MONTHS),
        options.get(ProcessingOptions.STATE_RETENTION),
        clock);
  }
}
