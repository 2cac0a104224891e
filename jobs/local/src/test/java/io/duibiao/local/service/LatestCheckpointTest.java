package io.duibiao.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestCheckpointTest {
  @TempDir Path job;

  @Test
  void findsNoneAtFirst() throws Exception {
    assertThat(LatestCheckpoint.all(job)).isEmpty();
    assertThat(LatestCheckpoint.all(job.resolve("absent"))).isEmpty();
  }

  @Test
  void takesTheLatestComplete() throws Exception {
    complete("a1/chk-9", 1000);
    complete("a1/chk-10", 2000);
    Files.createDirectories(job.resolve("a1/chk-11"));
    Files.createDirectories(job.resolve("a1/shared"));

    assertThat(LatestCheckpoint.all(job).get(0))
        .isEqualTo(new LatestCheckpoint(job.resolve("a1/chk-10"), job.resolve("a1")));
  }

  @Test
  void goesByTimeAcrossSubmissions() throws Exception {
    complete("a1/chk-90", 1000);
    complete("b2/chk-3", 2000);

    assertThat(LatestCheckpoint.all(job).get(0).directory()).isEqualTo(job.resolve("b2/chk-3"));
  }

  @Test
  void goesByNumberWithinOneInstant() throws Exception {
    complete("a1/chk-9", 1000);
    complete("a1/chk-10", 1000);

    assertThat(LatestCheckpoint.all(job).get(0).directory()).isEqualTo(job.resolve("a1/chk-10"));
  }

  @Test
  void takesTheSavepointThatAJobWasStoppedWith() throws Exception {
    complete("a1/chk-9", 1000);
    complete("savepoint-a1-ff", 1500);

    LatestCheckpoint latest = LatestCheckpoint.all(job).get(0);
    assertThat(latest.directory()).isEqualTo(job.resolve("savepoint-a1-ff"));

    assertThat(latest.others(job)).containsExactly(job.resolve("a1"));
  }

  private void complete(String name, long millis) throws IOException {
    Path metadata = Files.createDirectories(job.resolve(name)).resolve("_metadata");
    Files.writeString(metadata, "x");
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(millis));
  }
}
