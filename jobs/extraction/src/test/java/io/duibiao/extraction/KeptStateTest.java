package io.duibiao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.document.Document;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.fixture.KeptState;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State that earlier versions of this program kept is read by this one. */
class KeptStateTest {
  private static final String OPERATOR = "revise-documents";

  /** The version whose state {@link #writesTheStateOfThisVersion} writes. */
  private static final int THIS_VERSION = 1;

  private static final Instant FIRST = Instant.parse("2024-01-08T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2024-02-08T00:00:00Z");
  private static final Instant THIRD = Instant.parse("2024-03-08T00:00:00Z");

  private static Document document(Instant retrieved, String content) {
    return new Document(
        "a", "https://a", "2024年报告", "政府", FIRST, retrieved, "text/plain", null, content);
  }

  /** Two revisions, the later of which withdraws a statement and adds one; a catalog. */
  private static void feed(RevisionHarness harness) throws Exception {
    harness.catalog("[]");
    harness.process(document(FIRST, "result gdp 2023 6.50\ntarget gdp 2024 6"), 10);
    harness.process(document(SECOND, "result gdp 2023 6.70\nresult cpi 2023 1"), 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {1})
  void stateOfEachVersionGoesOnWhereItWasLeft(int version) throws Exception {
    try (RevisionHarness restored = RevisionHarness.restored(KeptState.read(OPERATOR, version));
        RevisionHarness unbroken = RevisionHarness.fresh()) {
      feed(unbroken);
      unbroken.clear();
      for (RevisionHarness harness : new RevisionHarness[] {restored, unbroken}) {
        harness.process(document(SECOND, "result gdp 2023 6.70\nresult cpi 2023 1"), 30);
        assertThat(harness.counter("documentsNotReadAgain")).isEqualTo(1);
        harness.process(document(THIRD, "result gdp 2023 6.50\ntarget gdp 2024 6"), 40);
      }
      assertThat(restored.statements())
          .isEqualTo(unbroken.statements())
          .extracting(Statement::documentRevision)
          .containsOnly(3);
      assertThat(restored.statementWrites()).isEqualTo(unbroken.statementWrites());
      assertThat(restored.documentWrites())
          .extracting(write -> write.version())
          .isEqualTo(unbroken.documentWrites().stream().map(write -> write.version()).toList());
      assertThat(restored.stateEntries()).isEqualTo(unbroken.stateEntries());
      assertThat(restored.timers()).isEqualTo(unbroken.timers());
    }
  }

  @Test
  void writesTheStateOfThisVersion() throws Exception {
    KeptState.assumeItIsToBeWritten();
    try (RevisionHarness harness = RevisionHarness.fresh()) {
      feed(harness);
      KeptState.write(OPERATOR, THIS_VERSION, harness.snapshot());
    }
  }
}
