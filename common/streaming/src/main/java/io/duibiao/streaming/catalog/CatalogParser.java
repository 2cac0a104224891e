package io.duibiao.streaming.catalog;

import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.CatalogRecord;
import io.duibiao.streaming.record.CatalogRecords;
import io.duibiao.streaming.record.LogText;
import io.duibiao.streaming.record.RecordFormatException;
import io.duibiao.streaming.record.RecordRejectionReason;
import io.duibiao.streaming.record.RejectedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the records of the topic {@code catalog} once, before they are broadcast. One that is no
 * catalog changes nothing: it goes to the side with its reason, and the catalog before it holds on.
 */
public final class CatalogParser extends ProcessFunction<ConsumedRecord, CatalogUpdate> {
  /** Records that are no catalog. */
  public static final OutputTag<RejectedRecord> REJECTED =
      new OutputTag<>("rejected-catalogs", TypeInformation.of(RejectedRecord.class));

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(CatalogParser.class);

  private transient Counter accepted;
  private transient Counter rejected;

  @Override
  public void open(OpenContext context) {
    accepted = getRuntimeContext().getMetricGroup().counter("catalogsAccepted");
    rejected = getRuntimeContext().getMetricGroup().counter("catalogsRejected");
  }

  @Override
  public void processElement(ConsumedRecord record, Context context, Collector<CatalogUpdate> out) {
    String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    try {
      if (!CatalogRecord.ID.equals(key)) {
        throw new RecordFormatException(
            RecordRejectionReason.INVALID_FIELD,
            "key",
            "the key of the record is not '" + CatalogRecord.ID + "'");
      }
      CatalogRecord catalog = record.value() == null ? null : CatalogRecords.parse(record.value());
      accepted.inc();
      LOG.info("catalog of offset {} holds from now on", record.offset());
      out.collect(
          new CatalogUpdate(
              catalog == null ? null : catalog.yaml(),
              catalog == null ? null : catalog.reportingMonths(),
              Math.max(0, record.timestamp()),
              record.offset()));
    } catch (RecordFormatException e) {
      rejected.inc();
      LOG.warn("catalog of offset {} is ignored: {}", record.offset(), LogText.of(e.getMessage()));
      context.output(
          REJECTED,
          RejectedRecord.consumed(
              e.reason(),
              "the catalog is ignored: " + e.getMessage(),
              record.topic(),
              record.partition(),
              record.offset(),
              Instant.ofEpochMilli(Math.max(0, record.timestamp())),
              key,
              record.value()));
    }
  }
}
