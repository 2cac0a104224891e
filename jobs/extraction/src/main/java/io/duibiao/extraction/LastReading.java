package io.duibiao.extraction;

import io.duibiao.core.revision.DocumentHistory;
import io.duibiao.core.revision.Revision;
import io.duibiao.core.statement.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The document that was read last under an id, so that the same bytes, published again, need not be
 * read again.
 *
 * @param digest its {@link ContentDigest}
 * @param extractionMillis how long reading it took, in milliseconds
 * @param header what was read, without text and statements: the history holds those
 */
public record LastReading(String digest, long extractionMillis, Revision header) {

  static LastReading of(String digest, long extractionMillis, Revision revision) {
    return new LastReading(
        digest, extractionMillis, rebuilt(revision, revision.retrievedAt(), "", List.of()));
  }

  /**
   * What reading the same bytes once more would give.
   *
   * @return empty when it has to be read: the history keeps the text of the latest revision only
   */
  Optional<Revision> again(DocumentHistory history, Instant retrievedAt) {
    return history.contents().stream()
        .filter(content -> content.fingerprint().equals(header.fingerprint()))
        .filter(content -> !content.text().isEmpty())
        .findFirst()
        .map(content -> rebuilt(header, retrievedAt, content.text(), content.statements()));
  }

  private static Revision rebuilt(
      Revision header, Instant retrievedAt, String text, List<Statement> statements) {
    return new Revision(
        header.documentId(),
        0,
        header.fingerprint(),
        header.url(),
        header.title(),
        header.publisher(),
        header.publishedAt(),
        retrievedAt,
        header.documentNumber(),
        header.regionCode(),
        header.region(),
        header.regionPath(),
        header.reviewYear(),
        header.planYear(),
        text,
        statements);
  }
}
