package io.duibiao.streaming.record;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.PlausibleTimes;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.RejectionReason;
import java.time.Instant;

/** Reads the records of the topic {@code documents}. */
public final class DocumentRecords {
  /** The longest id; every statement and every key repeats it. */
  public static final int MAX_ID_LENGTH = 2000;

  private DocumentRecords() {}

  /**
   * Reads one document.
   *
   * @param json the value of the record; null for a tombstone
   * @param maxBytes the largest size that is accepted, in bytes of the record's value
   * @return the document; {@code retrievedAt} is null when the record does not say
   * @throws RejectedDocumentException with TOO_LARGE, MALFORMED_JSON, MISSING_ID, MISSING_CONTENT
   *     or INVALID_FIELD
   */
  public static Document parse(byte[] json, long maxBytes) throws RejectedDocumentException {
    if (json != null && json.length > maxBytes) {
      throw new RejectedDocumentException(
          RejectionReason.TOO_LARGE,
          "the record has " + json.length + " bytes, the limit is " + maxBytes);
    }
    Document document;
    try {
      document = RecordJson.read(json, Document.class);
    } catch (RecordFormatException e) {
      throw new RejectedDocumentException(reason(e), e.getMessage());
    }
    if (document.id() == null || document.id().isBlank()) {
      throw new RejectedDocumentException(
          RejectionReason.MISSING_ID, "field id is missing or empty");
    }
    if (document.id().length() > MAX_ID_LENGTH) {
      throw new RejectedDocumentException(
          RejectionReason.INVALID_FIELD,
          "field id has " + document.id().length() + " characters, the limit is " + MAX_ID_LENGTH);
    }
    if (document.content() == null || document.content().isBlank()) {
      throw new RejectedDocumentException(
          RejectionReason.MISSING_CONTENT, "field content is missing or empty");
    }
    return document;
  }

  /**
   * Refuses a document that claims to be retrieved when it can not have been.
   *
   * @param now the clock or the timestamp of the record, whichever is later, see {@link
   *     PlausibleTimes}
   * @throws RejectedDocumentException with INVALID_FIELD
   */
  public static void requirePlausible(Document document, Instant now)
      throws RejectedDocumentException {
    if (document.retrievedAt() != null && !PlausibleTimes.plausible(document.retrievedAt(), now)) {
      throw new RejectedDocumentException(
          RejectionReason.INVALID_FIELD,
          PlausibleTimes.refusal("retrievedAt", document.retrievedAt()));
    }
  }

  private static RejectionReason reason(RecordFormatException e) {
    return e.reason() == RecordRejectionReason.INVALID_FIELD
        ? RejectionReason.INVALID_FIELD
        : RejectionReason.MALFORMED_JSON;
  }
}
