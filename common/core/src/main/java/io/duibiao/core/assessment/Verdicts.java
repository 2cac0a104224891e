package io.duibiao.core.assessment;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.evidence.Sources;
import io.duibiao.core.matching.GenericNames;
import io.duibiao.core.matching.Kinship;
import io.duibiao.core.matching.Units;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verdict that follows from evidence. */
final class Verdicts {
  private final IndicatorCatalog catalog;
  private final Yardsticks yardsticks;
  private final ReportingDeadlines deadlines;
  private final Answers answers;

  Verdicts(IndicatorCatalog catalog, ReportingDeadlines deadlines) {
    this.catalog = catalog;
    this.yardsticks = new Yardsticks(catalog);
    this.deadlines = deadlines;
    this.answers = new Answers(catalog);
  }

  /**
   * The verdict on a key at a time.
   *
   * @param asOf the time of the judgement: what is due and not there by then is overdue
   */
  Optional<Verdict> verdict(Evidence evidence, AssessmentKey key, Instant asOf) {
    List<Statement> own = evidence.own(key);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Optional<Choice> target = evidence.target(key);
    if (target.isPresent()) {
      return Optional.of(onTarget(evidence, key, target.get(), asOf));
    }
    Optional<Choice> result = evidence.resultChoice(key.measure(), key.period(), s -> true);
    if (result.isPresent()) {
      Statement statement = result.get().statement();
      return Optional.of(
          draft(statement)
              .result(statement)
              .disputed(result.get().contradicting())
              .verdict(AssessmentStatus.UNTARGETED, Explanations.untargeted(statement)));
    }
    return Optional.of(
        draft(own.get(0))
            .evidence(own)
            .verdict(AssessmentStatus.WITHDRAWN, Explanations.withdrawn(own.get(0))));
  }

  private Verdict onTarget(Evidence evidence, AssessmentKey key, Choice choice, Instant asOf) {
    Statement target = choice.statement();
    Optional<Instant> due = deadlines.of(key.period());
    Draft draft = draft(target).target(target, due.orElse(null)).disputed(choice.contradicting());
    Optional<Statement> first = evidence.firstTarget(key, choice);
    first.ifPresent(draft::firstTarget);
    Span.progress(evidence, target).ifPresent(draft::progress);
    if (target.comparand() != null) {
      Optional<Verdict> relative = onComparand(evidence, key, target, draft);
      if (relative.isPresent()) {
        return relative.get();
      }
    } else {
      Optional<Answer> answer = answers.find(evidence, key, target);
      if (answer.isPresent()) {
        return compared(choice, first, answer.get(), draft);
      }
    }
    Optional<Statement> claim = evidence.claim(key.period());
    if (claim.isPresent()) {
      boolean attained = claim.get().op() != Operator.LTE;
      return draft
          .claim(claim.get())
          .severity(attained ? null : Severity.MAJOR)
          .verdict(
              attained ? AssessmentStatus.MET : AssessmentStatus.MISSED,
              Explanations.claimed(target, claim.get(), attained));
    }
    Optional<Statement> other =
        target.comparand() != null
            ? Optional.empty()
            : evidence.result(key.measure(), key.period(), s -> true);
    if (other.isPresent()) {
      return draft
          .result(other.get())
          .verdict(AssessmentStatus.INCOMPARABLE, Explanations.incomparable(target, other.get()));
    }
    boolean answerable = !GenericNames.holds(target.indicatorId());
    if (answerable && due.isPresent() && !due.get().isAfter(asOf)) {
      // Reports drop most of their small plans without a word; what the catalog names is expected.
      boolean expected = catalog.byId(target.indicatorId()).isPresent();
      draft.severity(expected ? Severity.MAJOR : Severity.MINOR);
      return draft.verdict(
          AssessmentStatus.OVERDUE, Explanations.overdue(target, due.get(), deadlines.zone()));
    }
    return draft.verdict(AssessmentStatus.AWAITING, Explanations.awaiting(target));
  }

  /** The verdict by numbers, and whether other sources would turn it. */
  private Verdict compared(Choice choice, Optional<Statement> first, Answer answer, Draft draft) {
    Statement target = choice.statement();
    Comparison comparison = compare(target, Answer.side(target), answer.side());
    draft.answer(answer, comparison).disputed(answer.contradicting());
    List<Statement> turning = new ArrayList<>();
    Severity worst = comparison.met() ? null : comparison.severity();
    for (Statement other : choice.contradicting()) {
      Comparison otherwise = compare(target, Answer.side(other), answer.side());
      if (otherwise.met() != comparison.met() && peers(other, target)) {
        turning.add(other);
        worst = otherwise.met() ? worst : max(worst, otherwise.severity());
      }
    }
    if (answer.basis() == Basis.DIRECT) {
      for (Statement other : answer.contradicting()) {
        Comparison otherwise = compare(target, Answer.side(target), Answer.side(other));
        if (otherwise.met() != comparison.met() && peers(other, answer.statement())) {
          turning.add(other);
          worst = otherwise.met() ? worst : max(worst, otherwise.severity());
        }
      }
    }
    String explanation = Explanations.compared(target, first, answer, comparison);
    if (!turning.isEmpty()) {
      return draft
          .severity(worst)
          .verdict(AssessmentStatus.DISPUTED, Explanations.disputed(explanation, turning.get(0)));
    }
    List<Statement> contradicting = new ArrayList<>(choice.contradicting());
    contradicting.addAll(answer.contradicting());
    return draft.verdict(
        comparison.met() ? AssessmentStatus.MET : AssessmentStatus.MISSED,
        Explanations.contradicted(explanation, contradicting));
  }

  /** The verdict on a target that another indicator of the region is the measure of. */
  private Optional<Verdict> onComparand(
      Evidence evidence, AssessmentKey key, Statement target, Draft draft) {
    if (key.measure() != Measure.GROWTH) {
      return Optional.empty();
    }
    Optional<Choice> own =
        evidence.resultChoice(
            Measure.GROWTH,
            key.period(),
            s -> s.high() == null && !Answers.annual(s) && Kinship.againstTheYearBefore(s));
    Optional<Statement> comparand = evidence.comparandGrowth(target.comparand(), key.period());
    if (own.isEmpty() || comparand.isEmpty()) {
      return Optional.empty();
    }
    Statement result = own.get().statement();
    BigDecimal wanted = Comparison.plain(comparand.get().value().add(target.value()));
    Comparison.Side side = new Comparison.Side(target.op(), wanted, null, result.unit());
    Yardstick usual = yardsticks.of(target.indicatorId(), target.indicator());
    Comparison comparison =
        Comparison.of(
            Measure.GROWTH,
            side,
            Answer.side(result),
            new Yardstick(usual.direction(), RelativeTargets.tolerance(target.number())));
    if (comparison.margin().signum() == 0 && RelativeTargets.strict(target)) {
      comparison = comparison.missed();
    }
    Answer answer =
        new Answer(
            Answer.side(result),
            result,
            List.of(comparand.get()),
            own.get().contradicting(),
            Basis.RELATIVE,
            "");
    String explanation = Explanations.relative(target, comparand.get(), result, wanted, comparison);
    return Optional.of(
        draft
            .targetSide(side)
            .answer(answer, comparison)
            .disputed(own.get().contradicting())
            .verdict(
                comparison.met() ? AssessmentStatus.MET : AssessmentStatus.MISSED, explanation));
  }

  /** Whether one is no more official than the other, so that neither simply outweighs. */
  private static boolean peers(Statement a, Statement b) {
    return Sources.official(a) == Sources.official(b);
  }

  private static Severity max(Severity a, Severity b) {
    return a == null || b.compareTo(a) > 0 ? b : a;
  }

  private Comparison compare(Statement target, Comparison.Side wanted, Comparison.Side reached) {
    return Comparison.of(
        target.measure(), wanted, reached, yardsticks.of(target.indicatorId(), target.indicator()));
  }

  /** Whether a number asks for less, or achieves less, than another: worse by the indicator. */
  boolean worse(Statement than, Statement statement) {
    Comparison.Side before = Answer.side(than);
    Comparison.Side now = Answer.side(statement);
    Yardstick yardstick = yardsticks.of(statement.indicatorId(), statement.indicator());
    return Units.comparable(than.unit(), statement.unit())
        && Comparison.worse(statement.measure(), before, now, yardstick);
  }

  /** How much worse; see {@link #worse}. */
  Severity fall(Statement than, Statement statement) {
    return Comparison.fall(Answer.side(than), Answer.side(statement));
  }

  private Draft draft(Statement subject) {
    return new Draft(catalog.groupOf(subject.indicatorId()), subject);
  }
}
