package io.duibiao.streaming.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IndexWriteTest {

  @Test
  void anIdThatFitsIsKept() {
    String id = "镇".repeat(170) + "xy";
    assertThat(id.getBytes(StandardCharsets.UTF_8)).hasSize(512);
    assertThat(IndexWrite.documentId(id)).isEqualTo(id);
  }

  @Test
  void longerIdsAreShortenedAndStayDifferent() {
    String one = IndexWrite.documentId("镇".repeat(171) + "1");
    String two = IndexWrite.documentId("镇".repeat(171) + "2");
    assertThat(one).startsWith("镇".repeat(100) + "~").isNotEqualTo(two);
    assertThat(one.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(512);
    assertThat(IndexWrite.documentId("镇".repeat(171) + "1")).isEqualTo(one);
  }

  @Test
  void aCharacterOfTwoUnitsIsNotCutInTwo() {
    String id = IndexWrite.documentId("a".repeat(99) + "𠀀".repeat(200));
    assertThat(id).startsWith("a".repeat(99) + "~");
  }
}
