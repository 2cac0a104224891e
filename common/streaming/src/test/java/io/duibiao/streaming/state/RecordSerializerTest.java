package io.duibiao.streaming.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.record.Samples;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class RecordSerializerTest {
  /** A record as it is today. */
  public record Town(String name, BigDecimal area, List<String> streets, long people) {}

  /** Version 1 called the name differently. */
  public static final class TownSerializer extends RecordSerializer<Town> {
    private static final long serialVersionUID = 1L;

    /** Of the current version. */
    public TownSerializer() {
      this(2);
    }

    TownSerializer(int version) {
      super(Town.class, version);
    }

    @Override
    protected ObjectNode migrate(ObjectNode value, int from) {
      value.set("name", value.remove("title"));
      return value;
    }

    @Override
    public TypeSerializerSnapshot<Town> snapshotConfiguration() {
      return new Snapshot();
    }

    /** Names the format. */
    public static final class Snapshot extends RecordSnapshot<Town> {
      /** For Flink. */
      public Snapshot() {
        super(TownSerializer::new);
      }
    }
  }

  private static final TownSerializer SERIALIZER = new TownSerializer();

  private static byte[] bytes(int version, String json) throws IOException {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeByte(version);
    out.writeInt(text.length);
    out.write(text);
    return out.getCopyOfBuffer();
  }

  private static <T> T read(TypeSerializer<T> serializer, byte[] bytes) throws IOException {
    return serializer.deserialize(new DataInputDeserializer(bytes));
  }

  private static <T> byte[] write(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  @Test
  void givesBackExactlyWhatItWasGiven() throws Exception {
    Town town = new Town("临湖镇", new BigDecimal("12.50"), List.of("湖东路"), 7);
    assertThat(read(SERIALIZER, write(SERIALIZER, town))).isEqualTo(town);
    Town bare = new Town(null, new BigDecimal("1E+3"), List.of(), 0);
    assertThat(read(SERIALIZER, write(SERIALIZER, bare))).isEqualTo(bare);
  }

  @Test
  void aComponentThatAnEarlierVersionDidNotKnowIsEmpty() throws Exception {
    assertThat(read(SERIALIZER, bytes(2, "{\"name\":\"a\"}")))
        .isEqualTo(new Town("a", null, List.of(), 0));
  }

  @Test
  void anEarlierVersionIsMigrated() throws Exception {
    assertThat(read(SERIALIZER, bytes(1, "{\"title\":\"a\",\"area\":\"1.0\"}")))
        .isEqualTo(new Town("a", new BigDecimal("1.0"), List.of(), 0));
  }

  @Test
  void aComponentThatWasRemovedWithoutAMigrationIsNotLostInSilence() throws Exception {
    byte[] old = bytes(2, "{\"name\":\"a\",\"mayor\":\"b\"}");
    assertThatThrownBy(() -> read(SERIALIZER, old))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContaining("Town of version 2")
        .hasMessageContaining("without a migration");
  }

  @Test
  void aLaterVersionIsRefusedInOneSentence() throws Exception {
    byte[] later = bytes(3, "{}");
    assertThatThrownBy(() -> read(SERIALIZER, later))
        .isInstanceOf(StateFormatException.class)
        .hasMessage(
            "the state holds Town in version 3 of its format, this program knows up to version 2");
  }

  @Test
  void checkpointsOfEarlierVersionsAreCompatibleAndOfLaterOnesNot() throws Exception {
    TownSerializer.Snapshot current = new TownSerializer.Snapshot();
    assertThat(current.resolveSchemaCompatibility(written(1)).isCompatibleAsIs()).isTrue();
    assertThat(current.resolveSchemaCompatibility(written(2)).isCompatibleAsIs()).isTrue();
    assertThat(current.resolveSchemaCompatibility(written(3)).isIncompatible()).isTrue();
    assertThat(current.restoreSerializer()).isEqualTo(SERIALIZER);
  }

  private static TypeSerializerSnapshot<Town> written(int version) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(8);
    out.writeInt(version);
    TownSerializer.Snapshot snapshot = new TownSerializer.Snapshot();
    snapshot.readSnapshot(
        1, new DataInputDeserializer(out.getCopyOfBuffer()), Town.class.getClassLoader());
    return snapshot;
  }

  @Test
  void copiesBytesWithoutReadingThem() throws Exception {
    byte[] old = bytes(1, "{\"title\":\"a\"}");
    DataOutputSerializer out = new DataOutputSerializer(8);
    SERIALIZER.copy(new DataInputDeserializer(old), out);
    assertThat(out.getCopyOfBuffer()).isEqualTo(old);
  }

  @Test
  void statementsSurviveWithTheirEnumsInstantsAndScales() throws Exception {
    Statement statement = Samples.statement();
    String json = StateJson.MAPPER.writeValueAsString(statement);
    assertThat(StateJson.MAPPER.readValue(json, Statement.class)).isEqualTo(statement);
  }
}
