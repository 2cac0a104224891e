package io.duibiao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterFoldingTest {
  @ParameterizedTest
  @CsvSource({
    "地區生產總值增長６．５％，達到１２２．３億元,地区生产总值增长6.5%，达到122.3亿元",
    "發佈機構：雲溪區（臨湖鎮）；,发布机构:云溪区(临湖镇);",
    "ＰＭ２．５～３０,PM2.5~30",
    "顯著,显著",
    "关于,关于",
    "複雜形勢下規上工業,复杂形势下规上工业",
    "⽣产总值,生产总值"
  })
  void foldsScriptAndWidth(String text, String folded) {
    assertThat(CharacterFolding.fold(text)).isEqualTo(folded);
  }

  @Test
  void keepsTheClauseCommaApartFromTheThousandsSeparator() {
    assertThat(CharacterFolding.fold("1,200元，其中")).isEqualTo("1,200元，其中");
  }

  @Test
  void neverMovesAnOffset() {
    StringBuilder all = new StringBuilder(1 << 16);
    for (int c = 0; c < 1 << 16; c++) {
      all.append((char) c);
    }
    String folded = CharacterFolding.fold(all);
    assertThat(folded).hasSameSizeAs(all);
    assertThat(CharacterFolding.fold(all.toString())).isEqualTo(folded);
    for (int c = 0; c < 1 << 16; c++) {
      assertThat(CharacterFolding.fold((char) c)).isEqualTo(folded.charAt(c));
    }
  }

  @Test
  void foldingTwiceChangesNothing() {
    for (int c = 0; c < 1 << 16; c++) {
      char once = CharacterFolding.fold((char) c);
      assertThat(CharacterFolding.fold(once)).as("U+%04X", c).isEqualTo(once);
    }
  }

  @Test
  void everySpaceButTabAndBreakBecomesASpace() {
    assertThat(CharacterFolding.fold("a\u3000b\u00A0c\u2003d\te\nf")).isEqualTo("a b c d\te\nf");
  }

  @Test
  void surrogatePairsStay() {
    assertThat(CharacterFolding.fold("𠮷村")).isEqualTo("𠮷村");
  }
}
