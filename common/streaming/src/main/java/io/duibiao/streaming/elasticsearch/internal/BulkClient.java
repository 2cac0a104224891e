package io.duibiao.streaming.elasticsearch.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.streaming.elasticsearch.ElasticsearchConnection;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.record.RecordJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.DocWriteRequest;
import org.elasticsearch.action.bulk.BulkRequest;
import org.elasticsearch.action.bulk.BulkResponse;
import org.elasticsearch.action.delete.DeleteRequest;
import org.elasticsearch.action.index.IndexRequest;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestHighLevelClient;
import org.elasticsearch.common.bytes.BytesReference;
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

  private final ExactClient client;

  BulkClient(ElasticsearchConnection connection) {
    this.client = new ExactClient(connection.openRestClient());
  }

  /** Calls the listener once, on any thread, the calling one included. */
  void send(List<IndexWrite> writes, ActionListener<BulkResponse> listener) {
    BulkRequest bulk = new BulkRequest();
    for (IndexWrite write : writes) {
      bulk.add(request(write));
    }
    client.send(bulk, listener);
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

  /**
   * Asks for answers of version 7, which servers of version 7.13 to 8.x give, and sends documents
   * as they are. The client itself reads and writes each of them again, numbers as doubles, so that
   * 9666666666.666667 would arrive as 9666666666.666668.
   */
  private static final class ExactClient extends RestHighLevelClient {
    ExactClient(RestClient client) {
      super(client, RestClient::close, List.of(), true);
    }

    void send(BulkRequest bulk, ActionListener<BulkResponse> listener) {
      performRequestAsyncAndParseEntity(
          bulk, ExactClient::request, OPTIONS, BulkResponse::fromXContent, listener, Set.of());
    }

    private static Request request(BulkRequest bulk) throws IOException {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (DocWriteRequest<?> part : bulk.requests()) {
        ObjectNode line = RecordJson.mapper().createObjectNode();
        line.putObject(part.opType().getLowercase())
            .put("_index", part.index())
            .put("_id", part.id())
            .put("version", part.version())
            .put("version_type", "external_gte");
        body.write(RecordJson.write(line));
        body.write('\n');
        if (part instanceof IndexRequest document) {
          body.write(oneLine(BytesReference.toBytes(document.source())));
          body.write('\n');
        }
      }
      Request request = new Request("POST", "/_bulk");
      request.setEntity(new NByteArrayEntity(body.toByteArray(), ContentType.APPLICATION_JSON));
      return request;
    }

    /** A document that is no JSON, or has several lines, would spoil those after it. */
    private static byte[] oneLine(byte[] json) throws IOException {
      JsonNode tree = RecordJson.mapper().readTree(json);
      for (byte each : json) {
        if (each == '\n' || each == '\r') {
          return RecordJson.write(tree);
        }
      }
      return json;
    }
  }
}
