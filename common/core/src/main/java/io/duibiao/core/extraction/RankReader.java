package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Numeral;
import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.quantity.Reading;
import io.duibiao.core.quantity.Unit;
import io.duibiao.core.quantity.UnitTable;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.statement.Operator;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Tells ranks from other ordinals: 居全国第二位 and 增速全市第一, but not 第一产业. */
final class RankReader {
  private static final Pattern PEERS =
      Pattern.compile(
          "(?:[在于][全各]?[\\u4e00-\\u9fff]{0,3})?\\d{1,4}[个家][\\u4e00-\\u9fff]{1,8}[中里内]$");
  private static final Pattern AMONG =
      Pattern.compile("[\\u4e00-\\u9fff]{1,8}?[中里内](?:排名|排|位居|位列|列|居|名列|稳居|综合排名)(?:第|前|首|末|全)");
  private final RelationReader relations;
  private final Unit place = UnitTable.bundled().at("位次", 0, 2);
  private final WordTrie<Rule> scopes = RuleFile.bundled(RankReader.class, "ranks.yaml").trie();

  RankReader(RelationReader relations) {
    this.relations = relations;
  }

  /** 位列60位: the rank that a quantity of places is, or null. */
  Quantity places(CharSequence s, Clauses clauses, Quantity q) {
    if (q.unit() == null || !q.unit().text().equals("位") && !q.unit().base().equals("位")) {
      return null;
    }
    Relation relation = relations.read(s, clauses.start(q.start(), 0), q.start());
    boolean rank = relation.rank && !relation.to && relation.change == 0;
    return rank ? q.withUnit(place) : null;
  }

  /** The rank that an ordinal is, its scope included, or null. */
  Quantity ordinal(CharSequence s, Clauses clauses, Reading reading) {
    int at = reading.start();
    int to = reading.end();
    boolean first = s.charAt(at) == '首';
    boolean placed = first || s.charAt(to - 1) == '位' || s.charAt(to - 1) == '名';
    boolean ends = to >= s.length() || clauses.ends(to) || "、和并的及”".indexOf(s.charAt(to)) >= 0;
    if (!placed && !ends) {
      return null;
    }
    int from = clauses.start(at, 0);
    String before = s.subSequence(from, at).toString();
    boolean manner = placed && before.startsWith("以") && !before.contains("位");
    if (manner || before.contains("放在") || before.contains("摆在") || before.contains("置于")) {
      return null;
    }
    int scope = scopeStart(s, from, at);
    Relation relation = relations.read(s, from, scope);
    boolean put =
        at > from
            && "在于为的".indexOf(s.charAt(at - 1)) >= 0
            && !relation.rank
            && relation.change == 0
            && !relation.to;
    boolean named = placed && relation.start > from && !put;
    if (!relation.rank && scope == at && !named) {
      return null;
    }
    Numeral n = first ? null : NumberScanner.at(s, at + 1, to);
    if (!first && (n == null || n.value().signum() <= 0)) {
      return null;
    }
    BigDecimal value = first ? BigDecimal.ONE : n.value();
    return new Quantity(
        scope, to, to, value, null, place, Operator.EQ, first || n.chinese(), false, false);
  }

  /** 分别位居全国第六和第三: the rank that an ordinal right behind another rank is, or null. */
  Quantity next(CharSequence s, Quantity before, Reading reading) {
    int at = reading.start();
    boolean joined = at == before.end() + 1 && "、和".indexOf(s.charAt(at - 1)) >= 0;
    Numeral n = joined ? NumberScanner.at(s, at + 1, reading.end()) : null;
    if (n == null || n.value().signum() <= 0) {
      return null;
    }
    int to = reading.end();
    return new Quantity(at, to, to, n.value(), null, place, Operator.EQ, n.chinese(), false, false);
  }

  /** 总量在全区13个镇街中: the name without those among whom it is ranked. */
  static String withoutPeers(String name) {
    String bare = PEERS.matcher(name).replaceFirst("");
    return bare.length() > 2 && bare.endsWith("中") ? bare.substring(0, bare.length() - 1) : bare;
  }

  /** Whether a count at a place is that of those among whom something is ranked (13个镇街中排名第三). */
  static boolean countsPeers(CharSequence s, int end) {
    return AMONG.matcher(s).region(end, Math.min(s.length(), end + 20)).lookingAt();
  }

  /** Whether a stretch only says among whom. */
  boolean isScope(CharSequence s) {
    return s.length() > 0 && scopeStart(s, 0, s.length()) == 0;
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
}
