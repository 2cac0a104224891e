package io.duibiao.deployment;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files of this clone and what its build has made. */
final class Repository {
  private static final Path ROOT = root();

  private Repository() {}

  /** A file or directory by its path from the root of the clone. */
  static Path file(String path) {
    return ROOT.resolve(path);
  }

  /** The jar of a job that is submitted to a cluster. */
  static Path clusterJar(String job) {
    return built(
        "jobs/%1$s/target/duibiao-%1$s-job-%2$s-cluster.jar"
            .formatted(job, System.getProperty("duibiao.version")));
  }

  /** The jar of the command line. */
  static Path commandLineJar() {
    return built("jobs/local/target/duibiao.jar");
  }

  private static Path built(String path) {
    Path jar = file(path);
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("there is no " + jar + ", build the whole first");
    }
    return jar;
  }

  /** Tests run in the directory of their module. */
  private static Path root() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(root.resolve("duibiao"))) {
      root = root.getParent();
      if (root == null) {
        throw new IllegalStateException("not inside a clone");
      }
    }
    return root;
  }
}
