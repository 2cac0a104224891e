package io.duibiao.assessment;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.fixture.LineExtractor;
import java.time.Instant;

/** Statements of invented documents. */
final class Statements {
  private Statements() {}

  /** What a document of one line says; it was retrieved when it was published. */
  static Statement of(String documentId, Instant published, String line)
      throws RejectedDocumentException {
    return of(documentId, null, published, line);
  }

  /** As above, of a region by its code. */
  static Statement of(String documentId, String region, Instant published, String line)
      throws RejectedDocumentException {
    Document document =
        new Document(documentId, null, null, null, published, published, null, region, line);
    return new LineExtractor().extract(document, TimeBudget.unlimited()).statements().get(0);
  }
}
