package io.duibiao.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceLinkTest {
  @Test
  void leadsToTheClause() {
    assertThat(SourceLink.of("https://a.example/1.html", "增长6%-7%, 左右"))
        .isEqualTo(
            "https://a.example/1.html#:~:text=%E5%A2%9E%E9%95%BF6%25%2D7%25%2C%20%E5%B7%A6%E5%8F%B3");
    assertThat(SourceLink.of("HTTP://a.example/#top", "增"))
        .isEqualTo("HTTP://a.example/#top:~:text=%E5%A2%9E");
  }

  @Test
  void leadsToThePageWhereTheClauseIsMissingOrLong() {
    assertThat(SourceLink.of("https://a.example/1", null)).isEqualTo("https://a.example/1");
    assertThat(SourceLink.of("https://a.example/1", "增".repeat(121)))
        .isEqualTo("https://a.example/1");
  }

  @Test
  void leadsToTheWholePage() {
    assertThat(SourceLink.ofPage("https://a.example/1", "1")).isEqualTo("https://a.example/1");
    assertThat(SourceLink.ofPage("javascript:x", "http://a.example/2"))
        .isEqualTo("http://a.example/2");
    assertThat(SourceLink.ofPage(null, "report.txt")).isNull();
  }

  @Test
  void leadsNowhereElse() {
    assertThat(SourceLink.of("javascript:alert(1)", "增")).isNull();
    assertThat(SourceLink.of("report-2024.txt", "增")).isNull();
    assertThat(SourceLink.of(null, null)).isNull();
  }
}
