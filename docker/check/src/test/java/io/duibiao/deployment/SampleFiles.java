package io.duibiao.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.streaming.fixture.ComparableRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sample documents as files of a directory. */
final class SampleFiles {
  /** Two of the earlier reports. */
  static final List<String> FIRST = List.of("sample/yunyi-2023.html", "sample/qingyi-2023.txt");

  /** The third, and a report of the next year. */
  static final List<String> SECOND = List.of("sample/qilu-2023.txt", "sample/yunyi-2024.json");

  /** A report that comes while nobody reads. */
  static final List<String> THIRD = List.of("sample/qingyi-2024.txt");

  /** The last report, and a report corrected. */
  static final List<String> FOURTH =
      List.of("sample/qilu-2024.json", "sample/yunyi-2024-corrected.json");

  private SampleFiles() {}

  /** Copies all of them. */
  static void copyTo(Path directory) throws IOException {
    Files.createDirectories(directory.resolve("sample"));
    for (String name : all()) {
      Files.copy(Repository.file("jobs/local/src/main/resources/" + name), directory.resolve(name));
    }
  }

  /** What the command {@code assess} says about all of them. */
  static Map<String, JsonNode> assess(Path directory) throws IOException, InterruptedException {
    Run assess =
        Run.duibiao(
            directory, Stream.concat(Stream.of("assess"), all().stream()).toArray(String[]::new));
    assess.succeeded();
    Map<String, JsonNode> assessments = ComparableRecords.WITHOUT_TIMES.ofLines(assess.stdout());
    assertThat(assessments).isNotEmpty();
    return assessments;
  }

  /** All, in the order in which they are published. */
  static List<String> all() {
    return Stream.of(FIRST, SECOND, THIRD, FOURTH).flatMap(List::stream).toList();
  }
}
