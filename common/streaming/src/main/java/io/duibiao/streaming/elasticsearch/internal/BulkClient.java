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
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.ElasticsearchStatusException;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.DocWriteRequest;
import org.elasticsearch.action.bulk.BulkRequest;
import org.elasticsearch.action.bulk.BulkResponse;
import org.elasticsearch.action.delete.DeleteRequest;
import org.elasticsearch.action.index.IndexRequest;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestHighLevelClient;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.index.VersionType;
import org.elasticsearch.rest.RestStatus;
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

  /** Aliases that are there. */
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  BulkClient(ElasticsearchConnection connection) {
    this.client = new ExactClient(connection.openRestClient());
  }

  /** Calls the listener once, on any thread, the calling one included. */
  void send(List<IndexWrite> writes, ActionListener<BulkResponse> listener) {
    // A delete ignores require_alias, and with an external version creates what it does not find.
    Set<String> unseen = new TreeSet<>();
    for (IndexWrite write : writes) {
      if (write.deletes() && !seen.contains(write.alias())) {
        unseen.add(write.alias());
      }
    }
    if (unseen.isEmpty()) {
      sendNow(writes, listener);
    } else {
      sendIfThere(unseen, writes, listener);
    }
  }

  private void sendIfThere(
      Set<String> aliases, List<IndexWrite> writes, ActionListener<BulkResponse> listener) {
    client
        .getLowLevelClient()
        .performRequestAsync(
            new Request("GET", "/_alias/" + String.join(",", aliases)),
            new ResponseListener() {
              @Override
              public void onSuccess(Response response) {
                seen.addAll(aliases);
                sendNow(writes, listener);
              }

              @Override
              public void onFailure(Exception problem) {
                int status = OutcomeClassifier.status(problem);
                if (status == 404) {
                  listener.onFailure(
                      new ElasticsearchStatusException(
                          "there is no alias " + String.join(" or no alias ", aliases),
                          RestStatus.NOT_FOUND,
                          problem));
                } else if (status == 401 || status == 403) {
                  // Who may write need not be allowed to look; the template of aliases is left.
                  sendNow(writes, listener);
                } else {
                  listener.onFailure(problem);
                }
              }
            });
  }

  private void sendNow(List<IndexWrite> writes, ActionListener<BulkResponse> listener) {
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
