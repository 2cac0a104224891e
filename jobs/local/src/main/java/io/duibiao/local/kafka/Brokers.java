package io.duibiao.local.kafka;

import io.duibiao.local.CommandFailure;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Asks a broker first, because producers and consumers wait for an absent one without a word. */
final class Brokers {
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private Brokers() {}

  /**
   * Returns when the broker answers and has the topic.
   *
   * @throws CommandFailure when not
   */
  static void requireTopic(JobOptions options, String topic)
      throws CommandFailure, InterruptedException {
    String bootstrap = options.get(KafkaOptions.BOOTSTRAP_SERVERS);
    Properties properties = options.kafkaClient();
    String millis = Long.toString(ANSWER.toMillis());
    properties.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    properties.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    try (Admin admin = Admin.create(properties)) {
      Set<String> topics = admin.listTopics().names().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      if (!topics.contains(topic)) {
        throw new CommandFailure(
            "the broker at " + bootstrap + " has no topic " + topic + "; duibiao up creates it");
      }
    } catch (ExecutionException | TimeoutException problem) {
      throw new CommandFailure(
          "no Kafka broker answers at "
              + bootstrap
              + "; is duibiao up running? Another address is given with --bootstrap");
    } catch (KafkaException problem) {
      Throwable cause = problem.getCause() == null ? problem : problem.getCause();
      throw new CommandFailure("Kafka at " + bootstrap + ": " + cause.getMessage());
    }
  }
}
