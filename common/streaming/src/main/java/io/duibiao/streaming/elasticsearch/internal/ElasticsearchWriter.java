package io.duibiao.streaming.elasticsearch.internal;

import io.duibiao.streaming.elasticsearch.DeadLetter;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.util.function.SerializableFunction;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.bulk.BulkResponse;

/**
 * Writes the elements of one subtask: converts them, buries what is too large, and hands the rest
 * to a {@link BulkWriter}.
 *
 * @param <T> type of the elements
 */
public final class ElasticsearchWriter<T>
    implements StatefulSinkWriter<T, BufferedRequestState<IndexWrite>>, BulkExchange.Surroundings {
  private final SerializableFunction<T, IndexWrite> converter;
  private final WriterSettings settings;
  private final DeadLetter deadLetter;
  private final MailboxExecutor mailbox;
  private final ProcessingTimeService time;
  private final WriterMetrics metrics;
  private final BulkClient client;
  private final BulkWriter bulk;

  /**
   * @param converter how an element becomes a document
   * @param settings how to write
   * @param deadLetter who takes what is refused for good
   * @param context the subtask
   * @param recovered what was buffered at the checkpoint
   */
  public ElasticsearchWriter(
      SerializableFunction<T, IndexWrite> converter,
      WriterSettings settings,
      DeadLetter deadLetter,
      WriterInitContext context,
      Collection<BufferedRequestState<IndexWrite>> recovered) {
    this.converter = converter;
    this.settings = settings;
    this.deadLetter = deadLetter;
    this.mailbox = context.getMailboxExecutor();
    this.time = context.getProcessingTimeService();
    this.metrics = new WriterMetrics(context.metricGroup());
    this.client = new BulkClient(settings.connection());
    try {
      deadLetter.open();
      this.bulk = new BulkWriter(settings, context, fitting(recovered), this);
    } catch (IOException e) {
      closeQuietly(e);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      closeQuietly(e);
      throw e;
    }
  }

  /** After a failed start nobody else closes what was opened. */
  private void closeQuietly(Exception reason) {
    try {
      deadLetter.close();
      client.close();
    } catch (IOException | RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    IndexWrite write = converter.apply(element);
    if (fits(write)) {
      bulk.write(write, context);
    }
  }

  /** Buries what is too large. */
  private boolean fits(IndexWrite write) throws IOException {
    if (write.sizeInBytes() <= settings.bulkMaxBytes()) {
      return true;
    }
    String size =
        write.deletes()
            ? "deleting it takes " + write.sizeInBytes()
            : "the document has " + write.json().length;
    bury(write, size + " bytes, a request may have " + settings.bulkMaxBytes());
    return false;
  }

  /** The limit may be smaller now than when the checkpoint was taken. */
  private List<BufferedRequestState<IndexWrite>> fitting(
      Collection<BufferedRequestState<IndexWrite>> recovered) throws IOException {
    List<BufferedRequestState<IndexWrite>> kept = new ArrayList<>();
    for (BufferedRequestState<IndexWrite> state : recovered) {
      List<RequestEntryWrapper<IndexWrite>> entries = new ArrayList<>();
      for (RequestEntryWrapper<IndexWrite> entry : state.getBufferedRequestEntries()) {
        if (fits(entry.getRequestEntry())) {
          entries.add(
              new RequestEntryWrapper<>(
                  entry.getRequestEntry(), entry.getRequestEntry().sizeInBytes()));
        }
      }
      kept.add(new BufferedRequestState<>(entries));
    }
    return kept;
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    bulk.flush(endOfInput);
    deadLetter.flush();
  }

  @Override
  public List<BufferedRequestState<IndexWrite>> snapshotState(long checkpointId) {
    return bulk.snapshotState(checkpointId);
  }

  @Override
  public void close() throws IOException {
    try {
      bulk.close();
      deadLetter.close();
    } finally {
      client.close();
    }
  }

  @Override
  public void send(List<IndexWrite> writes, ActionListener<BulkResponse> listener) {
    client.send(writes, listener);
  }

  @Override
  public void onTaskThread(BulkExchange.TaskAction action, String description) {
    try {
      mailbox.execute(action::run, description);
    } catch (RejectedExecutionException e) {
      // The subtask has ended; its successor starts from the checkpoint.
    }
  }

  @Override
  public void later(Duration delay, BulkExchange.TaskAction action) {
    time.registerTimer(
        time.getCurrentProcessingTime() + delay.toMillis(), timestamp -> action.run());
  }

  @Override
  public void bury(IndexWrite write, String detail) throws IOException {
    metrics.poison();
    deadLetter.accept(write, detail);
  }

  @Override
  public WriterMetrics metrics() {
    return metrics;
  }

  @Override
  public String server() {
    return settings.connection().toString();
  }
}
