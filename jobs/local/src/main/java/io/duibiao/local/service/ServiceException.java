package io.duibiao.local.service;

/**
 * Says in one line why a service can not go on; it carries no stack trace because it is an answer.
 */
final class ServiceException extends Exception {
  /**
   * @param message one line for a person
   */
  ServiceException(String message) {
    super(message, null, false, false);
  }
}
