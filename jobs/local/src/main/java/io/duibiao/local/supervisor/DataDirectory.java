package io.duibiao.local.supervisor;

import io.duibiao.local.CommandFailure;
import io.duibiao.local.file.Trees;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The directory that holds everything {@code duibiao up} keeps between two runs.
 *
 * <pre>
 * duibiao.properties   says that this is such a directory, and of which layout
 * lock                 held while an instance runs
 * instance.properties  where the running instance listens
 * config, kafka, elasticsearch, flink, logs
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {
  /** The layout that this program reads and writes. */
  static final String LAYOUT = "1";

  private static final String MARKER = "duibiao.properties";
  private static final String LOCK = "lock";
  private static final String INSTANCE = "instance.properties";
  private static final List<String> OWN_FOLDERS =
      List.of("config", "kafka", "elasticsearch", "flink", "logs");

  private final Path root;
  private final FileChannel lockChannel;

  private DataDirectory(Path root, FileChannel lockChannel) {
    this.root = root;
    this.lockChannel = lockChannel;
  }

  /**
   * Opens the directory for one instance, which then has it to itself; creates it where it is
   * absent.
   *
   * @param fresh whether to delete what earlier runs left there, and nothing else
   * @throws CommandFailure when it is in use, no directory of ours, of another layout, or can not
   *     be written
   */
  public static DataDirectory open(Path directory, boolean fresh) throws CommandFailure {
    Path root = directory.toAbsolutePath().normalize();
    try {
      recognise(root);
      Files.createDirectories(root);
      DataDirectory data = new DataDirectory(root, lock(root));
      try {
        if (fresh) {
          data.deleteOwnFolders();
        } else {
          data.checkLayout();
        }
        data.write(MARKER, properties("layout", LAYOUT));
        for (String folder : OWN_FOLDERS) {
          Files.createDirectories(root.resolve(folder));
        }
        Files.deleteIfExists(root.resolve(INSTANCE));
        return data;
      } catch (IOException | CommandFailure problem) {
        data.close();
        throw problem;
      }
    } catch (IOException problem) {
      throw new CommandFailure(
          "the data directory " + root + " can not be used: " + describe(problem));
    }
  }

  /**
   * The instance that runs on a directory.
   *
   * @return empty when none does
   */
  public static Optional<Instance> running(Path directory) {
    Path file = directory.resolve(INSTANCE);
    try (Reader reader = Files.newBufferedReader(file)) {
      Properties properties = new Properties();
      properties.load(reader);
      return Instance.from(properties);
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** Where a part keeps its files: one of kafka, elasticsearch, flink, logs, config. */
  public Path folder(String name) {
    if (!OWN_FOLDERS.contains(name)) {
      throw new IllegalArgumentException(name);
    }
    return root.resolve(name);
  }

  /** The log file of a process. */
  public Path log(String process) {
    return folder("logs").resolve(process + ".log");
  }

  /** The directory itself. */
  public Path root() {
    return root;
  }

  /** Bytes that can still be written to the disk of the directory. */
  public long usableBytes() throws IOException {
    return Files.getFileStore(root).getUsableSpace();
  }

  /** Writes a properties file for a process and says where it is. */
  public Path writeConfig(String process, Properties properties) throws IOException {
    return write("config/" + process + ".properties", properties);
  }

  /** Lets other commands find the running instance. */
  public void announce(Instance instance) throws IOException {
    write(INSTANCE, instance.toProperties());
  }

  /** Gives the directory free for the next instance. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(root.resolve(INSTANCE));
    } catch (IOException leftBehind) {
      // The next instance deletes it; until then a command that believes it is told that nobody
      // answers there.
    }
    try {
      lockChannel.close();
    } catch (IOException released) {
      // The system releases the lock when the process ends.
    }
  }

  /** Refuses a directory that holds something but not what an earlier run left. */
  private static void recognise(Path root) throws IOException, CommandFailure {
    if (!Files.exists(root)) {
      return;
    }
    if (!Files.isDirectory(root)) {
      throw new CommandFailure(root + " is not a directory; choose another with --data");
    }
    if (Files.exists(root.resolve(MARKER))) {
      return;
    }
    try (Stream<Path> entries = Files.list(root)) {
      boolean foreign = entries.anyMatch(entry -> !entry.getFileName().toString().equals(LOCK));
      if (foreign) {
        throw new CommandFailure(
            root + " holds something else than duibiao's data; choose another with --data");
      }
    }
  }

  private static FileChannel lock(Path root) throws IOException, CommandFailure {
    FileChannel channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      // Reported below like a lock that another process holds.
    }
    if (lock == null) {
      channel.close();
      throw new CommandFailure(
          "another duibiao up is running on "
              + root
              + running(root).map(instance -> " (process " + instance.pid() + ")").orElse("")
              + "; choose another directory with --data");
    }
    return channel;
  }

  private void checkLayout() throws IOException, CommandFailure {
    Path marker = root.resolve(MARKER);
    if (!Files.exists(marker)) {
      return;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(marker)) {
      properties.load(reader);
    }
    String layout = properties.getProperty("layout");
    if (!LAYOUT.equals(layout)) {
      throw new CommandFailure(
          root
              + " was written by another version of duibiao (layout "
              + layout
              + ", this one needs "
              + LAYOUT
              + "); start anew with --fresh or choose another with --data");
    }
  }

  private void deleteOwnFolders() throws IOException {
    for (String folder : OWN_FOLDERS) {
      Trees.delete(root.resolve(folder));
    }
  }

  /** A reader sees the old file or the new one, never a part. */
  private Path write(String name, Properties properties) throws IOException {
    Path file = root.resolve(name);
    Path part = root.resolve(name + ".part");
    try (Writer writer = Files.newBufferedWriter(part)) {
      properties.store(writer, null);
    }
    return Files.move(
        part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Properties properties(String key, String value) {
    Properties properties = new Properties();
    properties.setProperty(key, value);
    return properties;
  }

  private static String describe(IOException problem) {
    if (problem instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (problem instanceof FileSystemException fileProblem && fileProblem.getReason() != null) {
      return fileProblem.getReason();
    }
    return problem.getMessage();
  }
}
