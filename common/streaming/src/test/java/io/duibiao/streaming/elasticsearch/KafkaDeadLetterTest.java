package io.duibiao.streaming.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.core.document.RejectionReason;
import io.duibiao.streaming.fixture.EmbeddedKafka;
import io.duibiao.streaming.fixture.TopicContract;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.RecordRejectionReason;
import io.duibiao.streaming.record.RejectedDocument;
import io.duibiao.streaming.record.RejectedRecord;
import io.duibiao.streaming.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaDeadLetterTest {
  @RegisterExtension static final EmbeddedKafka KAFKA = EmbeddedKafka.shared();

  private static final byte[] JSON = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  @Test
  void refusedDocumentsAndRecordsGoToTheirTopics() throws Exception {
    KAFKA.createTopics("dead-");
    JobOptions options = KAFKA.options().with(KafkaOptions.TOPIC_PREFIX, "dead-");
    for (Index index : List.of(Index.DOCUMENTS, Index.STATEMENTS)) {
      KafkaDeadLetter letter = InstantiationUtil.clone(KafkaDeadLetter.of(index, options));
      letter.open();
      letter.accept(new IndexWrite(index.alias(), "id1", 1, JSON), "status 400: no");
      letter.flush();
      letter.close();
    }

    var documents = KAFKA.committed("dead-documents.rejected");
    assertThat(documents).hasSize(1);
    assertThat(TopicContract.of(Topic.DOCUMENTS_REJECTED).problems(documents.get(0))).isEmpty();
    RejectedDocument document = RecordJson.read(documents.get(0).value(), RejectedDocument.class);
    assertThat(document.reason()).isEqualTo(RejectionReason.INDEX_REJECTED);
    assertThat(document.documentId()).isEqualTo("id1");
    assertThat(document.original()).isEqualTo(JSON);

    var records = KAFKA.committed("dead-statements.rejected");
    assertThat(records).hasSize(1);
    assertThat(TopicContract.of(Topic.STATEMENTS_REJECTED).problems(records.get(0))).isEmpty();
    RejectedRecord rejected = RecordJson.read(records.get(0).value(), RejectedRecord.class);
    assertThat(rejected.reason()).isEqualTo(RecordRejectionReason.INDEX_REJECTED);
    assertThat(rejected.index()).isEqualTo("duibiao-statements");
    assertThat(rejected.key()).isEqualTo("id1");
    assertThat(rejected.detail()).isEqualTo("status 400: no");
    assertThat(rejected.original()).isEqualTo(JSON);
  }

  @Test
  void aRefusalThatCanNotBeKeptFailsTheCheckpoint() throws Exception {
    JobOptions options =
        KAFKA
            .options()
            .with(KafkaOptions.TOPIC_PREFIX, "absent-")
            .with("kafka.client.max.block.ms", "500");
    KafkaDeadLetter letter = KafkaDeadLetter.of(Index.STATEMENTS, options);
    letter.open();
    try {
      assertThatThrownBy(
              () -> {
                letter.accept(new IndexWrite("x", "id1", 1, JSON), "status 400: no");
                letter.flush();
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("can not be written to topic absent-statements.rejected");
    } finally {
      letter.close();
    }
  }
}
