package io.duibiao.streaming.record;

/** Says why one record can not be read; it carries no stack trace because it is an answer. */
public final class RecordFormatException extends Exception {
  private static final long serialVersionUID = 1L;
  private final RecordRejectionReason reason;
  private final String field;

  /**
   * @param reason the class of the reason
   * @param field the field at fault, or null when the record as a whole is
   * @param detail one English sentence for a person, without the content of the record
   */
  public RecordFormatException(RecordRejectionReason reason, String field, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
    this.field = field;
  }

  /** The class of the reason. */
  public RecordRejectionReason reason() {
    return reason;
  }

  /** The field at fault, or null. */
  public String field() {
    return field;
  }
}
