package io.duibiao.streaming.topic;

/** The broker can not be reached or refuses; the message is one sentence for a person. */
public final class TopicAdminException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence
   * @param cause for the log
   */
  public TopicAdminException(String message, Throwable cause) {
    super(message, cause);
  }
}
