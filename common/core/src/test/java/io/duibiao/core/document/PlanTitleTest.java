package io.duibiao.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTitleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "清岚县2023年政府工作报告重点任务分工方案",
        "清岚街道2023年工作要点",
        "关于印发清岚县2023年目标任务分解表的通知",
        "清岚縣2023年工作計劃",
        "落实2023年《政府工作报告》重点工作实施方案"
      })
  void plansOnly(String title) {
    assertThat(PlanTitle.plansOnly(title)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "清岚县2023年政府工作报告",
        "清岚镇2022年工作总结及2023年工作计划",
        "关于清岚县2022年计划执行情况与2023年计划草案的报告",
        "清岚县2022年重点工作任务完成情况",
        "清岚县2022年统计公报"
      })
  void reviewsToo(String title) {
    assertThat(PlanTitle.plansOnly(title)).isFalse();
  }
}
