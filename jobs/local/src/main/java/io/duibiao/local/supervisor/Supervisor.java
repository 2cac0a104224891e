package io.duibiao.local.supervisor;

import io.duibiao.local.CommandFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/**
 * Keeps the processes of one {@code duibiao up}: starts them, notices when one ends, and stops them
 * all, the last started first.
 */
public final class Supervisor implements AutoCloseable {
  private final BiConsumer<String, String> progress;
  private final Deque<Child> children = new ArrayDeque<>();
  private final CompletableFuture<String> failure = new CompletableFuture<>();
  private final Set<Child> dismissed = ConcurrentHashMap.newKeySet();
  private final Thread lastResort = new Thread(this::kill, "last resort");
  private volatile boolean stopping;

  /**
   * @param progress takes the name of a process and what it says about its work
   */
  public Supervisor(BiConsumer<String, String> progress) {
    this.progress = progress;
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /**
   * Starts processes side by side and returns when all are ready.
   *
   * @throws CommandFailure when one can not be started, ends, or is not ready in time; the others
   *     still run until {@link #close()}
   */
  public void start(List<ChildSpec> specs) throws CommandFailure, InterruptedException {
    Map<Child, CompletableFuture<Void>> started = new LinkedHashMap<>();
    for (ChildSpec spec : specs) {
      Child child = start(spec);
      started.put(
          child, child.ready().thenRun(() -> progress.accept(spec.name(), ServiceState.READY)));
    }
    for (Map.Entry<Child, CompletableFuture<Void>> entry : started.entrySet()) {
      awaitReady(entry.getKey(), entry.getValue());
    }
  }

  private synchronized Child start(ChildSpec spec) throws CommandFailure {
    if (stopping) {
      throw new CommandFailure("stopped before " + spec.name() + " was started");
    }
    progress.accept(spec.name(), ServiceState.STARTING);
    Child child = Child.start(spec, text -> progress.accept(spec.name(), text));
    children.push(child);
    child
        .gone()
        .thenAccept(
            why -> {
              if (!stopping && !dismissed.contains(child)) {
                failure.complete(why);
              }
            });
    return child;
  }

  /**
   * Ends one process, which then is no failure; {@link #start} starts it anew.
   *
   * @param name the name it was started under
   * @param force at once instead of in good order
   */
  public void end(String name, boolean force) {
    Child child;
    synchronized (this) {
      child = children.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
      children.remove(child);
      dismissed.add(child);
    }
    if (force) {
      child.kill();
    }
    child.stop();
  }

  private void awaitReady(Child child, CompletableFuture<Void> ready)
      throws CommandFailure, InterruptedException {
    try {
      CompletableFuture.anyOf(ready, failure)
          .get(child.startLimit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new CommandFailure(child.late());
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible.getCause());
    }
    if (failure.isDone()) {
      throw new CommandFailure(failure.join());
    }
  }

  /** Completes with one line for the user when a process has ended that nobody had stopped. */
  public CompletableFuture<String> failure() {
    return failure;
  }

  /** The process ids of what runs, the last started first. */
  public synchronized List<Long> pids() {
    return children.stream().map(Child::pid).toList();
  }

  /** Stops every process, the last started first, each within its time; then none is left. */
  @Override
  public void close() {
    List<Child> toStop;
    synchronized (this) {
      stopping = true;
      toStop = List.copyOf(children);
    }
    for (Child child : toStop) {
      progress.accept(child.name(), ServiceState.STOPPING);
      child.stop();
      progress.accept(child.name(), ServiceState.STOPPED);
    }
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException alreadyShuttingDown) {
      // Then the hook runs, and finds nothing left to end.
    }
  }

  /** Ends every process at once. */
  public synchronized void kill() {
    stopping = true;
    children.forEach(Child::kill);
  }
}
