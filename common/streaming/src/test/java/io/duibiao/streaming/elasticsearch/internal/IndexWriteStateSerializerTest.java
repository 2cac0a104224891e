package io.duibiao.streaming.elasticsearch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.streaming.elasticsearch.IndexWrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;

class IndexWriteStateSerializerTest {
  private final IndexWriteStateSerializer serializer = new IndexWriteStateSerializer();

  /** What version 1 wrote; must be readable for ever. */
  private static final String VERSION_1 =
      "ffffffffffffffff" // Flink's marker
          + "00000001" // one document
          + "0000000000000063" // its size, 99
          + "00000001"
          + "78" // alias x
          + "00000003"
          + "e99592" // id 镒
          + "0000000000000007" // version
          + "00000002"
          + "7b7d"; // {}

  private static BufferedRequestState<IndexWrite> state(IndexWrite... writes) {
    return new BufferedRequestState<>(
        List.of(writes).stream()
            .map(write -> new RequestEntryWrapper<>(write, write.sizeInBytes()))
            .toList());
  }

  @Test
  void bufferedDocumentsComeBackInOrder() throws Exception {
    IndexWrite first =
        new IndexWrite("x", "镇/1", Long.MAX_VALUE, "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    IndexWrite second = new IndexWrite("y", "2", 0, new byte[100_000]);

    IndexWrite third = IndexWrite.delete("y", "3", 4);

    var restored = serializer.deserialize(2, serializer.serialize(state(first, second, third)));

    assertThat(restored.getBufferedRequestEntries())
        .extracting(RequestEntryWrapper::getRequestEntry)
        .containsExactly(first, second, third);
    assertThat(restored.getStateSize())
        .isEqualTo(first.sizeInBytes() + second.sizeInBytes() + third.sizeInBytes());
  }

  @Test
  void stateOfVersion1IsReadable() throws Exception {
    var restored = serializer.deserialize(1, HexFormat.of().parseHex(VERSION_1));
    assertThat(restored.getBufferedRequestEntries())
        .extracting(RequestEntryWrapper::getRequestEntry)
        .containsExactly(new IndexWrite("x", "镒", 7, "{}".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anotherVersionIsRefusedByName() {
    assertThatThrownBy(() -> serializer.deserialize(3, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 3")
        .hasMessageContaining("up to version 2");
  }
}
