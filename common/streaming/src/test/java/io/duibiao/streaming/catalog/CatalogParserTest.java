package io.duibiao.streaming.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.CatalogRecord;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.RejectedRecord;
import java.nio.charset.StandardCharsets;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogParserTest {
  private static final String YAML =
      "- {id: gdp, name: 地区生产总值, group: 经济, dimension: money, examples: [地区生产总值增长6%]}\n";

  private OneInputStreamOperatorTestHarness<ConsumedRecord, CatalogUpdate> harness;

  @BeforeEach
  void open() throws Exception {
    harness = ProcessFunctionTestHarnesses.forProcessFunction(new CatalogParser());
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void process(String key, byte[] value) throws Exception {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    harness.processElement(new ConsumedRecord("catalog", 0, 7, 99, keyBytes, value), 99);
  }

  private RejectedRecord rejected() {
    StreamRecord<RejectedRecord> record = harness.getSideOutput(CatalogParser.REJECTED).poll();
    return record.getValue();
  }

  @Test
  void aCatalogIsHandedOnWithItsPlace() throws Exception {
    process("indicators", RecordJson.write(new CatalogRecord("indicators", YAML, 3)));
    assertThat(harness.extractOutputValues()).containsExactly(new CatalogUpdate(YAML, 3, 99, 7));
  }

  @Test
  void aTombstoneBringsBackTheCatalogOfTheJob() throws Exception {
    process("indicators", null);
    assertThat(harness.extractOutputValues()).containsExactly(new CatalogUpdate(null, null, 99, 7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "indicators | no json | no JSON",
        "indicators | {\"id\":\"indicators\"} | field yaml is missing",
        "indicators | {\"id\":\"x\",\"yaml\":\"[]\"} | field id is not 'indicators'",
        "indicators | {\"id\":\"indicators\",\"yaml\":\"- {id: gdp}\"} | field yaml: line 1",
        "indicators | {\"id\":\"indicators\",\"yaml\":\"[]\",\"reportingMonths\":121} | from 0 to 120",
        "other | {\"id\":\"indicators\",\"yaml\":\"[]\"} | the key of the record is not"
      })
  void whatIsNoCatalogIsIgnoredWithItsReason(String key, String json, String reason)
      throws Exception {
    byte[] value = json.getBytes(StandardCharsets.UTF_8);
    process(key, value);
    assertThat(harness.extractOutputValues()).isEmpty();
    RejectedRecord rejected = rejected();
    assertThat(rejected.detail()).startsWith("the catalog is ignored: ").contains(reason);
    assertThat(rejected.topic()).isEqualTo("catalog");
    assertThat(rejected.offset()).isEqualTo(7);
    assertThat(rejected.original()).isEqualTo(value);

    process("indicators", RecordJson.write(new CatalogRecord("indicators", YAML, null)));
    assertThat(harness.extractOutputValues()).as("the next one is read").hasSize(1);
  }
}
