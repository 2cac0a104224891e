package io.duibiao.local;

/**
 * Ends a command with exit code 1 and one line for the user; it carries no stack trace because it
 * is an answer.
 */
public final class CommandFailure extends Exception {
  /**
   * @param message one line for the user, naming what to do about it where that is known
   */
  public CommandFailure(String message) {
    super(message, null, false, false);
  }
}
