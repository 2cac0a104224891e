package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.BatchResult;
import io.duibiao.core.assessment.BatchRun;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.revision.DocumentHistory;
import io.duibiao.core.revision.Revision;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.fixture.LineExtractor;
import io.duibiao.streaming.record.AlertChange;
import io.duibiao.streaming.record.RecordJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents in any order, with duplicates, restarts and attempts whose output is lost but for what
 * they wrote to an index, must end where one batch run over the same documents ends.
 */
class ConvergenceTest {
  private static final IndicatorCatalog CATALOG = IndicatorCatalog.bundled();
  static final LineExtractor EXTRACTOR = new LineExtractor();
  private static final int SEEDS = 4;
  private static final Instant START = Instant.parse("2023-01-09T08:00:00Z");

  /** Past the deadline of what is awaited of 2022 and not of 2023. */
  private static final Instant NOW = Instant.parse("2024-03-01T00:00:00Z");

  /** Of which some may mean the same as others. */
  private static final List<String> NAMES = List.of("~老旧小区改造", "~老旧小区改造工程", "~老旧小区改造项目", "~新增企业");

  private static final RecordVersion NO_VERSION = RecordVersion.NONE;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void everyArrivalOrderEndsAsTheBatchRunDoes(int corpus) throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Document> documents = documents(new Random(corpus * 1000L + seed));
      Map<String, String> expected = batch(documents);
      for (int order = 0; order < 2; order++) {
        Random random = new Random(seed * 100L + order);
        assertThat(stream(documents, random))
            .as("corpus %s, seed %s, order %s: %s", corpus, seed, order, documents)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void theCorporaHoldWhatMatters() throws Exception {
    Map<String, Integer> seen = new TreeMap<>();
    for (int corpus = 0; corpus < 8; corpus++) {
      for (int seed = 0; seed < SEEDS; seed++) {
        BatchResult result =
            BatchRun.run(
                documents(new Random(corpus * 1000L + seed)), EXTRACTOR, new Judge(CATALOG), NOW);
        result.assessments().forEach(a -> seen.merge(a.status().code(), 1, Integer::sum));
        result.assessments().stream()
            .filter(
                a ->
                    a.evidence().stream().anyMatch(id -> !id.contains("|" + a.indicatorId() + "|")))
            .forEach(a -> seen.merge("by another name", 1, Integer::sum));
        result.alerts().forEach(a -> seen.merge(a.state().code(), 1, Integer::sum));
      }
    }
    assertThat(seen)
        .containsKeys(
            "met",
            "missed",
            "awaiting",
            "untargeted",
            "withdrawn",
            "overdue",
            "open",
            "resolved",
            "by another name");
  }

  private static Map<String, String> batch(List<Document> documents) {
    BatchResult result = BatchRun.run(documents, EXTRACTOR, new Judge(CATALOG), NOW);
    Map<String, String> end = new TreeMap<>();
    result.assessments().forEach(a -> end.put(a.id(), json(a)));
    result.alerts().forEach(a -> end.put(a.id(), json(a)));
    return end;
  }

  /** Returns what the topics hold in the end, having checked that the indices hold the same. */
  private static Map<String, String> stream(List<Document> documents, Random random)
      throws Exception {
    // Either way committed records are all that is counted of the topics.
    boolean exactlyOnce = random.nextBoolean();
    Map<String, IndexWrite> index = new HashMap<>();
    List<Statement> records = records(documents, random);
    // Attempts that crashed: nothing is left of them but what they wrote to the indices.
    for (int lost = random.nextInt(3); lost > 0; lost--) {
      List<Statement> shuffled = new ArrayList<>(records);
      Collections.shuffle(shuffled, random);
      try (PooledHarness harness = PooledHarness.of(null, exactlyOnce, random)) {
        feed(harness, shuffled.subList(0, random.nextInt(records.size() + 1)), random);
        collect(harness, new TreeMap<>(), index);
      }
    }
    Map<String, String> topics = new TreeMap<>();
    PooledHarness.State state;
    int restart = random.nextInt(records.size() + 1);
    try (PooledHarness harness = PooledHarness.of(null, exactlyOnce, random)) {
      feed(harness, records.subList(0, restart), random);
      if (random.nextBoolean()) {
        harness.quietUntil(NOW);
      }
      collect(harness, topics, index);
      state = harness.checkpoint();
      harness.series.clear();
      // What comes behind the checkpoint is lost, but not before it was written.
      List<Statement> behind = new ArrayList<>(records.subList(restart, records.size()));
      Collections.shuffle(behind, random);
      feed(harness, behind.subList(0, random.nextInt(behind.size() + 1)), random);
      collect(harness, new TreeMap<>(), index);
    }
    try (PooledHarness harness = PooledHarness.of(state, exactlyOnce, random)) {
      feed(harness, records.subList(restart, records.size()), random);
      harness.quietUntil(NOW.plusMillis(1));
      harness.checkpoint();
      collect(harness, topics, index);
    }

    index.values().removeIf(IndexWrite::deletes);
    assertThat(index.keySet()).isEqualTo(topics.keySet());
    index.forEach(
        (id, write) -> {
          String held = new String(write.json(), StandardCharsets.UTF_8);
          assertThat(withoutVersion(held)).as("index %s", id).isEqualTo(topics.get(id));
        });
    return topics;
  }

  private static void feed(PooledHarness harness, List<Statement> records, Random random)
      throws Exception {
    for (Statement record : records) {
      // The timestamp belongs to the record and is the same in every attempt.
      harness.process(record, 1_700_000_000_000L + record.hashCode() % 1000);
      if (random.nextInt(3) == 0) {
        harness.match();
      }
      if (random.nextInt(6) == 0) {
        // Deadlines are marked, and not told before a checkpoint.
        harness.quietUntil(NOW);
      }
    }
  }

  private static void collect(
      PooledHarness harness, Map<String, String> topics, Map<String, IndexWrite> index) {
    harness.series.lastAssessments().forEach((id, a) -> topics.put(id, json(a)));
    for (AlertChange change : harness.series.alertChanges()) {
      if (change.alert() == null) {
        topics.remove(change.id());
      } else {
        topics.put(change.id(), json(change.alert()));
      }
    }
    for (IndexWrite write : harness.series.writes()) {
      index.merge(write.id(), write, (a, b) -> b.version() >= a.version() ? b : a);
    }
  }

  /**
   * The records of the topic {@code statements} when the documents arrive in some order: in order
   * for each document, and those of different documents in any order.
   */
  static List<Statement> records(List<Document> documents, Random random) throws Exception {
    Map<String, Deque<Statement>> byDocument = new TreeMap<>();
    List<Document> arrivals = new ArrayList<>(documents);
    arrivals.addAll(documents.subList(0, random.nextInt(documents.size())));
    Collections.shuffle(arrivals, random);
    Map<String, DocumentHistory> histories = new HashMap<>();
    for (Document document : arrivals) {
      DocumentHistory before = histories.getOrDefault(document.id(), DocumentHistory.empty());
      DocumentHistory after =
          before.with(Revision.of(document, EXTRACTOR.extract(document, TimeBudget.unlimited())));
      histories.put(document.id(), after);
      byDocument
          .computeIfAbsent(document.id(), id -> new ArrayDeque<>())
          .addAll(DocumentHistory.changes(before, after));
    }
    List<Statement> records = new ArrayList<>();
    List<Deque<Statement>> queues = new ArrayList<>(byDocument.values());
    while (queues.stream().anyMatch(queue -> !queue.isEmpty())) {
      Statement next = queues.get(random.nextInt(queues.size())).poll();
      if (next != null) {
        records.add(next);
      }
    }
    return records;
  }

  static List<Document> documents(Random random) {
    List<Document> documents = new ArrayList<>();
    for (int id = 0; id < 4; id++) {
      Instant published =
          random.nextInt(3) == 0 ? null : START.plusSeconds(86_400L * random.nextInt(400));
      String title = random.nextBoolean() ? null : (2022 + random.nextInt(3)) + "年政府工作报告";
      int revisions = 1 + random.nextInt(3);
      for (int revision = 0; revision < revisions; revision++) {
        documents.add(
            new Document(
                "report-" + id,
                null,
                title,
                null,
                published,
                START.plusSeconds(86_400L * random.nextInt(400)),
                null,
                null,
                content(random)));
      }
    }
    return documents;
  }

  private static String content(Random random) {
    StringBuilder content = new StringBuilder("preface\n");
    for (int line = random.nextInt(6); line > 0; line--) {
      content
          .append(random.nextBoolean() ? "target " : "result ")
          .append(random.nextInt(4) == 0 ? "gdp" : NAMES.get(random.nextInt(NAMES.size())))
          .append(random.nextBoolean() ? " 2022 " : " 2023 ")
          .append(4 + random.nextInt(4))
          .append(List.of("", " level", " level", " increment").get(random.nextInt(4)))
          .append('\n');
    }
    return content.toString();
  }

  static String json(Assessment assessment) {
    return withoutVersion(RecordJson.writeString(assessment.at(NO_VERSION)));
  }

  static String json(Alert alert) {
    return withoutVersion(RecordJson.writeString(alert.at(NO_VERSION)));
  }

  /** Versions and times of update tell of records, which a batch run has none of. */
  static String withoutVersion(String json) {
    return json.replaceAll("\"updatedAt\":\"[^\"]*\"", "\"updatedAt\":\"\"")
        .replaceAll("\"version\":[0-9]+", "\"version\":0");
  }
}
