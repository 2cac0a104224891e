package io.duibiao.streaming.record;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.catalog.InvalidCatalogException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the records of the topic {@code catalog}. */
public final class CatalogRecords {
  private CatalogRecords() {}

  /**
   * Reads one catalog and checks it as a whole.
   *
   * @param json the value of the record, not null
   * @return the record; {@link #catalog} reads its catalog without fail
   * @throws RecordFormatException when it is none; the message names the field or the line at fault
   */
  public static CatalogRecord parse(byte[] json) throws RecordFormatException {
    CatalogRecord record = RecordJson.read(json, CatalogRecord.class);
    if (record.id() == null || !record.id().equals(CatalogRecord.ID)) {
      throw bad("id", "field id is not '" + CatalogRecord.ID + "'");
    }
    if (record.yaml() == null || record.yaml().isBlank()) {
      throw new RecordFormatException(
          RecordRejectionReason.MISSING_FIELD, "yaml", "field yaml is missing or empty");
    }
    Integer months = record.reportingMonths();
    if (months != null && (months < 0 || months > CatalogRecord.MAX_REPORTING_MONTHS)) {
      throw bad(
          "reportingMonths",
          "field reportingMonths is no whole number from 0 to "
              + CatalogRecord.MAX_REPORTING_MONTHS);
    }
    try {
      catalog(record.yaml());
    } catch (InvalidCatalogException e) {
      throw bad("yaml", "field yaml: " + e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      throw bad("yaml", "field yaml can not be read: " + e.getClass().getSimpleName());
    }
    return record;
  }

  /**
   * The catalog in a field {@code yaml}.
   *
   * @throws InvalidCatalogException when it is none
   */
  public static IndicatorCatalog catalog(String yaml) {
    try {
      return IndicatorCatalog.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordFormatException bad(String field, String message) {
    return new RecordFormatException(RecordRejectionReason.INVALID_FIELD, field, message);
  }
}
