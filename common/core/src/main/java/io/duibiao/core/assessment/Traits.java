package io.duibiao.core.assessment;

import io.duibiao.core.evidence.Sources;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.text.SimHash;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a statement's source is worth, found out once since each comparison with another one asks
 * for it.
 *
 * @param issued when the document was issued: as published, else by the year in its title, else as
 *     first seen
 * @param issueYear the year of that in China
 * @param restated whether the document is of a year after the period, so that it can only look back
 * @param official see {@link Sources#official(Statement)}
 * @param finalFigures see {@link Sources#finalFigures}
 * @param fingerprint the fingerprint of the document's text; nothing where it has none
 */
record Traits(
    Instant issued,
    int issueYear,
    boolean restated,
    boolean official,
    boolean finalFigures,
    OptionalLong fingerprint) {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /**
   * The traits of a statement.
   *
   * @param firstRetrieved when its id was first said
   */
  static Traits of(Statement statement, Instant firstRetrieved) {
    Optional<Integer> titleYear = Evidence.titleYear(statement);
    Instant published = statement.publishedAt();
    Instant issued =
        published != null
            ? published
            : titleYear
                .map(year -> LocalDate.of(year, 1, 1).atStartOfDay(CHINA).toInstant())
                .orElse(firstRetrieved);
    int issueYear = issued.atZone(CHINA).getYear();
    Optional<Integer> year =
        titleYear.or(() -> published == null ? Optional.empty() : Optional.of(issueYear));
    Optional<Period> period = Period.tryParse(statement.period());
    return new Traits(
        issued,
        issueYear,
        period.isPresent() && year.isPresent() && year.get() > period.get().lastYear(),
        Sources.official(statement),
        Sources.finalFigures(statement),
        SimHash.bits(statement.simHash()));
  }
}
