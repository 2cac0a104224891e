package io.duibiao.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The examples in sources.yaml are tests. */
class OfficialSourcesTest {
  @Test
  void hostsAreOfficialByTheRules() {
    assertThat(Sources.rules().official()).isNotEmpty().allMatch(a -> Sources.official("1", a));
    assertThat(Sources.rules().unofficial()).isNotEmpty().noneMatch(a -> Sources.official("1", a));
  }
}
