package io.duibiao.streaming.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;
import java.nio.charset.StandardCharsets;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What is buffered at a checkpoint is written after a restart. */
class ElasticsearchSinkStateTest {

  private static OneInputStreamOperatorTestHarness<IndexWrite, CommittableMessage<Void>> harness(
      JobOptions options, DeadLetter deadLetter) throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new SinkWriterOperatorFactory<>(
            ElasticsearchSink.<IndexWrite>builder(options)
                .converter(write -> write)
                .deadLetter(deadLetter)
                .build()));
  }

  private static IndexWrite write(String id, int size) {
    return new IndexWrite(
        "x", id, 7, ("{\"a\":\"" + "a".repeat(size) + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @SuppressWarnings("try") // Flink's harness declares any exception
  void bufferedDocumentsAreRestoredAndThoseTooLargeByNowAreDeadLetters() throws Exception {
    try (FakeElasticsearch server =
        new FakeElasticsearch(bulk -> FakeElasticsearch.items(bulk, id -> 201))) {
      JobOptions options = server.options().with(ElasticsearchOptions.FLUSH_INTERVAL, "1 h");
      OperatorSubtaskState state;
      try (var first = harness(options, new CollectingDeadLetter())) {
        first.open();
        first.processElement(write("small", 10), 0);
        first.processElement(write("large", 5000), 0);
        first.prepareSnapshotPreBarrier(1);
        state = first.snapshot(1, 0);
        assertThat(server.bulks()).isEmpty();
      }

      CollectingDeadLetter dead = new CollectingDeadLetter();
      try (var second = harness(options.with(ElasticsearchOptions.BULK_MAX_SIZE, "2 kb"), dead)) {
        second.initializeState(state);
        second.open();
        second.endInput();
      }
      assertThat(server.bulks()).extracting(FakeElasticsearch.Bulk::ids).hasSize(1);
      assertThat(server.bulks().get(0).ids()).containsExactly("small");
      assertThat(dead.letters()).extracting(letter -> letter.write().id()).containsExactly("large");
    }
  }
}
