package io.duibiao.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.local.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With shell scripts that speak the protocol of a service. */
@Timeout(60)
class SupervisorTest {
  private static final String OBEDIENT = "echo ready; cat >/dev/null";

  @TempDir Path directory;

  private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  private final Supervisor supervisor =
      new Supervisor((name, state) -> progress.add(name + " " + state));

  @AfterEach
  void leaveNothingBehind() {
    supervisor.kill();
    supervisor.close();
  }

  @Test
  void startsSideBySideAndStopsTheLastFirst() throws Exception {
    Path sign = directory.resolve("b-runs");
    // The first is not ready before the second runs, so one after the other they would never be.
    supervisor.start(
        List.of(
            child("a", "until [ -e '" + sign + "' ]; do sleep 0.05; done; " + OBEDIENT),
            child("b", "touch '" + sign + "'; " + OBEDIENT)));
    supervisor.start(List.of(child("c", "echo progress warming up; " + OBEDIENT)));
    List<ProcessHandle> processes = processes();
    supervisor.close();

    assertThat(progress.subList(0, 2)).containsExactly("a starting", "b starting");
    assertThat(progress.subList(2, 4)).containsExactlyInAnyOrder("a ready", "b ready");
    assertThat(progress.subList(4, progress.size()))
        .startsWith("c starting", "c warming up", "c ready");
    assertThat(progress.subList(progress.size() - 6, progress.size()))
        .containsExactly(
            "c stopping", "c stopped", "b stopping", "b stopped", "a stopping", "a stopped");
    assertThat(processes).hasSize(3).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void tellsWhyOneCanNotStart() {
    ChildSpec failing = child("b", "echo failed the directory is full; exit 1");

    assertThatThrownBy(() -> supervisor.start(List.of(child("a", OBEDIENT), failing)))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("b: the directory is full; its log is " + failing.log());
  }

  @Test
  void tellsThatOneEndedWithoutAWord() {
    ChildSpec failing = child("a", "echo nothing of use >&2; exit 7");

    assertThatThrownBy(() -> supervisor.start(List.of(failing)))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("a: ended with exit code 7; its log is " + failing.log());
    assertThat(failing.log()).hasContent("nothing of use");
  }

  @Test
  void doesNotWaitForTheOthersWhenOneFails() {
    ChildSpec slow = child("slow", "sleep 50; echo ready");

    assertThatThrownBy(() -> supervisor.start(List.of(slow, child("b", "exit 1"))))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("b: ");
  }

  @Test
  void givesUpWaiting() {
    ChildSpec slow = child("slow", "sleep 50", Duration.ofMillis(300), Duration.ofMillis(100));

    assertThatThrownBy(() -> supervisor.start(List.of(slow)))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("slow was not ready within 0 s; its log is " + slow.log());
  }

  @Test
  void tellsThatAProgramIsMissing() {
    ChildSpec absent =
        new ChildSpec(
            "a",
            List.of(directory.resolve("absent").toString()),
            Map.of(),
            directory.resolve("a.log"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    assertThatThrownBy(() -> supervisor.start(List.of(absent)))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("a can not be started");
  }

  @Test
  void noticesThatOneDies() throws Exception {
    Path sign = directory.resolve("b-runs");
    // The first is not ready before the second runs, so one after the other they would never be.
    supervisor.start(
        List.of(
            child("a", "until [ -e '" + sign + "' ]; do sleep 0.05; done; " + OBEDIENT),
            child("b", "touch '" + sign + "'; " + OBEDIENT)));
    long last = supervisor.pids().get(0);
    ProcessHandle.of(last).orElseThrow().destroyForcibly();

    assertThat(supervisor.failure().get(10, TimeUnit.SECONDS))
        .startsWith("b: was killed; its log is ");
  }

  @Test
  void stoppingIsNoFailure() throws Exception {
    supervisor.start(List.of(child("a", OBEDIENT)));
    supervisor.close();

    assertThat(supervisor.failure()).isNotDone();
  }

  @Test
  void endsByForceWhatDoesNotStop() throws Exception {
    ChildSpec stubborn =
        child(
            "a",
            "trap '' TERM; echo ready; while true; do sleep 0.2; done",
            Duration.ofSeconds(10),
            Duration.ofMillis(200));
    supervisor.start(List.of(stubborn));
    List<ProcessHandle> processes = processes();
    supervisor.close();

    assertThat(processes).hasSize(1).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void stopsInGoodOrderWhenInterrupted() throws Exception {
    Path goodbye = directory.resolve("goodbye");
    supervisor.start(
        List.of(child("a", "echo ready; cat >/dev/null; sleep 0.5; echo bye >" + goodbye)));
    Thread.currentThread().interrupt();
    supervisor.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(goodbye).exists();
  }

  @Test
  void startsNothingOnceStopped() {
    supervisor.close();

    assertThatThrownBy(() -> supervisor.start(List.of(child("a", OBEDIENT))))
        .isInstanceOf(CommandFailure.class);
    assertThat(supervisor.pids()).isEmpty();
  }

  private List<ProcessHandle> processes() {
    return supervisor.pids().stream().map(pid -> ProcessHandle.of(pid).orElseThrow()).toList();
  }

  private ChildSpec child(String name, String script) {
    return child(name, script, Duration.ofSeconds(20), Duration.ofSeconds(10));
  }

  private ChildSpec child(String name, String script, Duration startLimit, Duration stopLimit) {
    Path log = directory.resolve(name + ".log");
    assertThat(Files.exists(log)).isFalse();
    return new ChildSpec(name, List.of("sh", "-c", script), Map.of(), log, startLimit, stopLimit);
  }
}
