package io.duibiao.local.service;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;

/** Whether everything is there that a checkpoint or savepoint consists of. */
final class CheckpointFiles {
  private static final String METADATA = "_metadata";

  private CheckpointFiles() {}

  /**
   * What is wrong with a checkpoint, after reading its metadata and looking at its files; their
   * content is not read.
   *
   * @param directory the one that holds {@code _metadata}
   * @return half a sentence for a person, or nothing when it can be used
   */
  static Optional<String> problem(Path directory) {
    Path file = directory.resolve(METADATA);
    CheckpointMetadata metadata;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      metadata =
          Checkpoints.loadCheckpointMetadata(
              in, CheckpointFiles.class.getClassLoader(), directory.toUri().toString());
    } catch (IOException | RuntimeException | LinkageError e) {
      return Optional.of("the file " + METADATA + " can not be read");
    }
    try {
      for (FileStateHandle handle : files(metadata)) {
        Path state = Path.of(handle.getFilePath().getPath());
        if (!Files.isReadable(state)) {
          return Optional.of("the file " + state.getFileName() + " is missing");
        }
        if (Files.size(state) < handle.getStateSize()) {
          return Optional.of("the file " + state.getFileName() + " is cut off");
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("a file can not be looked at");
    }
  }

  private static List<FileStateHandle> files(CheckpointMetadata metadata) {
    List<FileStateHandle> files = new ArrayList<>();
    for (OperatorState operator : metadata.getOperatorStates()) {
      add(operator.getCoordinatorState(), files);
      for (OperatorSubtaskState subtask : operator.getStates()) {
        for (KeyedStateHandle keyed :
            Stream.of(subtask.getManagedKeyedState(), subtask.getRawKeyedState())
                .flatMap(handles -> handles.stream())
                .toList()) {
          if (keyed instanceof KeyGroupsStateHandle groups) {
            add(groups.getDelegateStateHandle(), files);
          }
        }
        for (OperatorStateHandle state :
            Stream.of(subtask.getManagedOperatorState(), subtask.getRawOperatorState())
                .flatMap(handles -> handles.stream())
                .toList()) {
          add(state.getDelegateStateHandle(), files);
        }
      }
    }
    return files;
  }

  private static void add(StreamStateHandle handle, List<FileStateHandle> files) {
    if (handle instanceof FileStateHandle file) {
      files.add(file);
    }
  }
}
