package io.duibiao.local.supervisor;

import io.duibiao.local.CommandFailure;
import io.duibiao.local.service.ServiceProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running process that speaks the protocol of {@link ServiceProcess}: it says {@code ready} on
 * its standard output and ends when its standard input does.
 */
final class Child {
  private static final Duration FORCE = Duration.ofSeconds(5);

  /** What a JVM started with ExitOnOutOfMemoryError answers then. */
  private static final int OUT_OF_MEMORY = 3;

  private static final int SIGNALLED = 128;

  private final ChildSpec spec;
  private final Process process;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<String> gone = new CompletableFuture<>();
  private volatile String failure;

  private Child(ChildSpec spec, Process process) {
    this.spec = spec;
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param progress takes what the process says about its work
   * @throws CommandFailure when the program can not be started at all
   */
  static Child start(ChildSpec spec, Consumer<String> progress) throws CommandFailure {
    try {
      ProcessBuilder builder = new ProcessBuilder(spec.command());
      builder.environment().putAll(spec.environment());
      builder.redirectError(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
      Child child = new Child(spec, builder.start());
      Thread reader = new Thread(() -> child.listen(progress), "listen to " + spec.name());
      reader.setDaemon(true);
      reader.start();
      return child;
    } catch (IOException problem) {
      throw new CommandFailure(spec.name() + " can not be started: " + problem.getMessage());
    }
  }

  String name() {
    return spec.name();
  }

  long pid() {
    return process.pid();
  }

  /** Completes when the process says that it is ready. */
  CompletableFuture<Void> ready() {
    return ready;
  }

  /** Completes with one line for the user when the process has ended, for whatever reason. */
  CompletableFuture<String> gone() {
    return gone;
  }

  Duration startLimit() {
    return spec.startLimit();
  }

  /** One line for the user when it was not ready in time. */
  String late() {
    return spec.name()
        + " was not ready within "
        + spec.startLimit().toSeconds()
        + " s; its log is "
        + spec.log();
  }

  /**
   * Asks it to stop, and ends it by force when it does not in time. An interrupt does not shorten
   * that: it is what stopping began with.
   */
  void stop() {
    closeInput();
    if (!ends(spec.stopLimit())) {
      process.destroy();
      if (!ends(FORCE)) {
        kill();
        ends(FORCE);
      }
    }
  }

  private boolean ends(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends it at once. */
  void kill() {
    process.destroyForcibly();
  }

  private void closeInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      // The process is gone, which is what closing asks for.
    }
  }

  private void listen(Consumer<String> progress) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(ServiceProcess.READY)) {
          ready.complete(null);
        } else if (line.startsWith(ServiceProcess.FAILED)) {
          failure = line.substring(ServiceProcess.FAILED.length());
        } else if (line.startsWith(ServiceProcess.PROGRESS)) {
          progress.accept(line.substring(ServiceProcess.PROGRESS.length()));
        }
      }
    } catch (IOException broken) {
      // The pipe breaks when the process is killed; its end is noticed below.
    }
    process.onExit().thenAccept(ended -> gone.complete(reason(ended.exitValue())));
  }

  private String reason(int exitCode) {
    String why = failure == null ? describe(exitCode) : failure;
    return spec.name() + ": " + why + "; its log is " + spec.log();
  }

  private static String describe(int exitCode) {
    return switch (exitCode) {
      case OUT_OF_MEMORY -> "ran out of memory";
      case SIGNALLED + 9 -> "was killed";
      default -> "ended with exit code " + exitCode;
    };
  }
}
