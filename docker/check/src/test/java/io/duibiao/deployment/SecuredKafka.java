package io.duibiao.deployment;

import io.duibiao.streaming.fixture.Certificate;
import io.duibiao.streaming.fixture.FreePorts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A broker that takes only encrypted connections of users that it knows (SASL_SSL, SCRAM). */
final class SecuredKafka implements AutoCloseable {
  static final String USER = "duibiao";

  private static final String BROKER_USER = "broker";
  private static final String LOGIN =
      "org.apache.kafka.common.security.scram.ScramLoginModule required";

  private final int port = FreePorts.one();
  private final Path directory;
  private final KafkaRaftServer server;

  private SecuredKafka(Path directory, String password, String brokerPassword, Certificate tls)
      throws Exception {
    this.directory = directory;
    int controllerPort = FreePorts.one();
    Properties broker = new Properties();
    broker.setProperty("process.roles", "broker,controller");
    broker.setProperty("node.id", "1");
    broker.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    broker.setProperty("controller.listener.names", "CONTROLLER");
    broker.setProperty(
        "listeners", "SASL_SSL://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    broker.setProperty("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT");
    broker.setProperty("inter.broker.listener.name", "SASL_SSL");
    broker.setProperty("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    broker.setProperty("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
    broker.setProperty(
        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", jaas(BROKER_USER, brokerPassword));
    broker.setProperty("ssl.keystore.type", "PEM");
    broker.setProperty("ssl.keystore.location", keyAndCertificate(tls).toString());
    broker.setProperty("ssl.truststore.type", "PEM");
    broker.setProperty("ssl.truststore.location", tls.certificate().toString());
    broker.setProperty("log.dirs", directory.resolve("log").toString());
    broker.setProperty("offsets.topic.replication.factor", "1");
    broker.setProperty("offsets.topic.num.partitions", "1");
    broker.setProperty("transaction.state.log.replication.factor", "1");
    broker.setProperty("transaction.state.log.min.isr", "1");
    broker.setProperty("transaction.state.log.num.partitions", "1");
    broker.setProperty("share.coordinator.state.topic.replication.factor", "1");
    broker.setProperty("share.coordinator.state.topic.min.isr", "1");
    broker.setProperty("group.initial.rebalance.delay.ms", "0");
    broker.setProperty("auto.create.topics.enable", "false");
    format(broker, password, brokerPassword);
    server = new KafkaRaftServer(KafkaConfig.fromProps(broker, false), Time.SYSTEM);
    server.startup();
  }

  /**
   * Starts one.
   *
   * @param directory an empty directory
   * @param password of {@link #USER}
   * @param brokerPassword of the broker itself
   */
  static SecuredKafka start(Path directory, String password, String brokerPassword, Certificate tls)
      throws Exception {
    return new SecuredKafka(Files.createDirectories(directory), password, brokerPassword, tls);
  }

  /** {@code HOST:PORT}. */
  String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The value of {@code sasl.jaas.config} for a client. */
  static String jaas(String user, String password) {
    return "%s username=\"%s\" password=\"%s\";".formatted(LOGIN, user, password);
  }

  /** Writes properties for clients that log in with a password. */
  static Path clientProperties(Path file, String password, Certificate tls) throws IOException {
    return Files.write(
        file,
        List.of(
            "security.protocol=SASL_SSL",
            "sasl.mechanism=SCRAM-SHA-512",
            "sasl.jaas.config=" + jaas(USER, password),
            "ssl.truststore.type=PEM",
            "ssl.truststore.location=" + tls.certificate()));
  }

  private Path keyAndCertificate(Certificate tls) throws IOException {
    return Files.writeString(
        directory.resolve("keystore.pem"),
        Files.readString(tls.key()) + Files.readString(tls.certificate()));
  }

  private void format(Properties broker, String password, String brokerPassword) throws Exception {
    Path file = directory.resolve("server.properties");
    try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      broker.store(writer, null);
    }
    String[] command = {
      "format",
      "--cluster-id",
      Uuid.randomUuid().toString(),
      "--config",
      file.toString(),
      "--add-scram",
      "SCRAM-SHA-512=[name=%s,password=%s]".formatted(BROKER_USER, brokerPassword),
      "--add-scram",
      "SCRAM-SHA-512=[name=%s,password=%s]".formatted(USER, password)
    };
    Path log = directory.resolve("format.log");
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
      if (StorageTool.execute(command, out) != 0) {
        throw new IllegalStateException(Files.readString(log));
      }
    }
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
