package io.duibiao.extraction;

import io.duibiao.core.document.Document;
import io.duibiao.streaming.kafka.ConsumedRecord;

/**
 * A document on its way to the operator that knows its earlier revisions.
 *
 * @param document the document, {@code retrievedAt} set
 * @param origin the record that it was read from, needed whole should it be rejected later
 */
public record ParsedDocument(Document document, ConsumedRecord origin) {

  /** The key of the revision operator. */
  public String documentId() {
    return document.id();
  }
}
