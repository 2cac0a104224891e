package io.duibiao.streaming.elasticsearch;

import java.io.IOException;
import java.io.Serializable;

/**
 * Takes what Elasticsearch refuses and would refuse again, so that nothing is lost. Each subtask
 * has its own copy; all calls come from the subtask's own thread and may block for a short while.
 */
public interface DeadLetter extends Serializable {
  /**
   * Called once before anything else.
   *
   * @throws IOException when it can not work; the job fails
   */
  default void open() throws IOException {}

  /**
   * Takes one document.
   *
   * @param write the document
   * @param detail why it was refused, one sentence
   * @throws IOException when it can not be kept; the job fails and goes back to its checkpoint
   */
  void accept(IndexWrite write, String detail) throws IOException;

  /**
   * Returns when everything taken is safe; called before each checkpoint completes.
   *
   * @throws IOException when something can not be kept; the job fails and goes back to its
   *     checkpoint
   * @throws InterruptedException when the subtask is cancelled
   */
  default void flush() throws IOException, InterruptedException {}

  /** Called once after everything else. */
  default void close() {}
}
