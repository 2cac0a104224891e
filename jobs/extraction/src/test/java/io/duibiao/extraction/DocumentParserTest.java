package io.duibiao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.document.RejectionReason;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RejectedDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentParserTest {
  private static final int MAX_BYTES = 1000;
  private static final long TIMESTAMP = Instant.parse("2024-01-15T04:00:00Z").toEpochMilli();

  private OneInputStreamOperatorTestHarness<ConsumedRecord, ParsedDocument> harness;

  @BeforeEach
  void open() throws Exception {
    harness = ProcessFunctionTestHarnesses.forProcessFunction(new DocumentParser(MAX_BYTES));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void process(byte[] value) throws Exception {
    harness.processElement(
        new ConsumedRecord("documents", 3, 42, TIMESTAMP, new byte[] {1}, value), TIMESTAMP);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aDocumentWithoutTimeOfRetrievalGetsThatOfItsRecord() throws Exception {
    process(utf8("{\"id\":\"a\",\"content\":\"地区生产总值增长6%\"}"));
    assertThat(harness.extractOutputValues())
        .singleElement()
        .satisfies(
            parsed -> {
              assertThat(parsed.document().content()).isEqualTo("地区生产总值增长6%");
              assertThat(parsed.document().retrievedAt())
                  .isEqualTo(Instant.ofEpochMilli(TIMESTAMP));
            });
  }

  @Test
  void aTimeOfRetrievalIsKept() throws Exception {
    process(utf8("{\"id\":\"a\",\"content\":\"c\",\"retrievedAt\":\"2023-02-01T00:00:00Z\"}"));
    assertThat(harness.extractOutputValues().get(0).document().retrievedAt())
        .isEqualTo(Instant.parse("2023-02-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json | MALFORMED_JSON",
        "[1] | MALFORMED_JSON",
        "{\"content\":\"c\"} | MISSING_ID",
        "{\"id\":\"a\"} | MISSING_CONTENT",
        "{\"id\":\"a\",\"content\":\"c\",\"publishedAt\":\"spring\"} | INVALID_FIELD"
      })
  void whatIsNoDocumentGoesToTheSideWithItsPlaceAndBytes(String json, RejectionReason reason)
      throws Exception {
    process(utf8(json));
    assertThat(harness.extractOutputValues()).isEmpty();
    RejectedDocument rejected = rejected();
    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.detail()).isNotBlank();
    assertThat(rejected.topic()).isEqualTo("documents");
    assertThat(rejected.partition()).isEqualTo(3);
    assertThat(rejected.offset()).isEqualTo(42);
    assertThat(rejected.timestamp()).isEqualTo(Instant.ofEpochMilli(TIMESTAMP));
    assertThat(rejected.original()).isEqualTo(utf8(json));
  }

  @Test
  void whatClaimsToComeFromTheFutureIsRejectedUnderItsId() throws Exception {
    process(utf8("{\"id\":\"a\",\"content\":\"c\",\"retrievedAt\":\"9999-12-31T00:00:00Z\"}"));
    assertThat(harness.extractOutputValues()).isEmpty();
    RejectedDocument rejected = rejected();
    assertThat(rejected.reason()).isEqualTo(RejectionReason.INVALID_FIELD);
    assertThat(rejected.documentId()).isEqualTo("a");
  }

  @Test
  void aTombstoneAndAnEmptyValueAreRejected() throws Exception {
    process(null);
    assertThat(rejected().reason()).isEqualTo(RejectionReason.MALFORMED_JSON);
    process(new byte[0]);
    assertThat(rejected().original()).isEmpty();
  }

  @Test
  void whatIsTooLargeIsRejected() throws Exception {
    byte[] large = new byte[MAX_BYTES + 1];
    Arrays.fill(large, (byte) ' ');
    process(large);
    RejectedDocument rejected = rejected();
    assertThat(rejected.reason()).isEqualTo(RejectionReason.TOO_LARGE);
    assertThat(rejected.originalSize()).isEqualTo(MAX_BYTES + 1);
  }

  private RejectedDocument rejected() {
    StreamRecord<RejectedDocument> record = harness.getSideOutput(Rejections.TAG).poll();
    assertThat(record).isNotNull();
    return record.getValue();
  }
}
