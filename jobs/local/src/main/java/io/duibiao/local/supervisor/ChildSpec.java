package io.duibiao.local.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A process to start.
 *
 * @param name for messages
 * @param command program and arguments
 * @param log the file that takes its standard error
 * @param startLimit how long it may take until it is ready
 * @param stopLimit how long it may take to stop in good order before it is ended by force
 */
public record ChildSpec(
    String name, List<String> command, Path log, Duration startLimit, Duration stopLimit) {
  /** A process of this program's own class path. */
  public static ChildSpec java(
      String name,
      List<String> jvmOptions,
      Class<?> mainClass,
      List<String> arguments,
      Path log,
      Duration startLimit,
      Duration stopLimit) {
    java.util.ArrayList<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-Dduibiao.log.file=" + log);
    command.add("-Dfile.encoding=UTF-8");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass.getName());
    command.addAll(arguments);
    return new ChildSpec(name, List.copyOf(command), log, startLimit, stopLimit);
  }
}
