package io.duibiao.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeOffsets;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFilesTest {
  private static final int SIZE = 1000;

  @TempDir Path directory;

  private Path state;

  @BeforeEach
  void keep() throws IOException {
    state = Files.write(directory.resolve("0a-state"), new byte[SIZE]);
    OperatorState operator = new OperatorState(null, null, new OperatorID(1, 2), 1, 128);
    operator.putState(
        0,
        OperatorSubtaskState.builder()
            .setManagedKeyedState(
                new KeyGroupsStateHandle(
                    new KeyGroupRangeOffsets(KeyGroupRange.of(0, 127)),
                    new FileStateHandle(new org.apache.flink.core.fs.Path(state.toUri()), SIZE)))
            .build());
    try (OutputStream out = Files.newOutputStream(directory.resolve("_metadata"))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(7, List.of(operator), List.of()), out);
    }
  }

  @Test
  void aCompleteOneCanBeUsed() {
    assertThat(CheckpointFiles.problem(directory)).isEmpty();
  }

  @Test
  void oneWithoutReadableMetadataCanNot() throws IOException {
    Path metadata = directory.resolve("_metadata");
    byte[] bytes = Files.readAllBytes(metadata);
    Files.write(metadata, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(CheckpointFiles.problem(directory)).contains("the file _metadata can not be read");
    Files.write(metadata, new byte[0]);
    assertThat(CheckpointFiles.problem(directory)).isPresent();
  }

  @Test
  void oneThatLacksAFileCanNot() throws IOException {
    Files.delete(state);
    assertThat(CheckpointFiles.problem(directory)).contains("the file 0a-state is missing");
  }

  @Test
  void oneWithAFileThatIsCutOffCanNot() throws IOException {
    Files.write(state, new byte[SIZE - 1]);
    assertThat(CheckpointFiles.problem(directory)).contains("the file 0a-state is cut off");
  }
}
