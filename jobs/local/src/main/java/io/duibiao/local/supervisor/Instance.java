package io.duibiao.local.supervisor;

import java.util.Optional;
import java.util.Properties;

/**
 * Where a running {@code duibiao up} listens.
 *
 * @param pid the process id of the command
 * @param bootstrap Kafka's host and port
 * @param elasticsearch Elasticsearch's address
 * @param flink the address of Flink's web UI
 */
public record Instance(long pid, String bootstrap, String elasticsearch, String flink) {
  /** What the properties say, or empty when they do not say all of it. */
  static Optional<Instance> from(Properties properties) {
    String pid = properties.getProperty("pid", "");
    String bootstrap = properties.getProperty("kafka");
    String elasticsearch = properties.getProperty("elasticsearch");
    String flink = properties.getProperty("flink");
    if (!pid.matches("\\d{1,10}") || bootstrap == null || elasticsearch == null || flink == null) {
      return Optional.empty();
    }
    return Optional.of(new Instance(Long.parseLong(pid), bootstrap, elasticsearch, flink));
  }

  Properties toProperties() {
    Properties properties = new Properties();
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("kafka", bootstrap);
    properties.setProperty("elasticsearch", elasticsearch);
    properties.setProperty("flink", flink);
    return properties;
  }
}
