package io.duibiao.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ShownAmountTest {
  @Test
  void showsMoneyInYiAndAllElseAsItIs() {
    assertThat(ShownAmount.of(new BigDecimal("52360000000"), "元")).isEqualByComparingTo("523.6");
    assertThat(ShownAmount.of(new BigDecimal("120000000"), "美元")).isEqualByComparingTo("1.2");
    assertThat(ShownAmount.of(new BigDecimal("6.8"), "%")).isEqualByComparingTo("6.8");
    assertThat(ShownAmount.of(null, "元")).isNull();
  }
}
