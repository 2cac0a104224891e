package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NoStatementReason;
import io.duibiao.core.quantity.Quantity;
import java.util.List;

/**
 * Finds counts that only tell for how many things a rate holds: 20户企业和13户合作社产值分别增长12%、26%,
 * 13个断面水质达标率100%. A count with an amount behind it (3家企业产值突破10亿元) counts.
 */
final class Selectors {
  private final RelationReader relations;
  private final NameLists lists;

  Selectors(RelationReader relations, NameLists lists) {
    this.relations = relations;
    this.lists = lists;
  }

  /**
   * Takes them out of the mentions; the mention that they select for leaves them out of its name.
   */
  void remove(
      CharSequence s, Clauses clauses, List<Mention> mentions, NoStatementReason[] reasons) {
    for (int k = mentions.size() - 2; k >= 0; k--) {
      Mention figure = mentions.get(k + 1);
      if (!selects(s, clauses, mentions.get(k), figure)) {
        continue;
      }
      boolean several = relations.ofNumber(s, mentions.get(k).end(), figure.start(), false).each;
      drop(mentions, k, figure, reasons);
      while (several && k > 0 && coordinated(s, clauses, mentions.get(k - 1), figure)) {
        k--;
        drop(mentions, k, figure, reasons);
      }
    }
  }

  private static void drop(
      List<Mention> mentions, int k, Mention figure, NoStatementReason[] reasons) {
    Mention selector = mentions.remove(k);
    figure.selectors.add(0, selector.quantity);
    reasons[selector.reading] = NoStatementReason.POPULATION_SELECTOR;
  }

  private boolean selects(CharSequence s, Clauses clauses, Mention count, Mention figure) {
    Quantity rate = figure.quantity;
    boolean fits = counts(count) && rate.unit() != null && rate.unit().isPercent();
    if (!fits || clauses.end(count.end(), figure.start()) < figure.start()) {
      return false;
    }
    int stop = relations.ofNumber(s, count.end(), figure.start(), false).start;
    String noun = s.subSequence(count.end(), Math.max(count.end(), stop)).toString();
    boolean each = relations.ofNumber(s, count.end(), figure.start(), false).each;
    int list = noun.indexOf('、');
    String own = list > 0 && each ? noun.substring(0, list) : noun;
    return own.length() >= 3 && own.indexOf('、') < 0 && lists.isMeasured(own);
  }

  private static boolean counts(Mention m) {
    Quantity q = m.quantity;
    return !m.ranked && q.unit() != null && !q.isMeasured() && !q.isMoneyOrRate();
  }

  /** Whether a count and its noun are joined to the count that was taken out last. */
  private static boolean coordinated(
      CharSequence s, Clauses clauses, Mention count, Mention figure) {
    int next = figure.selectors.get(0).start();
    return counts(count)
        && next > count.end() + 2
        && "、和及与".indexOf(s.charAt(next - 1)) >= 0
        && clauses.end(count.end(), next) == next;
  }
}
