package io.duibiao.streaming.state;

import java.io.IOException;

/** A value in a checkpoint that this program can not read; the message says why. */
public final class StateFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence
   * @param cause what the reader stumbled over, or null
   */
  public StateFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
