package io.duibiao.core.assessment;

import io.duibiao.core.statement.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * When the result of a period is due: so long after its end that the reports which state it have
 * come out. Results of a year are due by the end of 31 May of the next one.
 *
 * @param grace the time after the last day of the period, five months by default
 * @param zone where days begin and end
 */
public record ReportingDeadlines(java.time.Period grace, ZoneId zone) {
  /** Five months in China. */
  public static final ReportingDeadlines DEFAULT =
      new ReportingDeadlines(java.time.Period.ofMonths(5), ZoneId.of("Asia/Shanghai"));

  /** Refuses a time before the end of the period. */
  public ReportingDeadlines {
    Objects.requireNonNull(zone, "zone");
    if (grace.isNegative()) {
      throw new IllegalArgumentException("results can not be due before their period ends");
    }
  }

  /** The first instant at which the result of a period is late, or nothing for no period. */
  public Optional<Instant> of(String period) {
    return Period.tryParse(period)
        .map(p -> p.end().plusDays(1).plus(grace).atStartOfDay(zone).toInstant());
  }
}
