package io.duibiao.local.service;

import io.duibiao.streaming.job.JobGraph;
import io.duibiao.streaming.job.JobLauncher;
import io.duibiao.streaming.options.JobOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A Flink cluster in this process that things can go wrong on: it can lose its task managers, and
 * its jobs are stopped with a savepoint and go on from it with other options.
 */
public final class JobCluster implements AutoCloseable {
  private static final int TASK_MANAGERS = 2;
  private static final long POLL_MILLIS = 50;

  private final MiniCluster cluster;
  private final Duration patience;

  /** The numbers of those that are there; Flink counts on and on, and gives none twice. */
  private final Deque<Integer> taskManagers = new ArrayDeque<>();

  private int nextTaskManager;

  private JobCluster(MiniCluster cluster, Duration patience) {
    this.cluster = cluster;
    this.patience = patience;
    for (int i = 0; i < TASK_MANAGERS; i++) {
      taskManagers.add(nextTaskManager++);
    }
  }

  /**
   * Starts one with two task managers.
   *
   * @param slots subtasks that each task manager takes
   * @param patience how long any answer, and any state that is waited for, may take
   */
  public static JobCluster start(int slots, Duration patience) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    // State is kept on the heap.
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(TASK_MANAGERS)
                .setNumSlotsPerTaskManager(slots)
                .build());
    cluster.start();
    return new JobCluster(cluster, patience);
  }

  /**
   * Submits a job built just as its main class does.
   *
   * @param savepoint where it goes on, or null where it begins
   */
  public JobID submit(String name, JobGraph job, JobOptions options, String savepoint)
      throws Exception {
    var streamGraph =
        JobLauncher.environment(options, job, StreamExecutionEnvironment::getExecutionEnvironment)
            .getStreamGraph();
    streamGraph.setJobName(name);
    var graph = streamGraph.getJobGraph();
    if (savepoint != null) {
      graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint, false));
    }
    return await(cluster.submitJob(graph)).getJobID();
  }

  /** Begins a checkpoint of a job; completes when it has, exceptionally when it fails. */
  public CompletableFuture<Void> triggerCheckpoint(JobID job) {
    return cluster.triggerCheckpoint(job, CheckpointType.FULL).thenAccept(id -> {});
  }

  /** Takes some of the task managers away and puts new ones in their place. */
  public void loseTaskManagers(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      await(cluster.terminateTaskManager(taskManagers.remove()));
    }
    for (int i = 0; i < count; i++) {
      cluster.startTaskManager();
      taskManagers.add(nextTaskManager++);
    }
  }

  /** Stops a job gracefully and returns the path of its savepoint. */
  public String stop(JobID job, String directory) throws Exception {
    return await(cluster.stopWithSavepoint(job, directory, false, SavepointFormatType.CANONICAL));
  }

  /** Ends a job at once, and returns when it has ended. */
  public void cancel(JobID job) throws Exception {
    if (!status(job).isGloballyTerminalState()) {
      await(cluster.cancelJob(job));
      await(cluster.requestJobResult(job));
    }
  }

  /**
   * Waits until every task of a job runs.
   *
   * @throws TimeoutException when they do not in time, or when the job has ended
   */
  public void awaitRunning(JobID job) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!runs(job)) {
      if (System.nanoTime() > deadline || status(job).isGloballyTerminalState()) {
        throw new TimeoutException("job " + job + " is " + status(job));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  /** Waits until a job that has failed runs again. */
  public void awaitRestarted(JobID job) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (restarts(job) == 0) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("job " + job + " has not failed");
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    awaitRunning(job);
  }

  private boolean runs(JobID job) throws Exception {
    return status(job) == JobStatus.RUNNING
        && FlinkService.allTasksRun(await(cluster.getExecutionGraph(job)));
  }

  /** When a job last started again, in milliseconds since 1970; 0 when it never failed. */
  public long restarts(JobID job) throws Exception {
    return await(cluster.getExecutionGraph(job)).getStatusTimestamp(JobStatus.RESTARTING);
  }

  /** What a job is doing. */
  public JobStatus status(JobID job) throws Exception {
    return await(cluster.getJobStatus(job));
  }

  private <T> T await(CompletableFuture<T> future) throws Exception {
    try {
      return future.get(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException problem) {
      throw problem.getCause() instanceof Exception cause ? cause : problem;
    }
  }

  @Override
  public void close() throws Exception {
    await(cluster.closeAsync());
  }
}
