package io.duibiao.streaming.record;

import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import java.math.BigDecimal;

/** Reads the records of the topic {@code statements}. */
public final class StatementRecords {
  /** Digits before and behind the point; 1E999999999 is short but calculating with it is not. */
  private static final int MAX_DIGITS = 100;

  private StatementRecords() {}

  /**
   * Reads one statement and checks that it has what judgement needs.
   *
   * @param json the value of the record; null for a tombstone
   * @return the statement
   * @throws RecordFormatException when it is no statement; the message names the field at fault
   */
  public static Statement parse(byte[] json) throws RecordFormatException {
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
    return statement;
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
