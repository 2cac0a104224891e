package io.duibiao.local.supervisor;

import io.duibiao.local.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine's loopback interface, the only one that anything here listens on. */
public final class Ports {
  /** The address that every service binds. */
  public static final String LOOPBACK = "127.0.0.1";

  private Ports() {}

  /**
   * The port to listen on.
   *
   * @param wanted a port, or 0 for any free one
   * @param option the option that chooses it, for the message
   * @throws CommandFailure when another process listens there
   */
  public static int claim(int wanted, String option) throws CommandFailure {
    try {
      return bind(wanted);
    } catch (IOException busy) {
      throw new CommandFailure(
          "port " + wanted + " is in use; choose another with " + option + " (0 for any free one)");
    }
  }

  /** A port that nobody listens on now. */
  public static int free() throws IOException {
    return bind(0);
  }

  private static int bind(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      // As the services do: a port that only waits for old connections to end is not in use.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
      return socket.getLocalPort();
    }
  }
}
