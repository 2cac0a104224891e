package io.duibiao.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.core.assessment.BatchResult;
import io.duibiao.core.assessment.BatchRun;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.document.Document;
import io.duibiao.core.extraction.ReportExtractor;
import io.duibiao.local.file.DocumentFile;
import io.duibiao.local.file.DocumentFiles;
import io.duibiao.local.supervisor.DataDirectory;
import io.duibiao.local.supervisor.Instance;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.fixture.Await;
import io.duibiao.streaming.fixture.ComparableRecords;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built program with real Kafka, Flink and Elasticsearch: the sample, a crash in between, and
 * what is left of it after each way to end.
 */
@Timeout(900)
class EndToEndIT {
  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration STOP = Duration.ofMinutes(2);

  private static final ComparableRecords RECORDS = ComparableRecords.WITHOUT_TIMES;

  private static final List<String> SAMPLE =
      List.of(
          "sample/yunyi-2023.html",
          "sample/qingyi-2023.txt",
          "sample/qilu-2023.txt",
          "sample/yunyi-2024.json",
          "sample/qingyi-2024.txt",
          "sample/qilu-2024.json",
          "sample/yunyi-2024-corrected.json");

  @TempDir Path directory;

  private final List<DuibiaoProcess> started = new ArrayList<>();
  private final List<ProcessHandle> children = new ArrayList<>();

  @AfterEach
  void leaveNothingBehind() {
    started.forEach(process -> children.addAll(process.children()));
    started.forEach(DuibiaoProcess::kill);
    children.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void comesToWhatTheBatchRunSaysThroughACrashAndRestarts() throws Exception {
    BatchResult expected = batchRun();

    crashMidway();

    DuibiaoProcess second = up("--sample");
    Instance instance = awaitInstance(second);
    Map<String, JsonNode> alerts = RECORDS.of(expected.alerts());
    Map<String, JsonNode> assessments = RECORDS.of(expected.assessments());
    Await.until(
        "the indices hold what the batch run says",
        START,
        () ->
            indexed(instance, Index.ALERTS).equals(alerts)
                && indexed(instance, Index.ASSESSMENTS).equals(assessments));
    compareWithBatchRun(instance, expected);
    refusesASecondInstance();
    refusesABusyPort(instance);
    String status = command("status").output();
    assertThat(status).containsPattern("met +[1-9]").containsPattern("missed +[1-9]");
    assertThat(status).containsPattern("open +[1-9]").containsPattern("resolved +[1-9]");

    List<ProcessHandle> services = second.children();
    assertThat(services).hasSize(3);
    second.interrupt();
    assertThat(second.awaitEnd(STOP)).isZero();
    assertThat(services).noneMatch(ProcessHandle::isAlive);
    assertThat(second.errors()).doesNotContain("Exception").doesNotContain("\tat ");

    DuibiaoProcess third = up("--catalog", largerCatalog().toString());
    Instance again = awaitInstance(third);
    assertThat(command("status").output()).isEqualTo(status);
    compareWithBatchRun(again, expected);
    readsWithTheGivenCatalog(again);

    List<ProcessHandle> orphans = third.children();
    third.kill();
    Await.until(
        "the services end when their parent dies",
        STOP,
        () -> orphans.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** Kills Flink while the first statements arrive; that ends everything with one clear line. */
  private void crashMidway() throws Exception {
    DuibiaoProcess first = up("--sample");
    Instance instance = awaitInstance(first);
    Await.until(
        "the first statements arrive", START, () -> !indexed(instance, Index.STATEMENTS).isEmpty());
    List<ProcessHandle> services = first.children();
    assertThat(services).hasSize(3);
    first.child("flink").destroyForcibly();

    assertThat(first.awaitEnd(STOP)).isEqualTo(1);
    assertThat(first.errors()).contains("duibiao: flink: was killed; its log is ");
    assertThat(first.errors()).doesNotContain("\tat ");
    assertThat(services).noneMatch(ProcessHandle::isAlive);
  }

  private void compareWithBatchRun(Instance instance, BatchResult expected) throws Exception {
    Map<String, JsonNode> assessments = RECORDS.ofLines(assess());
    assertThat(assessments).isEqualTo(RECORDS.of(expected.assessments()));
    assertThat(indexed(instance, Index.ASSESSMENTS)).isEqualTo(assessments);
    assertThat(RECORDS.ofLines(tail("assessments"))).isEqualTo(assessments);

    Map<String, JsonNode> alerts = RECORDS.of(expected.alerts());
    assertThat(indexed(instance, Index.ALERTS)).isEqualTo(alerts);
    assertThat(RECORDS.ofLines(tail("alerts"))).isEqualTo(alerts);

    Map<String, JsonNode> statements = RECORDS.of(expected.statements());
    assertThat(indexed(instance, Index.STATEMENTS)).isEqualTo(statements);
    assertThat(RECORDS.ofLines(tail("statements"))).isEqualTo(statements);

    assertThat(indexed(instance, Index.DOCUMENTS)).hasSize(expected.documents().size());
    // The index has them at once, the topic when a checkpoint is complete.
    Await.until(
        "what is wrong with documents is in the index and in the topic",
        START,
        () -> rejectedInTopic() == indexed(instance, Index.REJECTED).size());
    assertThat(tail("documents.rejected").lines())
        .isNotEmpty()
        .allMatch(line -> line.contains("missing_content"));
  }

  /** The bundled catalog and one indicator that it lacks. */
  private Path largerCatalog() throws IOException {
    Path catalog = directory.resolve("catalog.yaml");
    try (InputStream bundled = IndicatorCatalog.class.getResourceAsStream("indicators.yaml")) {
      Files.copy(bundled, catalog);
    }
    return Files.writeString(
        catalog,
        """

        - id: lanterns-lit
          name: 点亮花灯
          group: 文化
          dimension: count
          examples: [点亮花灯320盏]
        """,
        StandardOpenOption.APPEND);
  }

  /** What is published from then on is read with the indicator of {@link #largerCatalog}. */
  private void readsWithTheGivenCatalog(Instance instance) throws Exception {
    String report = "澄岚市云漪区2024年政府工作报告\n一、2023年工作回顾\n2023年，全区点亮花灯320盏。\n";
    Files.writeString(directory.resolve("lanterns.txt"), report);
    assertThat(command("publish", "lanterns.txt").errors()).isEmpty();
    Await.until(
        "the indicator of the given catalog is found",
        START,
        () ->
            indexed(instance, Index.STATEMENTS).values().stream()
                .anyMatch(s -> s.path("indicatorId").asText().equals("lanterns-lit")));
  }

  private void refusesASecondInstance() throws Exception {
    DuibiaoProcess refused =
        command("up", "--kafka-port", "0", "--es-port", "0", "--ui-port", "0", "--fresh");

    assertThat(refused.awaitEnd(STOP)).isEqualTo(1);
    assertThat(refused.errors())
        .startsWith("duibiao: another duibiao up is running on ")
        .hasLineCount(1);
  }

  private void refusesABusyPort(Instance instance) throws Exception {
    String port = instance.elasticsearch().replaceAll(".*:", "");
    DuibiaoProcess refused =
        command("up", "--data", "other", "--kafka-port", "0", "--es-port", port, "--ui-port", "0");

    assertThat(refused.awaitEnd(STOP)).isEqualTo(1);
    assertThat(refused.errors())
        .isEqualTo(
            "duibiao: port %s is in use; choose another with --es-port (0 for any free one)%n"
                .formatted(port));
  }

  private BatchResult batchRun() throws IOException, InterruptedException {
    List<Document> documents = new ArrayList<>();
    DocumentFiles files =
        new DocumentFiles(InputStream.nullInputStream(), 5_000_000, Optional.empty());
    for (String name : SAMPLE) {
      Path copy = directory.resolve(name);
      Files.createDirectories(copy.getParent());
      try (InputStream resource = EndToEndIT.class.getResourceAsStream("/" + name)) {
        Files.copy(resource, copy);
      }
      try (InputStream stream = Files.newInputStream(copy)) {
        files.read(name, stream, file -> documents.add(((DocumentFile.Readable) file).document()));
      }
    }
    return BatchRun.run(
        documents, ReportExtractor.bundled(), new Judge(IndicatorCatalog.bundled()), Instant.now());
  }

  private static Map<String, JsonNode> indexed(Instance instance, Index index) throws IOException {
    return RECORDS.of(
        JobOptions.defaults().with(ElasticsearchOptions.HOSTS, instance.elasticsearch()), index);
  }

  private String assess() throws IOException, InterruptedException {
    String[] arguments = Stream.concat(Stream.of("assess"), SAMPLE.stream()).toArray(String[]::new);
    DuibiaoProcess process = command(arguments);
    assertThat(process.errors()).isEmpty();
    return process.output();
  }

  private String tail(String topic) throws IOException, InterruptedException {
    DuibiaoProcess process = command("tail", "--no-follow", topic);
    assertThat(process.errors()).isEmpty();
    return process.output();
  }

  private long rejectedInTopic() throws IOException, InterruptedException {
    return tail("documents.rejected").lines().count();
  }

  private DuibiaoProcess command(String... arguments) throws IOException, InterruptedException {
    return DuibiaoProcess.run(directory, arguments);
  }

  private DuibiaoProcess up(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("up", "--kafka-port", "0", "--es-port", "0", "--ui-port", "0"));
    arguments.addAll(Arrays.asList(more));
    DuibiaoProcess process = DuibiaoProcess.start(directory, arguments.toArray(String[]::new));
    started.add(process);
    return process;
  }

  /** Where it listens, once everything does. */
  private Instance awaitInstance(DuibiaoProcess up) throws Exception {
    Path data = directory.resolve(".duibiao");
    Await.until(
        "everything listens",
        START,
        () ->
            !up.alive()
                || DataDirectory.running(data).filter(i -> i.pid() == up.pid()).isPresent());
    assertThat(up.alive()).as("standard error: %s", up.errors()).isTrue();
    children.addAll(up.children());
    return DataDirectory.running(data).orElseThrow();
  }
}
