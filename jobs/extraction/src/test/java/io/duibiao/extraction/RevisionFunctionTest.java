package io.duibiao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectionReason;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.record.IndexedDocument;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionFunctionTest {
  private static final String ID = "http://www.szwz.example/report-2023.html";
  private static final Instant MONDAY = Instant.parse("2023-01-09T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2023-01-10T08:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2023-01-13T08:00:00Z");
  private static final long T = FRIDAY.toEpochMilli();

  private static Document document(Instant retrievedAt, String content) {
    return Document.of(ID, content).retrievedAt(retrievedAt);
  }

  @Test
  void aNewDocumentGivesItsStatementsAndWritesForBothIndices() throws Exception {
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.process(document(MONDAY, "target gdp 2023 6\nresult gdp 2022 5.5"), T);

      assertThat(harness.statements())
          .extracting(Statement::kind, Statement::documentRevision, Statement::retrievedAt)
          .containsExactly(
              tuple(StatementKind.TARGET, 1, MONDAY), tuple(StatementKind.RESULT, 1, MONDAY));
      assertThat(harness.documentWrites()).extracting(IndexWrite::id).containsExactly(ID);
      assertThat(harness.statementWrites())
          .extracting(IndexWrite::id)
          .containsExactlyInAnyOrderElementsOf(harness.lastStatements().keySet());
    }
  }

  @Test
  void aDocumentThatSaysNothingIsFoundInItsIndexAllTheSame() throws Exception {
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.process(document(MONDAY, "preface"), T);
      assertThat(harness.statements()).isEmpty();
      assertThat(indexed(harness).statements()).isZero();
      harness.process(document(TUESDAY, "preface"), T + 1);
      assertThat(harness.counter("documentsUnchanged")).isEqualTo(1);
    }
  }

  @Test
  void theSameBytesAgainAreNotReadAgainAndSendNothingNew() throws Exception {
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.process(document(MONDAY, "target gdp 2023 6"), T);
      List<byte[]> first = json(harness);
      harness.clear();
      harness.process(document(MONDAY, "target gdp 2023 6"), T + 1);
      harness.process(document(TUESDAY, "target gdp 2023 6"), T + 2);

      assertThat(harness.extractions()).isEqualTo(1);
      assertThat(harness.statements()).isEmpty();
      // The index gets what it has, under a version that outdoes whatever a lost attempt wrote.
      assertThat(json(harness)).hasSize(4).containsOnly(first.toArray(byte[][]::new));
    }
  }

  private static List<byte[]> json(RevisionHarness harness) {
    return Stream.concat(harness.documentWrites().stream(), harness.statementWrites().stream())
        .map(IndexWrite::json)
        .toList();
  }

  @Test
  void otherFurnitureAroundTheSameWordsIsReadAndSendsNothing() throws Exception {
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.process(document(MONDAY, "target gdp 2023 6"), T);
      harness.clear();
      harness.process(document(TUESDAY, "  target gdp 2023 6\n\n"), T + 1);

      assertThat(harness.extractions()).isEqualTo(2);
      assertThat(harness.statements()).isEmpty();
    }
  }

  @Test
  void aCorrectionUpsertsWhatItSaysAndWithdrawsWhatItNoLongerSays() throws Exception {
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.process(document(MONDAY, "target gdp 2023 6\ntarget cpi 2023 3"), T);
      harness.clear();
      harness.process(document(TUESDAY, "target gdp 2023 6.5"), T + 1);

      Map<String, Statement> last = harness.lastStatements();
      assertThat(last.get(ID + "|320506|gdp|target|2023|growth|1"))
          .satisfies(
              gdp -> {
                assertThat(gdp.number()).isEqualTo("6.5%");
                assertThat(gdp.withdrawn()).isFalse();
                assertThat(gdp.documentRevision()).isEqualTo(2);
              });
      assertThat(last.get(ID + "|320506|cpi|target|2023|growth|1"))
          .satisfies(
              cpi -> {
                assertThat(cpi.withdrawn()).isTrue();
                assertThat(cpi.documentRevision()).isEqualTo(2);
                assertThat(cpi.retrievedAt()).isEqualTo(TUESDAY);
              });
    }
  }

  @Test
  void anEarlierRevisionThatArrivesLateDoesNotReplaceALaterOne() throws Exception {
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.process(document(TUESDAY, "target gdp 2023 6.5"), T);
      harness.process(document(MONDAY, "target gdp 2023 6\ntarget cpi 2023 3"), T + 1);

      Statement gdp = harness.lastStatements().get(ID + "|320506|gdp|target|2023|growth|1");
      assertThat(gdp.number()).isEqualTo("6.5%");
      assertThat(gdp.documentRevision()).isEqualTo(2);
      assertThat(harness.lastStatements().get(ID + "|320506|cpi|target|2023|growth|1").withdrawn())
          .isTrue();
      assertThat(indexed(harness).revision()).isEqualTo(2);
      assertThat(indexed(harness).text()).isEqualTo("target gdp 2023 6.5");
    }
  }

  @Test
  void anOldWordingThatComesBackIsReadAgainBecauseItsTextIsGone() throws Exception {
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.process(document(TUESDAY, "target gdp 2023 6.5"), T);
      harness.process(document(MONDAY, "target gdp 2023 6"), T + 1);
      harness.process(document(FRIDAY, "target gdp 2023 6"), T + 2);

      assertThat(harness.extractions()).isEqualTo(3);
      assertThat(indexed(harness).revision()).isEqualTo(3);
      assertThat(indexed(harness).text()).isEqualTo("target gdp 2023 6");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "!reject, UNKNOWN_REGION, no region",
    "!throw, INTERNAL_ERROR, IllegalStateException",
    "!overflow, INTERNAL_ERROR, StackOverflowError",
    "!loop, TIME_BUDGET_EXCEEDED, 50 ms"
  })
  void whatCanNotBeReadGoesToTheSideWithItsBytesAndTheNextDocumentIsRead(
      String content, RejectionReason reason, String detail) throws Exception {
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      Document bad = document(MONDAY, content);
      harness.process(document(MONDAY, "target gdp 2023 6"), T);
      harness.process(bad, T + 1);
      harness.process(document(TUESDAY, "target gdp 2023 7"), T + 2);

      assertThat(harness.rejected())
          .singleElement()
          .satisfies(
              rejected -> {
                assertThat(rejected.reason()).isEqualTo(reason);
                assertThat(rejected.detail()).contains(detail);
                assertThat(rejected.documentId()).isEqualTo(ID);
                assertThat(rejected.topic()).isEqualTo("documents");
                assertThat(rejected.offset()).isEqualTo(1);
                assertThat(rejected.original()).isEqualTo(RecordJson.write(bad));
              });
      assertThat(harness.lastStatements().values())
          .extracting(Statement::number)
          .containsExactly("7%");
    }
  }

  @Test
  void metricsTellWhatBecameOfTheDocuments() throws Exception {
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.process(document(MONDAY, "target gdp 2023 6\nresult gdp 2022 5.5"), T);
      harness.process(document(MONDAY, "target gdp 2023 6\nresult gdp 2022 5.5"), T + 1);
      harness.process(document(MONDAY, " target gdp 2023 6\nresult gdp 2022 5.5"), T + 2);
      harness.process(document(TUESDAY, "target gdp 2023 6"), T + 3);

      assertThat(harness.counter("documentsUnchanged")).isEqualTo(2);
      assertThat(harness.counter("documentsNotReadAgain")).isEqualTo(1);
      assertThat(harness.histogram("extractionMillis").getCount()).isEqualTo(3);
      assertThat(harness.histogram("statementsPerDocument").getStatistics().getValues())
          .containsExactly(2, 2, 1);
    }
  }

  @Test
  void stateSurvivesARestart() throws Exception {
    OperatorSubtaskState state;
    long before;
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.process(document(MONDAY, "target gdp 2023 6\ntarget cpi 2023 3"), T);
      before = harness.documentWrites().get(0).version();
      state = harness.snapshot();
    }
    try (RevisionHarness harness = RevisionHarness.restored(state)) {
      harness.process(document(MONDAY, "target gdp 2023 6\ntarget cpi 2023 3"), T);
      assertThat(harness.extractions()).isZero();
      assertThat(harness.statements()).isEmpty();

      harness.process(document(TUESDAY, "target gdp 2023 6"), T);
      assertThat(harness.lastStatements().get(ID + "|320506|cpi|target|2023|growth|1").withdrawn())
          .isTrue();
      assertThat(harness.documentWrites().get(0).version()).isGreaterThan(before);
    }
  }

  @Test
  void versionsGrowWithEveryRecordEvenWhenTimestampsDoNot() throws Exception {
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      long[] timestamps = {T, T, T - 1000, 0, -1, T + 5};
      for (int i = 0; i < timestamps.length; i++) {
        harness.process(
            document(MONDAY.plusSeconds(i), "target gdp 2023 " + (i + 1)), timestamps[i]);
      }
      List<Long> versions = harness.documentWrites().stream().map(IndexWrite::version).toList();
      assertThat(versions).hasSize(timestamps.length).doesNotHaveDuplicates().isSorted();
      assertThat(harness.statementWrites()).extracting(IndexWrite::version).isSorted();
    }
  }

  @Test
  void theIndexTellsHowLongReadingTheLatestRevisionTook() throws Exception {
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.process(document(TUESDAY, "target gdp 2023 6"), T);
      assertThat(indexed(harness).extractionMillis()).isNotNegative();
      // Another revision was read last: how long the latest one took is no longer known.
      harness.process(document(MONDAY, "target gdp 2023 5"), T);
      assertThat(indexed(harness).extractionMillis()).isNull();
    }
  }

  @Test
  void whatALostAttemptWroteIsOverwrittenAlsoByARecordThatChangesNothing() throws Exception {
    var first = Map.entry(document(MONDAY, "target gdp 2023 6"), T + 10);
    var second = Map.entry(document(TUESDAY, "target gdp 2023 6.5"), T + 20);
    var again = Map.entry(document(TUESDAY, "target gdp 2023 6.5"), T + 30);
    Map<String, IndexWrite> index = new TreeMap<>();

    attempt(List.of(again), index, new Random(0));
    attempt(List.of(first, second, again), index, new Random(0));

    assertThat(RecordJson.read(index.get(ID).json(), IndexedDocument.class).revision())
        .isEqualTo(2);
  }

  @Test
  void anyOrderWithDuplicatesAndARestartInBetweenEndsTheSame() throws Exception {
    List<Document> documents =
        List.of(
            document(MONDAY, "target gdp 2023 6\ntarget cpi 2023 3"),
            document(MONDAY.plusSeconds(60), "target gdp 2023 6\ntarget cpi 2023 3"),
            document(TUESDAY, "target gdp 2023 6.5\nresult gdp 2022 5"),
            document(TUESDAY, "target gdp 2023 6.4"),
            document(TUESDAY.plusSeconds(60), "target gdp 2023 6\ntarget cpi 2023 3"),
            document(FRIDAY, "target cpi 2023 3\nresult gdp 2022 5"));
    Map<String, Object> expected = null;
    for (int seed = 0; seed < 40; seed++) {
      Map<String, Object> end = run(documents, new Random(seed));
      if (expected == null) {
        expected = end;
        assertThat(end).hasSize(4);
      }
      assertThat(end).as("seed " + seed).isEqualTo(expected);
    }
  }

  /** Runs a permutation with duplicates and returns what both index and topic hold in the end. */
  private static Map<String, Object> run(List<Document> documents, Random random) throws Exception {
    List<Document> order = new ArrayList<>(documents);
    order.addAll(documents.subList(0, random.nextInt(documents.size())));
    order.addAll(documents.subList(0, random.nextInt(documents.size())));
    // A record keeps its timestamp, in whatever order it is read.
    List<Map.Entry<Document, Long>> records = new ArrayList<>();
    order.forEach(document -> records.add(Map.entry(document, T + random.nextInt(1000))));
    Map<String, IndexWrite> index = new TreeMap<>();
    // Attempts that crashed: nothing is left of them but what they wrote to the index.
    for (int lost = random.nextInt(3); lost > 0; lost--) {
      Collections.shuffle(records, random);
      attempt(records.subList(0, random.nextInt(records.size() + 1)), index, random);
    }
    Collections.shuffle(records, random);
    Map<String, Statement> topic = attempt(records, index, random);

    Map<String, Object> end = new TreeMap<>();
    index.forEach((id, write) -> end.put(id, new String(write.json(), StandardCharsets.UTF_8)));
    topic.forEach(
        (id, statement) -> assertThat(end.get(id)).isEqualTo(RecordJson.writeString(statement)));
    return end;
  }

  private static Map<String, Statement> attempt(
      List<Map.Entry<Document, Long>> records, Map<String, IndexWrite> index, Random random)
      throws Exception {
    int restart = random.nextInt(records.size() + 1);
    Map<String, Statement> topic = new HashMap<>();
    RevisionHarness harness = RevisionHarness.fresh();
    for (int i = 0; i < records.size(); i++) {
      if (i == restart) {
        collect(harness, topic, index);
        OperatorSubtaskState state = harness.snapshot();
        harness.close();
        harness = RevisionHarness.restored(state);
      }
      harness.process(records.get(i).getKey(), records.get(i).getValue());
    }
    collect(harness, topic, index);
    harness.close();
    return topic;
  }

  private static void collect(
      RevisionHarness harness, Map<String, Statement> topic, Map<String, IndexWrite> index) {
    topic.putAll(harness.lastStatements());
    List<IndexWrite> writes = new ArrayList<>(harness.documentWrites());
    writes.addAll(harness.statementWrites());
    for (IndexWrite write : writes) {
      index.merge(write.id(), withoutDuration(write), (a, b) -> b.version() >= a.version() ? b : a);
    }
  }

  /** How long an attempt took to read is all that may differ. */
  private static IndexWrite withoutDuration(IndexWrite write) {
    try {
      ObjectNode json = (ObjectNode) RecordJson.mapper().readTree(write.json());
      json.remove("extractionMillis");
      return new IndexWrite(write.alias(), write.id(), write.version(), RecordJson.write(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IndexedDocument indexed(RevisionHarness harness) throws Exception {
    List<IndexWrite> writes = harness.documentWrites();
    return RecordJson.read(writes.get(writes.size() - 1).json(), IndexedDocument.class);
  }

  @Test
  void aCatalogAppliesToWhatIsReadFromThenOn() throws Exception {
    Document document = Document.of("a", "result gdp 2023 6").retrievedAt(RevisionHarness.BEGIN);
    OperatorSubtaskState state;
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.process(document, 1);
      harness.process(document, 2);
      assertThat(harness.extractions()).isEqualTo(1);
      harness.catalog("[]");
      assertThat(harness.catalogs()).containsExactly(null, "[]");
      assertThat(harness.extractions()).as("nothing is read again by itself").isEqualTo(1);
      harness.process(document, 3);
      assertThat(harness.extractions()).as("the same bytes, another catalog").isEqualTo(2);
      harness.process(document, 4);
      assertThat(harness.extractions()).isEqualTo(2);
      state = harness.snapshot();
    }
    try (RevisionHarness harness = RevisionHarness.restored(state)) {
      harness.process(document, 5);
      assertThat(harness.catalogs()).containsExactly(null, "[]");
      assertThat(harness.extractions()).isZero();
      harness.catalog(null);
      assertThat(harness.catalogs()).containsExactly(null, "[]", null);
    }
  }

  @Test
  void aCatalogOfATopicThatWasMadeAnewAppliesThoughItsOffsetWasSeenBefore() throws Exception {
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.catalog("[]", 0);
      harness.catalog("# other", 0);
      assertThat(harness.catalogs()).containsExactly(null, "[]", "# other");
    }
  }

  @Test
  void stateAndTimersAreGoneWhenNoRecordHasTouchedADocumentForLong() throws Exception {
    long begin = RevisionHarness.BEGIN.toEpochMilli();
    Document document = Document.of("a", "result gdp 2023 6").retrievedAt(RevisionHarness.BEGIN);
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      harness.process(document, begin);
      Duration half = RevisionHarness.RETENTION.dividedBy(2);
      harness.elapse(half);
      harness.process(document, begin + half.toMillis());
      harness.elapse(half);
      assertThat(harness.stateEntries()).isPositive();
      assertThat(harness.timers()).isEqualTo(1);
      harness.elapse(half);
      assertThat(harness.stateEntries()).isZero();
      assertThat(harness.timers()).isZero();
      assertThat(harness.counter("documentsForgotten")).isEqualTo(1);
    }
  }
}
