package io.duibiao.assessment;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.SeriesHistory;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RejectedRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kryo would make savepoints unreadable after the next change of a class. */
class StateTypesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        SeriesHistory.class,
        RecordVersion.class,
        ConsumedRecord.class,
        ParsedStatement.class,
        Assessment.class,
        Alert.class,
        RejectedRecord.class,
        IndexWrite.class
      })
  void whatIsKeptInStateOrSentBetweenOperatorsNeedsNoKryo(Class<?> type) {
    assertSerializedAsPojoWithoutKryo(type);
  }
}
