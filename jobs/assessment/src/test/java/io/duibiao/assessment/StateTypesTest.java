package io.duibiao.assessment;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;

import io.duibiao.core.assessment.Assessment;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.AlertChange;
import io.duibiao.streaming.record.RejectedRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept in state has serializers of its own, see {@link StateSerializersTest}. */
class StateTypesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        ConsumedRecord.class,
        ParsedStatement.class,
        PooledStatement.class,
        SeriesInput.class,
        Assessment.class,
        AlertChange.class,
        CatalogUpdate.class,
        RejectedRecord.class,
        IndexWrite.class
      })
  void whatIsSentBetweenOperatorsNeedsNoKryo(Class<?> type) {
    assertSerializedAsPojoWithoutKryo(type);
  }
}
