package io.duibiao.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duibiao.streaming.fixture.Await;
import io.duibiao.streaming.fixture.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A standalone cluster of {@code docker/standalone/flink.sh}: every JobManager and TaskManager is a
 * process, and jobs are submitted and stopped with Flink's own client.
 */
final class StandaloneFlink implements AutoCloseable {
  /** How long what such a cluster does may take on a busy machine. */
  static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Pattern JOB_ID = Pattern.compile("JobID ([0-9a-f]{32})");
  private static final Pattern SAVEPOINT = Pattern.compile("Savepoint completed. Path: (\\S+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;
  private final int rpcPort = FreePorts.one();
  private final int restPort = FreePorts.one();
  private final List<Run> processes = new ArrayList<>();

  /**
   * A cluster without processes yet.
   *
   * @param directory takes logs, checkpoints and temporary files
   */
  StandaloneFlink(Path directory) {
    this.directory = directory;
  }

  /** Starts the JobManager and one TaskManager, and waits until that offers its slots. */
  Run start() throws Exception {
    // Once, before two processes would do it side by side.
    flink("install").await().succeeded();
    process("jobmanager", "-D", "jobmanager.memory.process.size=1g");
    return startTaskManager();
  }

  /** Starts a TaskManager where there is none, and waits until the JobManager counts its slots. */
  Run startTaskManager() throws Exception {
    Run started =
        process(
            "taskmanager",
            "-D",
            "taskmanager.memory.process.size=1600m",
            "-D",
            "taskmanager.numberOfTaskSlots=4");
    Await.until(
        "a TaskManager",
        PATIENCE,
        () -> {
          assertThat(started.process().isAlive()).as(started.stdout()).isTrue();
          // Total, not available: jobs that wait for slots take them at once.
          return restAnswers() && rest("/overview").path("slots-total").asInt() >= 4;
        });
    return started;
  }

  /** How many TaskManagers the JobManager counts. */
  int taskManagers() throws IOException, InterruptedException {
    return rest("/overview").path("taskmanagers").asInt();
  }

  /**
   * Submits a job; returns its id.
   *
   * @param secrets variables for the client alone
   * @param savepoint where it goes on from, or null
   */
  String submit(
      String mainClass, Path jar, Map<String, String> secrets, String savepoint, String... options)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("client", "run", "-m", address(), "-d"));
    if (savepoint != null) {
      arguments.addAll(List.of("-s", savepoint));
    }
    arguments.addAll(List.of("-c", mainClass, jar.toString()));
    arguments.addAll(Arrays.asList(options));
    Run run = flink(secrets, arguments.toArray(String[]::new)).await().succeeded();
    return only(JOB_ID, run.stdout());
  }

  /** Stops a job with a savepoint; returns the savepoint. */
  String stop(String job, Path savepoints) throws IOException, InterruptedException {
    Run run =
        flink("client", "stop", "-m", address(), "-p", savepoints.toUri().toString(), job)
            .await()
            .succeeded();
    return only(SAVEPOINT, run.stdout());
  }

  /** Cancels a job and waits until it has ended. */
  void cancel(String job) throws Exception {
    flink("client", "cancel", "-m", address(), job).await().succeeded();
    Await.until(
        "job " + job + " is cancelled",
        PATIENCE,
        () -> "CANCELED".equals(rest("/jobs/" + job).path("state").asText()));
  }

  /** Waits until every subtask of a job runs. */
  void awaitRunning(String job) throws Exception {
    Await.until(
        "job " + job + " runs",
        PATIENCE,
        () -> {
          JsonNode answer = rest("/jobs/" + job);
          if (!"RUNNING".equals(answer.path("state").asText())) {
            return false;
          }
          for (JsonNode vertex : answer.path("vertices")) {
            int running = vertex.path("tasks").path("RUNNING").asInt();
            if (running == 0 || running != vertex.path("parallelism").asInt()) {
              return false;
            }
          }
          return true;
        });
  }

  /** The answer of the JobManager to a path of its REST interface. */
  JsonNode rest(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address() + path)).build();
    return JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private boolean restAnswers() throws InterruptedException {
    try {
      rest("/overview");
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String address() {
    return "127.0.0.1:" + restPort;
  }

  private Run process(String role, String... properties) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(role);
    for (String property :
        List.of(
            "jobmanager.rpc.address=127.0.0.1",
            "jobmanager.rpc.port=" + rpcPort,
            "jobmanager.bind-host=127.0.0.1",
            "taskmanager.bind-host=127.0.0.1",
            "taskmanager.host=127.0.0.1",
            "rest.address=127.0.0.1",
            "rest.bind-address=127.0.0.1",
            "rest.port=" + restPort,
            "io.tmp.dirs=" + Files.createDirectories(directory.resolve("tmp")),
            // A lost TaskManager is noticed when two heartbeats find nobody to send them to.
            "heartbeat.interval=1 s")) {
      arguments.addAll(List.of("-D", property));
    }
    arguments.addAll(Arrays.asList(properties));
    Run run = flink(arguments.toArray(String[]::new));
    processes.add(run);
    return run;
  }

  private Run flink(String... arguments) throws IOException {
    return flink(Map.of(), arguments);
  }

  private Run flink(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Repository.file("docker/standalone/flink.sh").toString());
    command.addAll(Arrays.asList(arguments));
    return Run.start(directory, arguments[0], environment, command);
  }

  private static String only(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("'%s' in %s", pattern, text).isTrue();
    return matcher.group(1);
  }

  @Override
  public void close() throws InterruptedException {
    processes.forEach(run -> run.process().destroy());
    for (Run run : processes) {
      if (!run.process().waitFor(10, TimeUnit.SECONDS)) {
        run.process().destroyForcibly();
      }
    }
  }
}
