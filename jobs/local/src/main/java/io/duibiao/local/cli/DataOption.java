package io.duibiao.local.cli;

import io.duibiao.local.supervisor.DataDirectory;
import io.duibiao.local.supervisor.Instance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says where {@code up} keeps everything. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".duibiao",
      description = "where up keeps everything (default: ${DEFAULT-VALUE})")
  private Path directory;

  Path directory() {
    return directory;
  }

  /** The instance that runs there, if one does. */
  Optional<Instance> instance() {
    return DataDirectory.running(directory);
  }

  /** Starts the log of a command in the directory, or without a file where there is none yet. */
  void startLog(CommonOptions common, String command) {
    Path logs = directory.resolve("logs").toAbsolutePath();
    if (Files.isDirectory(logs) && Files.isWritable(logs)) {
      common.start(logs.resolve(command + ".log"));
    } else {
      common.start();
    }
  }
}
