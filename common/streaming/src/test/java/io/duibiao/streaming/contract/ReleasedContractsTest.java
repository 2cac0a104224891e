package io.duibiao.streaming.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.streaming.fixture.AsyncApi;
import io.duibiao.streaming.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts keep what released versions of the same major version promised. */
class ReleasedContractsTest {
  private static final String README = "; see README.md beside the schemas";

  /** A version MAJOR.MINOR. */
  private record Version(int major, int minor) implements Comparable<Version> {
    static Version parse(String text) {
      String[] parts = text.split("\\.");
      return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public int compareTo(Version other) {
      return Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .compare(this, other);
    }

    @Override
    public String toString() {
      return major + "." + minor;
    }
  }

  private static final Version CURRENT = Version.parse(Topic.SCHEMA_VERSION);

  /** The released versions of the current major version, the oldest first. */
  static List<Version> released() throws Exception {
    Path folder =
        Path.of(
            ReleasedContractsTest.class
                .getResource("/io/duibiao/streaming/schema/released")
                .toURI());
    try (Stream<Path> versions = Files.list(folder)) {
      return versions
          .map(path -> Version.parse(path.getFileName().toString()))
          .filter(version -> version.major() == CURRENT.major())
          .sorted()
          .toList();
    }
  }

  private static ContractChanges since(Version version) {
    return ContractChanges.ofDocuments(
        AsyncApi.released(version.toString()).inlined(), AsyncApi.current().inlined());
  }

  @ParameterizedTest
  @MethodSource("released")
  void nothingBreaksWhoKnowsAReleasedVersion(Version version) {
    assertThat(since(version).breaks())
        .as(
            "changes since %s that need a new major version, or to be done otherwise%s",
            version, README)
        .isEmpty();
  }

  @Test
  void additionsCarryALaterVersion() throws Exception {
    List<Version> released = released();
    Version last = released.get(released.size() - 1);
    assertThat(CURRENT).isGreaterThanOrEqualTo(last);
    if (!since(last).additions().isEmpty()) {
      assertThat(CURRENT)
          .as(
              "version of the contracts, which added to %s: %s%s",
              last, since(last).additions(), README)
          .isGreaterThan(last);
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void aReleasedVersionNamesItself(Version version) {
    assertThat(AsyncApi.released(version.toString()).document().at("/info/version").asText())
        .startsWith(version + ".");
  }

  @Test
  void theDocumentHasTheVersionOfTheHeaders() {
    assertThat(AsyncApi.current().document().at("/info/version").asText())
        .startsWith(CURRENT + ".");
  }
}
