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
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** Asks a broker first, because producers and consumers wait for an absent one without a word. */
final class Brokers {
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private static final int MAX_CAUSES = 20;

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
    } catch (ExecutionException problem) {
      throw failure(bootstrap, problem.getCause());
    } catch (TimeoutException problem) {
      throw noAnswer(bootstrap);
    } catch (KafkaException problem) {
      Throwable cause = problem.getCause() == null ? problem : problem.getCause();
      throw new CommandFailure("Kafka at " + bootstrap + ": " + cause.getMessage());
    }
  }

  /** What a person can do something about, told apart. */
  static CommandFailure failure(String bootstrap, Throwable cause) {
    if (cause instanceof org.apache.kafka.common.errors.TimeoutException
        || cause instanceof DisconnectException) {
      return noAnswer(bootstrap);
    }
    String reason = reason(cause);
    if (cause instanceof SslAuthenticationException) {
      return new CommandFailure(
          "no TLS connection to the Kafka broker at " + bootstrap + ": " + reason);
    }
    if (cause instanceof AuthenticationException) {
      return new CommandFailure(
          "the Kafka broker at " + bootstrap + " does not accept these credentials: " + reason);
    }
    if (cause instanceof AuthorizationException) {
      return new CommandFailure(
          "the Kafka broker at " + bootstrap + " does not allow this user to do that: " + reason);
    }
    return new CommandFailure("Kafka at " + bootstrap + ": " + reason);
  }

  private static CommandFailure noAnswer(String bootstrap) {
    return new CommandFailure(
        "no Kafka broker answers at "
            + bootstrap
            + "; is duibiao up running? Another address is given with --bootstrap. A broker that"
            + " wants TLS or a password needs the options kafka.client.*");
  }

  /** The outer message and the innermost, which of TLS is the one that tells. */
  private static String reason(Throwable problem) {
    Throwable innermost = problem;
    for (int depth = 0; innermost.getCause() != null && depth < MAX_CAUSES; depth++) {
      innermost = innermost.getCause();
    }
    String outer = String.valueOf(problem.getMessage());
    String inner = innermost.getMessage();
    return inner == null || outer.contains(inner) ? outer : outer + " (" + inner + ")";
  }
}
