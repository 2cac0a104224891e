package io.duibiao.streaming.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentKey;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.assessment.Judgement;
import io.duibiao.core.assessment.SeriesHistory;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementRecordsTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void aWholeStatementIsRead() throws Exception {
    assertThat(StatementRecords.parse(RecordJson.write(Samples.statement()), NOW).series())
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
            RecordFormatException.class, () -> StatementRecords.parse(RecordJson.write(json), NOW));
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
        catchThrowableOfType(RecordFormatException.class, () -> StatementRecords.parse(json, NOW));
    assertThat(e.reason()).isEqualTo(RecordRejectionReason.INVALID_FIELD);
    assertThat(e.field()).isEqualTo("value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "documentTitle",
        "region",
        "regionPath",
        "indicator",
        "indicatorText",
        "number",
        "quote",
        "sentence"
      })
  void textsMustBeThereButMayBeEmpty(String field) throws Exception {
    ObjectNode json = RecordJson.mapper().valueToTree(Samples.statement());
    json.put(field, "");
    assertThat(StatementRecords.parse(RecordJson.write(json), NOW)).isNotNull();
    json.remove(field);
    RecordFormatException e =
        catchThrowableOfType(
            RecordFormatException.class, () -> StatementRecords.parse(RecordJson.write(json), NOW));
    assertThat(e.reason()).isEqualTo(RecordRejectionReason.MISSING_FIELD);
    assertThat(e).hasMessage("field " + field + " is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20xx",
        "2022/",
        "/2022",
        "9999999/1",
        "2022/2018",
        "2022H3",
        "2022M3",
        "2022Q1/2023",
        "２０２２",
        "2022\n",
        "9999",
        "2020/9999"
      })
  void whatIsNoPeriodIsRefused(String period) {
    ObjectNode json = RecordJson.mapper().valueToTree(Samples.statement());
    json.put("period", period);
    RecordFormatException e =
        catchThrowableOfType(
            RecordFormatException.class, () -> StatementRecords.parse(RecordJson.write(json), NOW));
    assertThat(e.reason()).isEqualTo(RecordRejectionReason.INVALID_FIELD);
    assertThat(e.field()).isEqualTo("period");
    assertThat(e).hasMessageContaining("2018/2022");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2022", "2022H1", "2022Q4", "2022M9", "2018/2022", "0000", "0000/9998", "9998"})
  void whatFollowsFromAStatementHasTheYearOfItsPeriod(String period) throws Exception {
    ObjectNode json = RecordJson.mapper().valueToTree(Samples.statement());
    json.put("period", period);
    Statement statement = StatementRecords.parse(RecordJson.write(json), NOW);
    SeriesHistory history = SeriesHistory.of(statement.series(), List.of(statement));
    Judge judge = new Judge(IndicatorCatalog.bundled());
    for (AssessmentKey key : judge.touched(statement.series(), statement)) {
      Judgement judgement = judge.judge(history, key, Instant.MAX);
      judgement.assessment().ifPresent(a -> assertThat(RecordJson.write(a)).isNotEmpty());
      judgement.alerts().forEach(a -> assertThat(RecordJson.write(a)).isNotEmpty());
    }
    assertThat(judge.assessAll(history, Instant.MAX))
        .extracting(Assessment::year)
        .containsExactly(Period.parse(period).lastYear());
  }

  @Test
  void aRangeNeedsItsUpperEnd() throws Exception {
    byte[] without = RecordJson.write(Samples.statement(Operator.RANGE, null));
    RecordFormatException e =
        catchThrowableOfType(
            RecordFormatException.class, () -> StatementRecords.parse(without, NOW));
    assertThat(e.field()).isEqualTo("high");
    assertThat(
            StatementRecords.parse(
                    RecordJson.write(Samples.statement(Operator.RANGE, BigDecimal.TEN)), NOW)
                .high())
        .isEqualByComparingTo("10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"publishedAt", "retrievedAt"})
  void timesThatNoReportCanHaveAreRefused(String field) throws Exception {
    for (String time : List.of("9999-12-31T00:00:00Z", "0001-01-01T00:00:00Z")) {
      ObjectNode json = RecordJson.mapper().valueToTree(Samples.statement());
      json.put(field, time);
      RecordFormatException e =
          catchThrowableOfType(
              RecordFormatException.class,
              () -> StatementRecords.parse(RecordJson.write(json), NOW));
      assertThat(e.reason()).isEqualTo(RecordRejectionReason.INVALID_FIELD);
      assertThat(e).hasMessageStartingWith("field " + field + " is ");
    }
  }
}
