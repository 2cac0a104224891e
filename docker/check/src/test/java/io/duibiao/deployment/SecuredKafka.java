package io.duibiao.deployment;

import io.duibiao.streaming.fixture.Certificate;
import io.duibiao.streaming.fixture.FreePorts;
import io.duibiao.streaming.fixture.KafkaNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaRaftServer;

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
    Properties broker = KafkaNode.properties(directory, "SASL_SSL", port);
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
    KafkaNode.format(
        directory,
        broker,
        "--add-scram",
        "SCRAM-SHA-512=[name=%s,password=%s]".formatted(BROKER_USER, brokerPassword),
        "--add-scram",
        "SCRAM-SHA-512=[name=%s,password=%s]".formatted(USER, password));
    server = KafkaNode.start(broker);
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

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
