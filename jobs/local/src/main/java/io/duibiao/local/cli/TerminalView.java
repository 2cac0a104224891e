package io.duibiao.local.cli;

import io.duibiao.local.summary.Counts;
import io.duibiao.local.supervisor.Instance;
import io.duibiao.local.supervisor.ServiceState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One screen that is drawn again in its place. It fits a terminal of 24 lines. */
final class TerminalView implements UpView {
  private static final String ESCAPE = "\u001B[";
  private static final String CLEAR_BELOW = ESCAPE + "J";
  private static final String NO_WRAP = ESCAPE + "?7l";
  private static final String WRAP = ESCAPE + "?7h";
  private static final String BOLD = ESCAPE + "1m";
  private static final String DIM = ESCAPE + "2m";
  private static final String PLAIN = ESCAPE + "0m";
  private static final int PROBLEMS = 4;

  private final Console console;
  private final Clock clock;
  private final String data;
  private final Map<String, Row> services = new LinkedHashMap<>();
  private final Deque<String> problems = new ArrayDeque<>();
  private Instance instance;
  private Counts counts;
  private long rejected;
  private String published = "";
  private boolean stopping;
  private boolean stopped;
  private int drawn;
  private final Thread ticker = new Thread(this::tick, "clock on the screen");

  /**
   * @param data where everything is kept, as the user wrote it
   */
  TerminalView(Console console, Clock clock, String data) {
    this.console = console;
    this.clock = clock;
    this.data = data;
    ticker.setDaemon(true);
    ticker.start();
  }

  @Override
  public synchronized void service(String name, String state) throws IOException {
    Instant now = clock.instant();
    Row before = services.get(name);
    switch (state) {
      case ServiceState.STARTING -> services.put(name, new Row(state, now, null));
      case ServiceState.READY ->
          services.put(name, new Row(state, now, Duration.between(before.since(), now)));
      case ServiceState.STOPPING, ServiceState.STOPPED -> {
        stopping = true;
        services.put(name, new Row(state, now, null));
      }
      default -> {
        services.put(name, new Row(before.state(), before.since(), before.took()));
        remember(name + ": " + state);
      }
    }
    draw();
  }

  @Override
  public synchronized void addresses(Instance running) throws IOException {
    instance = running;
    draw();
  }

  @Override
  public synchronized void published(int sent, int failed, boolean done) throws IOException {
    if (sent + failed > 0) {
      published =
          sent + (failed > 0 ? ", not sent " + failed : "") + (done ? "" : " and going on …");
    }
    draw();
  }

  @Override
  public synchronized void problem(String line) throws IOException {
    remember(line);
    draw();
  }

  @Override
  public synchronized void counts(Counts found, long rejectedDocuments) throws IOException {
    counts = found;
    rejected = rejectedDocuments;
    draw();
  }

  @Override
  public synchronized void close() {
    ticker.interrupt();
    stopped = true;
    try {
      draw();
    } catch (IOException gone) {
      // Nobody looks any more.
    }
  }

  /** What takes long shows that it goes on. */
  private void tick() {
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(1);
        synchronized (this) {
          if (services.values().stream().anyMatch(Row::changing)) {
            draw();
          }
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      // Nobody looks any more; the counts notice it too, and everything stops.
    }
  }

  private void remember(String problem) {
    problems.addLast(problem);
    if (problems.size() > PROBLEMS) {
      problems.removeFirst();
    }
  }

  private void draw() throws IOException {
    List<String> lines = lines();
    StringBuilder frame = new StringBuilder();
    if (drawn > 0) {
      frame.append(ESCAPE).append(drawn).append('A');
    }
    frame.append('\r').append(CLEAR_BELOW).append(NO_WRAP);
    lines.forEach(line -> frame.append(line).append('\n'));
    frame.append(WRAP);
    drawn = lines.size();
    console.results().write(frame.toString().getBytes(StandardCharsets.UTF_8));
    console.results().flush();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    services.forEach((name, row) -> lines.add(serviceLine(name, row)));
    if (counts != null) {
      lines.add("");
      if (!published.isEmpty()) {
        lines.add(row("published", published));
      }
      lines.add(
          row("documents", counts.documents() + (rejected > 0 ? ", rejected " + rejected : "")));
      lines.add(
          row(
              "statements",
              counts.statements()
                  + (counts.withdrawn() > 0 ? ", withdrawn " + counts.withdrawn() : "")));
      lines.add(row("assessments", SummaryText.assessments(counts)));
      lines.add(row("alerts", SummaryText.alerts(counts)));
    }
    if (!problems.isEmpty()) {
      lines.add("");
      problems.forEach(problem -> lines.add("  " + Printable.line(problem)));
    }
    lines.add("");
    lines.add("  " + DIM + hint() + PLAIN);
    return lines;
  }

  private String hint() {
    if (stopped) {
      return "what was found stays in " + data;
    }
    return stopping ? "stopping …" : "Ctrl-C stops everything; what was found stays in " + data;
  }

  private String serviceLine(String name, Row row) {
    String state = row.state();
    if (row.took() != null) {
      state = String.format(Locale.ROOT, "ready %.1f s", row.took().toMillis() / 1000.0);
    } else if (row.changing()) {
      state += " " + Duration.between(row.since(), clock.instant()).toSeconds() + " s";
    }
    return row(name, "%-14s%s".formatted(state, address(name)).stripTrailing());
  }

  private String address(String name) {
    if (instance == null || stopping) {
      return "";
    }
    return switch (name) {
      case "kafka" -> instance.bootstrap();
      case "elasticsearch" -> instance.elasticsearch();
      case "flink" -> instance.flink();
      default -> "";
    };
  }

  private static String row(String name, String text) {
    return "  %s%-15s%s%s".formatted(BOLD, name, PLAIN, text);
  }

  /**
   * One process.
   *
   * @param since since when it is in its state
   * @param took how long it took to start, null while it does
   */
  private record Row(String state, Instant since, Duration took) {
    boolean changing() {
      return state.equals(ServiceState.STARTING) || state.equals(ServiceState.STOPPING);
    }
  }
}
