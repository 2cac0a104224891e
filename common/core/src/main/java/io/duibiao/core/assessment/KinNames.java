package io.duibiao.core.assessment;

import io.duibiao.core.matching.GenericNames;
import io.duibiao.core.matching.Units;
import io.duibiao.core.rules.WordLists;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * By which other names a target may ask for what a result tells. A plan says 挂牌企业80家 and the review
 * 新增四板挂牌企业108家. The words are data: {@code kin-names.yaml}.
 */
final class KinNames {
  /** How the thing that a result counts relates to that of a target of another name. */
  enum Relation {
    /** The same thing, by the words of the plan and of the review. */
    SAME,

    /** A part of it, so that only its being enough proves something. */
    PART
  }

  private record Rule(String name, List<String> words, Map<String, String> parts) {}

  private static final List<Rule> RULES =
      WordLists.read(KinNames.class, "kin-names.yaml", Rule.class);
  private static final List<Integer> QUALIFIERS =
      rule("parts").words().stream().map(Integer::valueOf).toList();
  private static final List<String> DONE = rule("treatment-only-in-the-review").words();
  private static final List<String> STAGES = rule("stage-only-in-the-review").words();
  private static final List<String> PLANNED = rule("treatment-only-in-the-plan").words();
  private static final List<String> RATES = rule("rates-of-a-claim").words();
  private static final Map<String, String> ALIKE = rule("treatments-of-one-kind").parts();
  private static final Map<String, String> PARTS = rule("entries-that-are-parts").parts();

  private static final String OPEN = "~";
  private static final int SHORTEST_WHOLE = 4;
  private static final int SHORTEST_THING = 3;

  private KinNames() {}

  private static Rule rule(String name) {
    return RULES.stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("kin-names.yaml has no rule " + name));
  }

  /** The ids of the indicators, other than its own, whose targets a statement may answer. */
  static SortedSet<String> of(Statement statement) {
    SortedSet<String> ids = new TreeSet<>();
    String id = statement.indicatorId();
    if (statement.kind() == StatementKind.CLAIM) {
      RATES.stream().filter(rate -> open(id)).forEach(rate -> ids.add(id + rate));
    } else if (statement.kind() == StatementKind.RESULT && amount(statement.measure())) {
      addResults(statement, ids);
    }
    ids.remove(id);
    ids.removeIf(GenericNames::holds);
    return ids;
  }

  private static void addResults(Statement result, SortedSet<String> ids) {
    String id = result.indicatorId();
    boolean rate = Units.rate(result.unit());
    if (!open(id)) {
      if (PARTS.containsKey(id) && !rate) {
        ids.add(PARTS.get(id));
      }
      return;
    }
    String name = id.substring(OPEN.length());
    for (int length : QUALIFIERS) {
      if (!rate && name.length() - length >= SHORTEST_WHOLE) {
        ids.add(OPEN + name.substring(length));
      }
    }
    List<String> endings = Stream.concat(DONE.stream(), STAGES.stream()).toList();
    for (String word : endings) {
      if (name.endsWith(word) && name.length() - word.length() >= SHORTEST_THING) {
        ids.add(OPEN + name.substring(0, name.length() - word.length()));
      }
    }
    ALIKE.forEach(
        (done, planned) -> {
          int thing = name.length() - done.length();
          if (!rate && name.endsWith(done) && thing >= SHORTEST_THING) {
            ids.add(OPEN + name.substring(0, thing) + planned);
          }
        });
    if (!rate && name.length() >= SHORTEST_THING && endings.stream().noneMatch(name::endsWith)) {
      PLANNED.forEach(word -> ids.add(id + word));
    }
  }

  /** How a result that was sent to the series of a target relates to it. */
  static Relation relation(Statement target, Statement result) {
    String whole = target.indicatorId();
    String part = result.indicatorId();
    boolean suffix =
        open(whole)
            && part.endsWith(whole.substring(OPEN.length()))
            && part.length() > whole.length();
    boolean stage = STAGES.stream().anyMatch(word -> part.equals(whole + word));
    return suffix || stage || PARTS.getOrDefault(part, "").equals(whole)
        ? Relation.PART
        : Relation.SAME;
  }

  private static boolean open(String id) {
    return id.startsWith(OPEN);
  }

  private static boolean amount(Measure measure) {
    return measure == Measure.LEVEL || measure == Measure.INCREMENT;
  }
}
