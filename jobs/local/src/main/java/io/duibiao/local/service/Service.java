package io.duibiao.local.service;

/** Something that {@code duibiao up} runs in a process of its own. */
interface Service {
  /**
   * Starts it and returns when others can use it.
   *
   * @throws ServiceException with one line for a person
   * @throws Exception anything else that went wrong; the log file has it
   */
  void start() throws Exception;

  /**
   * Blocks while the service does its work.
   *
   * @throws ServiceException when it ended by itself, with one line for a person
   * @throws InterruptedException when it shall stop
   */
  void await() throws ServiceException, InterruptedException;

  /** Stops it in good order. May be called whether or not {@link #start()} returned. */
  void stop() throws Exception;
}
