package io.duibiao.local.supervisor;

/** The words that the supervisor has for what a process does. */
public final class ServiceState {
  /** It was started. */
  public static final String STARTING = "starting";

  /** Others can use it. */
  public static final String READY = "ready";

  /** It was asked to stop. */
  public static final String STOPPING = "stopping";

  /** It is gone. */
  public static final String STOPPED = "stopped";

  private ServiceState() {}
}
