package io.duibiao.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.fixture.Await;
import io.duibiao.streaming.fixture.ComparableRecords;
import io.duibiao.streaming.fixture.EmbeddedElasticsearch;
import io.duibiao.streaming.fixture.EmbeddedKafka;
import io.duibiao.streaming.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job jars on a cluster as the README tells it: prepared by Setup, submitted with Flink's
 * client to a JobManager and a TaskManager that are processes of their own, with the production
 * configuration (RocksDB, incremental checkpoints), a real broker and a real Elasticsearch. A
 * TaskManager is killed, the jobs are stopped with savepoints and go on at another parallelism;
 * what remains is what {@code duibiao assess} says.
 */
@Timeout(900)
class StandaloneClusterIT {
  private static final String EXTRACTION = "io.duibiao.extraction.ExtractionJob";
  private static final String ASSESSMENT = "io.duibiao.assessment.AssessmentJob";

  @RegisterExtension static final EmbeddedKafka KAFKA = new EmbeddedKafka();
  @RegisterExtension static final EmbeddedElasticsearch ELASTICSEARCH = new EmbeddedElasticsearch();

  @TempDir static Path directory;

  private final Path logs = directory.resolve("logs");

  @Test
  void aKilledTaskManagerAndAnotherParallelismLeaveWhatAssessSays() throws Exception {
    Files.createDirectories(logs);
    Path options = options();
    setUp(options);
    SampleFiles.copyTo(directory);
    Map<String, JsonNode> expected = SampleFiles.assess(directory);

    try (StandaloneFlink flink = new StandaloneFlink(logs)) {
      Run taskManager = flink.start();
      String extraction = submit(flink, EXTRACTION, "extraction", null, "2", options);
      String assessment = submit(flink, ASSESSMENT, "assessment", null, "2", options);
      flink.awaitRunning(extraction);
      flink.awaitRunning(assessment);
      publish(SampleFiles.FIRST, options);
      Await.until(
          "the first assessments",
          StandaloneFlink.PATIENCE,
          () -> !indexed(Index.ASSESSMENTS).isEmpty());
      Await.until(
          "a checkpoint of each",
          StandaloneFlink.PATIENCE,
          () -> checkpoints(flink, extraction, assessment));

      taskManager.process().destroyForcibly();
      assertThat(taskManager.process().waitFor()).isEqualTo(128 + 9);
      publish(SampleFiles.SECOND, options);
      Await.until("the loss is noticed", StandaloneFlink.PATIENCE, () -> flink.taskManagers() == 0);
      flink.startTaskManager();
      flink.awaitRunning(extraction);
      flink.awaitRunning(assessment);
      assertThat(restored(flink, extraction)).isTrue();
      assertThat(restored(flink, assessment)).isTrue();
      Await.until(
          "the place of the third report",
          StandaloneFlink.PATIENCE,
          () -> indexed(Index.DOCUMENTS).size() >= 4);

      String ofExtraction = flink.stop(extraction, directory.resolve("savepoints"));
      String ofAssessment = flink.stop(assessment, directory.resolve("savepoints"));
      publish(SampleFiles.THIRD, options);
      String resumedExtraction =
          submit(flink, EXTRACTION, "extraction", ofExtraction, "1", options);
      String resumedAssessment =
          submit(flink, ASSESSMENT, "assessment", ofAssessment, "3", options);
      flink.awaitRunning(resumedExtraction);
      flink.awaitRunning(resumedAssessment);
      assertThat(restored(flink, resumedExtraction)).isTrue();
      assertThat(restored(flink, resumedAssessment)).isTrue();
      assertThat(indexed(Index.ASSESSMENTS)).as("before the last report").isNotEqualTo(expected);

      publish(SampleFiles.FOURTH, options);
      Await.within(
          StandaloneFlink.PATIENCE,
          () ->
              indexed(Index.ASSESSMENTS).equals(expected)
                  && sent(Topic.ASSESSMENTS).equals(expected));
      assertThat(ComparableRecords.differences(indexed(Index.ASSESSMENTS), expected)).isEmpty();
      assertThat(ComparableRecords.differences(sent(Topic.ASSESSMENTS), expected)).isEmpty();
      assertThat(indexed(Index.ALERTS)).isNotEmpty().isEqualTo(sent(Topic.ALERTS));
      assertThat(indexed(Index.STATEMENTS)).isNotEmpty().isEqualTo(sent(Topic.STATEMENTS));
      assertThat(sent(Topic.DOCUMENTS_REJECTED)).isEmpty();
      assertThat(sent(Topic.STATEMENTS_REJECTED)).isEmpty();
      usesRocksDbIncrementally(flink, resumedAssessment);
    }
  }

  private static Path options() throws IOException {
    return Files.write(
        directory.resolve("duibiao.properties"),
        List.of(
            "kafka.bootstrap-servers=" + KAFKA.bootstrapServers(),
            "elasticsearch.hosts=" + ELASTICSEARCH.address(),
            "checkpoint.directory=" + directory.resolve("checkpoints").toUri(),
            "checkpoint.interval=1 s",
            "restart.initial-backoff=500 ms",
            "restart.max-backoff=1 s",
            "source.idle-timeout=1 s",
            "assessment.quiet-time=2 s"));
  }

  /** As the README says it: the job's jar and Flink's. */
  private void setUp(Path options) throws Exception {
    Path lib = Repository.file("docker/standalone/target/lib");
    Run.start(
            logs,
            "install",
            Map.of(),
            List.of(Repository.file("docker/standalone/flink.sh").toString(), "install"))
        .await()
        .succeeded();
    Run setup =
        Run.java(
            logs,
            "setup",
            Map.of(),
            Repository.clusterJar("extraction") + ":" + lib + "/*",
            "io.duibiao.streaming.Setup",
            "--options",
            options.toString());
    assertThat(setup.succeeded().stdout()).contains("topic documents", "index duibiao-assessments");
  }

  private static String submit(
      StandaloneFlink flink,
      String mainClass,
      String job,
      String savepoint,
      String parallelism,
      Path options)
      throws IOException, InterruptedException {
    return flink.submit(
        mainClass,
        Repository.clusterJar(job),
        Map.of(),
        savepoint,
        "--options",
        options.toString(),
        "--parallelism",
        parallelism);
  }

  /** It gives a broker ten seconds to answer, which on a busy machine may pass. */
  private static void publish(List<String> files, Path options) throws Exception {
    String[] arguments =
        Stream.concat(Stream.of("publish", "--options", options.toString()), files.stream())
            .toArray(String[]::new);
    Await.until(
        files + " are sent",
        StandaloneFlink.PATIENCE,
        () -> Run.duibiao(directory, arguments).exitCode() == 0);
  }

  /** The last record of each id in a topic. */
  private static Map<String, JsonNode> sent(Topic topic) throws IOException {
    return ComparableRecords.WITHOUT_TIMES.of(KAFKA, topic);
  }

  private static Map<String, JsonNode> indexed(Index index) throws IOException {
    return ComparableRecords.WITHOUT_TIMES.of(ELASTICSEARCH.options(), index);
  }

  private static boolean checkpoints(StandaloneFlink flink, String... jobs) throws Exception {
    for (String job : jobs) {
      JsonNode counts = flink.rest("/jobs/" + job + "/checkpoints").path("counts");
      if (counts.path("completed").asInt() == 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean restored(StandaloneFlink flink, String job) throws Exception {
    JsonNode latest = flink.rest("/jobs/" + job + "/checkpoints").path("latest");
    return latest.path("restored").path("id").isNumber();
  }

  /** Shared files are what incremental checkpoints of RocksDB are made of. */
  private static void usesRocksDbIncrementally(StandaloneFlink flink, String job) throws Exception {
    JsonNode settings = flink.rest("/jobs/" + job + "/checkpoints/config");
    assertThat(settings.path("state_backend").asText()).contains("RocksDB");
    Path shared = directory.resolve("checkpoints").resolve(job).resolve("shared");
    try (Stream<Path> files = Files.list(shared)) {
      assertThat(files).isNotEmpty();
    }
  }
}
