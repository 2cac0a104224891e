package io.duibiao.streaming.elasticsearch;

import io.duibiao.streaming.elasticsearch.internal.ElasticsearchWriter;
import io.duibiao.streaming.elasticsearch.internal.IndexWriteStateSerializer;
import io.duibiao.streaming.elasticsearch.internal.RetryPolicy;
import io.duibiao.streaming.elasticsearch.internal.WriterSettings;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Puts whole documents into Elasticsearch 7.17 or 8.x through its bulk API, each under its own id
 * and an external version.
 *
 * <p><b>Guarantee.</b> At least once, and because a document's id and version are its own, repeats
 * leave the index as it is: the content converges to the document with the largest version of each
 * id.
 *
 * <p><b>Order.</b> Requests under way, retries and restarts may bring the documents of one id out
 * of order. The version type {@code external_gte} makes that safe: Elasticsearch refuses a document
 * with a smaller version than the one it has (409), and the refusal is success, counted as a
 * conflict. Documents of one id with equal versions overwrite each other, so a version must grow
 * with the content's source.
 *
 * <p><b>Outcomes.</b> A document that Elasticsearch can not index (400), or that is too large, goes
 * to the {@link DeadLetter}. 429, 5xx and connection errors are sent again after a growing wait, a
 * bounded number of times; then the job fails and its restart strategy takes over. 401, 403, a
 * missing alias or a closed index fail the job at once. A request that is too large as a whole
 * (413) is split.
 *
 * <p><b>Checkpoints</b> wait for requests under way, including their retries; what is only buffered
 * becomes state.
 *
 * <p><b>Metrics</b> of each subtask, in the group {@code elasticsearch}: {@code written}, {@code
 * conflicts}, {@code retries} (records sent again), {@code poison} (dead letters).
 *
 * @param <T> type of the elements
 */
public final class ElasticsearchSink<T> extends AsyncSinkBase<T, IndexWrite> {
  private static final long serialVersionUID = 1L;

  private final SerializableFunction<T, IndexWrite> converter;
  private final WriterSettings settings;
  private final DeadLetter deadLetter;

  private ElasticsearchSink(Builder<T> builder, WriterSettings settings) {
    super(
        converting(builder.converter),
        settings.bulkMaxRecords(),
        settings.maxInFlight(),
        settings.maxBuffered(),
        settings.bulkMaxBytes(),
        settings.flushInterval().toMillis(),
        settings.bulkMaxBytes(),
        settings.requestTimeout().toMillis(),
        true);
    this.converter = builder.converter;
    this.settings = settings;
    this.deadLetter = builder.deadLetter;
  }

  /** Static, so that the lambda holds on to nothing else: it travels with the job graph. */
  private static <T> ElementConverter<T, IndexWrite> converting(
      SerializableFunction<T, IndexWrite> function) {
    return (element, context) -> function.apply(element);
  }

  /** A sink with the options {@code elasticsearch.*}. */
  public static <T> Builder<T> builder(JobOptions options) {
    return new Builder<>(options);
  }

  @Override
  public StatefulSinkWriter<T, BufferedRequestState<IndexWrite>> createWriter(
      WriterInitContext context) {
    return restoreWriter(context, List.of());
  }

  @Override
  public StatefulSinkWriter<T, BufferedRequestState<IndexWrite>> restoreWriter(
      WriterInitContext context, Collection<BufferedRequestState<IndexWrite>> recovered) {
    return new ElasticsearchWriter<>(converter, settings, deadLetter, context, recovered);
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<IndexWrite>> getWriterStateSerializer() {
    return new IndexWriteStateSerializer();
  }

  /**
   * Builds a sink.
   *
   * @param <T> type of the elements
   */
  public static final class Builder<T> {
    private final JobOptions options;
    private SerializableFunction<T, IndexWrite> converter;
    private DeadLetter deadLetter;

    private Builder(JobOptions options) {
      this.options = options;
    }

    /** How an element becomes a document. Required; must not throw. */
    public Builder<T> converter(SerializableFunction<T, IndexWrite> elementConverter) {
      this.converter = elementConverter;
      return this;
    }

    /** Who takes what Elasticsearch refuses for good. Required. */
    public Builder<T> deadLetter(DeadLetter handler) {
      this.deadLetter = handler;
      return this;
    }

    /** The sink. */
    public ElasticsearchSink<T> build() {
      Objects.requireNonNull(converter, "converter");
      Objects.requireNonNull(deadLetter, "deadLetter");
      ElasticsearchConnection connection = ElasticsearchConnection.of(options);
      RetryPolicy retries =
          new RetryPolicy(
              options.get(ElasticsearchOptions.MAX_ATTEMPTS),
              options.get(ElasticsearchOptions.INITIAL_BACKOFF),
              options.get(ElasticsearchOptions.MAX_BACKOFF));
      Duration longest = retries.longest(connection.requestTimeout());
      return new ElasticsearchSink<>(
          this,
          new WriterSettings(
              connection,
              retries,
              options.get(ElasticsearchOptions.BULK_MAX_RECORDS),
              options.get(ElasticsearchOptions.BULK_MAX_SIZE).getBytes(),
              options.get(ElasticsearchOptions.MAX_IN_FLIGHT),
              options.get(ElasticsearchOptions.FLUSH_INTERVAL),
              longest));
    }
  }
}
