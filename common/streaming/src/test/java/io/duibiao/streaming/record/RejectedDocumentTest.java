package io.duibiao.streaming.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.document.RejectionReason;
import io.duibiao.streaming.topic.Topic;
import org.junit.jupiter.api.Test;

class RejectedDocumentTest {

  @Test
  void theLargestRejectionFitsItsTopic() {
    byte[] original = new byte[RejectedOriginal.MAX_BYTES + 1000];
    RejectedDocument rejected =
        RejectedDocument.of(
            RejectionReason.TOO_LARGE, "d".repeat(1000), "documents", 1, 2L, null, null, original);

    assertThat(rejected.originalSize()).isEqualTo(original.length);
    assertThat(rejected.original()).hasSize(RejectedOriginal.MAX_BYTES);
    assertThat(RecordJson.write(rejected).length)
        .isLessThan(Topic.DOCUMENTS_REJECTED.maxMessageBytes() - 10_000);
  }

  @Test
  void everyDocumentThatTheTopicTakesIsKeptWhole() {
    assertThat(Topic.DOCUMENTS.maxMessageBytes()).isLessThanOrEqualTo(RejectedOriginal.MAX_BYTES);
  }
}
