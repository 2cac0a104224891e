package io.duibiao.local.cli;

import io.duibiao.core.extraction.AccountedNumber;
import io.duibiao.core.quantity.NoStatementReason;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Accounts for every number of the documents that were read: {@code extract --explain}. */
final class NumberReport {
  private final Results results;
  private final Map<NoStatementReason, Long> reasons = new EnumMap<>(NoStatementReason.class);
  private long total;
  private long stated;

  /**
   * One line of output.
   *
   * @param documentId the document
   * @param number the number as written
   * @param start its offset in the cleaned text
   * @param end the offset after it
   * @param reason why it makes no statement, or null
   * @param statements the statements that it makes
   */
  private record Line(
      String documentId,
      String number,
      int start,
      int end,
      String reason,
      List<Statement> statements) {}

  NumberReport(Results results) {
    this.results = results;
  }

  void count(AccountedNumber number) {
    total++;
    if (number.reason() == null) {
      stated++;
    } else {
      reasons.merge(number.reason(), 1L, Long::sum);
    }
  }

  void print(String documentId, AccountedNumber number) throws IOException {
    String reason = number.reason() == null ? null : number.reason().code();
    results.line(
        RecordJson.writeString(
            new Line(
                documentId,
                number.text(),
                number.start(),
                number.end(),
                reason,
                number.statements())));
  }

  /** A table: the reason, how many numbers there are, and their part of all in percent. */
  void printSummary() throws IOException {
    row("statement", stated);
    for (NoStatementReason reason : NoStatementReason.values()) {
      row(reason.code(), reasons.getOrDefault(reason, 0L));
    }
    row("total", total);
  }

  private void row(String name, long count) throws IOException {
    double percent = total == 0 ? 0 : 100.0 * count / total;
    results.line(String.format(Locale.ROOT, "%-20s %8d %6.2f %%", name, count, percent));
  }
}
