package io.duibiao.core.assessment;

import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known of a series at one time, and which statement speaks for it where several do. All
 * choices are total orders over the set, so none depends on how the set came about.
 *
 * @param series the key of the series
 * @param statements the current event of each statement id, withdrawn ones among them
 * @param firstRetrieved when each statement id was first said
 */
record Evidence(String series, List<Statement> statements, Map<String, Instant> firstRetrieved) {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

  /** What is known of a series after all its events. */
  static Evidence now(SeriesHistory history) {
    return new Evidence(history.series(), history.current(), history.firstRetrieved());
  }

  /** The statements of exactly this measure and period, withdrawn ones among them. */
  List<Statement> own(AssessmentKey key) {
    return statements.stream()
        .filter(
            s ->
                s.series().equals(series)
                    && s.measure() == key.measure()
                    && s.period().equals(key.period()))
        .toList();
  }

  private Stream<Statement> standing(StatementKind kind, Measure measure, String period) {
    return statements.stream()
        .filter(
            s ->
                !s.withdrawn()
                    && s.series().equals(series)
                    && s.kind() == kind
                    && s.measure() == measure
                    && s.period().equals(period));
  }

  /**
   * The target for a key. A target that was set in time outweighs one that a later report restates
   * (高于7%的预期目标); of those set in time the one of the later document holds, since a target may be
   * revised within the year; within one document the first, since the headline targets come first.
   */
  Optional<Statement> target(AssessmentKey key) {
    return standing(StatementKind.TARGET, key.measure(), key.period())
        .min(
            Comparator.comparing(this::restated)
                .thenComparing(this::issued, Comparator.reverseOrder())
                .thenComparing(Evidence::textOrder));
  }

  /**
   * The result of a measure and period among those wanted. A final figure outweighs an estimate
   * (预计), then the later document holds, since figures are revised; within one document the exact
   * number outweighs a vague one (突破2000亿元，达到2120亿元), then the first.
   */
  Optional<Statement> result(Measure measure, String period, Predicate<Statement> wanted) {
    return standing(StatementKind.RESULT, measure, period)
        .filter(wanted)
        .min(
            Comparator.comparing((Statement s) -> s.flags().contains("estimate"))
                .thenComparing(this::issued, Comparator.reverseOrder())
                .thenComparing(s -> s.op() != Operator.EQ)
                .thenComparing(Evidence::textOrder));
  }

  private static final Comparator<Statement> TEXT_ORDER =
      Comparator.comparing(Statement::documentId)
          .thenComparing(Statement::start)
          .thenComparing(Statement::id);

  private static TextPosition textOrder(Statement statement) {
    return new TextPosition(statement);
  }

  private record TextPosition(Statement statement) implements Comparable<TextPosition> {
    @Override
    public int compareTo(TextPosition other) {
      return TEXT_ORDER.compare(statement, other.statement);
    }
  }

  /** True when the document is of a year after the period, so that it can only look back. */
  private boolean restated(Statement statement) {
    Optional<Period> period = Period.tryParse(statement.period());
    Optional<Integer> year = titleYear(statement);
    if (year.isEmpty() && statement.publishedAt() != null) {
      year = Optional.of(statement.publishedAt().atZone(CHINA).getYear());
    }
    return period.isPresent() && year.isPresent() && year.get() > period.get().lastYear();
  }

  /**
   * When the document was issued: as published, else by the year in its title, else as first seen.
   */
  private Instant issued(Statement statement) {
    if (statement.publishedAt() != null) {
      return statement.publishedAt();
    }
    return titleYear(statement)
        .map(year -> LocalDate.of(year, 1, 1).atStartOfDay(CHINA).toInstant())
        .orElseGet(() -> firstRetrieved.get(statement.id()));
  }

  /** The last year in the title: 2018年计划执行情况和2019年计划草案 is a document of 2019. */
  private static Optional<Integer> titleYear(Statement statement) {
    Matcher m = YEAR.matcher(statement.documentTitle());
    Optional<Integer> year = Optional.empty();
    while (m.find()) {
      int found = Integer.parseInt(m.group());
      if (year.isEmpty() || found > year.get()) {
        year = Optional.of(found);
      }
    }
    return year;
  }
}
