package io.duibiao.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusRankTest {
  @Test
  void isUniqueAndPutsFirstWhatNeedsAttention() {
    assertThat(Stream.of(AssessmentStatus.values()).map(AssessmentStatus::rank))
        .doesNotHaveDuplicates();
    assertThat(AssessmentStatus.MISSED.rank())
        .isGreaterThan(AssessmentStatus.OVERDUE.rank())
        .isEqualTo(7);
    assertThat(AssessmentStatus.OVERDUE.rank()).isGreaterThan(AssessmentStatus.DISPUTED.rank());
    assertThat(AssessmentStatus.MET.rank()).isGreaterThan(AssessmentStatus.UNTARGETED.rank());
  }
}
