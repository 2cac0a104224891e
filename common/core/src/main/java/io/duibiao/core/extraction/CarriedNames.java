package io.duibiao.core.extraction;

import io.duibiao.core.quantity.Quantity;
import java.util.List;

/** Tells where a name leaves its noun to the clause before, or names only part of what it is. */
final class CarriedNames {
  private final Verbs verbs;

  CarriedNames(Verbs verbs) {
    this.verbs = verbs;
  }

  /** 关停5户企业，今年要关停2户: the verb, when the subject before tells to what it was done, or null. */
  String verb(String name, List<String> subjects) {
    String verb = name.startsWith("分别") ? name.substring(2) : name;
    boolean again = verbs.isKept(verb) && subjects.get(subjects.size() - 1).contains(verb);
    return again ? verb : null;
  }

  /** 市级财政赤字25亿元，比上年预算赤字减少5亿元: the same again, in short. */
  boolean isTailOf(String name, List<String> subjects, char opening) {
    String subject = subjects.get(subjects.size() - 1);
    boolean compares = opening == '比' || opening == '较';
    return compares && name.length() >= 2 && subject.contains(name);
  }

  /** 覆盖山区80%的农村小学: how much of what stands behind the rate is covered, or null. */
  String covered(String s, Mention first, Quantity q, String behind) {
    boolean rate = q.unit() != null && q.unit().isPercent() && behind.startsWith("的");
    boolean covers = rate && s.startsWith("覆盖", first.from) && behind.length() >= 3;
    int place = first.relation.start - first.from - 2;
    boolean named = covers && place >= 2 && place <= 8;
    return named
        ? s.substring(first.from + 2, first.relation.start) + behind.substring(1) + "覆盖率"
        : null;
  }
}
