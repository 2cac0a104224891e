package io.duibiao.local.cli;

import io.duibiao.local.CommandFailure;
import io.duibiao.local.kafka.RejectedDocuments;
import io.duibiao.local.summary.Counts;
import io.duibiao.local.summary.CountsReader;
import io.duibiao.streaming.options.JobOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the numbers every second on a thread of its own and hands them to the view. */
final class CountsWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CountsWatch.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final long JOIN_MILLIS = 5000;

  private final CountsReader reader;
  private final RejectedDocuments rejected;
  private final UpView view;
  private final Thread thread = new Thread(this::run, "counts");
  private volatile boolean closing;
  private volatile boolean readerGone;
  private volatile Counts latest = Counts.NONE;

  CountsWatch(JobOptions options, UpView view) throws CommandFailure, InterruptedException {
    this.reader = new CountsReader(options);
    this.rejected = new RejectedDocuments(options);
    this.view = view;
    thread.setDaemon(true);
    thread.start();
  }

  /** The numbers that were read last. */
  Counts latest() {
    return latest;
  }

  /** Whether nobody reads standard output any more. */
  boolean readerGone() {
    return readerGone;
  }

  @Override
  public void close() throws IOException {
    closing = true;
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    reader.close();
  }

  private void run() {
    try (rejected) {
      while (!closing) {
        update();
      }
    } catch (IOException gone) {
      readerGone = true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void update() throws IOException, InterruptedException {
    try {
      Optional<String> before = rejected.last();
      rejected.update(PERIOD);
      if (!rejected.last().equals(before)) {
        view.problem("rejected " + rejected.last().orElse(""));
      }
      latest = read();
      view.counts(latest, rejected.count());
    } catch (RuntimeException problem) {
      // Such as a broker that is gone: whoever watches the processes tells it.
      LOG.warn("the numbers can not be read", problem);
      Thread.sleep(PERIOD.toMillis());
    }
  }

  /** The numbers, or the former ones while Elasticsearch is too busy to answer. */
  private Counts read() {
    try {
      return reader.read();
    } catch (IOException problem) {
      LOG.warn("Elasticsearch does not answer", problem);
      return latest;
    }
  }
}
