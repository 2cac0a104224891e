package io.duibiao.local.service;

import io.duibiao.local.file.Trees;
import io.duibiao.streaming.job.JobLauncher;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Flink cluster with its web UI in this process, and the jobs on it. Each job goes on from its
 * latest checkpoint or savepoint, and is stopped with a savepoint.
 */
final class FlinkService implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(FlinkService.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration STARTED = Duration.ofMinutes(2);
  private static final Duration SAVED = Duration.ofSeconds(20);
  private static final Duration CANCELLED = Duration.ofSeconds(5);
  private static final Duration CLOSED = Duration.ofSeconds(5);
  private static final long POLL_MILLIS = 200;
  private static final long WATCH_MILLIS = 1000;

  private final List<PipelineJob> jobs;
  private final JobOptions options;
  private final Path directory;
  private final int uiPort;
  private final Consumer<String> progress;
  private final Map<PipelineJob, JobID> running = new LinkedHashMap<>();
  private final Map<PipelineJob, String> restored = new LinkedHashMap<>();
  private final List<Path> superseded = new ArrayList<>();
  private MiniCluster cluster;

  /**
   * @param jobs what to run
   * @param properties the options of the jobs, the directory and the port
   * @param progress takes what a person should know while it runs
   */
  FlinkService(List<PipelineJob> jobs, Properties properties, Consumer<String> progress) {
    this.jobs = jobs;
    this.directory = Path.of(properties.getProperty(FlinkProperties.DIRECTORY));
    this.uiPort = Integer.parseInt(properties.getProperty(FlinkProperties.UI_PORT));
    this.progress = progress;
    Map<String, String> given = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (!key.startsWith(FlinkProperties.PREFIX)) {
        given.put(key, properties.getProperty(key));
      }
    }
    this.options = JobOptions.of(given);
  }

  @Override
  public void start() throws Exception {
    MiniCluster starting = new MiniCluster(clusterConfiguration());
    synchronized (this) {
      cluster = starting;
    }
    starting.start();
    for (PipelineJob job : jobs) {
      submit(job);
    }
    awaitRunning();
    // Only now is it known that the jobs can go on from what is kept.
    for (Path directory : superseded) {
      Trees.delete(directory);
    }
  }

  @Override
  public void await() throws ServiceException, InterruptedException {
    Map<PipelineJob, JobStatus> seen = new LinkedHashMap<>();
    while (true) {
      for (Map.Entry<PipelineJob, JobID> entry : running.entrySet()) {
        JobStatus status = status(entry.getValue());
        JobStatus before = seen.put(entry.getKey(), status);
        if (status.isGloballyTerminalState()) {
          throw new ServiceException(ended(entry.getKey(), entry.getValue(), status));
        }
        if (before != null && before != status) {
          progress.accept(entry.getKey().name() + " job " + status.name().toLowerCase(Locale.ROOT));
        }
      }
      TimeUnit.MILLISECONDS.sleep(WATCH_MILLIS);
    }
  }

  @Override
  public void stop() throws Exception {
    MiniCluster started;
    synchronized (this) {
      started = cluster;
    }
    if (started == null) {
      return;
    }
    Map<PipelineJob, CompletableFuture<String>> saving = new LinkedHashMap<>();
    running.forEach(
        (job, id) ->
            saving.put(
                job,
                started.stopWithSavepoint(
                    id,
                    directoryOf(job).toUri().toString(),
                    false,
                    SavepointFormatType.CANONICAL)));
    long deadline = System.nanoTime() + SAVED.toNanos();
    for (Map.Entry<PipelineJob, CompletableFuture<String>> entry : saving.entrySet()) {
      try {
        String path =
            entry.getValue().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        LOG.info("{} stopped with {}", entry.getKey().name(), path);
      } catch (ExecutionException | TimeoutException problem) {
        // Its latest checkpoint is kept, and the next start goes on from there.
        LOG.warn("{} could not be stopped with a savepoint", entry.getKey().name(), problem);
        cancel(started, running.get(entry.getKey()));
      }
    }
    started.closeAsync().get(CLOSED.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void cancel(MiniCluster cluster, JobID id) throws InterruptedException {
    try {
      cluster.cancelJob(id).get(CANCELLED.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException problem) {
      LOG.warn("job {} could not be cancelled", id, problem);
    }
  }

  private MiniClusterConfiguration clusterConfiguration() throws IOException {
    Path temporary = directory.resolve("tmp");
    // A process that was killed leaves its files there.
    Trees.delete(temporary);
    Files.createDirectories(temporary);
    Configuration flink = new Configuration();
    flink.set(RestOptions.ADDRESS, LOOPBACK);
    flink.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    flink.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    flink.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    flink.set(RestOptions.PORT, uiPort);
    flink.set(RestOptions.BIND_PORT, Integer.toString(uiPort));
    // Whoever can open the page of a cluster that takes jars can run anything on this machine.
    flink.set(WebOptions.SUBMIT_ENABLE, false);
    flink.set(WebOptions.CANCEL_ENABLE, false);
    flink.set(CoreOptions.TMP_DIRS, temporary.toString());
    flink.set(BlobServerOptions.STORAGE_DIRECTORY, temporary.toString());
    // State is kept on the heap.
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(flink)
        .setCommonBindAddress(LOOPBACK)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(jobs.size() * options.get(ProcessingOptions.PARALLELISM))
        .build();
  }

  private void submit(PipelineJob job) throws Exception {
    Path own = Files.createDirectories(directoryOf(job));
    JobOptions jobOptions =
        options.with(ProcessingOptions.CHECKPOINT_DIRECTORY, own.toUri().toString());
    StreamExecutionEnvironment environment =
        JobLauncher.environment(
            jobOptions, job.graph(), StreamExecutionEnvironment::getExecutionEnvironment);
    StreamGraph graph = environment.getStreamGraph();
    graph.setJobName(job.name());
    Optional<LatestCheckpoint> latest = readable(job, own);
    if (latest.isPresent()) {
      String path = latest.get().directory().toUri().toString();
      LOG.info("{} goes on from {}", job.name(), path);
      restored.put(job, path);
      superseded.addAll(latest.get().others(own));
      graph.setSavepointRestoreSettings(
          SavepointRestoreSettings.forPath(path, false, RecoveryClaimMode.CLAIM));
    }
    JobID id = cluster.submitJob(graph.getJobGraph()).get().getJobID();
    running.put(job, id);
  }

  /**
   * The latest one that can be read: a disk may have filled up, or a file been lost. What an older
   * one does not know is read from Kafka again.
   *
   * @return empty when the job has never run
   * @throws ServiceException when there are some and none can be read
   */
  private Optional<LatestCheckpoint> readable(PipelineJob job, Path own)
      throws IOException, ServiceException {
    List<LatestCheckpoint> kept = LatestCheckpoint.all(own);
    String problem = null;
    for (LatestCheckpoint checkpoint : kept) {
      Optional<String> unreadable = CheckpointFiles.problem(checkpoint.directory());
      if (unreadable.isEmpty()) {
        if (problem != null) {
          progress.accept(
              job.name() + " job goes on from an older checkpoint, since of the latest " + problem);
        }
        return Optional.of(checkpoint);
      }
      problem = unreadable.get();
      LOG.warn("{} can not be used: {}", checkpoint.directory(), problem);
      superseded.add(checkpoint.directory());
    }
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    throw new ServiceException(
        "the "
            + job.name()
            + " job can not go on: of all that is kept of it "
            + problem
            + "; up --fresh starts anew without it");
  }

  private Path directoryOf(PipelineJob job) {
    return directory.resolve("state").resolve(job.name());
  }

  private void awaitRunning() throws Exception {
    long deadline = System.nanoTime() + STARTED.toNanos();
    List<PipelineJob> waiting = new ArrayList<>(running.keySet());
    while (!waiting.isEmpty()) {
      PipelineJob job = waiting.get(0);
      JobID id = running.get(job);
      JobStatus status = status(id);
      if (status.isGloballyTerminalState()) {
        throw new ServiceException(ended(job, id, status));
      }
      if (status == JobStatus.RUNNING && allTasksRun(cluster.getExecutionGraph(id).get())) {
        waiting.remove(0);
      } else if (System.nanoTime() > deadline) {
        throw new ServiceException(
            "the " + job.name() + " job does not run after " + STARTED.toSeconds() + " s");
      } else {
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
    }
  }

  static boolean allTasksRun(AccessExecutionGraph graph) {
    for (var vertex : graph.getAllExecutionVertices()) {
      if (vertex.getExecutionState() != ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }

  private JobStatus status(JobID id) throws InterruptedException, ServiceException {
    try {
      return cluster.getJobStatus(id).get();
    } catch (ExecutionException problem) {
      LOG.error("the cluster does not answer", problem);
      throw new ServiceException("the Flink cluster does not answer");
    }
  }

  private String ended(PipelineJob job, JobID id, JobStatus status) throws InterruptedException {
    try {
      JobResult result = cluster.requestJobResult(id).get();
      result
          .getSerializedThrowable()
          .ifPresent(problem -> LOG.error("the {} job ended", job.name(), problem));
    } catch (ExecutionException problem) {
      LOG.error("the {} job ended without a result", job.name(), problem);
    }
    String ended = "the " + job.name() + " job ended: " + status.name().toLowerCase(Locale.ROOT);
    if (!restored.containsKey(job)) {
      return ended;
    }
    // What a version of this program kept may be unreadable to a later one.
    return ended + "; it had gone on from what was kept, up --fresh starts anew without it";
  }
}
