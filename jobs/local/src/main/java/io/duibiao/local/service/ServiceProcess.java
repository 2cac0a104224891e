package io.duibiao.local.service;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;

/**
 * The main class of the processes that {@code duibiao up} starts. It is not a command for users.
 *
 * <p>It speaks with its parent over two pipes. On standard output it says {@code ready}, {@code
 * progress TEXT} and {@code failed TEXT}, one per line. It runs until standard input ends, which is
 * how the parent asks it to stop and also what happens when the parent dies: so no process stays
 * behind, whatever became of the parent.
 */
public final class ServiceProcess {
  /** The line that says that others can use the service. */
  public static final String READY = "ready";

  /** Starts a line that says why the service can not go on. */
  public static final String FAILED = "failed ";

  /** Starts a line that says what the service is doing. */
  public static final String PROGRESS = "progress ";

  private static final long STOP_MILLIS = 40_000;

  private ServiceProcess() {}

  /**
   * Runs one service.
   *
   * @param arguments the name of the service and its properties file
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream parent = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    // Ctrl-C reaches every process of the terminal at once; only the parent shall decide what it
    // means.
    for (String signal : new String[] {"INT", "HUP"}) {
      Signal.handle(new Signal(signal), ignored -> {});
    }
    Service service = create(arguments[0], Path.of(arguments[1]), parent);
    AtomicBoolean stopping = new AtomicBoolean();
    Thread worker = new Thread(() -> run(service, parent, stopping), arguments[0]);
    worker.start();
    awaitEnd();
    stopping.set(true);
    exit(service, worker);
  }

  private static Service create(String name, Path file, PrintStream parent) throws IOException {
    Properties properties = properties(file);
    return switch (name) {
      case "kafka" -> new KafkaService(file, properties);
      case "elasticsearch" -> new ElasticsearchService(properties);
      case "flink" ->
          new FlinkService(
              PipelineJob.ALL, properties, text -> parent.println(PROGRESS + oneLine(text)));
      default -> throw new IllegalArgumentException("unknown service " + name);
    };
  }

  private static void run(Service service, PrintStream parent, AtomicBoolean stopping) {
    try {
      service.start();
      parent.println(READY);
      service.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (Throwable problem) {
      if (!stopping.get()) {
        logger().error("the service can not go on", problem);
        parent.println(FAILED + describe(problem));
        Runtime.getRuntime().halt(1);
      }
    }
  }

  /** Stops in good order, but never takes longer than it may. */
  private static void exit(Service service, Thread worker) throws InterruptedException {
    Thread stopper =
        new Thread(
            () -> {
              try {
                worker.interrupt();
                service.stop();
              } catch (Exception problem) {
                logger().error("the service did not stop in good order", problem);
                Runtime.getRuntime().halt(1);
              }
            },
            "stop");
    stopper.start();
    stopper.join(STOP_MILLIS);
    Runtime.getRuntime().halt(stopper.isAlive() ? 1 : 0);
  }

  private static void awaitEnd() throws IOException {
    byte[] ignored = new byte[256];
    int read;
    do {
      read = System.in.read(ignored);
    } while (read >= 0);
  }

  private static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  /** The message that says most: that of the innermost cause that has one, on one line. */
  private static String describe(Throwable problem) {
    String text = problem.toString();
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null) {
        text =
            cause instanceof ServiceException
                ? cause.getMessage()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
      }
      if (cause == cause.getCause()) {
        break;
      }
    }
    return oneLine(text);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  // Not a constant: the log's configuration shall be read only once the process runs.
  private static Logger logger() {
    return LoggerFactory.getLogger(ServiceProcess.class);
  }
}
