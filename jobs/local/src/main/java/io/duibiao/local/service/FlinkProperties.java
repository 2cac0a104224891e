package io.duibiao.local.service;

/** The properties of the Flink service that are not options of the jobs. */
public final class FlinkProperties {
  /** What their names begin with. */
  static final String PREFIX = "local.";

  /** The directory that the cluster has to itself. */
  public static final String DIRECTORY = PREFIX + "directory";

  /** The port of the web UI. */
  public static final String UI_PORT = PREFIX + "ui-port";

  private FlinkProperties() {}
}
