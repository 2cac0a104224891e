package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NoStatementReason;
import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Numeral;
import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.quantity.QuantityReader;
import io.duibiao.core.quantity.Reading;
import io.duibiao.core.quantity.Unit;
import io.duibiao.core.quantity.UnitTable;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.statement.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Finds the numbers of a sentence that may be statements and the text that belongs to each. */
final class MentionFinder {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private final QuantityReader quantities = new QuantityReader();
  private final UnitTable units = UnitTable.bundled();
  private final WordTrie<Rule> scopes = RuleFile.bundled(MentionFinder.class, "ranks.yaml").trie();

  /** A reading that is no mention keeps its reason here; index is that of the reading. */
  record Found(List<Reading> readings, NoStatementReason[] reasons, List<Mention> mentions) {}

  Found find(CharSequence s, Clauses clauses, RelationReader relations) {
    List<Reading> readings = quantities.read(s);
    NoStatementReason[] reasons = new NoStatementReason[readings.size()];
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      int next = i + 1 < readings.size() ? readings.get(i + 1).start() : s.length();
      if (reading.reason() == NoStatementReason.ORDINAL) {
        Mention rank = rank(s, i, reading, relations, clauses);
        if (rank != null) {
          mentions.add(rank);
        } else {
          reasons[i] = NoStatementReason.ORDINAL;
        }
      } else if (reading.quantity() == null) {
        reasons[i] = reading.reason();
      } else {
        Mention mention = mention(s, i, reading.quantity(), clauses, next, relations);
        if (mention == null) {
          reasons[i] = NoStatementReason.POPULATION_SELECTOR;
        } else {
          mentions.add(mention);
        }
      }
    }
    bound(s, clauses, mentions);
    return new Found(readings, reasons, mentions);
  }

  private Mention mention(
      CharSequence s, int i, Quantity q, Clauses clauses, int next, RelationReader relations) {
    Quantity quantity = q;
    char before = q.start() > 0 ? s.charAt(q.start() - 1) : ' ';
    char after = q.end() < s.length() ? s.charAt(q.end()) : ' ';
    if (before == '每' && q.unit() != null || before == '前' && !q.magnitude()) {
      return null;
    }
    if (q.unit() != null && (q.unit().text().equals("岁") || q.unit().text().equals("周岁"))) {
      return null;
    }
    boolean bounded = q.end() > q.unitEnd();
    if (q.isSmallCount() && !listed(s, clauses, q)) {
      return null;
    }
    boolean stops = q.end() >= s.length() || clauses.ends(q.end()) || after == '、' || after == '”';
    boolean measured =
        q.isMeasured()
            && !q.unit().isPercent()
            && !q.unit().isPoints()
            && !q.unit().base().equals("人");
    boolean score = q.unit() != null && q.unit().text().equals("分");
    if (after == '级' && q.unit() != null && !stops) {
      return null;
    }
    if (bounded && (measured || score) && !stops && !startsRelation(s, q.end(), relations)) {
      return null;
    }
    if (q.unit() != null && q.unit().base().equals("小时") && !stops && !bounded) {
      Relation relation = relations.read(s, clauses.start(q.start(), 0), q.start());
      if (relation.empty && !relations.startsWord(s, q.end())) {
        return null;
      }
    }
    if (measured && !bounded && !stops && selects(s, q, clauses, next)) {
      return null;
    }
    if (q.unit() != null && q.unit().base().equals("位")
        || q.unit() != null && q.unit().text().equals("位")) {
      Relation relation = relations.read(s, clauses.start(q.start(), 0), q.start());
      if (relation.rank && !relation.to && relation.change == 0) {
        return new Mention(i, q.withUnit(place()), true);
      }
    }
    return new Mention(i, quantity, false);
  }

  /** 5000吨码头12座: a measure right before a noun with a count of its own only selects. */
  private static boolean selects(CharSequence s, Quantity q, Clauses clauses, int next) {
    if (next >= s.length() || clauses.end(q.end(), next) < next) {
      return false;
    }
    int length = next - q.end();
    return length >= 2
        && length <= 8
        && s.charAt(q.end()) != '的'
        && !q.unit().base().contains("元")
        && indexOf(s, '、', q.end(), next) < 0
        && !q.magnitude()
        && q.unit().base().matches("瓦|伏|吨|米");
  }

  private static int indexOf(CharSequence s, char c, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  private boolean startsRelation(CharSequence s, int at, RelationReader relations) {
    return relations.startsWord(s, at);
  }

  private Unit place() {
    return units.at("位次", 0, 2);
  }

  /** 居全国第二位 and 增速全市第一 are ranks; 第一产业 and 第一批 are not. */
  private Mention rank(
      CharSequence s, int i, Reading reading, RelationReader relations, Clauses clauses) {
    int at = reading.start();
    int to = reading.end();
    boolean place = s.charAt(to - 1) == '位' || s.charAt(to - 1) == '名';
    boolean ends = to >= s.length() || clauses.ends(to) || "、和并的及".indexOf(s.charAt(to)) >= 0;
    if (!place && !ends) {
      return null;
    }
    int from = clauses.start(at, 0);
    int scope = scopeStart(s, from, at);
    Relation relation = relations.read(s, from, scope);
    boolean named = place && relation.start > from;
    if (!relation.rank && scope == at && !named) {
      return null;
    }
    BigDecimal value = ONE;
    Numeral n = s.charAt(at) == '首' ? null : NumberScanner.at(s, at + 1, to);
    if (n != null) {
      value = n.value();
    } else if (s.charAt(at) != '首') {
      return null;
    }
    boolean chinese = n == null || n.chinese();
    Quantity quantity =
        new Quantity(scope, to, to, value, null, place(), Operator.EQ, chinese, false, false);
    return new Mention(i, quantity, true);
  }

  /** 甲、乙和丙三个中心: the small number counts what the list before it names. */
  private static boolean listed(CharSequence s, Clauses clauses, Quantity q) {
    int from = clauses.start(q.start(), 0);
    int parts = 1;
    for (int i = from + 1; i + 1 < q.start(); i++) {
      char c = s.charAt(i);
      if (c == '、' || c == '和' || c == '与' || c == '及') {
        parts++;
      }
    }
    return parts > 1 && q.value().compareTo(BigDecimal.valueOf(parts)) == 0;
  }

  private int scopeStart(CharSequence s, int from, int to) {
    int at = to;
    while (at > from) {
      WordTrie.Word<Rule> scope = scopes.endingAt(s, from, at);
      if (scope == null) {
        break;
      }
      at -= scope.length();
    }
    return at;
  }

  private static void bound(CharSequence s, Clauses clauses, List<Mention> mentions) {
    for (int k = 0; k < mentions.size(); k++) {
      Mention m = mentions.get(k);
      int floor = k == 0 ? 0 : mentions.get(k - 1).end();
      if (floor > m.start()) {
        floor = m.start();
      }
      int from = clauses.start(m.start(), floor);
      if (k > 0) {
        Mention before = mentions.get(k - 1);
        before.to = clauses.end(before.end(), m.start());
        if (isList(s, floor, m.start())) {
          m.gap = Gap.LIST;
          from = m.start();
          before.to = floor;
        } else if (from > floor) {
          m.gap = clauses.strongIn(floor, m.start()) ? Gap.STOP : Gap.NEXT;
        } else {
          int comma = indexOf(s, '、', floor, m.start());
          int split = comma >= 0 ? comma : conjunction(s, floor, m.start());
          m.gap = split < 0 ? Gap.SAME : Gap.NEXT;
          before.joined = split < 0;
          if (split >= 0) {
            before.to = split;
            from = split + 1;
          }
        }
      }
      m.from = from;
    }
    if (!mentions.isEmpty()) {
      Mention last = mentions.get(mentions.size() - 1);
      last.to = clauses.end(last.end(), s.length());
    }
    for (Mention m : mentions) {
      m.behind = m.to > m.end() ? s.subSequence(m.end(), m.to).toString() : "";
    }
  }

  /** A conjunction behind one number and before another parts the two. */
  private static int conjunction(CharSequence s, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      char c = s.charAt(i);
      if (c == '和' && s.charAt(i + 1) != '谐'
          || c == '及' && s.charAt(i + 1) != '时' && s.charAt(i - 1) != '普') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isList(CharSequence s, int from, int to) {
    int length = to - from;
    if (length < 1 || length > 2) {
      return false;
    }
    String gap = s.subSequence(from, to).toString();
    return switch (gap) {
      case "、", "和", "及", "与", "或", "以及", "、和" -> true;
      default -> false;
    };
  }
}
