package io.duibiao.core.document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which times of a document are believed. Deadlines, the order of revisions and the time of the
 * stream follow them, and a page may claim any.
 *
 * <ul>
 *   <li>Nothing was published or retrieved before 1949-10-01, since no report of this government is
 *       older, nor more than {@link #AHEAD} after the time at which the record is read: clocks
 *       differ, and a date alone may be that of another time zone.
 *   <li>Nothing was published more than {@link #AHEAD} after it was retrieved.
 * </ul>
 *
 * <p>A document whose {@code retrievedAt} is not believed is rejected, since its revision would
 * outrank or precede all others for ever. A {@code publishedAt} that is not believed is taken as
 * not told; the date that the page states takes its place, if that is believed, else the time is
 * unknown.
 */
public final class PlausibleTimes {
  /** How far ahead of the clock a time may be. */
  public static final Duration AHEAD = Duration.ofDays(2);

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final Instant FIRST = LocalDate.of(1949, 10, 1).atStartOfDay(CHINA).toInstant();

  /** What claims to be retrieved before there were pages does not tell when it was. */
  private static final Instant PAGES = LocalDate.of(1991, 1, 1).atStartOfDay(CHINA).toInstant();

  /** Where nothing else bounds a time: no report of this program's life is of a later year. */
  private static final Instant LAST = LocalDate.of(2200, 1, 1).atStartOfDay(CHINA).toInstant();

  private PlausibleTimes() {}

  /**
   * Whether a time can be that of a publication or retrieval.
   *
   * @param time the time
   * @param now when it was told: the clock or the timestamp of the record, whichever is later
   */
  public static boolean plausible(Instant time, Instant now) {
    return !time.isBefore(FIRST) && !time.isAfter(now.plus(AHEAD));
  }

  /** What is told of a field whose time is not {@link #plausible}, for a person. */
  public static String refusal(String field, Instant time) {
    return "field %s is %s, before 1949-10-01 or more than %d days in the future"
        .formatted(field, time, AHEAD.toDays());
  }

  /**
   * The first time of publication that is believed, or null.
   *
   * @param told that of the metadata, or null
   * @param stated that of the page, or null
   * @param retrievedAt when it was retrieved, or null where nobody tells
   */
  static Instant published(Instant told, Instant stated, Instant retrievedAt) {
    Instant latest = retrievedAt == null || retrievedAt.isBefore(PAGES) ? LAST : retrievedAt;
    if (told != null && plausible(told, latest)) {
      return told;
    }
    return stated != null && plausible(stated, latest) ? stated : null;
  }
}
