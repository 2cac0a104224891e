package io.duibiao.core.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementFixture;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentHistoryTest {
  private static final Statement GDP = said(1, "7");
  private static final Statement GDP_CORRECTED = said(1, "6.7");
  private static final Statement CPI = said(2, "3");

  private static Statement said(int ordinal, String value) {
    return StatementFixture.statement()
        .id("doc", ordinal)
        .number(Operator.EQ, value, null, "%")
        .build();
  }

  private static Instant day(int day) {
    return Instant.parse("2020-01-01T00:00:00Z").plusSeconds(86_400L * day);
  }

  private static Revision observed(int day, String fingerprint, Statement... statements) {
    return new Revision(
        "doc",
        0,
        fingerprint,
        null,
        "报告",
        null,
        null,
        day(day),
        null,
        "320500",
        "苏州市",
        "江苏省/苏州市",
        2019,
        2020,
        "text of " + fingerprint,
        List.of(statements));
  }

  @Test
  void aCorrectionWithdrawsWhatItNoLongerSays() {
    DocumentHistory first = DocumentHistory.empty().with(observed(1, "a", GDP, CPI));
    DocumentHistory second = first.with(observed(2, "b", GDP_CORRECTED));

    assertThat(DocumentHistory.changes(DocumentHistory.empty(), first))
        .containsExactly(GDP.inRevision(1, day(1), false), CPI.inRevision(1, day(1), false));
    assertThat(DocumentHistory.changes(first, second))
        .containsExactly(
            GDP_CORRECTED.inRevision(2, day(2), false), CPI.inRevision(2, day(2), true));
    assertThat(second.latest()).hasValueSatisfying(r -> assertThat(r.number()).isEqualTo(2));
  }

  @Test
  void theSameContentAgainChangesNothing() {
    DocumentHistory first = DocumentHistory.empty().with(observed(1, "a", GDP));
    DocumentHistory again = first.with(observed(2, "a", GDP));

    assertThat(first.with(observed(1, "a", GDP))).isSameAs(first);
    assertThat(DocumentHistory.changes(first, again)).isEmpty();
    assertThat(again.revisions()).hasSize(1);
  }

  @Test
  void aLateEarlierRevisionIsNumberedFirstAndTheCurrentEventComesLast() {
    DocumentHistory first = DocumentHistory.empty().with(observed(2, "b", GDP_CORRECTED));
    DocumentHistory second = first.with(observed(1, "a", GDP, CPI));

    assertThat(DocumentHistory.changes(first, second))
        .containsExactly(
            GDP.inRevision(1, day(1), false),
            CPI.inRevision(1, day(1), false),
            GDP_CORRECTED.inRevision(2, day(2), false),
            CPI.inRevision(2, day(2), true));
  }

  @Test
  void whenOnlyAnOldRevisionMovesTheCurrentEventIsSentAgainLast() {
    DocumentHistory first =
        DocumentHistory.empty().with(observed(2, "a", GDP)).with(observed(3, "b", GDP_CORRECTED));
    DocumentHistory second = first.with(observed(1, "a", GDP));

    assertThat(DocumentHistory.changes(first, second))
        .containsExactly(
            GDP.inRevision(1, day(1), false), GDP_CORRECTED.inRevision(2, day(3), false));
  }

  @Test
  void aContentThatComesBackIsARevisionOfItsOwn() {
    DocumentHistory history =
        DocumentHistory.empty()
            .with(observed(1, "a", GDP))
            .with(observed(3, "a", GDP))
            .with(observed(2, "b", GDP_CORRECTED));

    assertThat(history.revisions())
        .extracting(Revision::number, Revision::fingerprint, Revision::retrievedAt)
        .containsExactly(tuple(1, "a", day(1)), tuple(2, "b", day(2)), tuple(3, "a", day(3)));
    assertThat(history.statements()).containsExactly(GDP.inRevision(3, day(3), false));
  }

  @Test
  void onlyTheLatestRevisionKeepsItsText() {
    DocumentHistory history =
        DocumentHistory.empty().with(observed(1, "a", GDP)).with(observed(2, "b", CPI));

    assertThat(history.revisions()).extracting(Revision::text).containsExactly("", "text of b");
    assertThat(history.with(observed(3, "a", GDP)).latest())
        .hasValueSatisfying(r -> assertThat(r.text()).isEqualTo("text of a"));
  }

  @Test
  void theOldestRevisionsAreForgottenAndNumbersStayUsed() {
    int many = DocumentHistory.MAX_REVISIONS + 10;
    DocumentHistory history = DocumentHistory.empty();
    for (int i = 1; i <= many; i++) {
      history = history.with(observed(i, "f" + i, said(1, Integer.toString(i))));
    }

    assertThat(history.revisions()).hasSize(DocumentHistory.MAX_REVISIONS);
    assertThat(history.contents()).hasSize(DocumentHistory.MAX_REVISIONS);
    assertThat(history.latest()).hasValueSatisfying(r -> assertThat(r.number()).isEqualTo(many));
    assertThat(history.with(observed(5, "late", GDP))).isSameAs(history);
  }

  @Test
  void aPageCrawledForYearsWithoutChangeStaysSmall() {
    DocumentHistory history =
        IntStream.rangeClosed(1, 3 * DocumentHistory.MAX_OBSERVATIONS)
            .boxed()
            .reduce(
                DocumentHistory.empty(),
                (known, day) -> known.with(observed(day, "a", GDP)),
                (a, b) -> a);

    assertThat(history.observations()).hasSize(DocumentHistory.MAX_OBSERVATIONS);
    assertThat(history.revisions()).hasSize(1);
    assertThat(history.latest())
        .hasValueSatisfying(r -> assertThat(r.retrievedAt()).isEqualTo(day(1)));
  }
}
