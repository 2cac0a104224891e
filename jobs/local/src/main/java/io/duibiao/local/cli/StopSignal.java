package io.duibiao.local.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C and its like. The first interrupts the thread that runs the command, which then stops what
 * it started; the second ends it all at once.
 */
final class StopSignal implements AutoCloseable {
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  /**
   * Who ends a process group (timeout, a service manager) often signals the process and its group:
   * that is one wish, not two.
   */
  private static final long ECHO_NANOS = 1_000_000_000L;

  private final Thread command = Thread.currentThread();
  private final AtomicLong first = new AtomicLong();
  private final List<Runnable> restore = new ArrayList<>();
  private volatile Runnable onSecond = () -> {};

  private StopSignal() {}

  /** Listens from now on, for the thread that calls it. */
  static StopSignal listen() {
    StopSignal stop = new StopSignal();
    for (String name : SIGNALS) {
      Signal signal = new Signal(name);
      SignalHandler before = Signal.handle(signal, received -> stop.request());
      stop.restore.add(() -> Signal.handle(signal, before));
    }
    return stop;
  }

  /** What a second signal does. */
  void onSecond(Runnable action) {
    onSecond = action;
  }

  boolean requested() {
    return first.get() != 0;
  }

  private void request() {
    // Never 0, which means that none has come.
    long now = System.nanoTime() | 1;
    if (first.compareAndSet(0, now)) {
      command.interrupt();
    } else if (now - first.get() > ECHO_NANOS) {
      onSecond.run();
    }
  }

  @Override
  public void close() {
    restore.forEach(Runnable::run);
  }
}
