package io.duibiao.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KqlTest {
  @Test
  void readsWhatTheObjectsUse() {
    assertThat(Kql.query("status: missed").toString())
        .isEqualTo("{\"term\":{\"status\":\"missed\"}}");
    assertThat(Kql.query("a: (b or c) and not d: *").toString())
        .isEqualTo(
            "{\"bool\":{\"filter\":[{\"terms\":{\"a\":[\"b\",\"c\"]}},"
                + "{\"bool\":{\"must_not\":[{\"exists\":{\"field\":\"d\"}}]}}]}}");
    assertThat(Kql.query("n >= 1 and n < 30").toString())
        .isEqualTo(
            "{\"bool\":{\"filter\":[{\"range\":{\"n\":{\"gte\":1.0}}},{\"range\":{\"n\":{\"lt\":30.0}}}]}}");
    assertThat(Kql.query("").toString()).isEqualTo("{\"match_all\":{}}");
    assertThat(Kql.fields("a: b or \"c\": *")).containsExactly("a", "c");
  }

  @Test
  void refusesWhatItCanNotRead() {
    assertThatThrownBy(() -> Kql.query("a")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Kql.query("a: b c")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Kql.query("a: (b")).isInstanceOf(IllegalArgumentException.class);
  }
}
