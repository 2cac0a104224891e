package io.duibiao.local.pipeline;

import io.duibiao.streaming.job.JobGraph;
import io.duibiao.streaming.job.JobLauncher;
import io.duibiao.streaming.options.JobOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink cluster of two task managers in this JVM, which can lose one of them. */
final class TestCluster implements AutoCloseable {
  private static final int TASK_MANAGERS = 2;
  private static final int SLOTS = 4;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final MiniCluster cluster;

  private TestCluster(MiniCluster cluster) {
    this.cluster = cluster;
  }

  static TestCluster start() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(TASK_MANAGERS)
                .setNumSlotsPerTaskManager(SLOTS)
                .build());
    cluster.start();
    return new TestCluster(cluster);
  }

  /** Submits a job built just as its main class does. */
  JobID submit(String name, JobGraph job, JobOptions options) throws Exception {
    return submit(name, job, options, SavepointRestoreSettings.none());
  }

  /** Submits a job that goes on where its savepoint ends. */
  JobID resume(String name, JobGraph job, JobOptions options, String savepoint) throws Exception {
    return submit(name, job, options, SavepointRestoreSettings.forPath(savepoint, false));
  }

  private JobID submit(
      String name, JobGraph job, JobOptions options, SavepointRestoreSettings restore)
      throws Exception {
    var streamGraph =
        JobLauncher.environment(options, job, StreamExecutionEnvironment::getExecutionEnvironment)
            .getStreamGraph();
    streamGraph.setJobName(name);
    var graph = streamGraph.getJobGraph();
    graph.setSavepointRestoreSettings(restore);
    return cluster.submitJob(graph).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS).getJobID();
  }

  /** Starts a checkpoint of a job and takes all task managers away while it is under way. */
  void crashDuringCheckpoint(JobID job) throws Exception {
    cluster.triggerCheckpoint(job, CheckpointType.FULL);
    for (int i = 0; i < TASK_MANAGERS; i++) {
      cluster.terminateTaskManager(i).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }
    for (int i = 0; i < TASK_MANAGERS; i++) {
      cluster.startTaskManager();
    }
  }

  /** Waits until a job that has failed runs again. */
  void awaitRestarted(JobID job) throws Exception {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (restartedAt(job) == 0 || status(job) != JobStatus.RUNNING) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("job " + job + " is " + status(job));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** When a job last started again, in milliseconds since 1970; 0 when it never failed. */
  private long restartedAt(JobID job) throws Exception {
    return cluster
        .getExecutionGraph(job)
        .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
        .getStatusTimestamp(JobStatus.RESTARTING);
  }

  /** Stops a job gracefully and returns the path of its savepoint. */
  String stop(JobID job, String directory) throws Exception {
    return cluster
        .stopWithSavepoint(job, directory, false, SavepointFormatType.CANONICAL)
        .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  void awaitRunning(JobID job) throws Exception {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (status(job) != JobStatus.RUNNING) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("job " + job + " is " + status(job));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  JobStatus status(JobID job) throws Exception {
    return cluster.getJobStatus(job).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    try {
      cluster.closeAsync().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
