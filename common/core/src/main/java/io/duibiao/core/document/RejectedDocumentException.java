package io.duibiao.core.document;

/** Says why one document can not be used; it carries no stack trace because it is an answer. */
public final class RejectedDocumentException extends Exception {
  private final RejectionReason reason;

  /**
   * @param reason the class of the reason
   * @param detail one English sentence for a person, without the content of the document
   */
  public RejectedDocumentException(RejectionReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** The class of the reason. */
  public RejectionReason reason() {
    return reason;
  }
}
