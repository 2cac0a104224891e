package io.duibiao.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the checkpoint or savepoint that a job goes on from. Flink writes the file {@code
 * _metadata} last and at once, so a directory that has it is complete.
 *
 * @param directory the checkpoint or savepoint itself
 * @param root the child of the job's directory that it belongs to: all checkpoints of one
 *     submission, or one savepoint
 */
record LatestCheckpoint(Path directory, Path root) {
  private static final String METADATA = "_metadata";
  private static final int DEPTH = 3;

  /** The complete ones below the directory of a job, the latest first. */
  static List<LatestCheckpoint> all(Path job) throws IOException {
    if (!Files.isDirectory(job)) {
      return List.of();
    }
    List<Path> complete;
    try (Stream<Path> files = Files.walk(job, DEPTH)) {
      complete = files.filter(file -> file.getFileName().toString().equals(METADATA)).toList();
    }
    Comparator<Path> byTime = Comparator.comparingLong(LatestCheckpoint::modified);
    return complete.stream()
        .sorted(byTime.thenComparingLong(LatestCheckpoint::number).reversed())
        .map(Path::getParent)
        .map(directory -> new LatestCheckpoint(directory, childOf(job, directory)))
        .toList();
  }

  /**
   * What other submissions left beside it, which nobody reads any more once a job has started from
   * this one.
   *
   * @param job the directory of the job, before it is submitted again
   */
  List<Path> others(Path job) throws IOException {
    try (Stream<Path> children = Files.list(job)) {
      return children.filter(child -> !child.equals(root)).toList();
    }
  }

  private static Path childOf(Path job, Path directory) {
    return job.resolve(job.relativize(directory).getName(0));
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException deleted) {
      return Long.MIN_VALUE;
    }
  }

  /**
   * The number of {@code chk-17/_metadata}; a savepoint has none and is taken before the job ends.
   */
  private static long number(Path metadata) {
    String name = metadata.getParent().getFileName().toString();
    return name.matches("chk-\\d{1,18}") ? Long.parseLong(name.substring(4)) : Long.MAX_VALUE;
  }
}
