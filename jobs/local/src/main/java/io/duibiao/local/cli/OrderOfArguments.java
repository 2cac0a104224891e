package io.duibiao.local.cli;

import io.duibiao.core.document.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Gives documents that do not say when they were retrieved an instant that stands for their place
 * among the arguments. As when they are published, they are later than those that say it, and the
 * result depends on no clock.
 */
final class OrderOfArguments {
  private OrderOfArguments() {}

  static List<Document> apply(List<Document> documents) {
    Instant next =
        documents.stream()
            .map(Document::retrievedAt)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH)
            .plusMillis(1);
    List<Document> ordered = new ArrayList<>();
    for (Document document : documents) {
      if (document.retrievedAt() == null) {
        ordered.add(document.retrievedAt(next));
        next = next.plusMillis(1);
      } else {
        ordered.add(document);
      }
    }
    return ordered;
  }
}
