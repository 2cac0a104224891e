package io.duibiao.streaming.options;

import io.duibiao.streaming.options.internal.Declare;
import java.time.Duration;
import java.util.Locale;

/** Options of the broker and of what is read from and written to it. */
public final class KafkaOptions {
  private KafkaOptions() {}

  /** How often a record of a result topic may be seen. */
  public enum Guarantee {
    /** Once, visible after the next checkpoint. */
    EXACTLY_ONCE,
    /** At once, again after a failure. */
    AT_LEAST_ONCE;

    /** The value of the option: {@code exactly-once}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Where a job without a checkpoint starts to read. */
  public enum StartFrom {
    /** Behind the last record that the group has committed, else at the earliest. */
    COMMITTED,
    /** At the earliest record that the broker has. */
    EARLIEST
  }

  /**
   * Prefix of the keys that are handed to every Kafka client as they are, for TLS and SASL: {@code
   * kafka.client.security.protocol=SASL_SSL}.
   */
  public static final String CLIENT_PREFIX = "kafka.client.";

  /** {@code kafka.bootstrap-servers}. */
  public static final Option<String> BOOTSTRAP_SERVERS =
      Declare.text(
          "kafka.bootstrap-servers",
          "localhost:9092",
          "HOST:PORT, several with commas between",
          "Brokers to connect to first.");

  /** {@code kafka.topic-prefix}. */
  public static final Option<String> TOPIC_PREFIX =
      Declare.matching(
          "kafka.topic-prefix",
          "",
          "[A-Za-z0-9._-]*",
          "letters, digits, '.', '_' and '-', or nothing",
          "Put in front of the name of every topic, as it is.");

  /** {@code kafka.extraction-group-id}. */
  public static final Option<String> EXTRACTION_GROUP_ID =
      Declare.text(
          "kafka.extraction-group-id",
          "duibiao-extraction",
          "any text",
          "Consumer group of the extraction job.");

  /** {@code kafka.assessment-group-id}. */
  public static final Option<String> ASSESSMENT_GROUP_ID =
      Declare.text(
          "kafka.assessment-group-id",
          "duibiao-assessment",
          "any text",
          "Consumer group of the assessment job.");

  /** {@code kafka.start-from}. */
  public static final Option<StartFrom> START_FROM =
      Declare.choice(
          "kafka.start-from",
          StartFrom.class,
          StartFrom.EARLIEST,
          "Where a job that starts without a checkpoint begins to read: at the earliest record, or"
              + " behind what its group has committed (the earliest record where it has committed"
              + " nothing). Such a job remembers nothing: started behind what it has read before,"
              + " it judges without that evidence.");

  /** {@code kafka.partition-discovery-interval}. */
  public static final Option<Duration> PARTITION_DISCOVERY_INTERVAL =
      Declare.duration(
          "kafka.partition-discovery-interval",
          Duration.ofMinutes(5),
          null,
          "How often to look for new partitions.");

  /** {@code kafka.delivery-guarantee}. */
  public static final Option<Guarantee> DELIVERY_GUARANTEE =
      Declare.choice(
          "kafka.delivery-guarantee",
          Guarantee.class,
          Guarantee.EXACTLY_ONCE,
          "exactly-once shows records with the next checkpoint to readers of committed records;"
              + " at-least-once shows them at once and may repeat them after a failure.");

  /** {@code kafka.transaction-timeout}. */
  public static final Option<Duration> TRANSACTION_TIMEOUT =
      Declare.duration(
          "kafka.transaction-timeout",
          Duration.ofMinutes(15),
          Duration.ofDays(7),
          "How long the broker keeps an open transaction. Must exceed the time between checkpoints"
              + " plus the longest restart, or the records of the transaction are lost. A broker"
              + " refuses more than its transaction.max.timeout.ms, by default 15 min.");

  /** {@code kafka.transactional-id-prefix}. */
  public static final Option<String> TRANSACTIONAL_ID_PREFIX =
      Declare.text(
          "kafka.transactional-id-prefix",
          "duibiao",
          "any text",
          "First part of the transactional ids; must stay the same for the life of a deployment"
              + " and differ between deployments on one cluster.");

  /** {@code kafka.replication-factor}. */
  public static final Option<Integer> REPLICATION_FACTOR =
      Declare.number(
          "kafka.replication-factor",
          -1,
          -1,
          Short.MAX_VALUE,
          "Copies of each partition of a topic that is created; -1 for the broker's default.");

  /** {@code kafka.client-properties-file}. */
  public static final Option<String> CLIENT_PROPERTIES_FILE =
      Declare.text(
          "kafka.client-properties-file",
          null,
          "path of a properties file",
          "Properties for every Kafka client as Kafka names them, for TLS and SASL.");
}
