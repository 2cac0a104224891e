package io.duibiao.local.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process to start.
 *
 * @param name for messages
 * @param command program and arguments
 * @param environment variables besides those of this process
 * @param log the file that takes its standard error
 * @param startLimit how long it may take until it is ready
 * @param stopLimit how long it may take to stop in good order before it is ended by force
 */
public record ChildSpec(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path log,
    Duration startLimit,
    Duration stopLimit) {
  /** A process of this program's own class path. */
  public static ChildSpec java(
      String name,
      List<String> jvmOptions,
      Class<?> mainClass,
      List<String> arguments,
      Path log,
      Duration startLimit,
      Duration stopLimit) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-Dduibiao.log.file=" + log);
    command.add("-Dfile.encoding=UTF-8");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add(mainClass.getName());
    command.addAll(arguments);
    // In the environment, because on the command line it would hide all else from who lists
    // processes.
    Map<String, String> environment = Map.of("CLASSPATH", System.getProperty("java.class.path"));
    return new ChildSpec(name, List.copyOf(command), environment, log, startLimit, stopLimit);
  }
}
