package io.duibiao.streaming.elasticsearch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  @Test
  void theWaitDoublesUpToItsBound() {
    RetryPolicy policy = new RetryPolicy(12, Duration.ofMillis(500), Duration.ofSeconds(30));
    assertThat(IntStream.rangeClosed(1, 9).mapToObj(policy::backoff).map(Duration::toMillis))
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
    assertThat(policy.backoff(1000)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void attemptsAreBounded() {
    RetryPolicy policy = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1));
    assertThat(policy.allowsAnother(2)).isTrue();
    assertThat(policy.allowsAnother(3)).isFalse();
  }
}
