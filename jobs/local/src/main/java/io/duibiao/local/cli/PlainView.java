package io.duibiao.local.cli;

import io.duibiao.local.summary.Counts;
import io.duibiao.local.supervisor.Instance;
import io.duibiao.local.supervisor.ServiceState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One line for each thing that happens, for output that goes to a file or a pipe: the numbers on
 * standard output when they change, everything else on standard error.
 */
final class PlainView implements UpView {
  private final Console console;
  private final Results results;
  private final Map<String, Instant> started = new HashMap<>();
  private String lastCounts = "";

  PlainView(Console console) {
    this.console = console;
    this.results = new Results(console);
  }

  @Override
  public synchronized void service(String name, String state) {
    if (state.equals(ServiceState.STARTING)) {
      started.put(name, Instant.now());
    } else if (state.equals(ServiceState.READY)) {
      console.say("%-14s ready %s".formatted(name, seconds(started.get(name))));
    } else if (!state.equals(ServiceState.STOPPING)) {
      console.say("%-14s %s".formatted(name, state));
    }
  }

  @Override
  public synchronized void addresses(Instance instance) {
    console.say("kafka          " + instance.bootstrap());
    console.say("elasticsearch  " + instance.elasticsearch());
    console.say("flink          " + instance.flink());
  }

  @Override
  public synchronized void published(int sent, int failed, boolean done) {
    if (done && sent + failed > 0) {
      console.say("published      %d, not sent %d".formatted(sent, failed));
    }
  }

  @Override
  public synchronized void problem(String line) {
    console.say(line);
  }

  @Override
  public synchronized void counts(Counts counts, long rejected) throws IOException {
    String line = SummaryText.line(counts, rejected);
    if (!line.equals(lastCounts)) {
      lastCounts = line;
      results.line(line);
      results.flush();
    }
  }

  @Override
  public void close() {
    // Every line was written when it was known.
  }

  private static String seconds(Instant since) {
    return String.format(
        Locale.ROOT, "%.1f s", Duration.between(since, Instant.now()).toMillis() / 1000.0);
  }
}
