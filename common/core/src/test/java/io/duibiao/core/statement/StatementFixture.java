package io.duibiao.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Builds statements for tests; what a test does not set has a plain default. */
public final class StatementFixture {
  private String id = "doc#1";
  private String documentId = "doc";
  private String documentTitle = "";
  private Instant publishedAt;
  private Instant retrievedAt = Instant.parse("2020-01-01T00:00:00Z");
  private String indicatorId = "gdp";
  private String indicator = "地区生产总值";
  private StatementKind kind = StatementKind.RESULT;
  private String period = "2019";
  private Measure measure = Measure.GROWTH;
  private Operator op = Operator.EQ;
  private BigDecimal value = BigDecimal.ONE;
  private BigDecimal high;
  private String unit = "%";
  private String number;
  private String quote;
  private int start;
  private List<String> flags = List.of();
  private String comparand;
  private String url;
  private String simHash;
  private int revision = 1;
  private boolean withdrawn;

  /** A result, growth of GDP in 2019 by 1 %. */
  public static StatementFixture statement() {
    return new StatementFixture();
  }

  public StatementFixture id(String documentId, int ordinal) {
    this.documentId = documentId;
    this.id = documentId + "#" + ordinal;
    this.start = ordinal * 10;
    return this;
  }

  /** Another id than that of document and ordinal. */
  public StatementFixture named(String newId) {
    this.id = newId;
    return this;
  }

  public StatementFixture title(String title) {
    this.documentTitle = title;
    return this;
  }

  public StatementFixture published(Instant time) {
    this.publishedAt = time;
    return this;
  }

  public StatementFixture retrieved(Instant time) {
    this.retrievedAt = time;
    return this;
  }

  public StatementFixture indicator(String newId, String name) {
    this.indicatorId = newId;
    this.indicator = name;
    return this;
  }

  public StatementFixture kind(StatementKind newKind) {
    this.kind = newKind;
    return this;
  }

  public StatementFixture period(String newPeriod) {
    this.period = newPeriod;
    return this;
  }

  public StatementFixture measure(Measure newMeasure) {
    this.measure = newMeasure;
    return this;
  }

  public StatementFixture number(Operator newOp, String newValue, String newHigh, String newUnit) {
    this.op = newOp;
    this.value = new BigDecimal(newValue);
    this.high = newHigh == null ? null : new BigDecimal(newHigh);
    this.unit = newUnit;
    return this;
  }

  public StatementFixture written(String newNumber, String newQuote) {
    this.number = newNumber;
    this.quote = newQuote;
    return this;
  }

  public StatementFixture flags(String... newFlags) {
    this.flags = List.of(newFlags);
    return this;
  }

  public StatementFixture comparand(String newComparand) {
    this.comparand = newComparand;
    return this;
  }

  public StatementFixture from(String newUrl, String newSimHash) {
    this.url = newUrl;
    this.simHash = newSimHash;
    return this;
  }

  public StatementFixture revision(int newRevision, boolean newWithdrawn) {
    this.revision = newRevision;
    this.withdrawn = newWithdrawn;
    return this;
  }

  public Statement build() {
    String shownNumber = number == null ? value.toPlainString() + unit : number;
    String shownQuote = quote == null ? indicator + shownNumber : quote;
    return new Statement(
        id,
        documentId,
        revision,
        documentTitle,
        publishedAt,
        retrievedAt,
        "320500",
        "苏州市",
        "江苏省/苏州市",
        indicatorId,
        indicator,
        indicator,
        kind,
        period,
        measure,
        op,
        value,
        high,
        unit,
        shownNumber,
        shownQuote,
        shownQuote + "。",
        start,
        start + shownNumber.length(),
        flags,
        comparand,
        url,
        simHash,
        withdrawn);
  }
}
