package io.duibiao.deployment;

import io.duibiao.streaming.fixture.Certificate;
import io.duibiao.streaming.fixture.Elasticsearch8Process;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;

/** Elasticsearch 8 behind HTTPS with its own security: users, roles and API keys. */
final class SecuredElasticsearch implements AutoCloseable {
  private static final String PLUGIN = "SecurityIndexAnalysis";

  private final Elasticsearch8Process server;

  private SecuredElasticsearch(Elasticsearch8Process server) {
    this.server = server;
  }

  /**
   * Starts one and does not wait until it answers.
   *
   * @param password of the user {@code elastic}
   */
  static SecuredElasticsearch start(String password, Certificate tls) throws Exception {
    SecuredElasticsearch secured =
        new SecuredElasticsearch(
            Elasticsearch8Process.configured(
                "xpack.security.enabled: true",
                "xpack.security.http.ssl.enabled: true",
                "xpack.security.http.ssl.key: server.key",
                "xpack.security.http.ssl.certificate: server.crt"));
    secured.launch(password, tls);
    return secured;
  }

  private void launch(String password, Certificate tls) throws Exception {
    addPlugin();
    Files.copy(tls.key(), server.config().resolve("server.key"));
    Files.copy(tls.certificate(), server.config().resolve("server.crt"));
    // Where the first password of the superuser comes from.
    server.run("", "elasticsearch-keystore", "create");
    server.run(
        password, "elasticsearch-keystore", "add", "--force", "--stdin", "bootstrap.password");
    server.start();
  }

  /** {@code https://HOST:PORT}. */
  String address() {
    return "https://127.0.0.1:" + server.port();
  }

  /** What it has logged. */
  String log() throws IOException {
    return server.output();
  }

  boolean alive() {
    return server.alive();
  }

  /** Compiled against the server that takes it. */
  private void addPlugin() throws IOException {
    Path home = server.home();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Assumptions.assumeTrue(compiler != null, "skipped: this Java has no compiler");
    Path source = home.resolve(PLUGIN + ".java");
    try (InputStream in = SecuredElasticsearch.class.getResourceAsStream(PLUGIN + ".java")) {
      Files.copy(in, source);
    }
    Path classes = Files.createDirectories(home.resolve("classes"));
    String classPath;
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      classPath = jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
    int result =
        compiler.run(
            null, null, null, "-cp", classPath, "-d", classes.toString(), source.toString());
    if (result != 0) {
      throw new IllegalStateException(source + " does not compile");
    }
    Path plugin = Files.createDirectories(home.resolve("plugins").resolve("analysis"));
    try (JarOutputStream jar =
            new JarOutputStream(Files.newOutputStream(plugin.resolve("analysis.jar")));
        Stream<Path> files = Files.list(classes)) {
      for (Path file : files.toList()) {
        jar.putNextEntry(new JarEntry(file.getFileName().toString()));
        Files.copy(file, jar);
      }
    }
    String version = jarVersion(home);
    Files.write(
        plugin.resolve("plugin-descriptor.properties"),
        List.of(
            "name=analysis",
            "description=Analyzers of the security index",
            "version=" + version,
            "elasticsearch.version=" + version,
            "java.version=17",
            "classname=" + PLUGIN));
  }

  private static String jarVersion(Path home) throws IOException {
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(name -> name.matches("elasticsearch-[0-9].*\\.jar"))
          .findFirst()
          .orElseThrow()
          .replaceAll("elasticsearch-|\\.jar", "");
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
