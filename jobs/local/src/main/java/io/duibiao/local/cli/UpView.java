package io.duibiao.local.cli;

import io.duibiao.local.summary.Counts;
import io.duibiao.local.supervisor.Instance;
import java.io.IOException;

/** Shows a person what {@code up} is doing. Thread-safe. */
interface UpView extends AutoCloseable {
  /** A process has come to a new state: starting, ready, stopping, stopped, or what it reports. */
  void service(String name, String state) throws IOException;

  /** Everything listens. */
  void addresses(Instance instance) throws IOException;

  /**
   * Documents were published.
   *
   * @param sent how many so far
   * @param failed how many could not be sent so far
   * @param done whether these are all
   */
  void published(int sent, int failed, boolean done) throws IOException;

  /** Something is wrong with one document; the others go on. */
  void problem(String line) throws IOException;

  /** What was found so far. */
  void counts(Counts counts, long rejected) throws IOException;

  /** Everything is over. */
  @Override
  void close();
}
