package io.duibiao.streaming.job;

import io.duibiao.streaming.options.JobOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job as a function: adds its operators to an environment and executes nothing. */
@FunctionalInterface
public interface JobGraph {
  /**
   * Adds sources, operators and sinks.
   *
   * @param env an environment that has been configured with the same options
   * @param options the job's options
   */
  void addTo(StreamExecutionEnvironment env, JobOptions options);
}
