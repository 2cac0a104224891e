package io.duibiao.core.document;

import io.duibiao.core.text.CharacterFolding;
import java.util.regex.Pattern;

/**
 * Tells by its title a document that only plans: 清岚县2023年政府工作报告重点任务分工方案 gives each aim to an office
 * and has no heading that says so.
 */
public final class PlanTitle {
  private static final Pattern PLANS =
      Pattern.compile("工作(?:要点|计划|安排|思路)|(?:重点|目标|主要)(?:工作)?任务|任务(?:分解|分工)|(?:分工|实施|行动|工作)方案|行动计划");

  /** 政府工作报告重点任务 names the report only to plan for what it promised. */
  private static final Pattern REVIEWS =
      Pattern.compile("总结|回顾|情况|成效|进展|公报|决议|执行|完成|报告(?!.{0,4}(?:重点|目标|主要|任务|确定|提出|中|责任|工作))");

  private PlanTitle() {}

  /**
   * Whether a document of this title looks ahead from its first line on.
   *
   * @param title as written, or null
   */
  public static boolean plansOnly(String title) {
    if (title == null) {
      return false;
    }
    String folded = CharacterFolding.fold(title).replace(" ", "");
    return PLANS.matcher(folded).find() && !REVIEWS.matcher(folded).find();
  }
}
