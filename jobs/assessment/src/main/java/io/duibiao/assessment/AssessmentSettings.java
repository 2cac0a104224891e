package io.duibiao.assessment;

import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.options.JobOptions;
import java.io.Serializable;

/**
 * What the operators need of the job's options.
 *
 * @param assessmentsAlias the index of assessments
 * @param alertsAlias the index of alerts
 */
public record AssessmentSettings(String assessmentsAlias, String alertsAlias)
    implements Serializable {

  /** From the job's options. */
  public static AssessmentSettings of(JobOptions options) {
    return new AssessmentSettings(Index.ASSESSMENTS.alias(options), Index.ALERTS.alias(options));
  }
}
