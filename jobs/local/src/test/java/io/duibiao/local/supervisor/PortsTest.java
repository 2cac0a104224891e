package io.duibiao.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.local.CommandFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void tellsThatAPortIsInUse() throws Exception {
    for (String address : new String[] {"127.0.0.1", "0.0.0.0"}) {
      try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(address))) {
        int port = other.getLocalPort();
        assertThatThrownBy(() -> Ports.claim(port, "--es-port"))
            .isInstanceOf(CommandFailure.class)
            .hasMessage(
                "port " + port + " is in use; choose another with --es-port (0 for any free one)");
      }
    }
  }

  @Test
  void givesNoPortTwice() throws Exception {
    int port = Ports.free();

    assertThat(Ports.free()).isNotEqualTo(port);
    assertThatThrownBy(() -> Ports.claim(port, "--ui-port"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("--ui-port");
  }

  @Test
  void findsAFreeOne() throws Exception {
    int port = Ports.claim(0, "--ui-port");

    try (ServerSocket mine = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(mine.getLocalPort()).isEqualTo(port);
    }
  }
}
