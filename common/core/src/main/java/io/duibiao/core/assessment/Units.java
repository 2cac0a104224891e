package io.duibiao.core.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which base units can be compared as they stand. Statements already carry base units, so units of
 * one dimension are equal; what is left are classifiers, which count the same things under several
 * words: 129个 and 129条 of black-odour waters.
 */
final class Units {
  private static final List<List<String>> SAME =
      List.of(
          List.of(
              "个", "家", "座", "处", "所", "条", "项", "间", "栋", "幢", "片", "支", "对", "口", "眼", "辆", "台",
              "部", "艘", "架", "列", "块", "根", "件", "宗", "门", "种", "类", "只", "村", "镇", "园", "站"),
          List.of("人", "名", "位"),
          List.of("户", "套", "家庭"),
          List.of("场", "次", "场次", "期", "批", "批次", "起", "例", "轮"),
          List.of("%", "个百分点", "百分点"));

  private static final Map<String, Integer> CLASSES = new HashMap<>();

  static {
    for (int i = 0; i < SAME.size(); i++) {
      for (String unit : SAME.get(i)) {
        CLASSES.put(unit, i);
      }
    }
  }

  private Units() {}

  static boolean comparable(String a, String b) {
    if (a == null || b == null || a.equals(b)) {
      return true;
    }
    Integer classOfA = CLASSES.get(a);
    return classOfA != null && classOfA.equals(CLASSES.get(b));
  }

  static boolean rate(String unit) {
    return "%".equals(unit) || "‰".equals(unit) || "个百分点".equals(unit) || "百分点".equals(unit);
  }
}
