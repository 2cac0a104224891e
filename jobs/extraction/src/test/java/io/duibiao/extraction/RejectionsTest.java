package io.duibiao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.document.RejectionReason;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.IndexedRejection;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.RejectedDocument;
import java.time.Instant;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

class RejectionsTest {
  private final MetricListener listener = new MetricListener();
  private final Rejections rejections = new Rejections(listener.getMetricGroup());

  @Test
  void countsEachReasonByItself() {
    ConsumedRecord record = new ConsumedRecord("documents", 0, 1, 5, null, new byte[] {7});
    rejections.of(record, null, RejectionReason.MISSING_ID, "field id is missing or empty");
    rejections.of(record, null, RejectionReason.MISSING_ID, "field id is missing or empty");
    rejections.of(record, "a", RejectionReason.TOO_LARGE, "too large");
    assertThat(count(RejectionReason.MISSING_ID)).isEqualTo(2);
    assertThat(count(RejectionReason.TOO_LARGE)).isEqualTo(1);
    assertThat(count(RejectionReason.GARBLED)).isZero();
  }

  @Test
  void aRecordWithoutTimestampIsOfTheEpoch() {
    ConsumedRecord record = new ConsumedRecord("documents", 0, 1, -1, null, null);
    RejectedDocument rejected =
        rejections.of(record, null, RejectionReason.MALFORMED_JSON, "the record is empty");
    assertThat(rejected.timestamp()).isEqualTo(Instant.EPOCH);
    assertThat(rejected.original()).isNull();
  }

  @Test
  void theIndexHoldsWhatAPersonNeedsAndTheSameForTheSameRecord() throws Exception {
    ConsumedRecord record = new ConsumedRecord("documents", 3, 17, 5, null, new byte[] {7, 8});
    RejectedDocument rejected = rejections.of(record, "a", RejectionReason.GARBLED, "garbled");
    IndexWrite write = Rejections.write("duibiao-rejected", rejected);

    assertThat(write.id()).isEqualTo("documents/3/17");
    assertThat(write.version()).isEqualTo(17);
    assertThat(RecordJson.read(write.json(), IndexedRejection.class))
        .isEqualTo(
            new IndexedRejection(
                "documents/3/17",
                RejectionReason.GARBLED,
                "garbled",
                "documents",
                3,
                17,
                Instant.ofEpochMilli(5),
                "a",
                2));
    assertThat(Rejections.write("duibiao-rejected", rejected)).isEqualTo(write);
  }

  private long count(RejectionReason reason) {
    return listener.getCounter("reason", reason.code(), "documentsRejected").get().getCount();
  }
}
