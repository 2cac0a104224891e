package io.duibiao.extraction;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;

import io.duibiao.core.statement.DocumentHistory;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RejectedDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kryo would make savepoints unreadable after the next change of a class. */
class StateTypesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        DocumentHistory.class,
        LastReading.class,
        RecordVersion.class,
        ConsumedRecord.class,
        ParsedDocument.class,
        Statement.class,
        RejectedDocument.class,
        IndexWrite.class
      })
  void whatIsKeptInStateOrSentBetweenOperatorsNeedsNoKryo(Class<?> type) {
    assertSerializedAsPojoWithoutKryo(type);
  }
}
