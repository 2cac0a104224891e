package io.duibiao.streaming.catalog;

/**
 * A catalog that was checked, on its way to every subtask.
 *
 * @param yaml the catalog, or null for the one that the job was started with
 * @param reportingMonths months after the end of a period by which its result is due, or null for
 *     what the job was started with
 * @param timestamp the timestamp of its record in milliseconds since 1970
 * @param offset the offset of its record: grows from update to update
 */
public record CatalogUpdate(String yaml, Integer reportingMonths, long timestamp, long offset) {}
