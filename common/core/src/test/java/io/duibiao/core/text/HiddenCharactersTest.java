package io.duibiao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenCharactersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B",
        "\u200E",
        "\u202E",
        "\u2066",
        "\u2069",
        "\uFEFF",
        "\u00AD",
        "\0",
        "\u0007",
        "\u0093",
        "\uFE0F",
        "\u3164",
        "\uD83D\uDC49",
        "\uD83C\uDDE8",
        "\u2705",
        "\uD83D",
        "\uDC49",
        "\uDB40\uDC41",
        "\uDB40\uDD00"
      })
  void areDropped(String hidden) {
    assertThat(HiddenCharacters.remove(hidden + "增" + hidden + hidden + "长6%" + hidden))
        .isEqualTo("增长6%");
  }

  @Test
  void whatAReaderSeesStays() {
    String text = "一、\t增长６％，“①★●❶”\n\r\f\u000B\u2753\u2757 Ā é \uD840\uDC00（~±℃）\u3000\u00A0";
    assertThat(HiddenCharacters.remove(text)).isSameAs(text);
  }
}
