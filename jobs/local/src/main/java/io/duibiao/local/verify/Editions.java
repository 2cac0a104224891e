package io.duibiao.local.verify;

import io.duibiao.core.document.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What becomes of a document after it was published: it is retrieved again, corrected, sometimes
 * more than once, and copied by mirrors, some of them with other numbers.
 */
final class Editions {
  private static final Duration DAY = Duration.ofDays(1);

  private final Random random;
  private final List<Document> documents = new ArrayList<>();

  Editions(Random random) {
    this.random = random;
  }

  /** Everything so far, each with {@code retrievedAt}. */
  List<Document> documents() {
    return documents;
  }

  /**
   * Publishes a document.
   *
   * @param parts its text; what ends with a full stop is a sentence that a correction may change or
   *     take away, and the first part never is
   */
  void publish(String id, Instant published, List<String> parts) {
    Instant told = random.nextInt(6) > 0 ? published : null;
    Instant retrieved = published.plus(days(3));
    add(id, told, retrieved, parts);
    List<String> edition = parts;
    for (int later = random.nextInt(3); later > 0; later--) {
      // Sometimes it is retrieved again as it was, or goes back to what it said first.
      edition =
          switch (random.nextInt(6)) {
            case 0 -> edition;
            case 1 -> parts;
            default -> corrected(edition);
          };
      retrieved = retrieved.plus(days(90));
      add(id, told, retrieved, edition);
    }
    if (random.nextInt(4) == 0) {
      List<String> copy = new ArrayList<>(random.nextInt(3) == 0 ? corrected(parts) : parts);
      copy.add("\n本站转载此文仅为传递信息。");
      add(
          "https://news.example.com/" + Integer.toHexString(id.hashCode()),
          random.nextBoolean() ? published.plus(DAY) : null,
          published.plus(days(300)),
          copy);
    }
  }

  private Duration days(int bound) {
    return DAY.multipliedBy(random.nextInt(bound));
  }

  private void add(String id, Instant published, Instant retrieved, List<String> parts) {
    documents.add(
        new Document(
            id,
            null,
            null,
            null,
            published,
            retrieved,
            "text/plain",
            null,
            String.join("", parts)));
  }

  /** Another number in one sentence, or one sentence less. */
  private List<String> corrected(List<String> parts) {
    List<Integer> sentences = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i).endsWith("。")) {
        sentences.add(i);
      }
    }
    List<String> changed = new ArrayList<>(parts);
    if (!sentences.isEmpty()) {
      int at = sentences.get(random.nextInt(sentences.size()));
      if (random.nextInt(3) == 0) {
        changed.remove(at);
      } else {
        changed.set(at, Clauses.altered(changed.get(at), random));
      }
    }
    return changed;
  }
}
