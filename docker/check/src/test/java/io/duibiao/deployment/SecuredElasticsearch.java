package io.duibiao.deployment;

import io.duibiao.streaming.fixture.Certificate;
import io.duibiao.streaming.fixture.FreePorts;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;

/**
 * Elasticsearch 8 behind HTTPS with its own security: users, roles and API keys. A child process
 * from the minimal distribution, which has the security module but refuses to run as root.
 */
final class SecuredElasticsearch implements AutoCloseable {
  private static final Path ZIP = Path.of("target", "test-servers", "elasticsearch-8.zip");
  private static final int NEWEST_JAVA = 20;
  private static final String PLUGIN = "SecurityIndexAnalysis";

  private final Path directory;
  private final int port = FreePorts.one();
  private final Run process;

  private SecuredElasticsearch(Path directory, String password, Certificate tls) throws Exception {
    this.directory = directory;
    Path home = unzip();
    addPlugin(home);
    Path config = configure(tls);
    if (root()) {
      run("chown", "-R", "1000:1000", directory.toString());
    }
    keystore(home, config, password);
    process =
        Run.start(
            directory,
            "elasticsearch",
            environment(config),
            asUser(home.resolve("bin/elasticsearch").toString()));
  }

  /** Skips the tests, visibly, where it can not run. */
  static void assumeItRuns() {
    Assumptions.assumeTrue(
        Files.isRegularFile(ZIP), "skipped: " + ZIP + " is absent, build with Maven to fetch it");
    Assumptions.assumeTrue(
        Runtime.version().feature() <= NEWEST_JAVA,
        "skipped: Elasticsearch 8.7 does not run on Java " + Runtime.version().feature());
    Assumptions.assumeTrue(
        !root() || Files.isExecutable(Path.of("/usr/bin/setpriv")),
        "skipped: Elasticsearch refuses to run as root and there is no setpriv");
  }

  /**
   * Starts one and does not wait until it answers.
   *
   * @param password of the user {@code elastic}
   */
  static SecuredElasticsearch start(String password, Certificate tls) throws Exception {
    // Not in the test's own directory, which only root can enter.
    Path directory = Files.createTempDirectory("duibiao-elasticsearch8-");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new SecuredElasticsearch(directory, password, tls);
  }

  /** {@code https://HOST:PORT}. */
  String address() {
    return "https://127.0.0.1:" + port;
  }

  /** What it has logged. */
  String log() throws IOException {
    return process.stdout() + process.stderr();
  }

  boolean alive() {
    return process.process().isAlive();
  }

  private Path unzip() throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(ZIP)) {
      Path top;
      try (Stream<Path> children = Files.list(zip.getPath("/"))) {
        top = children.findFirst().orElseThrow();
      }
      Path home = directory.resolve("home");
      try (Stream<Path> entries = Files.walk(top)) {
        entries.forEach(entry -> copy(entry, home.resolve(top.relativize(entry).toString())));
      }
      return home;
    }
  }

  private static void copy(Path entry, Path target) {
    try {
      if (Files.isDirectory(entry)) {
        Files.createDirectories(target);
      } else {
        Files.copy(entry, target);
        if (target.getParent().endsWith("bin")) {
          Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiled against the server that takes it. */
  private void addPlugin(Path home) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Assumptions.assumeTrue(compiler != null, "skipped: this Java has no compiler");
    Path source = directory.resolve(PLUGIN + ".java");
    try (InputStream in = SecuredElasticsearch.class.getResourceAsStream(PLUGIN + ".java")) {
      Files.copy(in, source);
    }
    Path classes = Files.createDirectories(directory.resolve("classes"));
    String server;
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      server = jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
    int result =
        compiler.run(null, null, null, "-cp", server, "-d", classes.toString(), source.toString());
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

  private Path configure(Certificate tls) throws IOException {
    Path config = Files.createDirectories(directory.resolve("config"));
    Files.copy(tls.key(), config.resolve("server.key"));
    Files.copy(tls.certificate(), config.resolve("server.crt"));
    Files.write(
        config.resolve("elasticsearch.yml"),
        List.of(
            "cluster.name: duibiao-test",
            "node.name: test",
            "discovery.type: single-node",
            "network.host: 127.0.0.1",
            "http.port: " + port,
            "transport.port: " + FreePorts.one(),
            "path.data: " + directory.resolve("data"),
            "path.logs: " + directory.resolve("logs"),
            "xpack.security.enabled: true",
            "xpack.security.http.ssl.enabled: true",
            "xpack.security.http.ssl.key: server.key",
            "xpack.security.http.ssl.certificate: server.crt",
            "cluster.routing.allocation.disk.threshold_enabled: false"));
    Files.write(
        config.resolve("jvm.options"),
        List.of("-Xms384m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    Files.write(
        config.resolve("log4j2.properties"),
        List.of(
            "appender.console.type = Console",
            "appender.console.name = console",
            "appender.console.layout.type = PatternLayout",
            "appender.console.layout.pattern = %d %p %c %m%n",
            "rootLogger.level = info",
            "rootLogger.appenderRef.console.ref = console"));
    return config;
  }

  /** Where the first password of the superuser comes from. */
  private void keystore(Path home, Path config, String password) throws Exception {
    List<String> command =
        asUser(
            home.resolve("bin/elasticsearch-keystore").toString(),
            "add",
            "--force",
            "--stdin",
            "bootstrap.password");
    run(config, asUser(home.resolve("bin/elasticsearch-keystore").toString(), "create"), null);
    run(config, command, password);
  }

  private void run(Path config, List<String> command, String input) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(directory.resolve("keystore.log").toFile());
    builder.environment().putAll(environment(config));
    Process running = builder.start();
    if (input != null) {
      running.getOutputStream().write(input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    running.getOutputStream().close();
    if (running.waitFor() != 0) {
      throw new IOException(Files.readString(directory.resolve("keystore.log")));
    }
  }

  private Map<String, String> environment(Path config) {
    return Map.of(
        "ES_PATH_CONF", config.toString(),
        "ES_JAVA_HOME", System.getProperty("java.home"),
        "ES_TMPDIR", directory.toString(),
        "ES_JAVA_OPTS", "");
  }

  private static List<String> asUser(String... command) {
    List<String> all = new ArrayList<>();
    if (root()) {
      all.addAll(List.of("/usr/bin/setpriv", "--reuid=1000", "--regid=1000", "--clear-groups"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void run(String... command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  @Override
  public void close() throws Exception {
    // The start script launches the server as a child and waits for it.
    List<ProcessHandle> all = new ArrayList<>(process.process().descendants().toList());
    all.add(process.process().toHandle());
    all.forEach(ProcessHandle::destroy);
    if (!process.process().waitFor(15, TimeUnit.SECONDS)) {
      all.forEach(ProcessHandle::destroyForcibly);
      process.process().waitFor(5, TimeUnit.SECONDS);
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.sorted(java.util.Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
