package io.duibiao.streaming.record;

/**
 * The catalog of indicators that holds from now on: the record of the topic {@code catalog}. It is
 * whole and not a difference, so that it is valid or invalid as one and the last record says
 * everything. A record without value (a tombstone) brings back the catalog that the jobs were
 * started with.
 *
 * @param id always {@link #ID}, the key of the record
 * @param yaml the catalog as {@code indicators.yaml} is written
 * @param reportingMonths how many months after the end of a period its result is due, or null for
 *     what the jobs were started with
 */
public record CatalogRecord(String id, String yaml, Integer reportingMonths) {
  /** The one id. */
  public static final String ID = "indicators";

  /** The most months after which a result may be due. */
  public static final int MAX_REPORTING_MONTHS = 120;
}
