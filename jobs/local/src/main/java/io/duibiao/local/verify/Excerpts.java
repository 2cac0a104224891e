package io.duibiao.local.verify;

import io.duibiao.core.document.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Parts of real documents, so short that hundreds of them are read in a second: the head, every
 * heading, and some sentences of some paragraphs.
 */
final class Excerpts {
  private static final int HEAD_LINES = 6;
  private static final int HEADING = 30;
  private static final int MOST_CHARACTERS = 3000;
  private static final int MOST_SENTENCES = 3;
  private static final Instant EARLIEST = Instant.parse("2018-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final int DAYS = 3000;

  private final List<Document> sources;
  private final Editions editions;
  private final Random random;

  /**
   * @param sources whole documents, at least one
   * @param editions takes the excerpts
   */
  Excerpts(List<Document> sources, Editions editions, Random random) {
    this.sources = sources;
    this.editions = editions;
    this.random = random;
  }

  /** Publishes an excerpt of one of the documents. */
  void write() {
    Document source = sources.get(random.nextInt(sources.size()));
    Instant published = source.publishedAt();
    if (published == null) {
      published = EARLIEST.plus(DAY.multipliedBy(random.nextInt(DAYS)));
    }
    editions.publish(source.id(), published, parts(source.content()));
  }

  private List<String> parts(String content) {
    List<String> lines = content.lines().toList();
    List<String> parts = new ArrayList<>();
    parts.add(String.join("\n", lines.subList(0, Math.min(HEAD_LINES, lines.size()))) + "\n");
    int length = parts.get(0).length();
    for (int i = HEAD_LINES; i < lines.size() && length < MOST_CHARACTERS; i++) {
      String line = lines.get(i);
      boolean heading = line.strip().length() < HEADING && !line.isBlank();
      if (!heading && random.nextInt(8) > 0) {
        continue;
      }
      int sentences = 0;
      for (String sentence : line.split("(?<=。)")) {
        if (sentences++ < MOST_SENTENCES) {
          parts.add(sentence);
          length += sentence.length();
        }
      }
      parts.add("\n");
    }
    return parts;
  }
}
