package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.fixture.LineExtractor;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.RecordRejectionReason;
import io.duibiao.streaming.record.RejectedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementParserTest {
  private static final Instant NOON = Instant.parse("2024-01-15T04:00:00Z");

  private OneInputStreamOperatorTestHarness<ConsumedRecord, ParsedStatement> harness;

  @BeforeEach
  void open() throws Exception {
    harness = ProcessFunctionTestHarnesses.forProcessFunction(new StatementParser());
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void process(byte[] value) throws Exception {
    byte[] key = "320506/gdp".getBytes(StandardCharsets.UTF_8);
    harness.processElement(
        new ConsumedRecord("statements", 1, 7, NOON.toEpochMilli(), key, value),
        NOON.toEpochMilli());
  }

  @Test
  void aStatementOfTheExtractionJobIsReadAsItWasWritten() throws Exception {
    Document document = Document.of("a", "target gdp 2023 6.50").retrievedAt(NOON);
    Statement written =
        new LineExtractor().extract(document, TimeBudget.unlimited()).statements().get(0);
    process(RecordJson.write(written));
    assertThat(harness.extractOutputValues())
        .singleElement()
        .satisfies(
            parsed -> {
              assertThat(parsed.series()).isEqualTo("320506/gdp");
              assertThat(RecordJson.writeString(parsed.statement()))
                  .isEqualTo(RecordJson.writeString(written));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json | MALFORMED_JSON",
        "{} | MISSING_FIELD",
        "{\"id\":\"a\",\"kind\":\"wish\"} | INVALID_FIELD"
      })
  void whatIsNoStatementGoesToTheSideWithItsPlaceKeyAndBytes(
      String json, RecordRejectionReason reason) throws Exception {
    byte[] value = json.getBytes(StandardCharsets.UTF_8);
    process(value);
    assertThat(harness.extractOutputValues()).isEmpty();
    RejectedRecord rejected = harness.getSideOutput(Rejections.TAG).poll().getValue();
    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.topic()).isEqualTo("statements");
    assertThat(rejected.partition()).isEqualTo(1);
    assertThat(rejected.offset()).isEqualTo(7);
    assertThat(rejected.timestamp()).isEqualTo(NOON);
    assertThat(rejected.key()).isEqualTo("320506/gdp");
    assertThat(rejected.original()).isEqualTo(value);
  }

  @Test
  void aTombstoneIsRejected() throws Exception {
    process(null);
    assertThat(harness.getSideOutput(Rejections.TAG)).hasSize(1);
  }
}
