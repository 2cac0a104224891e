package io.duibiao.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stands between the jobs and Elasticsearch and, when told to, behaves as badly as a real one and
 * the network before it do.
 */
final class ElasticsearchProxy implements AutoCloseable {
  private static final Set<String> PASSED_ON =
      Set.of("content-type", "accept", "warning", "x-elastic-product");

  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final String LOOPBACK = "127.0.0.1";

  private final URI target;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Trouble trouble = new Trouble(Kind.NONE, 0, new Random(0));
  private volatile Trap trap;

  private enum Kind {
    NONE,
    BUSY,
    UNREACHABLE
  }

  private record Trouble(Kind kind, long until, Random random) {
    Kind now() {
      return System.nanoTime() < until ? kind : Kind.NONE;
    }
  }

  /** One bulk request that is held back and then refused for good. */
  static final class Trap {
    private final CompletableFuture<Void> caught = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();

    /** Waits for a request; false when none comes in time. */
    boolean awaitRequest(Duration limit) throws InterruptedException {
      try {
        caught.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException | java.util.concurrent.ExecutionException none) {
        return false;
      }
    }

    /** Refuses it, which fails the subtask that had sent it. */
    void release() {
      released.complete(null);
    }
  }

  ElasticsearchProxy(String target) throws IOException {
    this.target = URI.create(target);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it listens. */
  String address() {
    return "http://" + LOOPBACK + ":" + server.getAddress().getPort();
  }

  /** Answers 429 for a while. */
  void busy(Duration duration, Random random) {
    trouble = new Trouble(Kind.BUSY, System.nanoTime() + duration.toNanos(), random);
  }

  /** Breaks connections for a while. */
  void unreachable(Duration duration, Random random) {
    trouble = new Trouble(Kind.UNREACHABLE, System.nanoTime() + duration.toNanos(), random);
  }

  /** Holds back the next bulk request. */
  Trap trap() {
    Trap set = new Trap();
    trap = set;
    return set;
  }

  /** Waits for no request any more. */
  void disarm() {
    trap = null;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean bulk = exchange.getRequestURI().getPath().endsWith("/_bulk");
      Trap set = take(bulk);
      if (set != null) {
        set.caught.complete(null);
        set.released.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        answer(exchange, 403, error(403, "security_exception", "refused by the verification"));
        return;
      }
      Trouble now = trouble;
      switch (now.now()) {
        case NONE -> forward(exchange, body, true);
        case UNREACHABLE -> {
          if (draw(now, 2) == 0) {
            // It has the request, and nobody learns of it.
            forward(exchange, body, false);
          }
        }
        case BUSY -> busy(exchange, body, bulk ? draw(now, 4) : 3);
      }
    } catch (InterruptedException | TimeoutException | java.util.concurrent.ExecutionException e) {
      throw new IOException(e);
    }
  }

  private synchronized Trap take(boolean bulk) {
    Trap set = trap;
    if (set == null || !bulk) {
      return null;
    }
    trap = null;
    return set;
  }

  private static int draw(Trouble now, int bound) {
    synchronized (now.random()) {
      return now.random().nextInt(bound);
    }
  }

  private void busy(HttpExchange exchange, byte[] body, int how)
      throws IOException, InterruptedException {
    switch (how) {
      case 0, 1 -> answer(exchange, 429, error(429, "es_rejected_execution_exception", "busy"));
      case 2 -> takeHalf(exchange, body);
      default -> forward(exchange, body, true);
    }
  }

  /** Takes every second document of a bulk request and answers 429 for the others. */
  private void takeHalf(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    List<String> actions = actions(body);
    StringBuilder taken = new StringBuilder();
    for (int i = 0; i < actions.size(); i += 2) {
      taken.append(actions.get(i));
    }
    HttpResponse<byte[]> response =
        send(exchange, taken.toString().getBytes(StandardCharsets.UTF_8));
    if (response == null || response.statusCode() != 200) {
      return;
    }
    ObjectNode whole = (ObjectNode) RecordJson.mapper().readTree(response.body());
    ArrayNode items = RecordJson.mapper().createArrayNode();
    for (int i = 0; i < actions.size(); i++) {
      items.add(i % 2 == 0 ? whole.at("/items/" + i / 2) : refused(actions.get(i)));
    }
    whole.set("items", items);
    whole.put("errors", true);
    answer(exchange, 200, RecordJson.mapper().writeValueAsBytes(whole));
  }

  private static JsonNode refused(String action) throws IOException {
    JsonNode line = RecordJson.mapper().readTree(action.substring(0, action.indexOf('\n')));
    String verb = line.fieldNames().next();
    ObjectNode item = RecordJson.mapper().createObjectNode();
    ObjectNode answer = item.putObject(verb);
    answer.set("_index", line.at("/" + verb + "/_index"));
    answer.set("_id", line.at("/" + verb + "/_id"));
    answer.put("status", 429);
    answer
        .putObject("error")
        .put("type", "es_rejected_execution_exception")
        .put("reason", "refused by the verification");
    return item;
  }

  /**
   * The parts of a bulk request, each a line that says what to do and, but for a delete, one more.
   */
  private static List<String> actions(byte[] body) {
    List<String> actions = new ArrayList<>();
    String text = new String(body, StandardCharsets.UTF_8);
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at) + 1;
      if (!text.startsWith("{\"delete\"", at)) {
        end = text.indexOf('\n', end) + 1;
      }
      actions.add(text.substring(at, end));
      at = end;
    }
    return actions;
  }

  private void forward(HttpExchange exchange, byte[] body, boolean tell)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = send(exchange, body);
    if (response == null || !tell) {
      return;
    }
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    answer(exchange, response.statusCode(), response.body());
  }

  /** Null when nobody answers there. */
  private HttpResponse<byte[]> send(HttpExchange exchange, byte[] body)
      throws InterruptedException {
    URI uri = target.resolve(exchange.getRequestURI().toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(ANSWER)
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException absent) {
      return null;
    }
  }

  private static byte[] error(int status, String type, String reason) throws IOException {
    ObjectNode whole = RecordJson.mapper().createObjectNode();
    whole.putObject("error").put("type", type).put("reason", reason);
    whole.put("status", status);
    return RecordJson.mapper().writeValueAsBytes(whole);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
    exchange.getResponseHeaders().putIfAbsent("X-Elastic-Product", List.of("Elasticsearch"));
    if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
