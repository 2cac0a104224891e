package io.duibiao.streaming.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRecordsTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private static final long LIMIT = 5 * 1024 * 1024;

  @Test
  void idAndContentSuffice() throws Exception {
    var document =
        DocumentRecords.parse(
            "{\"id\":\"a\",\"content\":\"增长6%\"}".getBytes(StandardCharsets.UTF_8), LIMIT);
    assertThat(document.id()).isEqualTo("a");
    assertThat(document.content()).isEqualTo("增长6%");
    assertThat(document.retrievedAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MALFORMED_JSON|not json|the record is no JSON in UTF-8: error at line 1, column 5",
        "MALFORMED_JSON|[1]|the record is no JSON object",
        "MISSING_ID|{\"content\":\"x\"}|field id is missing or empty",
        "MISSING_ID|{\"id\":\" \",\"content\":\"x\"}|field id is missing or empty",
        "MISSING_CONTENT|{\"id\":\"a\"}|field content is missing or empty",
        "MISSING_CONTENT|{\"id\":\"a\",\"content\":\"\"}|field content is missing or empty",
        "INVALID_FIELD|{\"id\":\"a\",\"content\":[1]}|field content is no String",
      })
  void everyDefectHasItsReason(RejectionReason reason, String json, String message) {
    RejectedDocumentException e =
        catchThrowableOfType(
            RejectedDocumentException.class,
            () -> DocumentRecords.parse(json.getBytes(StandardCharsets.UTF_8), LIMIT));
    assertThat(e.reason()).isEqualTo(reason);
    assertThat(e).hasMessage(message);
  }

  @Test
  void anIdThatWouldNotFitIntoWhatIsMadeOfItIsRefused() throws Exception {
    String json = "{\"id\":\"%s\",\"content\":\"x\"}";
    byte[] fits = json.formatted("a".repeat(2000)).getBytes(StandardCharsets.UTF_8);
    assertThat(DocumentRecords.parse(fits, LIMIT).id()).hasSize(2000);

    byte[] tooLong = json.formatted("a".repeat(2001)).getBytes(StandardCharsets.UTF_8);
    RejectedDocumentException e =
        catchThrowableOfType(
            RejectedDocumentException.class, () -> DocumentRecords.parse(tooLong, LIMIT));
    assertThat(e.reason()).isEqualTo(RejectionReason.INVALID_FIELD);
    assertThat(e).hasMessage("field id has 2001 characters, the limit is 2000");
  }

  @Test
  void aTombstoneIsMalformed() {
    RejectedDocumentException e =
        catchThrowableOfType(
            RejectedDocumentException.class, () -> DocumentRecords.parse(null, LIMIT));
    assertThat(e.reason()).isEqualTo(RejectionReason.MALFORMED_JSON);
  }

  @Test
  void theLimitHoldsExactly() throws Exception {
    String start = "{\"id\":\"a\",\"content\":\"";
    byte[] fits =
        (start + "x".repeat((int) LIMIT - start.length() - 2) + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(fits).hasSize((int) LIMIT);
    assertThat(DocumentRecords.parse(fits, LIMIT).id()).isEqualTo("a");

    RejectedDocumentException e =
        catchThrowableOfType(
            RejectedDocumentException.class, () -> DocumentRecords.parse(fits, LIMIT - 1));
    assertThat(e.reason()).isEqualTo(RejectionReason.TOO_LARGE);
    assertThat(e).hasMessage("the record has 5242880 bytes, the limit is 5242879");
  }

  @Test
  void bytesThatAreNoUtf8AreMalformed() {
    byte[] gbk =
        "{\"id\":\"a\",\"content\":\"增长\"}".getBytes(java.nio.charset.Charset.forName("GBK"));
    RejectedDocumentException e =
        catchThrowableOfType(
            RejectedDocumentException.class, () -> DocumentRecords.parse(gbk, LIMIT));
    assertThat(e.reason()).isEqualTo(RejectionReason.MALFORMED_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31T00:00:00Z", "2026-11-04T00:00:00Z", "0001-01-01"})
  void aDocumentThatCanNotHaveBeenRetrievedThenIsRejected(String time) throws Exception {
    byte[] json =
        "{\"id\":\"a\",\"content\":\"b\",\"retrievedAt\":\"%s\"}"
            .formatted(time)
            .getBytes(StandardCharsets.UTF_8);
    RejectedDocumentException e =
        catchThrowableOfType(
            RejectedDocumentException.class,
            () -> DocumentRecords.requirePlausible(DocumentRecords.parse(json, LIMIT), NOW));
    assertThat(e.reason()).isEqualTo(RejectionReason.INVALID_FIELD);
    assertThat(e).hasMessageStartingWith("field retrievedAt is ");
  }
}
