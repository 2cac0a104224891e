package io.duibiao.streaming.options;

/** An option that does not exist or has a bad value; the message names it and what is allowed. */
public final class InvalidOptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence for a person, without the value of a secret
   */
  public InvalidOptionException(String message) {
    super(message);
  }
}
