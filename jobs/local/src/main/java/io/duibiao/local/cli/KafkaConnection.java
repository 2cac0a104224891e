package io.duibiao.local.cli;

import io.duibiao.local.CommandFailure;
import io.duibiao.streaming.options.JobOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command reaches Kafka. */
final class KafkaConnection {
  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      converter = BootstrapConverter.class,
      description = "Kafka's address (default: that of the running up, else localhost:9092)")
  private String bootstrap;

  @Mixin private ConnectionOptions connection;

  /** Starts the log of the command and says what to connect with. */
  JobOptions start(CommonOptions common, String command) throws CommandFailure {
    connection.data().startLog(common, command);
    return connection.resolve(bootstrap, null);
  }
}
