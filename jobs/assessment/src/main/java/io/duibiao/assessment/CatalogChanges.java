package io.duibiao.assessment;

import io.duibiao.core.statement.RecordVersion;
import io.duibiao.streaming.catalog.CatalogUpdate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The catalog that holds, and which indicators the topic {@code catalog} has ever changed.
 *
 * @param update the catalog that holds
 * @param changes the record that last changed an indicator, by indicator id: its timestamp and, as
 *     a count, its offset plus one; {@link #ALL} for what concerns every series. It becomes part of
 *     the versions of what it makes judge anew. Never null
 */
public record CatalogChanges(CatalogUpdate update, Map<String, RecordVersion> changes) {
  /** Stands for all indicators. */
  static final String ALL = "*";

  static final CatalogChanges NONE = new CatalogChanges(null, Map.of());

  /** Fills what may be missing. */
  public CatalogChanges {
    changes = changes == null ? Map.of() : Map.copyOf(changes);
  }

  CatalogChanges with(CatalogUpdate next, Iterable<String> indicators) {
    Map<String, RecordVersion> merged = new TreeMap<>(changes);
    RecordVersion version = new RecordVersion(next.timestamp(), next.offset() + 1);
    indicators.forEach(indicator -> merged.put(indicator, version));
    return new CatalogChanges(next, merged);
  }

  /**
   * Whether verdicts on an indicator may have been given under another entry of the catalog. Other
   * deadlines change what is overdue, but never raise or undo another alert.
   */
  boolean judgedOtherwise(String indicatorId) {
    return changes.containsKey(indicatorId);
  }

  /**
   * The version of what rests on these records and on this catalog. It depends only on the records
   * that touched it and on the last catalog that changed its indicator, whatever came between, and
   * grows with both.
   */
  RecordVersion version(String indicatorId, RecordVersion records) {
    RecordVersion own = changes.getOrDefault(indicatorId, RecordVersion.NONE);
    RecordVersion all = changes.getOrDefault(ALL, RecordVersion.NONE);
    return new RecordVersion(
        Math.max(records.timestamp(), Math.max(own.timestamp(), all.timestamp())),
        records.count() + Math.max(own.count(), all.count()));
  }
}
