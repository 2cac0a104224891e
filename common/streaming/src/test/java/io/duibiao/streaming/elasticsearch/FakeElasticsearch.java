package io.duibiao.streaming.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that answers bulk requests as a test wants. */
final class FakeElasticsearch implements AutoCloseable {
  /** One bulk request: what it asks for and whether the answer is an error. */
  record Bulk(
      int number, String path, String authorization, String accept, List<JsonNode> actions) {
    List<String> ids() {
      return actions.stream().map(a -> a.path("index").path("_id").asText()).toList();
    }
  }

  /** An answer with its status. */
  record Answer(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Bulk> bulks = new CopyOnWriteArrayList<>();
  private final Function<Bulk, Answer> behaviour;

  FakeElasticsearch(Function<Bulk, Answer> behaviour) throws IOException {
    this(0, behaviour);
  }

  FakeElasticsearch(int port, Function<Bulk, Answer> behaviour) throws IOException {
    this.behaviour = behaviour;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  JobOptions options() {
    return JobOptions.defaults()
        .with(ElasticsearchOptions.HOSTS, "http://127.0.0.1:" + server.getAddress().getPort())
        .with(ElasticsearchOptions.INITIAL_BACKOFF, "20 ms")
        .with(ElasticsearchOptions.MAX_BACKOFF, "100 ms")
        .with(ElasticsearchOptions.FLUSH_INTERVAL, "20 ms");
  }

  List<Bulk> bulks() {
    return bulks;
  }

  /** Every document answered with one status. */
  static Answer items(Bulk bulk, Function<String, Integer> status) {
    ObjectNode answer = RecordJson.mapper().createObjectNode();
    answer.put("took", 1).put("errors", true);
    ArrayNode items = answer.putArray("items");
    for (JsonNode action : bulk.actions()) {
      String id = action.path("index").path("_id").asText();
      int code = status.apply(id);
      ObjectNode item = items.addObject().putObject("index");
      item.put("_index", "x-v1-000001").put("_type", "_doc").put("_id", id).put("status", code);
      if (code < 300) {
        item.put("_version", 1).put("result", "created").put("_seq_no", 1).put("_primary_term", 1);
        item.putObject("_shards").put("total", 1).put("successful", 1).put("failed", 0);
      } else {
        item.putObject("error").put("type", type(code)).put("reason", "because of " + id);
      }
    }
    return new Answer(200, answer.toString());
  }

  private static String type(int status) {
    return switch (status) {
      case 400 -> "mapper_parsing_exception";
      case 404 -> "index_not_found_exception";
      case 409 -> "version_conflict_engine_exception";
      case 429 -> "es_rejected_execution_exception";
      default -> "exception";
    };
  }

  /** An error for the request as a whole. */
  static Answer error(int status) {
    return new Answer(
        status,
        "{\"error\":{\"type\":\"some_exception\",\"reason\":\"whole request\"},\"status\":"
            + status
            + "}");
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Answer answer;
    if (exchange.getRequestURI().getPath().endsWith("/_bulk")) {
      List<JsonNode> actions = new ArrayList<>();
      List<String> lines = new String(body, StandardCharsets.UTF_8).lines().toList();
      for (int i = 0; i < lines.size(); i += 2) {
        actions.add(RecordJson.mapper().readTree(lines.get(i)));
      }
      Bulk bulk;
      synchronized (bulks) {
        bulk =
            new Bulk(
                bulks.size() + 1,
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Accept"),
                actions);
        bulks.add(bulk);
      }
      answer = behaviour.apply(bulk);
    } else {
      answer =
          new Answer(
              200,
              "{\"name\":\"fake\",\"cluster_name\":\"fake\",\"cluster_uuid\":\"fake\",\"version\":"
                  + "{\"number\":\"8.7.1\",\"build_flavor\":\"default\",\"build_type\":\"zip\","
                  + "\"build_hash\":\"x\",\"build_date\":\"2023-01-01T00:00:00Z\","
                  + "\"build_snapshot\":false,\"lucene_version\":\"9\","
                  + "\"minimum_wire_compatibility_version\":\"7.17.0\","
                  + "\"minimum_index_compatibility_version\":\"7.0.0\"},"
                  + "\"tagline\":\"You Know, for Search\"}");
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
