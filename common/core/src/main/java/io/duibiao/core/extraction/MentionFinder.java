package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NoStatementReason;
import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.quantity.QuantityReader;
import io.duibiao.core.quantity.Reading;
import java.util.ArrayList;
import java.util.List;

/** Finds the numbers of a sentence that may be statements and the text that belongs to each. */
final class MentionFinder {
  private final QuantityReader quantities = new QuantityReader();
  private final Exclusions exclusions;
  private final RankReader ranks;
  private final Selectors selectors;

  MentionFinder(RelationReader relations, RankReader ranks, NameLists lists) {
    this.selectors = new Selectors(relations, lists);
    this.exclusions = new Exclusions(relations);
    this.ranks = ranks;
  }

  /** A reading that is no mention keeps its reason here; index is that of the reading. */
  record Found(List<Reading> readings, NoStatementReason[] reasons, List<Mention> mentions) {}

  Found find(CharSequence s, Clauses clauses) {
    List<Reading> readings = quantities.read(s);
    NoStatementReason[] reasons = new NoStatementReason[readings.size()];
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      Quantity rank = null;
      if (reading.reason() == NoStatementReason.ORDINAL) {
        rank = ranks.ordinal(s, clauses, reading);
        Mention before = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
        if (rank == null && before != null && before.ranked) {
          rank = ranks.next(s, before.quantity, reading);
        }
      } else if (reading.quantity() != null) {
        rank = ranks.places(s, clauses, reading.quantity());
      }
      if (rank != null) {
        mentions.add(new Mention(i, rank, true));
        continue;
      }
      Mention share = SectorShares.at(s, clauses, readings, i, mentions);
      if (share != null) {
        mentions.add(share);
        continue;
      }
      reasons[i] =
          reading.quantity() == null
              ? reading.reason()
              : exclusions.reason(s, clauses, readings, i);
      if (reasons[i] == null) {
        mentions.add(new Mention(i, reading.quantity(), false));
      }
    }
    selectors.remove(s, clauses, mentions, reasons);
    bound(s, clauses, mentions);
    return new Found(readings, reasons, mentions);
  }

  private static void bound(CharSequence s, Clauses clauses, List<Mention> mentions) {
    for (int k = 0; k < mentions.size(); k++) {
      Mention m = mentions.get(k);
      if (k == 0) {
        m.from = clauses.start(m.start(), 0);
      } else {
        part(s, clauses, mentions.get(k - 1), m);
        mentions.get(k - 1).after = m;
      }
    }
    if (!mentions.isEmpty()) {
      Mention last = mentions.get(mentions.size() - 1);
      last.to = clauses.end(last.end(), s.length());
    }
    for (Mention m : mentions) {
      m.behind = m.to > m.end() ? s.subSequence(m.end(), m.to).toString() : "";
    }
  }

  /** Parts the text between two numbers. */
  private static void part(CharSequence s, Clauses clauses, Mention before, Mention m) {
    int floor = Math.min(before.end(), m.start());
    m.from = clauses.start(m.start(), floor);
    before.to = clauses.end(floor, m.start());
    if (isList(s, floor, m.start())) {
      m.gap = Gap.LIST;
      m.from = m.start();
      before.to = floor;
    } else if (m.from > floor) {
      m.gap = clauses.strongIn(floor, m.start()) ? Gap.STOP : Gap.NEXT;
    } else {
      int gift = gift(s, before, m);
      if (gift > 0) {
        m.gap = Gap.NEXT;
        m.from = gift;
        before.to = m.start();
        return;
      }
      int comma = indexOf(s, '、', floor, m.start());
      int split = comma >= 0 ? comma : conjunction(s, floor, m.start());
      m.gap = split < 0 ? Gap.SAME : Gap.NEXT;
      before.joined = split < 0;
      if (split >= 0) {
        before.to = split;
        m.from = split + 1;
      }
    }
  }

  /**
   * 向300户家庭发放补贴60万元: where the verb of giving between those who are given to and the amount stands,
   * or -1.
   */
  private static int gift(CharSequence s, Mention before, Mention m) {
    boolean receives = before.start() > 0 && "向给为".indexOf(s.charAt(before.start() - 1)) >= 0;
    String between = s.subSequence(before.end(), Math.max(before.end(), m.start())).toString();
    boolean alone = receives && between.indexOf('、') < 0 && m.quantity.isMoneyOrRate();
    int at = alone ? between.indexOf("发放") : -1;
    return at >= 2 ? before.end() + at : -1;
  }

  /** The first place of a character outside brackets (县(市、区)、), or -1. */
  private static int indexOf(CharSequence s, char c, int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      if (s.charAt(i) == c && depth <= 0) {
        return i;
      }
      depth += s.charAt(i) == '(' ? 1 : s.charAt(i) == ')' ? -1 : 0;
    }
    return -1;
  }

  /** A conjunction behind one number and before another parts the two. */
  private static int conjunction(CharSequence s, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      if (c == '和' && s.charAt(i + 1) != '谐'
          || c == '及' && "时以其".indexOf(s.charAt(i + 1)) < 0 && s.charAt(i - 1) != '普') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isList(CharSequence s, int from, int to) {
    int length = to - from;
    if (length < 1 || length > 5) {
      return false;
    }
    String gap = s.subSequence(from, to).toString();
    return switch (gap) {
      case "、", "和", "及", "与", "或", "以及", "、和" -> true;
      case "、年", "、每年", "、每月", "、每人每年", "、每人每月", "和年", "和每年", "和每月", "和每人每年" -> true;
      default -> false;
    };
  }
}
