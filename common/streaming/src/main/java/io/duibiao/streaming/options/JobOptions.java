package io.duibiao.streaming.options;

import io.duibiao.streaming.options.internal.OptionSources;
import io.duibiao.streaming.options.internal.OptionValues;
import io.duibiao.streaming.topic.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.CheckpointingMode;

/**
 * The options of a job, the same on a cluster and on one machine: defaults, then a properties file,
 * then the environment, then arguments, the later one winning. Immutable; {@link #toString} shows
 * no secret.
 */
public final class JobOptions {
  private final Map<String, String> given;
  private final Configuration configuration;

  private JobOptions(Map<String, String> given) {
    this.given = Collections.unmodifiableMap(new TreeMap<>(given));
    this.configuration = OptionValues.check(this.given);
  }

  /**
   * From a command line {@code [--options FILE] [--KEY VALUE …]} and the process environment.
   *
   * @throws InvalidOptionException when an option is unknown, has a bad value, or is a secret on
   *     the command line
   */
  public static JobOptions fromArguments(String... arguments) {
    return fromArguments(System.getenv(), arguments);
  }

  /** As {@link #fromArguments(String...)} with the given environment. */
  public static JobOptions fromArguments(Map<String, String> environment, String... arguments) {
    return new JobOptions(OptionSources.collect(environment, List.of(arguments)));
  }

  /**
   * From keys and values, secrets allowed.
   *
   * @throws InvalidOptionException when an option is unknown or has a bad value
   */
  public static JobOptions of(Map<String, String> values) {
    return new JobOptions(values);
  }

  /** All options at their defaults. */
  public static JobOptions defaults() {
    return new JobOptions(Map.of());
  }

  /** The same options but for one. */
  public JobOptions with(String key, String value) {
    Map<String, String> changed = new TreeMap<>(given);
    changed.put(key, value);
    return new JobOptions(changed);
  }

  /** The same options but for one. */
  public JobOptions with(Option<?> option, String value) {
    return with(option.key(), value);
  }

  /** Every declared option, in the order of the documentation. */
  public static List<Option<?>> declared() {
    return OptionValues.declared();
  }

  /** The value or the default, null when the option has neither. */
  public <T> T get(Option<T> option) {
    return configuration.get(option.config());
  }

  /** The value or the default, empty when the option has neither. */
  public <T> Optional<T> find(Option<T> option) {
    return Optional.ofNullable(get(option));
  }

  /** What was given, by key, secrets included: for a file that only the user can read. */
  public Map<String, String> given() {
    return given;
  }

  /** The name of a topic with the configured prefix. */
  public String topic(Topic topic) {
    return topic.name(get(KafkaOptions.TOPIC_PREFIX));
  }

  /**
   * What every Kafka client needs: the brokers and what was passed through for TLS and SASL, the
   * file first, then keys of their own. Holds secrets.
   */
  public Properties kafkaClient() {
    Properties client = new Properties();
    find(KafkaOptions.CLIENT_PROPERTIES_FILE)
        .ifPresent(
            file ->
                client.putAll(
                    OptionSources.properties(KafkaOptions.CLIENT_PROPERTIES_FILE.key(), file)));
    given.forEach(
        (key, value) -> {
          if (key.startsWith(KafkaOptions.CLIENT_PREFIX)) {
            client.setProperty(key.substring(KafkaOptions.CLIENT_PREFIX.length()), value);
          }
        });
    client.setProperty("bootstrap.servers", get(KafkaOptions.BOOTSTRAP_SERVERS));
    return client;
  }

  /**
   * What these options say to Flink, to be merged into the execution environment: no generic types,
   * no generated uids, exactly-once checkpoints that outlive the job, restart with growing delay.
   * Holds no secret.
   */
  public Configuration flinkConfiguration() {
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    find(ProcessingOptions.PARALLELISM)
        .ifPresent(parallelism -> flink.set(CoreOptions.DEFAULT_PARALLELISM, parallelism));

    flink.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL, get(ProcessingOptions.CHECKPOINT_INTERVAL));
    flink.set(
        CheckpointingOptions.CHECKPOINTING_TIMEOUT, get(ProcessingOptions.CHECKPOINT_TIMEOUT));
    flink.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    flink.set(
        CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, get(ProcessingOptions.CHECKPOINTS_RETAINED));
    find(ProcessingOptions.CHECKPOINT_DIRECTORY)
        .ifPresent(directory -> flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory));

    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY,
        RestartStrategyOptions.RestartStrategyType.EXPONENTIAL_DELAY.getMainValue());
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        get(ProcessingOptions.RESTART_INITIAL_BACKOFF));
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        get(ProcessingOptions.RESTART_MAX_BACKOFF));
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 2.0);
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
        get(ProcessingOptions.RESTART_RESET_AFTER));
    return flink;
  }

  @Override
  public String toString() {
    List<String> shown = new ArrayList<>();
    given.forEach(
        (key, value) -> shown.add(key + "=" + (OptionValues.secret(key) ? "******" : value)));
    return String.join(", ", shown);
  }
}
