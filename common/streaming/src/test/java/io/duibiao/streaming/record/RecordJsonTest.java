package io.duibiao.streaming.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.document.Document;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {

  private static byte[] utf8(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aStatementIsFlatAndHasNoNulls() throws Exception {
    JsonNode json = RecordJson.mapper().readTree(RecordJson.write(Samples.statement()));

    assertThat(json.path("kind").asText()).isEqualTo("target");
    assertThat(json.path("op").asText()).isEqualTo("approx");
    assertThat(json.path("retrievedAt").asText()).isEqualTo("2024-02-01T08:00:00Z");
    assertThat(json.path("flags").isArray()).isTrue();
    assertThat(json.has("high")).isFalse();
    assertThat(json.has("series")).isFalse();
    assertThat(json).allSatisfy(value -> assertThat(value.isObject()).isFalse());
  }

  @ParameterizedTest
  @CsvSource({"120.50,120.5", "1E+3,1000", "0.00,0", "-19.20,-19.2", "12230000000,12230000000"})
  void decimalsArePlainAndStripped(String value, String written) {
    assertThat(RecordJson.writeString(List.of(new BigDecimal(value))))
        .isEqualTo("[" + written + "]");
  }

  @Test
  void recordsComeBackAsTheyWent() throws Exception {
    Statement statement = Samples.statement(Operator.RANGE, new BigDecimal("6.5"));
    assertThat(RecordJson.read(RecordJson.write(statement), Statement.class))
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(statement);
    assertThat(RecordJson.read(RecordJson.write(Samples.assessment()), Assessment.class))
        .isEqualTo(Samples.assessment());
    assertThat(RecordJson.read(RecordJson.write(Samples.awaiting()), Assessment.class))
        .isEqualTo(Samples.awaiting());
    assertThat(RecordJson.read(RecordJson.write(Samples.alert()), Alert.class))
        .isEqualTo(Samples.alert());
    assertThat(RecordJson.read(RecordJson.write(Samples.document()), Document.class))
        .isEqualTo(Samples.document());
    assertThat(
            RecordJson.read(RecordJson.write(Samples.rejectedDocument()), RejectedDocument.class))
        .isEqualTo(Samples.rejectedDocument());
    assertThat(RecordJson.read(RecordJson.write(Samples.rejectedRecord()), RejectedRecord.class))
        .isEqualTo(Samples.rejectedRecord());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-31T08:00:00Z,2024-01-31T08:00:00Z",
    "2024-01-31T08:00:00+08:00,2024-01-31T00:00:00Z",
    "2024-01-31,2024-01-30T16:00:00Z"
  })
  void timesAreReadLeniently(String text, String instant) throws Exception {
    Document document =
        RecordJson.read(
            utf8("{\"id\":\"a\",\"content\":\"b\",\"publishedAt\":\"" + text + "\"}"),
            Document.class);
    assertThat(document.publishedAt()).isEqualTo(Instant.parse(instant));
  }

  @Test
  void unknownFieldsAreIgnoredAndMissingListsAreEmpty() throws Exception {
    Statement statement =
        RecordJson.read(utf8("{\"id\":\"s\",\"new\":{\"a\":1}}"), Statement.class);
    assertThat(statement.id()).isEqualTo("s");
    assertThat(statement.flags()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "null",
        "1",
        "\"text\"",
        "{\"id\":",
        "{} {}",
        "{\"id\":\"a\",\"id\":\"b\"}"
      })
  void whatIsNoJsonObjectIsMalformed(String json) {
    RecordFormatException e =
        catchThrowableOfType(
            RecordFormatException.class, () -> RecordJson.read(utf8(json), Document.class));
    assertThat(e.reason()).isEqualTo(RecordRejectionReason.MALFORMED_JSON);
    assertThat(e.getMessage()).startsWith("the record ").doesNotContain("\n", "com.fasterxml");
  }

  @Test
  void nestingIsBounded() {
    String deep = "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    RecordFormatException e =
        catchThrowableOfType(
            RecordFormatException.class, () -> RecordJson.read(utf8(deep), Document.class));
    assertThat(e)
        .hasMessage("the record nests too deep or holds a number or text that is too long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "publishedAt|\"31.1.2024\"|field publishedAt is no ISO-8601 time such as"
            + " 2024-01-31T08:00:00Z, nor a date such as 2024-01-31",
        "publishedAt|17|field publishedAt is no Instant",
        "kind|\"wish\"|field kind has none of the allowed values result, target, claim",
        "kind|1|field kind has none of the allowed values result, target, claim",
        "value|\"many\"|field value is no BigDecimal",
        "start|\"x\"|field start is no int",
        "id|{}|field id is no String",
        "id|5|field id is no String",
        "flags|[[1]]|field flags[0] is no String",
      })
  void aBadFieldIsNamed(String field, String value, String message) {
    RecordFormatException e =
        catchThrowableOfType(
            RecordFormatException.class,
            () -> RecordJson.read(utf8("{\"" + field + "\":" + value + "}"), Statement.class));
    assertThat(e).hasMessage(message);
    assertThat(e.reason()).isEqualTo(RecordRejectionReason.INVALID_FIELD);
    assertThat(e.field()).startsWith(field);
    assertThat(e.getStackTrace()).isEmpty();
  }
}
