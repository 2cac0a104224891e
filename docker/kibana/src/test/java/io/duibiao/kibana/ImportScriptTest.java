package io.duibiao.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script against a server that answers as Kibana's HTTP interface is documented to. */
class ImportScriptTest {
  private static final String PASSWORD = "s3cret \"quoted\" \\ word";

  /** A request as it came. */
  private record Received(String path, String xsrf, String authorization, String body) {}

  private record Ended(int exit, String output, String errors) {}

  @TempDir Path directory;

  private final List<Received> requests = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger startingFor = new AtomicInteger();
  private String answerToImport = "{\"successCount\":40,\"success\":true,\"warnings\":[]}";
  private int statusOfAll = 200;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    requests.add(
        new Received(
            path,
            exchange.getRequestHeaders().getFirst("kbn-xsrf"),
            exchange.getRequestHeaders().getFirst("Authorization"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    int status = statusOfAll;
    String body = "{}";
    if (path.endsWith("/api/status")) {
      boolean starting = startingFor.getAndDecrement() > 0;
      status = starting ? 503 : status;
      body =
          "{\"status\":{\"overall\":{\"level\":\""
              + (starting ? "unavailable" : "available")
              + "\"}}}";
    } else if (path.contains("_import")) {
      body = answerToImport;
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Ended run(String... environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", Path.of("import.sh").toAbsolutePath().toString());
    builder.directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("KIBANA_"));
    builder.environment().put("KIBANA_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    for (String pair : environment) {
      String[] parts = pair.split("=", 2);
      builder.environment().put(parts[0], parts[1]);
    }
    Path output = directory.resolve("out");
    Path errors = directory.resolve("err");
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
  }

  @Test
  void sendsTheWholeFileOnceKibanaIsAvailable() throws Exception {
    startingFor.set(1);
    Ended ended = run();

    assertThat(ended.errors()).isEmpty();
    assertThat(ended.exit()).isZero();
    assertThat(ended.output())
        .isEqualTo(
            "import: %d objects imported into http://127.0.0.1:%d%n"
                .formatted(Committed.objects().size(), server.getAddress().getPort()));
    assertThat(requests)
        .extracting(Received::path)
        .containsExactly(
            "/api/status",
            "/api/status",
            "/api/saved_objects/_import?overwrite=true",
            "/api/kibana/settings");
    assertThat(requests).extracting(Received::xsrf).containsOnly("duibiao");
    assertThat(requests.get(2).body())
        .contains("filename=\"duibiao.ndjson\"")
        .contains(Committed.text());
    assertThat(requests.get(3).body())
        .isEqualTo("{\"changes\":{\"courier:ignoreFilterIfFieldNotInIndex\":true}}");
  }

  @Test
  void aSpaceIsPartOfTheAddressAndTheSettingMayStay() throws Exception {
    Ended ended = run("KIBANA_SPACE=team-1", "KIBANA_LENIENT_FILTERS=false");

    assertThat(ended.exit()).as(ended.errors()).isZero();
    assertThat(requests)
        .extracting(Received::path)
        .containsExactly(
            "/s/team-1/api/status", "/s/team-1/api/saved_objects/_import?overwrite=true");
  }

  @Test
  void credentialsReachKibanaButNoCommandLineAndNoOutput() throws Exception {
    Path file = Files.writeString(directory.resolve("password"), PASSWORD + "\n");
    Path tools = Files.createDirectories(directory.resolve("tools"));
    Path log = directory.resolve("arguments");
    String curl = "#!/bin/bash\nprintf '%s\\n' \"$*\" >>'" + log + "'\nexec /usr/bin/curl \"$@\"\n";
    Files.writeString(tools.resolve("curl"), curl).toFile().setExecutable(true);

    Ended ended =
        run(
            "KIBANA_USERNAME=operator",
            "KIBANA_PASSWORD_FILE=" + file,
            "PATH=" + tools + ":" + System.getenv("PATH"));

    assertThat(ended.exit()).as(ended.errors()).isZero();
    String basic =
        java.util.Base64.getEncoder()
            .encodeToString(("operator:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    assertThat(requests).extracting(Received::authorization).containsOnly("Basic " + basic);
    assertThat(Files.readString(log)).contains("_import").doesNotContain("s3cret");
    assertThat(ended.output() + ended.errors()).doesNotContain("s3cret");
  }

  @Test
  void anApiKeyIsSentAsSuch() throws Exception {
    assertThat(run("KIBANA_API_KEY=abc==").exit()).isZero();
    assertThat(requests).extracting(Received::authorization).containsOnly("ApiKey abc==");
  }

  @Test
  void whatKibanaRefusesIsAnError() throws Exception {
    answerToImport = "{\"success\":false,\"errors\":[{\"id\":\"duibiao-overview\"}]}";
    Ended ended = run();
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.errors())
        .startsWith("import: not everything was imported: ")
        .contains("duibiao-overview");

    statusOfAll = 401;
    ended = run("KIBANA_USERNAME=operator", "KIBANA_PASSWORD=s3cret");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.errors())
        .contains("refuses the credentials (status 401)")
        .doesNotContain("s3cret")
        .hasLineCount(1);
  }

  @Test
  void wrongUseAndAnAbsentKibanaAreOneSentence() throws Exception {
    Map<String, Integer> wrong =
        Map.of(
            "KIBANA_URL=ftp://a", 2,
            "KIBANA_SPACE=../x", 2,
            "KIBANA_OBJECTS=/nowhere", 2,
            "KIBANA_PASSWORD_FILE=/nowhere", 2,
            "KIBANA_URL=http://127.0.0.1:1", 1);
    for (var use : wrong.entrySet()) {
      Ended ended = run("KIBANA_TIMEOUT=0", use.getKey());
      assertThat(ended.exit()).as(use.getKey()).isEqualTo(use.getValue());
      assertThat(ended.errors()).startsWith("import: ").hasLineCount(1);
    }
  }

  @Test
  void shellcheckFindsNothing() throws Exception {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "shellcheck")));
    assumeTrue(there, "shellcheck is not installed");
    Process process =
        new ProcessBuilder("shellcheck", "import.sh").redirectErrorStream(true).start();
    String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(found).isZero();
  }
}
