package io.duibiao.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Elasticsearch itself, past the proxy that the jobs take for it. */
final class SearchNode {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int PAGE = 2000;

  private final String address;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * @param address as http://HOST:PORT
   */
  SearchNode(String address) {
    this.address = address;
  }

  /** Lets searches see what was written just now. */
  void refresh(String alias) throws IOException, InterruptedException {
    send("POST", "/" + alias + "/_refresh", null);
  }

  /** How many documents an index has, as far as a search sees them. */
  long count(String alias) throws IOException, InterruptedException {
    return send("GET", "/" + alias + "/_count", null).path("count").asLong();
  }

  /** How many documents of an index have a value in a field. */
  long count(String alias, String field, String value) throws IOException, InterruptedException {
    ObjectNode query = RecordJson.mapper().createObjectNode();
    query.putObject("query").putObject("term").put(field, value);
    return send("POST", "/" + alias + "/_count", query).path("count").asLong();
  }

  /** Every document of an index with its id, also those that were written just now. */
  void read(String alias, BiConsumer<String, JsonNode> visitor)
      throws IOException, InterruptedException {
    refresh(alias);
    JsonNode page = send("GET", "/" + alias + "/_search?scroll=1m&size=" + PAGE, null);
    while (!page.at("/hits/hits").isEmpty()) {
      page.at("/hits/hits")
          .forEach(hit -> visitor.accept(hit.get("_id").textValue(), hit.get("_source")));
      ObjectNode next = RecordJson.mapper().createObjectNode();
      next.put("scroll", "1m").put("scroll_id", page.get("_scroll_id").textValue());
      page = send("POST", "/_search/scroll", next);
    }
    send("DELETE", "/_search/scroll/_all", null);
  }

  /** Puts a document in the place of another, whatever the version of that is. */
  void replace(String alias, String id, String json) throws IOException, InterruptedException {
    String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    send("PUT", "/" + alias + "/_doc/" + encoded, RecordJson.mapper().readTree(json));
  }

  /** Deletes all indices and templates whose names begin so. */
  void delete(String prefix) throws IOException, InterruptedException {
    List<String> indices = new ArrayList<>();
    send("GET", "/" + prefix + "*/_alias", null).fieldNames().forEachRemaining(indices::add);
    for (String index : indices) {
      send("DELETE", "/" + index, null);
    }
    send("DELETE", "/_index_template/" + prefix + "*", null);
  }

  private JsonNode send(String method, String path, JsonNode body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException(
          "%s %s: %s".formatted(method, path, new String(response.body(), StandardCharsets.UTF_8)));
    }
    return Contents.READER.readTree(response.body());
  }
}
