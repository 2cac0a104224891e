package io.duibiao.streaming.elasticsearch.internal;

import io.duibiao.streaming.elasticsearch.IndexWrite;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.bulk.BulkItemResponse;
import org.elasticsearch.action.bulk.BulkResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch on its way, with its retries and splits, until every document is written, superseded or
 * a dead letter. The batch counts as one request under way all the time, which is what bounds the
 * load on an Elasticsearch that is down and keeps attempts out of the state. All methods run on the
 * subtask's thread; answers are brought there by {@link Surroundings#onTaskThread}.
 */
final class BulkExchange {
  private static final Logger LOG = LoggerFactory.getLogger(BulkExchange.class);

  /** What an exchange needs from its writer. */
  interface Surroundings {
    /** Sends; the listener is called on any thread. */
    void send(List<IndexWrite> writes, ActionListener<BulkResponse> listener);

    /** Runs the action on the subtask's thread, or never when the subtask is gone. */
    void onTaskThread(TaskAction action, String description);

    /** Runs the action on the subtask's thread after the delay. */
    void later(Duration delay, TaskAction action);

    /** Takes a document that was refused for good. */
    void bury(IndexWrite write, String detail) throws IOException;

    /** Where the numbers go. */
    WriterMetrics metrics();

    /** Names the server in messages. */
    String server();
  }

  /** An action that may fail the subtask. */
  interface TaskAction {
    void run() throws IOException;
  }

  private final Surroundings surroundings;
  private final RetryPolicy retries;
  private final ResultHandler<IndexWrite> handler;
  private int outstanding;
  private boolean failed;

  BulkExchange(Surroundings surroundings, RetryPolicy retries, ResultHandler<IndexWrite> handler) {
    this.surroundings = surroundings;
    this.retries = retries;
    this.handler = handler;
  }

  /** Starts it. */
  void start(List<IndexWrite> batch) {
    outstanding = 1;
    attempt(batch, 1);
  }

  private void attempt(List<IndexWrite> part, int attempts) {
    if (failed) {
      return;
    }
    ActionListener<BulkResponse> listener =
        new ActionListener<>() {
          @Override
          public void onResponse(BulkResponse answer) {
            surroundings.onTaskThread(
                () -> answered(part, attempts, answer), "bulk request answered");
          }

          @Override
          public void onFailure(Exception e) {
            surroundings.onTaskThread(() -> refused(part, attempts, e), "bulk request failed");
          }
        };
    try {
      surroundings.send(part, listener);
    } catch (RuntimeException e) {
      listener.onFailure(e);
    }
  }

  private void answered(List<IndexWrite> part, int attempts, BulkResponse answer)
      throws IOException {
    BulkItemResponse[] items = answer.getItems();
    if (items.length != part.size()) {
      fail(
          "Elasticsearch at "
              + surroundings.server()
              + " answered "
              + items.length
              + " documents of "
              + part.size());
      return;
    }
    List<IndexWrite> again = new ArrayList<>();
    String last = "";
    for (int i = 0; i < items.length; i++) {
      IndexWrite write = part.get(i);
      switch (OutcomeClassifier.ofItem(items[i])) {
        case WRITTEN -> surroundings.metrics().written();
        case SUPERSEDED -> surroundings.metrics().conflict();
        case POISON -> surroundings.bury(write, OutcomeClassifier.sentence(items[i]));
        case RETRYABLE -> {
          again.add(write);
          last = OutcomeClassifier.sentence(items[i]);
        }
        case SPLIT, FATAL -> {
          fail(
              "Elasticsearch at "
                  + surroundings.server()
                  + " accepts nothing for "
                  + write.alias()
                  + ": "
                  + OutcomeClassifier.sentence(items[i]));
          return;
        }
      }
    }
    if (again.isEmpty()) {
      done();
    } else {
      retry(again, attempts, last);
    }
  }

  private void refused(List<IndexWrite> part, int attempts, Exception e) throws IOException {
    String sentence = OutcomeClassifier.sentence(e);
    switch (OutcomeClassifier.ofRequest(e)) {
      case RETRYABLE -> retry(part, attempts, sentence);
      case SPLIT -> {
        if (part.size() == 1) {
          surroundings.bury(part.get(0), sentence);
          done();
        } else {
          int middle = part.size() / 2;
          outstanding++;
          attempt(List.copyOf(part.subList(0, middle)), attempts);
          attempt(List.copyOf(part.subList(middle, part.size())), attempts);
        }
      }
      default ->
          fail("Elasticsearch at " + surroundings.server() + " accepts nothing: " + sentence);
    }
  }

  private void retry(List<IndexWrite> again, int attempts, String last) {
    if (!retries.allowsAnother(attempts)) {
      fail(
          "Elasticsearch at "
              + surroundings.server()
              + " did not take "
              + again.size()
              + " documents in "
              + attempts
              + " attempts; the last answer: "
              + last);
      return;
    }
    Duration delay = retries.backoff(attempts);
    LOG.warn(
        "Elasticsearch at {} did not take {} documents, attempt {} of {}, next in {} ms: {}",
        surroundings.server(),
        again.size(),
        attempts,
        retries.maxAttempts(),
        delay.toMillis(),
        last);
    surroundings.metrics().retries(again.size());
    surroundings.later(delay, () -> attempt(again, attempts + 1));
  }

  private void done() {
    if (--outstanding == 0 && !failed) {
      handler.complete();
    }
  }

  private void fail(String message) {
    failed = true;
    handler.completeExceptionally(new IOException(message));
  }
}
