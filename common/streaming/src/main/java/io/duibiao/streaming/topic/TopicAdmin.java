package io.duibiao.streaming.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that a broker lacks; existing ones are left as they are. */
public final class TopicAdmin {
  private TopicAdmin() {}

  /**
   * Creates what is missing. Safe to call again and from several processes at once.
   *
   * @param client Kafka client properties, at least {@code bootstrap.servers}
   * @param prefix put in front of every name; may be empty
   * @param replicationFactor copies of each partition; -1 for the broker's default
   * @param partitions partitions per topic where they differ from {@link
   *     Topic#defaultPartitions()}; may be empty
   * @param timeout how long to wait for the broker
   * @return the topics that were created
   * @throws TopicAdminException when the broker can not be reached or refuses
   */
  public static List<Topic> createMissing(
      Properties client,
      String prefix,
      short replicationFactor,
      Map<Topic, Integer> partitions,
      Duration timeout)
      throws TopicAdminException {
    String bootstrap = client.getProperty("bootstrap.servers");
    Admin admin = null;
    try {
      admin = Admin.create(client);
      Set<String> existing =
          admin.listTopics().names().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      Map<Topic, NewTopic> missing = new EnumMap<>(Topic.class);
      for (Topic topic : Topic.values()) {
        if (!existing.contains(topic.name(prefix))) {
          missing.put(
              topic,
              new NewTopic(
                      topic.name(prefix),
                      partitions.getOrDefault(topic, topic.defaultPartitions()),
                      replicationFactor)
                  .configs(topic.configuration()));
        }
      }
      var results = admin.createTopics(missing.values()).values();
      List<Topic> created = new ArrayList<>();
      for (Map.Entry<Topic, NewTopic> entry : missing.entrySet()) {
        try {
          results.get(entry.getValue().name()).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
          created.add(entry.getKey());
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw new TopicAdminException(
                "topic " + entry.getValue().name() + ": " + e.getCause().getMessage(), e);
          }
        }
      }
      return created;
    } catch (ExecutionException e) {
      throw new TopicAdminException(
          "Kafka at " + bootstrap + ": " + e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new TopicAdminException(
          "Kafka at " + bootstrap + " did not answer within " + timeout.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicAdminException("interrupted while waiting for Kafka at " + bootstrap, e);
    } catch (org.apache.kafka.common.KafkaException e) {
      // The client wraps what it finds wrong with an address or a setting in a general sentence.
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new TopicAdminException("Kafka at " + bootstrap + ": " + cause.getMessage(), e);
    } finally {
      if (admin != null) {
        // Without a bound it would wait for requests that nobody will answer.
        admin.close(Duration.ZERO);
      }
    }
  }
}
