package io.duibiao.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2022, 2022-12-31, 2021, 2022年",
    "2022H1, 2022-06-30, 2021H1, 2022年上半年",
    "2022H2, 2022-12-31, 2021H2, 2022年下半年",
    "2020Q1, 2020-03-31, 2019Q1, 2020年一季度",
    "2022Q3, 2022-09-30, 2021Q3, 2022年三季度",
    "2022M9, 2022-09-30, 2021M9, 2022年1—9月",
    "2022M11, 2022-11-30, 2021M11, 2022年1—11月",
    "2018/2022, 2022-12-31, , 2018—2022年"
  })
  void isReadAndWritten(String text, LocalDate end, String previous, String chinese) {
    Period period = Period.parse(text);
    assertThat(period).hasToString(text);
    assertThat(period.end()).isEqualTo(end);
    assertThat(period.previousYear().map(Period::toString).orElse(null)).isEqualTo(previous);
    assertThat(period.previousYear().flatMap(Period::nextYear).orElse(period)).isEqualTo(period);
    assertThat(period.chinese()).isEqualTo(chinese);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "22", "2022H3", "2022Q0", "2022/2018", "2022Q1/2023", "2022年"})
  void anythingElseIsRefusedByName(String text) {
    assertThat(Period.tryParse(text)).isEmpty();
    assertThatThrownBy(() -> Period.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\" is no period");
  }

  @Test
  void aSpanOfOneYearIsThatYear() {
    assertThat(Period.parse("2022/2022")).isEqualTo(Period.ofYear(2022));
    assertThat(Period.tryParse(null)).isEmpty();
  }

  @Test
  void endsWithTheLastSecondInChina() {
    assertThat(Period.parse("2023").lastSecond()).isEqualTo("2023-12-31T15:59:59Z");
    assertThat(Period.parse("2023H1").lastSecond()).isEqualTo("2023-06-30T15:59:59Z");
    assertThat(Period.parse("2021/2025").lastSecond()).isEqualTo("2025-12-31T15:59:59Z");
  }
}
