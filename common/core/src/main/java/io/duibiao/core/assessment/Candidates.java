package io.duibiao.core.assessment;

import io.duibiao.core.matching.Units;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.text.SimHash;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Statements that compete with each other, by the documents that make them. Copies of one text are
 * one source: the official copy speaks for it, else the one issued first. All orders are total and
 * depend on the set of statements alone.
 */
final class Candidates {
  private static final BigDecimal ROUNDING = new BigDecimal("0.005");
  private static final BigDecimal ROUNDING_OF_RATES = new BigDecimal("0.05");
  private static final BigDecimal VAGUE = new BigDecimal("0.05");

  private final List<Statement> statements;
  private final Map<String, Paper> papers = new TreeMap<>();

  /** A document among the candidates. */
  private static final class Paper {
    final String id;
    final OptionalLong fingerprint;
    final boolean official;
    final boolean finalFigures;
    Instant issued;
    int year;
    Paper leader = this;

    Paper(String id, Traits traits) {
      this.id = id;
      this.fingerprint = traits.fingerprint();
      this.official = traits.official();
      this.finalFigures = traits.finalFigures();
      this.issued = traits.issued();
      this.year = traits.issueYear();
    }

    Paper root() {
      Paper at = this;
      while (at.leader != at) {
        at = at.leader;
      }
      return at;
    }
  }

  private static final Comparator<Paper> LEADING =
      Comparator.comparing((Paper p) -> !p.official)
          .thenComparing(p -> p.issued)
          .thenComparing(p -> p.id);

  /**
   * @param statements in any order
   * @param traitsOf what their sources are worth
   */
  Candidates(List<Statement> statements, Function<Statement, Traits> traitsOf) {
    this.statements = statements;
    for (Statement s : statements) {
      Traits traits = traitsOf.apply(s);
      Paper paper = papers.computeIfAbsent(s.documentId(), id -> new Paper(id, traits));
      if (traits.issued().isBefore(paper.issued)) {
        paper.issued = traits.issued();
        paper.year = traits.issueYear();
      }
    }
    List<Paper> marked = papers.values().stream().filter(p -> p.fingerprint.isPresent()).toList();
    for (int i = 0; i < marked.size(); i++) {
      long fingerprint = marked.get(i).fingerprint.getAsLong();
      for (int j = i + 1; j < marked.size(); j++) {
        if (SimHash.near(fingerprint, marked.get(j).fingerprint.getAsLong())) {
          join(marked.get(i).root(), marked.get(j).root());
        }
      }
    }
  }

  private static void join(Paper a, Paper b) {
    if (a != b) {
      boolean first = LEADING.compare(a, b) < 0;
      (first ? b : a).leader = first ? a : b;
    }
  }

  private Paper paper(Statement statement) {
    return papers.get(statement.documentId());
  }

  /** Official sources before others. */
  Comparator<Statement> byTrust() {
    return Comparator.comparing(s -> !paper(s).root().official);
  }

  /** Documents with final figures before others. */
  Comparator<Statement> byFinality() {
    return Comparator.comparing(s -> !paper(s).root().finalFigures);
  }

  /** The text issued last before others, and of its copies the official or first one. */
  Comparator<Statement> byIssue() {
    return Comparator.comparing((Statement s) -> paper(s).root().issued, Comparator.reverseOrder())
        .thenComparing(s -> paper(s).root().id)
        .thenComparing(s -> paper(s), LEADING);
  }

  /**
   * The first by an order, and what contradicts it.
   *
   * @param revised whether a later text of the same year is meant to replace an earlier one
   */
  Choice choose(Comparator<Statement> order, boolean revised) {
    Statement chosen = statements.stream().min(order).orElseThrow();
    Paper source = paper(chosen);
    Map<String, Boolean> agreeing = new HashMap<>();
    for (Statement s : statements) {
      agreeing.merge(s.documentId(), agree(chosen, s), Boolean::logicalOr);
    }
    Predicate<Statement> contradicts =
        s ->
            !agreeing.get(s.documentId())
                && Units.comparable(chosen.unit(), s.unit())
                && rivals(source, paper(s), revised)
                && (paper(s).root() == source.root() || estimate(s) == estimate(chosen));
    return new Choice(
        chosen,
        statements.stream()
            .filter(contradicts)
            .sorted(Comparator.comparing(Statement::id))
            .toList());
  }

  /** Whether two statements come from equally trusted sources. */
  boolean peers(Statement a, Statement b) {
    return paper(a).official == paper(b).official;
  }

  /**
   * Whether one was not meant to replace the other: copies of one text, or documents of one year
   * and kind. A later document restates figures, which is no contradiction, and an official one
   * revises targets within the year.
   */
  private static boolean rivals(Paper a, Paper b, boolean revised) {
    if (a.root() == b.root()) {
      return true;
    }
    boolean replaced = revised && a.root().official == b.root().official;
    return !replaced && a.year == b.year && a.finalFigures == b.finalFigures;
  }

  private static boolean estimate(Statement statement) {
    return statement.flags().contains("estimate");
  }

  /** Whether both can be true: 突破2000亿元 and 2120亿元, 8% and 8.0%. */
  static boolean agree(Statement a, Statement b) {
    if (!Units.comparable(a.unit(), b.unit())) {
      return false;
    }
    BigDecimal slack =
        Units.rate(a.unit())
            ? ROUNDING_OF_RATES
            : a.value().abs().max(b.value().abs()).multiply(ROUNDING);
    if (a.op() == Operator.APPROX || b.op() == Operator.APPROX) {
      slack = slack.max(a.value().abs().max(b.value().abs()).multiply(VAGUE));
    }
    return reaches(a, b, slack) && reaches(b, a, slack);
  }

  /** Whether the upper end of one is not below the lower end of the other. */
  private static boolean reaches(Statement upper, Statement lower, BigDecimal slack) {
    if (upper.op() == Operator.GTE || lower.op() == Operator.LTE) {
      return true;
    }
    BigDecimal top = upper.high() == null ? upper.value() : upper.value().max(upper.high());
    BigDecimal low = lower.high() == null ? lower.value() : lower.value().min(lower.high());
    return top.add(slack).compareTo(low) >= 0;
  }
}
