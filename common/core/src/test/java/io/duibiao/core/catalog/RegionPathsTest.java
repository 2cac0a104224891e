package io.duibiao.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionPathsTest {
  @Test
  void namesTheRegionsAboveToo() {
    assertThat(Region.paths("江苏省/苏州市/吴中区")).containsExactly("江苏省", "江苏省/苏州市", "江苏省/苏州市/吴中区");
    assertThat(Region.paths("栖鹭镇")).containsExactly("栖鹭镇");
  }
}
