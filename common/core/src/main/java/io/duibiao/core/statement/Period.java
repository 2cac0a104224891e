package io.duibiao.core.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of calendar time that a statement speaks of: a year {@code 2022}, a half {@code
 * 2022H1}, a quarter {@code 2022Q1}, the months up to one of them {@code 2022M9} (前三季度) or a span
 * of years {@code 2018/2022}.
 *
 * @param firstYear the calendar year, or the first year of a span
 * @param lastYear the same year, or the last year of a span, inclusive
 * @param part the part of the year; {@link Part#YEAR} for a span
 */
public record Period(int firstYear, int lastYear, Part part) {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Pattern FORM =
      Pattern.compile("([0-9]{4})(?:(H[12]|Q[1-4]|M(?:[1245789]|1[01]))|/([0-9]{4}))?");

  /** A part of a calendar year. */
  public enum Part {
    /** The whole year, or every year of a span. */
    YEAR(12),
    /** January to June (上半年). */
    H1(6),
    /** July to December (下半年). */
    H2(12),
    /** January to March (一季度). */
    Q1(3),
    /** April to June (二季度). */
    Q2(6),
    /** July to September (三季度). */
    Q3(9),
    /** October to December (四季度). */
    Q4(12),
    /** January alone; with the next ones, what was reached so far in the year (1—2月). */
    M1(1),
    /** January and February. */
    M2(2),
    /** January to April. */
    M4(4),
    /** January to May. */
    M5(5),
    /** January to July. */
    M7(7),
    /** January to August. */
    M8(8),
    /** January to September (前三季度). */
    M9(9),
    /** January to October. */
    M10(10),
    /** January to November (截至11月底). */
    M11(11);

    private final int lastMonth;

    /** The part of a year from January to a month of 1 to 12, that month included. */
    public static Part upTo(int month) {
      return switch (month) {
        case 3 -> Q1;
        case 6 -> H1;
        case 12 -> YEAR;
        default -> valueOf("M" + month);
      };
    }

    Part(int lastMonth) {
      this.lastMonth = lastMonth;
    }
  }

  /** Refuses a span that runs backwards and a span of parts. */
  public Period {
    if (lastYear < firstYear) {
      throw new IllegalArgumentException(
          "a period can not end in " + lastYear + " before it begins in " + firstYear);
    }
    if (part != Part.YEAR && firstYear != lastYear) {
      throw new IllegalArgumentException("a " + part + " belongs to one year");
    }
  }

  /** The given calendar year. */
  public static Period ofYear(int year) {
    return new Period(year, year, Part.YEAR);
  }

  /**
   * Reads a period as statements write it. A span of one year is that year.
   *
   * @throws IllegalArgumentException when the text is no period
   */
  public static Period parse(String text) {
    return tryParse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + text
                        + "\" is no period; write 2022, 2022H1, 2022Q1, 2022M9 or 2018/2022"));
  }

  /** Reads a period as statements write it, or nothing when the text is no period. */
  public static Optional<Period> tryParse(String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(m.group(1));
    if (m.group(2) != null) {
      return Optional.of(new Period(first, first, Part.valueOf(m.group(2))));
    }
    int last = m.group(3) == null ? first : Integer.parseInt(m.group(3));
    return last < first ? Optional.empty() : Optional.of(new Period(first, last, Part.YEAR));
  }

  /** True when it covers several years. */
  public boolean span() {
    return firstYear != lastYear;
  }

  /** The number of calendar years that it touches. */
  public int years() {
    return lastYear - firstYear + 1;
  }

  /** True when it is one whole calendar year. */
  public boolean year() {
    return !span() && part == Part.YEAR;
  }

  /** Its last day. */
  public LocalDate end() {
    return LocalDate.of(lastYear, part.lastMonth, 1).plusMonths(1).minusDays(1);
  }

  /** The last second of its last day in China. */
  public Instant lastSecond() {
    return end().plusDays(1).atStartOfDay(CHINA).minusSeconds(1).toInstant();
  }

  /**
   * The period that growth of this one is measured against: the same part of the year before. A
   * span has none.
   */
  public Optional<Period> previousYear() {
    return plusYears(-1);
  }

  /** The period whose growth is measured against this one. A span has none. */
  public Optional<Period> nextYear() {
    return plusYears(1);
  }

  private Optional<Period> plusYears(int years) {
    return span()
        ? Optional.empty()
        : Optional.of(new Period(firstYear + years, lastYear + years, part));
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    if (span()) {
      return "%04d/%04d".formatted(firstYear, lastYear);
    }
    return "%04d%s".formatted(firstYear, part == Part.YEAR ? "" : part.name());
  }

  /** As a person writes it: 2022年, 2022年上半年, 2022年一季度, 2018—2022年. */
  public String chinese() {
    if (span()) {
      return firstYear + "—" + lastYear + "年";
    }
    return firstYear
        + "年"
        + switch (part) {
          case YEAR -> "";
          case H1 -> "上半年";
          case H2 -> "下半年";
          case Q1 -> "一季度";
          case Q2 -> "二季度";
          case Q3 -> "三季度";
          case Q4 -> "四季度";
          case M1 -> "1月";
          default -> "1—" + part.lastMonth + "月";
        };
  }
}
