package io.duibiao.streaming.job;

import io.duibiao.streaming.options.InvalidOptionException;
import io.duibiao.streaming.options.JobOptions;
import java.util.function.Function;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What the main method of every job does: options, environment, graph, execute. */
public final class JobLauncher {
  /**
   * The number of key groups, the upper bound of every operator's parallelism. Savepoints depend on
   * it: changing it makes all earlier ones useless.
   */
  public static final int MAX_PARALLELISM = 128;

  private static final int EXIT_USAGE = 2;
  private static final long MAIN_THREAD = 1;

  private JobLauncher() {}

  /**
   * Runs a job until it ends. A bad option is one line on standard error and exit code 2.
   *
   * @param name name of the job on the cluster
   * @param arguments the command line
   * @param job the job
   * @throws Exception when the job can not be submitted or fails
   */
  public static void main(String name, String[] arguments, JobGraph job) throws Exception {
    StreamExecutionEnvironment env;
    try {
      env =
          environment(
              JobOptions.fromArguments(arguments),
              job,
              StreamExecutionEnvironment::getExecutionEnvironment);
    } catch (InvalidOptionException e) {
      System.err.println(name + ": " + e.getMessage());
      // A cluster that runs this method inside itself is on another thread and must live on.
      if (Thread.currentThread().getId() == MAIN_THREAD) {
        System.exit(EXIT_USAGE);
      }
      throw e;
    }
    env.execute(name);
  }

  /**
   * An environment that is configured and holds the job, ready to be executed or asked for its
   * graph.
   *
   * @param options the job's options
   * @param job the job
   * @param environments makes an environment from Flink's configuration
   */
  public static StreamExecutionEnvironment environment(
      JobOptions options,
      JobGraph job,
      Function<Configuration, StreamExecutionEnvironment> environments) {
    StreamExecutionEnvironment env = environments.apply(options.flinkConfiguration());
    env.setMaxParallelism(MAX_PARALLELISM);
    job.addTo(env, options);
    return env;
  }
}
