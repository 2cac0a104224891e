package io.duibiao.local.verify;

import io.duibiao.assessment.AssessmentJob;
import io.duibiao.extraction.ExtractionJob;
import io.duibiao.local.service.JobCluster;
import io.duibiao.streaming.job.JobGraph;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Both jobs of one round. */
final class Jobs {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  /** A job that fails over just then can not be stopped, but can soon after. */
  private static final int STOP_ATTEMPTS = 20;

  private static final long RETRY_MILLIS = 300;

  private final JobCluster cluster;
  private final JobOptions options;
  private final String savepoints;
  private final Random random;
  private final List<Running> running = new ArrayList<>();
  private int restarts;

  private record Running(String name, JobGraph graph, JobID id, int parallelism) {}

  Jobs(Surroundings surroundings, JobOptions options, String round, Random random) {
    this.cluster = surroundings.cluster();
    this.options = options;
    this.savepoints = surroundings.directory(round).resolve("savepoints").toUri().toString();
    this.random = random;
  }

  /** Starts both, each with a parallelism of its own. */
  void start() throws Exception {
    submit(ExtractionJob.NAME, ExtractionJob::build, another(0), null);
    submit(AssessmentJob.NAME, AssessmentJob::build, another(0), null);
    awaitRunning();
  }

  private void submit(String name, JobGraph graph, int parallelism, String savepoint)
      throws Exception {
    JobOptions own = options.with(ProcessingOptions.PARALLELISM, Integer.toString(parallelism));
    JobID id = cluster.submit(name, graph, own, savepoint);
    running.add(new Running(name, graph, id, parallelism));
  }

  private int another(int parallelism) {
    int drawn = 1 + random.nextInt(Surroundings.MAX_PARALLELISM);
    return drawn == parallelism ? drawn % Surroundings.MAX_PARALLELISM + 1 : drawn;
  }

  /** The ids of both. */
  List<JobID> ids() {
    return running.stream().map(Running::id).toList();
  }

  /** Waits until every task of both runs. */
  void awaitRunning() throws Exception {
    for (JobID id : ids()) {
      cluster.awaitRunning(id);
    }
  }

  /** Stops both with a savepoint, and lets both go on from it with another parallelism. */
  void restore() throws Exception {
    List<Running> before = List.copyOf(running);
    for (Running job : before) {
      String savepoint = stop(job);
      submit(job.name(), job.graph(), another(job.parallelism()), savepoint);
    }
  }

  /** Stops both for good, side by side. */
  void stop() throws Exception {
    List<CompletableFuture<Void>> stopping = new ArrayList<>();
    for (Running job : List.copyOf(running)) {
      stopping.add(
          CompletableFuture.runAsync(
              () -> {
                try {
                  stop(job);
                } catch (Exception problem) {
                  throw new CompletionException(problem);
                }
              }));
    }
    for (CompletableFuture<Void> each : stopping) {
      each.get();
    }
  }

  private String stop(Running job) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        cluster.awaitRunning(job.id());
        String savepoint = cluster.stop(job.id(), savepoints);
        ended(job);
        return savepoint;
      } catch (Exception problem) {
        if (attempt == STOP_ATTEMPTS || cluster.status(job.id()).isGloballyTerminalState()) {
          throw problem;
        }
        LOG.info("{} can not be stopped now", job.name(), problem);
        TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
      }
    }
  }

  private synchronized void ended(Running job) throws Exception {
    if (cluster.restarts(job.id()) > 0) {
      restarts++;
    }
    running.remove(job);
  }

  /** How many of the jobs that ran have failed over at least once. */
  int restarts() {
    return restarts;
  }

  /** Ends what still runs. */
  void end() throws Exception {
    for (Running job : List.copyOf(running)) {
      cluster.cancel(job.id());
    }
    running.clear();
  }
}
