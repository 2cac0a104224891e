package io.duibiao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.document.Document;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentDigestTest {
  private static final Instant NOON = Instant.parse("2024-01-15T04:00:00Z");
  private static final Document DOCUMENT =
      new Document("a", "u", "t", "p", NOON, NOON, "text/html", "r", "c");

  @Test
  void ignoresIdAndTimeOfRetrieval() {
    Document other =
        new Document("b", "u", "t", "p", NOON, NOON.plusSeconds(1), "text/html", "r", "c");
    assertThat(ContentDigest.of(other, null)).isEqualTo(ContentDigest.of(DOCUMENT, null));
  }

  @Test
  void tellsEveryOtherDifference() {
    List<String> digests =
        Stream.of(
                DOCUMENT,
                new Document("a", "x", "t", "p", NOON, NOON, "text/html", "r", "c"),
                new Document("a", "u", "x", "p", NOON, NOON, "text/html", "r", "c"),
                new Document("a", "u", "t", "x", NOON, NOON, "text/html", "r", "c"),
                new Document("a", "u", "t", "p", NOON.plusNanos(1), NOON, "text/html", "r", "c"),
                new Document("a", "u", "t", "p", null, NOON, "text/html", "r", "c"),
                new Document("a", "u", "t", "p", NOON, NOON, "text/plain", "r", "c"),
                new Document("a", "u", "t", "p", NOON, NOON, "text/html", "x", "c"),
                new Document("a", "u", "t", "p", NOON, NOON, "text/html", "r", "x"),
                new Document("a", "u", "t", "p", NOON, NOON, "text/html", "", "c"),
                new Document("a", "u", "t", "p", NOON, NOON, "text/html", null, "c"),
                new Document("a", "ut", "", "p", NOON, NOON, "text/html", "r", "c"))
            .map(document -> ContentDigest.of(document, null))
            .toList();
    assertThat(digests).doesNotHaveDuplicates();
    assertThat(ContentDigest.of(DOCUMENT, "catalog")).isNotEqualTo(digests.get(0));
  }
}
