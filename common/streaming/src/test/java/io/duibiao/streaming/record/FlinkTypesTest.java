package io.duibiao.streaming.record;

import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.kafka.ConsumedRecord;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that operators exchange need no generic serializer. */
class FlinkTypesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        ConsumedRecord.class,
        RejectedDocument.class,
        RejectedRecord.class,
        IndexedDocument.class,
        IndexWrite.class,
        io.duibiao.core.statement.Statement.class,
        io.duibiao.core.assessment.Assessment.class,
        io.duibiao.core.assessment.Alert.class
      })
  void noGenericTypes(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}
