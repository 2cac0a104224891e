package io.duibiao.local.verify;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes things go wrong while documents are under way. */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final Duration TRAPPED = Duration.ofSeconds(10);

  private final Surroundings surroundings;
  private final Jobs jobs;
  private final Random random;
  private long calmAt = System.nanoTime();

  Faults(Surroundings surroundings, Jobs jobs, Random random) {
    this.surroundings = surroundings;
    this.jobs = jobs;
    this.random = random;
  }

  /** Sends documents. */
  interface Sending {
    /** Sends them all. */
    void send() throws Exception;
  }

  /**
   * Sends documents and lets something go wrong meanwhile or shortly after.
   *
   * @param fault what, or null for nothing
   */
  void inject(Fault fault, Sending sending) throws Exception {
    if (fault == null) {
      sending.send();
      return;
    }
    switch (fault) {
      case TASK_FAILURE -> failTask(sending);
      case TASKMANAGER_LOSS -> {
        sending.send();
        pause(600);
        jobs.awaitRunning();
        checkpoint();
        surroundings.cluster().loseTaskManagers(1 + random.nextInt(2));
      }
      case ELASTICSEARCH_UNREACHABLE -> {
        Duration duration = millis(500, 2000);
        surroundings.proxy().unreachable(duration, new Random(random.nextLong()));
        sending.send();
        calm(duration);
      }
      case ELASTICSEARCH_BUSY -> {
        Duration duration = millis(500, 2000);
        surroundings.proxy().busy(duration, new Random(random.nextLong()));
        sending.send();
        calm(duration);
      }
      case ELASTICSEARCH_DOWN -> {
        sending.send();
        pause(600);
        surroundings.restartElasticsearch(random.nextInt(2000));
      }
      case BROKER_RESTART -> {
        sending.send();
        pause(600);
        surroundings.restartBroker(random.nextBoolean());
      }
      case SAVEPOINT_RESTORE -> {
        sending.send();
        pause(600);
        jobs.restore();
      }
    }
  }

  /**
   * A bulk request is held back, so that a checkpoint which begins now has to wait for it, and is
   * then refused for good, which fails the subtask that had sent it.
   */
  private void failTask(Sending sending) throws Exception {
    ElasticsearchProxy.Trap trap = surroundings.proxy().trap();
    sending.send();
    if (trap.awaitRequest(TRAPPED)) {
      checkpoint();
      pause(300);
    } else {
      surroundings.proxy().disarm();
      LOG.warn("no request came that could be refused");
    }
    trap.release();
  }

  /** Begins a checkpoint of both jobs; that it does not end well is what is wanted. */
  private void checkpoint() {
    for (JobID id : jobs.ids()) {
      surroundings.cluster().triggerCheckpoint(id);
    }
  }

  private void calm(Duration duration) {
    calmAt = Math.max(calmAt, System.nanoTime() + duration.toNanos());
  }

  /** Waits until nothing goes wrong any more. */
  void finish() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(Math.max(0, calmAt - System.nanoTime()));
  }

  private void pause(int mostMillis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextInt(mostMillis));
  }

  private Duration millis(int least, int most) {
    return Duration.ofMillis(least + random.nextInt(most - least));
  }
}
