package io.duibiao.core.assessment;

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
import io.duibiao.core.statement.StatementFixture;
import io.duibiao.core.statement.StatementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents about a few series of one region, with everything that was ever seen of them, and what
 * an extractor would read out of them.
 *
 * @param sources the documents
 */
record Published(List<Source> sources) {
  /** Where the tests begin: what happens is told in days since then. */
  private static final Instant BEGIN = Instant.parse("2019-01-10T00:00:00Z");

  /** What may be said in the series: the first is what the second may be measured by. */
  static final List<Subject> SUBJECTS =
      List.of(
          new Subject("gdp", "地区生产总值"),
          new Subject("general-public-budget-revenue", "一般公共预算收入"),
          new Subject("~某产业用电量", "某产业用电量"));

  /** An indicator. */
  record Subject(String id, String name) {}

  /**
   * A claim.
   *
   * @param relative whether a target of growth is measured by the first subject
   */
  record Claim(
      Subject subject,
      StatementKind kind,
      Measure measure,
      String period,
      Operator op,
      int value,
      boolean estimate,
      boolean relative) {}

  /**
   * That a document was retrieved.
   *
   * @param text which of its texts it had
   * @param day when
   */
  record Sight(int text, int day) {}

  /**
   * A document.
   *
   * @param host 0 official, 1 unofficial, 2 none
   * @param published the day, or null
   * @param titleYear the year in the title, or null
   * @param bulletin whether its title says that figures are final
   * @param mirrorOf the number of an earlier document that it copies, if there is one
   * @param altered by how much the first number of the copy is another
   * @param texts what it said over time
   * @param sights when it said what
   */
  record Source(
      int host,
      Integer published,
      Integer titleYear,
      boolean bulletin,
      Integer mirrorOf,
      int altered,
      List<List<Claim>> texts,
      List<Sight> sights) {}

  /** Every observation as a document, in no order. */
  List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      for (Sight sight : sources.get(i).sights()) {
        int text = sight.text() % texts(i).size();
        documents.add(
            new Document(
                id(i), null, null, null, null, day(sight.day()), null, null, i + "/" + text));
      }
    }
    return documents;
  }

  /** Reads the documents. */
  StatementExtractor extractor() {
    Map<String, Extraction> read = new HashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      for (int t = 0; t < texts(i).size(); t++) {
        read.put(i + "/" + t, extraction(i, texts(i).get(t)));
      }
    }
    return (Document document, TimeBudget budget) -> {
      Extraction extraction = read.get(document.content());
      if (extraction == null) {
        throw new RejectedDocumentException(RejectionReason.UNKNOWN_REGION, document.content());
      }
      return extraction;
    };
  }

  private List<List<Claim>> texts(int source) {
    Integer original = sources.get(source).mirrorOf();
    if (original == null || original >= source) {
      return sources.get(source).texts();
    }
    List<Claim> copied = new ArrayList<>(texts(original).get(0));
    if (!copied.isEmpty()) {
      Claim first = copied.get(0);
      copied.set(
          0,
          new Claim(
              first.subject(),
              first.kind(),
              first.measure(),
              first.period(),
              first.op(),
              first.value() + sources.get(source).altered(),
              first.estimate(),
              first.relative()));
    }
    return List.of(copied);
  }

  private Extraction extraction(int i, List<Claim> claims) {
    Source source = sources.get(i);
    Instant published = source.published() == null ? null : day(source.published());
    String title =
        (source.titleYear() == null ? "" : "苏州市" + source.titleYear() + "年")
            + (source.bulletin() ? "统计公报" : "报告");
    Map<String, Integer> ordinals = new HashMap<>();
    List<Statement> statements = new ArrayList<>();
    for (Claim claim : claims) {
      statements.add(statement(i, title, published, claim, statements.size(), ordinals));
    }
    CleanedDocument cleaned =
        new CleanedDocument(
            title, null, published, null, "320500", "苏州市", "江苏省/苏州市", 2019, 2020, "" + claims);
    String fingerprint = Integer.toHexString((title + published + claims).hashCode());
    return new Extraction(cleaned, fingerprint, statements);
  }

  private Statement statement(
      int i,
      String title,
      Instant published,
      Claim claim,
      int start,
      Map<String, Integer> ordinals) {
    boolean growth = claim.measure() == Measure.GROWTH;
    boolean relative = claim.relative() && growth && claim.kind() == StatementKind.TARGET;
    // As with the extractor, everything but the number is part of the id.
    String base =
        String.join(
            "|",
            id(i),
            claim.subject().id(),
            claim.kind().code(),
            claim.period(),
            claim.measure().code());
    int value = growth ? claim.value() % 12 - 3 : 900 + claim.value();
    StatementFixture fixture =
        StatementFixture.statement()
            .id(id(i), start)
            .title(title)
            .published(published)
            .indicator(claim.subject().id(), claim.subject().name())
            .kind(claim.kind())
            .measure(claim.measure())
            .period(claim.period())
            .number(
                claim.op(),
                relative ? "0" : Integer.toString(value),
                claim.op() == Operator.RANGE ? Integer.toString(value + 1) : null,
                growth ? "%" : unit(claim))
            .from(null, simHash(i));
    if (claim.estimate()) {
      fixture.flags("estimate");
    }
    if (relative && !claim.subject().equals(SUBJECTS.get(0))) {
      fixture.comparand(SUBJECTS.get(0).id());
    }
    return fixture.named(base + "|" + ordinals.merge(base, 1, Integer::sum)).build();
  }

  /** Some count what others measure, which can not be compared. */
  private static String unit(Claim claim) {
    if (claim.value() % 10 == 9) {
      return "家";
    }
    return claim.subject().id().startsWith("~") ? "千瓦时" : "元";
  }

  private String id(int source) {
    return switch (sources.get(source).host()) {
      case 0 -> "https://www.suzhou.gov.cn/" + source;
      case 1 -> "https://news.example.com/" + source;
      default -> "report-" + source;
    };
  }

  /** Copies of a text have nearly its fingerprint. */
  private String simHash(int source) {
    Integer original = sources.get(source).mirrorOf();
    if (original != null && original < source) {
      return Long.toHexString(Long.parseUnsignedLong(simHash(original), 16) ^ 1L << source);
    }
    return String.format("%016x", 0x9E3779B97F4A7C15L * (source + 1));
  }

  static Instant day(int day) {
    return BEGIN.plus(Duration.ofDays(day));
  }
}
