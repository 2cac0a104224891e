package io.duibiao.local.supervisor;

import io.duibiao.local.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine's loopback interface, the only one that anything here listens on. */
public final class Ports {
  /** The address that every service binds. */
  public static final String LOOPBACK = "127.0.0.1";

  /**
   * Below the range that systems take the ports of outgoing connections from: one of those may be
   * taken again between the moment it is chosen and the moment a service listens on it.
   */
  private static final int FIRST_FREE = 15_000;

  private static final int LAST_FREE = 30_000;
  private static final int ATTEMPTS = 200;
  private static final Set<Integer> GIVEN = new HashSet<>();

  private Ports() {}

  /**
   * The port to listen on.
   *
   * @param wanted a port, or 0 for any free one
   * @param option the option that chooses it, for the message
   * @throws CommandFailure when another process listens there, or another service of this one shall
   */
  public static int claim(int wanted, String option) throws CommandFailure {
    if (wanted == 0) {
      return free();
    }
    synchronized (GIVEN) {
      if (!isFree(wanted) || !GIVEN.add(wanted)) {
        throw new CommandFailure(
            "port "
                + wanted
                + " is in use; choose another with "
                + option
                + " (0 for any free one)");
      }
    }
    return wanted;
  }

  /**
   * A port that nobody listens on and that was not given before.
   *
   * @throws CommandFailure when none is found
   */
  public static int free() throws CommandFailure {
    synchronized (GIVEN) {
      for (int i = 0; i < ATTEMPTS; i++) {
        int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE);
        if (!GIVEN.contains(port) && isFree(port)) {
          GIVEN.add(port);
          return port;
        }
      }
    }
    throw new CommandFailure("no free port was found between " + FIRST_FREE + " and " + LAST_FREE);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the services do: a port that only waits for old connections to end is not in use.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
