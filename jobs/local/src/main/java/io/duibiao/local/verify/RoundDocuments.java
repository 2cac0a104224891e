package io.duibiao.local.verify;

import io.duibiao.core.document.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The documents of one round.
 *
 * @param documents every document once
 * @param deliveries the documents in the order in which they are sent: any, with duplicates
 */
record RoundDocuments(List<Document> documents, List<Document> deliveries) {
  /** One document in so many is no report, so that something is rejected too. */
  private static final int JUNK = 40;

  /**
   * Makes up documents.
   *
   * @param sources real documents to take excerpts of; may be empty, and everything is invented
   *     then
   * @param count how many documents, not counting duplicates
   */
  static RoundDocuments of(List<Document> sources, int count, Random random) {
    Editions editions = new Editions(random);
    InventedReports invented = new InventedReports(editions, random);
    Excerpts excerpts = sources.isEmpty() ? null : new Excerpts(sources, editions, random);
    while (editions.documents().size() < count) {
      if (excerpts != null && random.nextInt(3) > 0) {
        excerpts.write();
      } else {
        invented.write();
      }
    }
    List<Document> documents = new ArrayList<>(editions.documents().subList(0, count));
    for (int i = 0; i < count; i += JUNK) {
      documents.set(i, junk(i));
    }
    List<Document> deliveries = new ArrayList<>(documents);
    for (Document document : documents) {
      if (random.nextInt(4) == 0) {
        deliveries.add(document);
      }
    }
    Collections.shuffle(deliveries, random);
    return new RoundDocuments(List.copyOf(documents), List.copyOf(deliveries));
  }

  private static Document junk(int number) {
    return new Document(
        "https://www.example.com/pictures/" + number,
        null,
        null,
        null,
        null,
        Instant.EPOCH.plusSeconds(number),
        null,
        null,
        "增长6%。");
  }
}
