package io.duibiao.streaming.elasticsearch;

import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.InvalidOptionException;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.Option;
import io.duibiao.streaming.options.SecretFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.impl.nio.reactor.IOReactorConfig;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/**
 * How to reach Elasticsearch. Files with secrets and certificates are read when a client is opened,
 * on the machine that opens it. {@link #toString} shows no secret.
 */
public final class ElasticsearchConnection implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<String> hosts;
  private final String pathPrefix;
  private final String username;
  private final String password;
  private final String passwordFile;
  private final String apiKey;
  private final String apiKeyFile;
  private final String caFile;
  private final Duration connectTimeout;
  private final Duration socketTimeout;

  private ElasticsearchConnection(JobOptions options) {
    this.hosts = List.copyOf(options.get(ElasticsearchOptions.HOSTS));
    this.pathPrefix = options.get(ElasticsearchOptions.PATH_PREFIX);
    this.username = options.get(ElasticsearchOptions.USERNAME);
    this.password = options.get(ElasticsearchOptions.PASSWORD);
    this.passwordFile = options.get(ElasticsearchOptions.PASSWORD_FILE);
    this.apiKey = options.get(ElasticsearchOptions.API_KEY);
    this.apiKeyFile = options.get(ElasticsearchOptions.API_KEY_FILE);
    this.caFile = options.get(ElasticsearchOptions.CA_FILE);
    this.connectTimeout = options.get(ElasticsearchOptions.CONNECT_TIMEOUT);
    this.socketTimeout = options.get(ElasticsearchOptions.SOCKET_TIMEOUT);
  }

  /**
   * The connection that the options describe.
   *
   * @throws InvalidOptionException when a host is no address
   */
  public static ElasticsearchConnection of(JobOptions options) {
    ElasticsearchConnection connection = new ElasticsearchConnection(options);
    connection.hosts.forEach(ElasticsearchConnection::host);
    return connection;
  }

  /** How long one request may take at most. */
  Duration requestTimeout() {
    return connectTimeout.plus(socketTimeout);
  }

  /**
   * Opens a low-level client.
   *
   * @throws InvalidOptionException when a file can not be read
   */
  public RestClient openRestClient() {
    return builder().build();
  }

  private RestClientBuilder builder() {
    RestClientBuilder builder =
        RestClient.builder(
                hosts.stream().map(ElasticsearchConnection::host).toArray(HttpHost[]::new))
            .setRequestConfigCallback(
                config ->
                    config
                        .setConnectTimeout((int) connectTimeout.toMillis())
                        .setSocketTimeout((int) socketTimeout.toMillis()));
    if (!pathPrefix.isEmpty()) {
      builder.setPathPrefix(pathPrefix);
    }
    Header authorization = authorization();
    if (authorization != null) {
      builder.setDefaultHeaders(new Header[] {authorization});
    }
    SSLContext trusting = caFile == null ? null : trust(caFile);
    builder.setHttpClientConfigCallback(
        http -> {
          http.setDefaultIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(1).build());
          return trusting == null ? http : http.setSSLContext(trusting);
        });
    return builder;
  }

  private Header authorization() {
    String key = secret(apiKey, ElasticsearchOptions.API_KEY_FILE, apiKeyFile);
    if (key != null) {
      return new BasicHeader(HttpHeaders.AUTHORIZATION, "ApiKey " + key);
    }
    if (username == null) {
      return null;
    }
    String pair =
        username + ":" + secret(password, ElasticsearchOptions.PASSWORD_FILE, passwordFile);
    return new BasicHeader(
        HttpHeaders.AUTHORIZATION,
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private static String secret(String value, Option<String> fileOption, String file) {
    return value != null || file == null ? value : SecretFile.read(fileOption, file);
  }

  private static HttpHost host(String text) {
    try {
      URI uri = new URI(text.strip());
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && (uri.getPath().isEmpty() || uri.getPath().equals("/"))) {
        int port = uri.getPort() < 0 ? 9200 : uri.getPort();
        return new HttpHost(uri.getHost(), port, uri.getScheme());
      }
    } catch (URISyntaxException e) {
      // The sentence below says all there is to say.
    }
    String shown = text.contains("@") ? "an address with credentials" : "'" + text + "'";
    throw new InvalidOptionException(
        "option "
            + ElasticsearchOptions.HOSTS.key()
            + " can not hold "
            + shown
            + ", allowed: "
            + ElasticsearchOptions.HOSTS.allowed());
  }

  private static SSLContext trust(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      List<Certificate> certificates =
          new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
      for (int i = 0; i < certificates.size(); i++) {
        store.setCertificateEntry("ca-" + i, certificates.get(i));
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new InvalidOptionException(
          "option "
              + ElasticsearchOptions.CA_FILE.key()
              + ": the file '"
              + file
              + "' holds no PEM certificates that can be read");
    }
  }

  @Override
  public String toString() {
    return String.join(", ", hosts) + pathPrefix;
  }
}
