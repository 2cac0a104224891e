package io.duibiao.core.assessment;

import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Statement;
import java.util.List;

/**
 * Whether a number counts what was added in its period (a flow: 新建充电桩480个) or what there is at its
 * end (a stock: 充电桩达8000个). A plan that says 新增500个 is answered by a review that says 新建480个,
 * although one is an increment and the other a level; it is not answered by a stock.
 */
enum Nature {
  /** What was added or done in the period. */
  FLOW,

  /** What there is at the end of the period. */
  STOCK,

  /** The words do not tell. */
  OPEN;

  /** Words that say that the number is new in the period. */
  private static final List<String> NEW =
      List.of(
          "新增", "新建", "新改", "新扩", "新培", "新认", "新注", "新设", "新引", "新签", "新创", "新获", "新落", "新投", "新发",
          "新上", "新转", "新入", "新申", "新植", "新评", "净增", "净增加", "新登", "新挂", "新晋", "新推", "新开", "新開", "新創",
          "新認", "新設", "新發", "新簽", "新獲", "淨增");

  /** Verbs of making and treating. */
  private static final List<String> MAKING =
      List.of(
          "增加", "改建", "扩建", "改造", "建成", "建设", "完成", "实施", "开工", "创建", "创成", "培育", "引进", "发放", "整治",
          "治理", "修复", "疏浚", "清淤", "造林", "竣工", "投用", "招引", "签约", "开通", "培训", "帮扶", "打造", "增设", "建造",
          "铺设", "更新", "加装", "改善", "种植", "解决", "退出", "淘汰", "关闭", "拆除", "腾退", "盘活", "建設", "開工", "實施",
          "創建", "引進", "發放", "改擴建", "擴建", "開通", "培訓", "增設", "簽約");

  /** Words that sum up everything there is. */
  private static final List<String> SUM =
      List.of(
          "累计", "累計", "总数", "總數", "总量", "總量", "总计", "總計", "共有", "实有", "拥有", "擁有", "保有", "存量", "现有",
          "現有", "总共", "增至", "增加到", "增加至", "发展到", "發展到", "扩大到", "擴大到", "提高到", "上升到", "提升到");

  /** Words that name an end without saying whether it is a sum. */
  private static final List<String> REACHING = List.of("达", "達", "突破");

  static Nature of(Statement statement) {
    String before = before(statement);
    if (statement.flags().contains("cumulative") || holds(own(before), SUM)) {
      return STOCK;
    }
    boolean reaching = holds(own(before), REACHING) || holds(statement.number(), REACHING);
    boolean fresh = holds(own(before), NEW) || !reaching && holds(before, NEW);
    boolean making = fresh || holds(before, MAKING);
    if (statement.measure() == Measure.INCREMENT) {
      boolean exceeding = reaching || statement.number().startsWith("超");
      return exceeding && !making ? STOCK : FLOW;
    }
    if (fresh) {
      return FLOW;
    }
    if (reaching) {
      return making ? OPEN : STOCK;
    }
    return making ? FLOW : OPEN;
  }

  /** Whether a target and a result of these natures can speak of the same thing. */
  boolean agrees(Nature other) {
    return this == OPEN || other == OPEN || this == other;
  }

  /** The clause up to the number: what follows the number belongs to the next one. */
  private static String before(Statement statement) {
    int at = statement.quote().indexOf(statement.number());
    return at <= 0 ? statement.quote() : statement.quote().substring(0, at);
  }

  /**
   * Of 净增300家、达到4600家 only what follows the first number belongs to the second; of 分别达到15家、127家 the
   * verb belongs to both.
   */
  private static String own(String before) {
    for (int i = before.length() - 1; i > 0; i--) {
      boolean separates = "、，,；;".indexOf(before.charAt(i)) >= 0;
      if (separates && before.substring(0, i).chars().anyMatch(Character::isDigit)) {
        String own = before.substring(i + 1);
        return own.isBlank() ? before : own;
      }
    }
    return before;
  }

  private static boolean holds(String text, List<String> words) {
    return words.stream().anyMatch(text::contains);
  }
}
