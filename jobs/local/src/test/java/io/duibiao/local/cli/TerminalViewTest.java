package io.duibiao.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.local.summary.Counts;
import io.duibiao.local.supervisor.Instance;
import io.duibiao.local.supervisor.ServiceState;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalViewTest {
  private static final Counts COUNTS =
      new Counts(
          6,
          379,
          1,
          Map.of(AssessmentStatus.MET, 63L, AssessmentStatus.MISSED, 18L),
          Map.of(AlertState.OPEN, 18L, AlertState.RESOLVED, 1L));

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          InputStream.nullInputStream(),
          output,
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
          true);
  private final TerminalView view =
      new TerminalView(console, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), ".duibiao");

  @AfterEach
  void close() {
    view.close();
  }

  @Test
  void showsNumbersAndAddresses() throws Exception {
    view.service("kafka", ServiceState.STARTING);
    view.service("kafka", ServiceState.READY);
    view.addresses(
        new Instance(1, "127.0.0.1:9092", "http://127.0.0.1:9200", "http://127.0.0.1:8081"));
    view.published(7, 0, true);
    view.counts(COUNTS, 2);

    assertThat(lastFrame().lines().map(String::strip))
        .contains(
            "kafka          ready 0.0 s   127.0.0.1:9092",
            "published      7",
            "documents      6, rejected 2",
            "statements     379, withdrawn 1",
            "assessments    met 63, missed 18, awaiting 0, untargeted 0",
            "alerts         open 18, resolved 1",
            "Ctrl-C stops everything; what was found stays in .duibiao");
  }

  @Test
  void drawsOverItself() throws Exception {
    view.service("kafka", ServiceState.STARTING);
    int lines = (int) lastFrame().lines().count();
    output.reset();
    view.service("kafka", ServiceState.READY);

    assertThat(output.toString(StandardCharsets.UTF_8))
        .startsWith("\u001B[" + lines + "A\r\u001B[J");
  }

  @Test
  void fitsASmallTerminal() throws Exception {
    for (String service : new String[] {"kafka", "elasticsearch", "flink"}) {
      view.service(service, ServiceState.STARTING);
      view.service(service, ServiceState.READY);
    }
    view.published(7, 3, true);
    view.counts(COUNTS, 2);
    for (int i = 0; i < 50; i++) {
      view.problem("not sent " + i + ": is empty");
    }

    assertThat(lastFrame().lines().count()).isLessThan(24);
    assertThat(lastFrame()).contains("not sent 49").doesNotContain("not sent 45:");
  }

  @Test
  void obeysNoTerminalCodesOfDocuments() throws Exception {
    view.problem("rejected a\u001B]0;title\u0007\u001B[2J\nb\u202Ec");

    assertThat(lastFrame()).contains("rejected a ]0;title  [2J b c");
  }

  /** The text of the last frame, without the codes that the view itself writes. */
  private String lastFrame() {
    String all = output.toString(StandardCharsets.UTF_8);
    String frame = all.substring(all.lastIndexOf("\u001B[J"));
    return frame.replaceAll("\u001B\\[[0-9?]*[a-zA-Z]", "");
  }
}
