package io.duibiao.streaming.elasticsearch.internal;

import io.duibiao.streaming.elasticsearch.IndexWrite;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;

/** Buffers documents into batches and makes an exchange of each. */
final class BulkWriter extends AsyncSinkWriter<IndexWrite, IndexWrite> {
  private final RetryPolicy retries;
  private final BulkExchange.Surroundings surroundings;

  @SuppressWarnings("deprecation") // its replacement wants Flink's internal batch creator
  BulkWriter(
      WriterSettings settings,
      WriterInitContext context,
      Collection<BufferedRequestState<IndexWrite>> recovered,
      BulkExchange.Surroundings surroundings) {
    super(
        (write, ignored) -> write,
        context,
        AsyncSinkWriterConfiguration.builder()
            .setMaxBatchSize(settings.bulkMaxRecords())
            .setMaxBatchSizeInBytes(settings.bulkMaxBytes())
            .setMaxInFlightRequests(settings.maxInFlight())
            .setMaxBufferedRequests(settings.maxBuffered())
            .setMaxTimeInBufferMS(settings.flushInterval().toMillis())
            .setMaxRecordSizeInBytes(settings.bulkMaxBytes())
            .setRequestTimeoutMS(settings.requestTimeout().toMillis())
            .setFailOnTimeout(true)
            .build(),
        recovered);
    this.retries = settings.retries();
    this.surroundings = surroundings;
  }

  @Override
  protected void submitRequestEntries(
      List<IndexWrite> batch, ResultHandler<IndexWrite> resultHandler) {
    new BulkExchange(surroundings, retries, resultHandler).start(List.copyOf(batch));
  }

  @Override
  protected long getSizeInBytes(IndexWrite write) {
    return write.sizeInBytes();
  }
}
