package io.duibiao.streaming.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.core.statement.Operator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementRecordsTest {

  @Test
  void aWholeStatementIsRead() throws Exception {
    assertThat(StatementRecords.parse(RecordJson.write(Samples.statement())).series())
        .isEqualTo("~青石镇/gdp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "documentId",
        "retrievedAt",
        "regionCode",
        "indicatorId",
        "kind",
        "period",
        "measure",
        "op",
        "value",
        "unit"
      })
  void whatJudgementNeedsMustBeThere(String field) {
    ObjectNode json = RecordJson.mapper().valueToTree(Samples.statement());
    json.remove(field);
    RecordFormatException e =
        catchThrowableOfType(
            RecordFormatException.class, () -> StatementRecords.parse(RecordJson.write(json)));
    assertThat(e.reason()).isEqualTo(RecordRejectionReason.MISSING_FIELD);
    assertThat(e.field()).isEqualTo(field);
    assertThat(e).hasMessage("field " + field + " is missing or empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E999999999", "-1E-999999999", "1E101"})
  void aNumberThatNobodyCanCalculateWithIsRefused(String number) {
    byte[] json =
        RecordJson.writeString(Samples.statement())
            .replaceFirst("\"value\":[^,]+", "\"value\":" + number)
            .getBytes(StandardCharsets.UTF_8);
    RecordFormatException e =
        catchThrowableOfType(RecordFormatException.class, () -> StatementRecords.parse(json));
    assertThat(e.reason()).isEqualTo(RecordRejectionReason.INVALID_FIELD);
    assertThat(e.field()).isEqualTo("value");
  }

  @Test
  void aRangeNeedsItsUpperEnd() throws Exception {
    byte[] without = RecordJson.write(Samples.statement(Operator.RANGE, null));
    RecordFormatException e =
        catchThrowableOfType(RecordFormatException.class, () -> StatementRecords.parse(without));
    assertThat(e.field()).isEqualTo("high");
    assertThat(
            StatementRecords.parse(
                    RecordJson.write(Samples.statement(Operator.RANGE, BigDecimal.TEN)))
                .high())
        .isEqualByComparingTo("10");
  }
}
