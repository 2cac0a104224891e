package io.duibiao.streaming.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {
  @Test
  void showsOrdinaryTextAsItIs() {
    assertThat(LogText.of("https://a.cn/吴中区 2024")).isEqualTo("https://a.cn/吴中区 2024");
    assertThat(LogText.of(null)).isEqualTo("null");
  }

  @Test
  void leavesNoWayToForgeALineOrToSteerATerminal() {
    assertThat(LogText.of("a\nERROR b\u001b[2J\u202e\u2028\ud800"))
        .isEqualTo("a\\u{a}ERROR b\\u{1b}[2J\\u{202e}\\u{2028}\\u{d800}");
  }

  @Test
  void isBounded() {
    assertThat(LogText.of("x".repeat(5_000_000)))
        .isEqualTo("x".repeat(200) + "… (5000000 characters)");
  }
}
