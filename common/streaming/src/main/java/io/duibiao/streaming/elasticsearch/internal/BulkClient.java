package io.duibiao.streaming.elasticsearch.internal;

import io.duibiao.streaming.elasticsearch.ElasticsearchConnection;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import java.io.IOException;
import java.util.List;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.DocWriteRequest;
import org.elasticsearch.action.bulk.BulkRequest;
import org.elasticsearch.action.bulk.BulkResponse;
import org.elasticsearch.action.delete.DeleteRequest;
import org.elasticsearch.action.index.IndexRequest;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestHighLevelClient;
import org.elasticsearch.index.VersionType;
import org.elasticsearch.xcontent.XContentType;

/** Sends documents. */
@SuppressWarnings("deprecation") // the only client that speaks to 7.17 and 8.x alike
final class BulkClient implements AutoCloseable {
  /**
   * Without this a missing alias would be created as an index with guessed mappings. The client
   * forgets what a bulk request and its parts say about it.
   */
  private static final RequestOptions OPTIONS =
      RequestOptions.DEFAULT.toBuilder().addParameter("require_alias", "true").build();

  private final RestHighLevelClient client;

  BulkClient(ElasticsearchConnection connection) {
    this.client = connection.open();
  }

  /** Calls the listener once, on any thread, the calling one included. */
  void send(List<IndexWrite> writes, ActionListener<BulkResponse> listener) {
    BulkRequest bulk = new BulkRequest();
    for (IndexWrite write : writes) {
      bulk.add(request(write));
    }
    client.bulkAsync(bulk, OPTIONS, listener);
  }

  private static DocWriteRequest<?> request(IndexWrite write) {
    if (write.deletes()) {
      return new DeleteRequest(write.alias(), write.id())
          .versionType(VersionType.EXTERNAL_GTE)
          .version(write.version());
    }
    return new IndexRequest(write.alias())
        .id(write.id())
        .source(write.json(), XContentType.JSON)
        .versionType(VersionType.EXTERNAL_GTE)
        .version(write.version());
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
