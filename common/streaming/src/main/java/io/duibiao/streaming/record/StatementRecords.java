package io.duibiao.streaming.record;

import io.duibiao.core.document.PlausibleTimes;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import java.math.BigDecimal;
import java.time.Instant;

/** Reads the records of the topic {@code statements}. */
public final class StatementRecords {
  /** Digits before and behind the point; 1E999999999 is short but calculating with it is not. */
  private static final int MAX_DIGITS = 100;

  private static final int LAST_YEAR = 9998;

  private StatementRecords() {}

  /**
   * Reads one statement and checks that it has what judgement needs.
   *
   * @param json the value of the record; null for a tombstone
   * @param now the clock or the timestamp of the record, whichever is later: nothing can have been
   *     published or retrieved later, see {@link PlausibleTimes}
   * @return the statement
   * @throws RecordFormatException when it is no statement; the message names the field at fault
   */
  public static Statement parse(byte[] json, Instant now) throws RecordFormatException {
    Statement statement = RecordJson.read(json, Statement.class);
    require("id", statement.id());
    require("documentId", statement.documentId());
    require("retrievedAt", statement.retrievedAt());
    require("regionCode", statement.regionCode());
    require("indicatorId", statement.indicatorId());
    require("kind", statement.kind());
    require("period", statement.period());
    require("measure", statement.measure());
    require("op", statement.op());
    require("value", statement.value());
    require("unit", statement.unit());
    if (statement.op() == Operator.RANGE) {
      require("high", statement.high());
    }
    requireDigits("value", statement.value());
    requireDigits("high", statement.high());
    requirePeriod(statement.period());
    requireTime("publishedAt", statement.publishedAt(), now);
    requireTime("retrievedAt", statement.retrievedAt(), now);
    requireText("documentTitle", statement.documentTitle());
    requireText("region", statement.region());
    requireText("regionPath", statement.regionPath());
    requireText("indicator", statement.indicator());
    requireText("indicatorText", statement.indicatorText());
    requireText("number", statement.number());
    requireText("quote", statement.quote());
    requireText("sentence", statement.sentence());
    return statement;
  }

  /**
   * Refuses what is no period, since assessments and alerts of it would have no year, and the last
   * year with four digits, since its results would be due in one with five, which no index reads.
   */
  private static void requirePeriod(String period) throws RecordFormatException {
    if (Period.tryParse(period).filter(p -> p.lastYear() <= LAST_YEAR).isEmpty()) {
      throw new RecordFormatException(
          RecordRejectionReason.INVALID_FIELD,
          "period",
          "field period is none of the form 2022, 2022H1, 2022Q1, 2022M9 or 2018/2022 up to the year "
              + LAST_YEAR);
    }
  }

  private static void requireTime(String field, Instant time, Instant now)
      throws RecordFormatException {
    if (time != null && !PlausibleTimes.plausible(time, now)) {
      throw new RecordFormatException(
          RecordRejectionReason.INVALID_FIELD, field, PlausibleTimes.refusal(field, time));
    }
  }

  /** Refuses a text that is not there, which may be empty. */
  private static void requireText(String field, String text) throws RecordFormatException {
    if (text == null) {
      throw new RecordFormatException(
          RecordRejectionReason.MISSING_FIELD, field, "field " + field + " is missing");
    }
  }

  private static void requireDigits(String field, BigDecimal value) throws RecordFormatException {
    if (value != null
        && (Math.abs((long) value.scale()) > MAX_DIGITS || value.precision() > MAX_DIGITS)) {
      throw new RecordFormatException(
          RecordRejectionReason.INVALID_FIELD,
          field,
          "field " + field + " has more than " + MAX_DIGITS + " digits");
    }
  }

  private static void require(String field, Object value) throws RecordFormatException {
    if (value == null || value instanceof String text && text.isBlank()) {
      throw new RecordFormatException(
          RecordRejectionReason.MISSING_FIELD, field, "field " + field + " is missing or empty");
    }
  }
}
