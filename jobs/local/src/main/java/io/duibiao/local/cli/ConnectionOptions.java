package io.duibiao.local.cli;

import io.duibiao.local.CommandFailure;
import io.duibiao.local.supervisor.Instance;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.InvalidOptionException;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What a command connects to: what its options name, else what the options file or the environment
 * name, else the instance that runs on the data directory, else the addresses that {@code up} uses
 * by default.
 */
final class ConnectionOptions {
  @Mixin private DataOption data;

  @Option(
      names = "--options",
      paramLabel = "FILE",
      description = "options of the jobs, for TLS, credentials and a topic prefix")
  private String optionsFile;

  DataOption data() {
    return data;
  }

  /**
   * The options to connect with.
   *
   * @param bootstrap Kafka's address as given on the command line, or null
   * @param elasticsearch Elasticsearch's address as given on the command line, or null
   */
  JobOptions resolve(String bootstrap, String elasticsearch) throws CommandFailure {
    try {
      JobOptions options =
          optionsFile == null
              ? JobOptions.fromArguments()
              : JobOptions.fromArguments("--options", optionsFile);
      Optional<Instance> instance = data.instance();
      options =
          choose(
              options,
              KafkaOptions.BOOTSTRAP_SERVERS,
              bootstrap,
              instance.map(Instance::bootstrap));
      return choose(
          options,
          ElasticsearchOptions.HOSTS,
          elasticsearch,
          instance.map(Instance::elasticsearch));
    } catch (InvalidOptionException problem) {
      throw new CommandFailure(problem.getMessage());
    }
  }

  private static JobOptions choose(
      JobOptions options,
      io.duibiao.streaming.options.Option<?> option,
      String given,
      Optional<String> running) {
    if (given != null) {
      return options.with(option, given);
    }
    if (!options.given().containsKey(option.key()) && running.isPresent()) {
      return options.with(option, running.get());
    }
    return options;
  }
}
