package io.duibiao.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.local.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path parent;

  @Test
  void keepsWhatIsThere() throws Exception {
    Path root = parent.resolve("a/b");
    Path kept;
    try (DataDirectory data = DataDirectory.open(root, false)) {
      kept = Files.writeString(data.folder("kafka").resolve("x"), "1");
    }
    try (DataDirectory data = DataDirectory.open(root, false)) {
      assertThat(kept).hasContent("1");
      assertThat(data.log("kafka")).isEqualTo(root.resolve("logs/kafka.log").toAbsolutePath());
    }
  }

  @Test
  void freshDeletesOnlyItsOwn() throws Exception {
    Path root = parent.resolve("a");
    Path old;
    try (DataDirectory data = DataDirectory.open(root, false)) {
      old = Files.writeString(data.folder("kafka").resolve("x"), "1");
    }
    Path precious = Files.writeString(parent.resolve("precious"), "1");
    Path mine = Files.writeString(root.resolve("mine.txt"), "1");
    Files.createSymbolicLink(root.resolve("kafka/link"), parent);
    try (DataDirectory data = DataDirectory.open(root, true)) {
      assertThat(old).doesNotExist();
      assertThat(data.folder("kafka")).isEmptyDirectory();
      assertThat(precious).exists();
      assertThat(mine).exists();
    }
  }

  @Test
  void refusesADirectoryOfSomebodyElse() throws Exception {
    Path precious = Files.writeString(parent.resolve("precious"), "1");
    Files.createDirectories(parent.resolve("kafka"));

    for (boolean fresh : new boolean[] {true, false}) {
      assertThatThrownBy(() -> DataDirectory.open(parent, fresh))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining(parent.toString())
          .hasMessageContaining("--data");
    }
    assertThat(precious).exists();
    assertThat(parent.resolve("kafka")).exists();
    assertThat(parent.resolve("lock")).doesNotExist();
  }

  @Test
  void refusesAFile() throws Exception {
    Path file = Files.writeString(parent.resolve("file"), "1");

    assertThatThrownBy(() -> DataDirectory.open(file, false))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("is not a directory");
  }

  @Test
  void refusesASecondInstance() throws Exception {
    Instance running =
        new Instance(4711, "127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3");
    try (DataDirectory data = DataDirectory.open(parent.resolve("a"), false)) {
      data.announce(running);
      for (boolean fresh : new boolean[] {true, false}) {
        assertThatThrownBy(() -> DataDirectory.open(parent.resolve("a"), fresh))
            .isInstanceOf(CommandFailure.class)
            .hasMessageContaining("another duibiao up is running")
            .hasMessageContaining("4711");
      }
      assertThat(DataDirectory.running(parent.resolve("a"))).contains(running);
    }
    assertThat(DataDirectory.running(parent.resolve("a"))).isEmpty();
    DataDirectory.open(parent.resolve("a"), false).close();
  }

  @Test
  void refusesAnotherLayoutUnlessFresh() throws Exception {
    Path root = parent.resolve("a");
    DataDirectory.open(root, false).close();
    Files.writeString(root.resolve("duibiao.properties"), "layout=0\n");

    assertThatThrownBy(() -> DataDirectory.open(root, false))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("layout 0")
        .hasMessageContaining("--fresh");
    DataDirectory.open(root, true).close();
    DataDirectory.open(root, false).close();
  }

  @Test
  void believesNoBrokenAnnouncement() throws IOException {
    Files.writeString(parent.resolve("instance.properties"), "pid=x\nkafka=a\n");

    assertThat(DataDirectory.running(parent)).isEmpty();
  }
}
