package io.duibiao.local.service;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.slf4j.LoggerFactory;

/**
 * One Kafka broker that is its own controller (KRaft); its properties are those of Kafka itself.
 */
final class KafkaService implements Service {
  private final Path file;
  private final Properties properties;
  private KafkaRaftServer server;

  /**
   * @param file holds the properties
   */
  KafkaService(Path file, Properties properties) {
    this.file = file;
    this.properties = properties;
  }

  @Override
  public void start() throws Exception {
    formatOnce();
    server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    server.startup();
  }

  @Override
  public void await() throws ServiceException, InterruptedException {
    server.awaitShutdown();
    Thread.currentThread().join(1);
    throw new ServiceException("the broker stopped by itself");
  }

  @Override
  public void stop() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
    }
  }

  /** A formatted directory is left alone: formatting it again would forget every topic. */
  private void formatOnce() throws Exception {
    String directory = properties.getProperty("log.dirs");
    if (Files.exists(Path.of(directory, "meta.properties"))) {
      return;
    }
    PrintStream log = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    String[] command = {
      "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
    };
    if (StorageTool.execute(command, log) != 0) {
      throw new ServiceException("its directory " + directory + " can not be formatted");
    }
    LoggerFactory.getLogger(KafkaService.class).info("formatted {}", directory);
  }
}
