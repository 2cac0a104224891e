package io.duibiao.streaming.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.duibiao.streaming.fixture.Certificate;
import io.duibiao.streaming.options.JobOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS with a certificate authority of one's own, and basic authentication. */
class ElasticsearchTlsTest {
  @TempDir Path directory;
  private HttpsServer server;
  private Path certificate;
  private final AtomicReference<String> authorization = new AtomicReference<>();

  @BeforeEach
  void start() throws Exception {
    Certificate tls = Certificate.in(directory);
    certificate = tls.certificate();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls.server()));
    server.createContext(
        "/",
        exchange -> {
          authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  @Test
  void theAuthorityIsTrustedAndThePasswordComesFromItsFile() throws Exception {
    Path password = Files.writeString(directory.resolve("password"), " s3cret\n");
    JobOptions options =
        JobOptions.of(
            Map.of(
                "elasticsearch.hosts", address(),
                "elasticsearch.ca-file", certificate.toString(),
                "elasticsearch.username", "me",
                "elasticsearch.password-file", password.toString()));
    try (RestClient client = ElasticsearchConnection.of(options).openRestClient()) {
      client.performRequest(new Request("GET", "/"));
    }
    assertThat(authorization.get())
        .isEqualTo(
            "Basic "
                + Base64.getEncoder().encodeToString("me:s3cret".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anotherAuthorityIsNotTrusted() throws Exception {
    JobOptions options = JobOptions.of(Map.of("elasticsearch.hosts", address()));
    try (RestClient client = ElasticsearchConnection.of(options).openRestClient()) {
      assertThatThrownBy(() -> client.performRequest(new Request("GET", "/")))
          .isInstanceOf(SSLException.class);
    }
  }
}
