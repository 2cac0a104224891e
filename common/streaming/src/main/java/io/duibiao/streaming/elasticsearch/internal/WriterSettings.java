package io.duibiao.streaming.elasticsearch.internal;

import io.duibiao.streaming.elasticsearch.ElasticsearchConnection;
import java.io.Serializable;
import java.time.Duration;

/**
 * What a writer needs to know.
 *
 * @param connection how to reach Elasticsearch
 * @param retries how often and when to send again
 * @param bulkMaxRecords records in one request at most
 * @param bulkMaxBytes size of one request at most; a larger record is a dead letter
 * @param maxInFlight requests under way at most
 * @param flushInterval how long a record waits for others at most
 * @param requestTimeout longer than any request with all its retries
 */
public record WriterSettings(
    ElasticsearchConnection connection,
    RetryPolicy retries,
    int bulkMaxRecords,
    long bulkMaxBytes,
    int maxInFlight,
    Duration flushInterval,
    Duration requestTimeout)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How many requests may wait while others are under way. */
  private static final int WAITING_REQUESTS = 4;

  /** Records that may wait; beyond that the sink holds back what comes before it. */
  public int maxBuffered() {
    return bulkMaxRecords * WAITING_REQUESTS + 1;
  }
}
