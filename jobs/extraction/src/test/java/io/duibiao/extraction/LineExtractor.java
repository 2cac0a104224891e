package io.duibiao.extraction;

import io.duibiao.core.document.CleanedDocument;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.RejectionReason;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.extraction.Extraction;
import io.duibiao.core.extraction.StatementExtractor;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads {@code target gdp 2023 6}, one growth statement a line, for the region of the document;
 * leading and trailing blank space counts for nothing, as it does in a real report. A line that
 * starts with an exclamation mark makes it misbehave; a single word says nothing.
 */
final class LineExtractor implements StatementExtractor {
  private final AtomicInteger calls;

  /**
   * @param calls counts how often it was asked
   */
  LineExtractor(AtomicInteger calls) {
    this.calls = calls;
  }

  @Override
  public Extraction extract(Document document, TimeBudget budget) throws RejectedDocumentException {
    calls.incrementAndGet();
    String text = document.content().strip();
    String region = document.region() == null ? "320506" : document.region();
    List<Statement> statements = new ArrayList<>();
    for (String line : text.lines().toList()) {
      misbehave(line, budget);
      if (line.contains(" ")) {
        statements.add(statement(document, region, line.strip()));
      }
    }
    String title = document.title() == null ? "" : document.title();
    CleanedDocument cleaned =
        new CleanedDocument(
            title,
            document.publisher(),
            document.publishedAt(),
            null,
            region,
            "吴中区",
            "江苏省/苏州市/吴中区",
            2022,
            2023,
            text);
    String fingerprint =
        Integer.toHexString((region + text + title + document.publishedAt()).hashCode());
    return new Extraction(cleaned, fingerprint, statements);
  }

  private static void misbehave(String line, TimeBudget budget) throws RejectedDocumentException {
    switch (line) {
      case "!reject" ->
          throw new RejectedDocumentException(RejectionReason.UNKNOWN_REGION, "no region");
      case "!throw" -> throw new IllegalStateException("a defect");
      case "!overflow" -> overflow(0);
      case "!loop" -> {
        while (true) {
          budget.check();
        }
      }
      default -> {}
    }
  }

  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  private static Statement statement(Document document, String region, String line) {
    String[] words = line.split(" ");
    StatementKind kind = StatementKind.valueOf(words[0].toUpperCase(Locale.ROOT));
    String indicator = words[1];
    String period = words[2];
    String id = String.join("|", document.id(), region, indicator, kind.code(), period);
    return new Statement(
        id,
        document.id(),
        1,
        document.title() == null ? "" : document.title(),
        document.publishedAt(),
        document.retrievedAt(),
        region,
        "吴中区",
        "江苏省/苏州市/吴中区",
        indicator,
        indicator,
        indicator,
        kind,
        period,
        Measure.GROWTH,
        Operator.EQ,
        new BigDecimal(words[3]),
        null,
        "%",
        words[3] + "%",
        line,
        line,
        0,
        line.length(),
        List.of(),
        false);
  }
}
