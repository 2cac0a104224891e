package io.duibiao.streaming.elasticsearch;

/** Elasticsearch can not be reached or refuses; the message is one sentence for a person. */
public final class IndexTemplatesException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence
   * @param cause for the log
   */
  public IndexTemplatesException(String message, Throwable cause) {
    super(message, cause);
  }
}
