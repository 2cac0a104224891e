package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.SeriesHistory;
import io.duibiao.core.matching.Counterparts;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.state.RecordSerializer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept in state comes back as it was, read by what the checkpoint names. */
class StateSerializersTest {
  private static final Instant TIME = Instant.parse("2024-01-08T08:30:00.123456789Z");
  private static final RecordVersion VERSION = new RecordVersion(1_700_000_000_123L, 7);

  static Stream<Arguments> kept() throws Exception {
    Statement statement = Statements.of("a", TIME, "result ~老旧小区改造 2023 40.50 level");
    return Stream.of(
        Arguments.of(new StatementSerializer(), statement),
        Arguments.of(
            new PoolViewSerializer(),
            new PoolView(
                "320506/家/2023", new Counterparts("2023", List.of(statement), true), VERSION)),
        Arguments.of(
            new PoolViewSerializer(),
            new PoolView("320506/家/2023", new Counterparts("2023", List.of(), false), VERSION)),
        Arguments.of(new PoolMemorySerializer(), new PoolMemory(VERSION, TIME, TIME, 3, 12)),
        Arguments.of(new PoolMemorySerializer(), new PoolMemory(VERSION, TIME, null, 0, 0)),
        Arguments.of(
            new SeriesMemorySerializer(),
            new SeriesMemory(SeriesHistory.of(statement.series(), List.of(statement)), TIME)),
        Arguments.of(
            new LedgerEntrySerializer(),
            new LedgerEntry(VERSION, TIME, null, Map.of("missed", "abc"))),
        Arguments.of(new JudgedBySerializer(), new JudgedBy("digest", 2, TIME, true)));
  }

  @ParameterizedTest
  @MethodSource("kept")
  <T> void comesBackAsItWas(RecordSerializer<T> serializer, T value) throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
    serializer.serialize(value, out);

    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    TypeSerializer<T> named =
        TypeSerializerSnapshot.<T>readVersionedSnapshot(in, getClass().getClassLoader())
            .restoreSerializer();
    assertThat(named.deserialize(in)).isEqualTo(value);
    assertThat(in.available()).isZero();
  }

  @Test
  void decimalsKeepTheirScale() throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(64);
    StatementSerializer serializer = new StatementSerializer();
    serializer.serialize(Statements.of("a", TIME, "target ~园 2023 3.50 level"), out);
    assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())).value())
        .isEqualTo(new BigDecimal("3.50"));
  }
}
