package io.duibiao.extraction;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;

import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RejectedDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept in state has serializers of its own, see {@link StateSerializersTest}. */
class StateTypesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        CatalogUpdate.class,
        ConsumedRecord.class,
        ParsedDocument.class,
        Statement.class,
        RejectedDocument.class,
        IndexWrite.class
      })
  void whatIsSentBetweenOperatorsNeedsNoKryo(Class<?> type) {
    assertSerializedAsPojoWithoutKryo(type);
  }
}
