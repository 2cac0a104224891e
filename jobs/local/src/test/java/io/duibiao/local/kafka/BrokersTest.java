package io.duibiao.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.api.Test;

/** What a person reads when a broker can not be used. */
class BrokersTest {
  private static String failure(Throwable cause) {
    return Brokers.failure("b:9092", cause).getMessage();
  }

  @Test
  void silenceHasManyReasons() {
    assertThat(failure(new TimeoutException("Call(...) timed out")))
        .startsWith("no Kafka broker answers at b:9092;")
        .contains("kafka.client.*")
        .doesNotContain("Call");
  }

  @Test
  void aCertificateThatIsNotTrustedIsNamed() {
    assertThat(
            failure(
                new SslAuthenticationException(
                    "SSL handshake failed",
                    new SSLHandshakeException("unable to find valid certification path"))))
        .isEqualTo(
            "no TLS connection to the Kafka broker at b:9092: SSL handshake failed"
                + " (unable to find valid certification path)");
  }

  @Test
  void wrongCredentialsAreNamed() {
    assertThat(failure(new SaslAuthenticationException("invalid credentials")))
        .isEqualTo(
            "the Kafka broker at b:9092 does not accept these credentials: invalid credentials");
  }

  @Test
  void aLackOfRightsIsNamed() {
    assertThat(failure(new ClusterAuthorizationException("Cluster authorization failed.")))
        .isEqualTo(
            "the Kafka broker at b:9092 does not allow this user to do that: Cluster authorization"
                + " failed.");
  }

  @Test
  void everythingElseKeepsItsReason() {
    assertThat(failure(new UnsupportedVersionException("too old")))
        .isEqualTo("Kafka at b:9092: too old");
  }
}
