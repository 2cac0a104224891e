package io.duibiao.core.extraction;

import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.quantity.Unit;
import io.duibiao.core.quantity.UnitTable;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.StatementKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns a number and the name bound to it into a claim. */
final class ClaimBuilder {
  private static final Pattern RANKING = Pattern.compile("排名|位次|名次|排位");

  /** The mark of a note behind a word: 赣服通【6】. */
  private static final Pattern NOTE = Pattern.compile("[【〔\\[]\\d{1,3}[】〕\\]]");

  private static final RuleFile PHRASES = RuleFile.bundled(ClaimBuilder.class, "phrases.yaml");
  private static final WordTrie<Rule> COUNTED =
      PHRASES.trie(
          "people-behind-a-bare-amount",
          "households-behind-a-bare-amount",
          "neither-people-nor-households");
  private static final WordTrie<Rule> RECIPIENTS = PHRASES.trie("recipients-behind-a-bare-amount");
  private static final WordTrie<Rule> NAMES =
      PHRASES.trie("names-of-visits", "names-of-people", "names-of-households");

  private final UnitTable units = UnitTable.bundled();
  private final TimeResolver times;

  ClaimBuilder(TimeResolver times) {
    this.times = times;
  }

  /** The claim, or null when the number has no unit and none can be told. */
  Claim build(
      String s,
      Clauses clauses,
      Part part,
      Mention m,
      List<Mention> group,
      String name,
      Mention first,
      Memory memory) {
    Quantity q = withUnit(m.quantity, group, s, m, name);
    if (q.unit() == null) {
      return null;
    }
    Relation relation = first.relation;
    Measure measure = measure(q, m, relation, first.lead, memory, name);
    BigDecimal value = q.baseValue();
    BigDecimal high = q.baseHigh();
    if (measure == Measure.GROWTH && q.unit().base().equals("倍")) {
      value = value.movePointRight(2);
      high = high == null ? null : high.movePointRight(2);
    }
    boolean negative =
        (measure == Measure.GROWTH || measure == Measure.INCREMENT)
            && (relation.change < 0 || relation.change == 0 && first.lead.shrink);
    if (negative) {
      value = value.negate();
      high = high == null ? null : high.negate();
    }
    Unit unit = q.unit();
    boolean moved =
        measure == Measure.INCREMENT
            && q.isPeople()
            && (memory.ranked || RANKING.matcher(name).find());
    boolean places = m.ranked || moved;
    String base = measure == Measure.GROWTH ? "%" : places ? "位" : unit.base();
    StatementKind kind = times.kind(s, part, first, memory);
    Operator op = op(q, relation, group);
    if (op == Operator.EQ && saysAtLeast(s, first.start())) {
      op = Operator.GTE;
    }
    if (op == Operator.EQ && kind == StatementKind.TARGET && isKeptWithin(s, first)) {
      op = Operator.LTE;
    }
    if (op == Operator.EQ && first.lead.atLeast) {
      op = Operator.GTE;
    }
    int numberStart = numberStart(s, m, first, relation, measure);
    int quoteStart = Math.min(first.from, Math.min(memory.subjectStart, numberStart));
    int quoteEnd = Math.max(m.end(), Math.max(m.to, group.get(group.size() - 1).end()));
    List<String> flags = new ArrayList<>();
    if (relation.estimate || first.lead.estimate || memory.estimate) {
      flags.add("estimate");
    }
    if (relation.comparable) {
      flags.add("comparable");
    }
    if (relation.cumulative || first.lead.cumulative) {
      flags.add("cumulative");
    }
    return new Claim(
        NOTE.matcher(name).replaceAll(""),
        kind,
        times.period(s, part, kind, measure, m, first, memory),
        measure,
        op,
        value,
        high,
        base,
        numberStart,
        m.end(),
        quoteStart,
        Math.min(quoteEnd, s.length()),
        List.copyOf(flags));
  }

  private Quantity withUnit(Quantity q, List<Mention> group, String s, Mention m, String name) {
    if (q.unit() != null) {
      return q.unit().text().equals("个") ? withSharedUnit(q, m, group) : q;
    }
    if (q.magnitude()) {
      String behind = s.substring(m.end(), Math.max(m.end(), m.to));
      Unit behindIt = counted(behind, COUNTED);
      behindIt = behindIt == null ? counted(behind, RECIPIENTS) : behindIt;
      if (behindIt != null) {
        return q.withUnit(behindIt);
      }
    }
    Unit counted = q.magnitude() ? counted(name) : null;
    if (counted != null) {
      return q.withUnit(counted);
    }
    for (Mention other : group) {
      if (other.start() > m.start() && other.quantity.unit() != null) {
        return q.withUnit(other.quantity.unit());
      }
    }
    return q;
  }

  /** 压缩到1个和5个工作日: a bare 个 stands for the unit of the number that the list ends with. */
  private static Quantity withSharedUnit(Quantity q, Mention m, List<Mention> group) {
    for (Mention other : group) {
      Unit unit = other.quantity.unit();
      boolean full = unit != null && unit.text().startsWith("个") && unit.text().length() > 1;
      if (full && other.start() > m.start()) {
        return q.withUnit(unit);
      }
    }
    return q;
  }

  /** 观演人次68万, 注册用户280万: the name tells what the bare number counts; null when it does not. */
  private Unit counted(String name) {
    WordTrie.Word<Rule> word = NAMES.endingAt(name, 0, name.length());
    return word == null ? null : unit(word);
  }

  /** The unit that the first of these words in a text tells, or null. */
  private Unit counted(String text, WordTrie<Rule> words) {
    for (int i = 0; i < text.length(); i++) {
      WordTrie.Word<Rule> word = words.startingAt(text, i, text.length());
      if (word != null && !word.value().say("unit").isEmpty()) {
        return unit(word);
      }
    }
    return null;
  }

  private Unit unit(WordTrie.Word<Rule> word) {
    String unit = word.value().say("unit");
    return units.at(unit, 0, unit.length());
  }

  private static Measure measure(
      Quantity q, Mention m, Relation relation, Lead lead, Memory memory, String name) {
    if (m.ranked) {
      return Measure.RANK;
    }
    if (relation.to) {
      boolean rise = memory.growth && q.unit().isPercent() && memory.origin;
      if (rise) {
        return Measure.GROWTH;
      }
      return Measure.LEVEL;
    }
    boolean share = q.unit().isPercent();
    boolean doubling = share && q.start() > 0 && q.chinese();
    if (relation.change != 0) {
      if (share || q.unit().base().equals("倍")) {
        return Measure.GROWTH;
      }
      return relation.noun && !q.unit().isPoints() ? Measure.LEVEL : Measure.INCREMENT;
    }
    if (q.unit().isPoints()) {
      return Measure.INCREMENT;
    }
    if (doubling && q.value().compareTo(BigDecimal.valueOf(100)) >= 0) {
      return Measure.GROWTH;
    }
    if (share
        && (name.endsWith("增速")
            || name.endsWith("增幅")
            || name.endsWith("涨幅")
            || name.endsWith("降幅"))) {
      return Measure.GROWTH;
    }
    boolean index = name.endsWith("价格指数") && q.value().compareTo(BigDecimal.valueOf(50)) < 0;
    if (share && (index || IndicatorNames.raisesAmount(name))) {
      return Measure.GROWTH;
    }
    boolean rate =
        name.endsWith("率") || name.endsWith("比") || name.endsWith("比重") || name.endsWith("比例");
    if (share && memory.growth && memory.subjects.contains(name) && !rate) {
      return Measure.GROWTH;
    }
    if (share) {
      return lead.shrink && !rate ? Measure.GROWTH : Measure.LEVEL;
    }
    boolean adds = name.contains("扩增") || name.endsWith("增加支出") || name.endsWith("增加投入");
    boolean gain = adds || lead.gain || lead.shrink || name.contains("新增") || name.contains("净增");
    return gain ? Measure.INCREMENT : Measure.LEVEL;
  }

  /** 每个村至少建成1个广场、1座公厕: a word before the verb bounds the numbers of the clause. */
  private static boolean saysAtLeast(String s, int to) {
    int from = to;
    while (from > 0 && "，,。;:".indexOf(s.charAt(from - 1)) < 0) {
      from--;
    }
    return s.substring(from, to).contains("至少");
  }

  /** 失业率控制在4%: a goal that something is to be kept at is its upper bound. */
  private static boolean isKeptWithin(String s, Mention first) {
    int at = s.indexOf("控制在", Math.max(first.from, first.relation.start));
    return at >= 0 && at < first.start();
  }

  private static Operator op(Quantity q, Relation relation, List<Mention> group) {
    if (q.op() != Operator.EQ) {
      return q.op();
    }
    if (relation.op != Operator.EQ) {
      return relation.op;
    }
    Quantity last = group.get(group.size() - 1).quantity;
    boolean same =
        q.unit() == null || last.unit() != null && last.unit().base().equals(q.unit().base());
    return group.size() > 1 && same && last.end() > last.unitEnd() ? last.op() : Operator.EQ;
  }

  private static int numberStart(
      String s, Mention m, Mention first, Relation relation, Measure measure) {
    if (m != first) {
      return m.start();
    }
    boolean verb = measure == Measure.GROWTH || relation.op != Operator.EQ || m.ranked;
    return verb ? Math.max(relation.start, first.from) : m.start();
  }
}
