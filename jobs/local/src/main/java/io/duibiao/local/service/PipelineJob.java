package io.duibiao.local.service;

import io.duibiao.assessment.AssessmentJob;
import io.duibiao.extraction.ExtractionJob;
import io.duibiao.streaming.job.JobGraph;
import java.util.List;

/**
 * A job to run.
 *
 * @param name its name, also that of its directory; it must stay the same for ever
 * @param graph adds its operators to an environment
 */
record PipelineJob(String name, JobGraph graph) {
  /** Both jobs. */
  static final List<PipelineJob> ALL =
      List.of(
          new PipelineJob(ExtractionJob.NAME, ExtractionJob::build),
          new PipelineJob(AssessmentJob.NAME, AssessmentJob::build));
}
