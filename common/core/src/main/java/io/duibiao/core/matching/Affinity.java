package io.duibiao.core.matching;

import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a result of one name may answer a target of another, which a plan and the review after it
 * use for one thing: 打通断头路、卡脖路和区域间通道50条 and 打通断头路、卡脖路50条.
 *
 * <p>What tells is how far the names agree without the words that say little of the thing, whether
 * they end alike (a Chinese name says last what it is), and how near the numbers are: the less the
 * names agree, the nearer these must be.
 *
 * @param relation how the thing that the result counts relates to that of the target
 * @param score larger where they agree better; to compare with others of one pool only
 */
public record Affinity(Relation relation, double score) {
  /** How the thing that a result counts relates to that of a target of another name. */
  public enum Relation {
    /** The same thing, by the words of the plan and of the review. */
    SAME,

    /** A part of it, so that only its being enough proves something. */
    PART
  }

  private static final String OPEN = "~";
  private static final Map<String, String> PARTS = AffinityRules.parts();
  private static final Map<String, String> SAME = AffinityRules.same();

  private static final List<String> PART_WORDS = AffinityRules.partWords();

  /** How near two numbers are, the smaller divided by the larger, for names that agree so far. */
  private static final double ANYHOW = 0.1;

  private static final double APART = 0.35;
  private static final double HALF = 0.5;
  private static final double NEAR = 0.66;
  private static final double CLOSE = 0.85;
  private static final double EQUAL = 0.95;
  private static final double NEVER = 2;

  /** Shares of the pairs of characters that two names have in common. */
  private static final double MOST = 0.6;

  private static final double SOME = 0.3;
  private static final double MUCH = 0.45;
  private static final double NEARLY_ALL = 0.7;
  private static final double ALL = 0.99;

  private static final int SHORT = 2;
  private static final int LONG = 4;

  /** Whether a result may answer a target of another name. */
  public static Optional<Affinity> of(Statement target, Statement result) {
    return of(target, NameForm.of(target), result, NameForm.of(result));
  }

  static Optional<Affinity> of(
      Statement target, NameForm wanted, Statement result, NameForm reached) {
    if (target.series().equals(result.series())) {
      return Optional.empty();
    }
    String entry = target.indicatorId();
    boolean related =
        entry.equals(SAME.get(result.indicatorId()))
            || entry.equals(PARTS.get(result.indicatorId()));
    if (!related && common(wanted.strongGrams(), reached.strongGrams()) == 0) {
      return Optional.empty();
    }
    Numbers numbers = Numbers.of(target, result);
    Optional<Affinity> like;
    if (open(target) || open(result)) {
      like = of(wanted, reached, numbers);
    } else if (target.indicatorId().equals(SAME.get(result.indicatorId()))) {
      like = Optional.of(new Affinity(Relation.SAME, 1));
    } else if (target.indicatorId().equals(PARTS.get(result.indicatorId()))) {
      like = Optional.of(new Affinity(Relation.PART, numbers.nearness()));
    } else {
      // Two entries of the catalog, of which one may qualify the other (义务教育学位, 学位).
      boolean likely = numbers.equal() && held(wanted, reached);
      like = likely ? of(wanted, reached, numbers) : Optional.empty();
    }
    return like.filter(found -> comparable(target, result));
  }

  /**
   * What the numbers tell.
   *
   * @param nearness the smaller divided by the larger
   * @param enough whether the result is not below the target
   */
  private record Numbers(Statement target, Statement result, double nearness, boolean enough) {
    static Numbers of(Statement target, Statement result) {
      return new Numbers(
          target,
          result,
          Affinity.nearness(target.value(), result.value()),
          result.value().compareTo(target.value()) >= 0);
    }

    boolean rate() {
      return Units.rate(target.unit());
    }

    /** Costs more than the rest, and is seldom asked for. */
    boolean sameStage() {
      return Kinship.sameStage(target, result);
    }

    boolean equal() {
      return nearness == 1;
    }
  }

  private static boolean held(NameForm a, NameForm b) {
    return a.sameHead(b)
        && (a.strongGrams().containsAll(b.strongGrams())
            || b.strongGrams().containsAll(a.strongGrams()));
  }

  private static boolean open(Statement statement) {
    return statement.indicatorId().startsWith(OPEN);
  }

  private static Optional<Affinity> of(NameForm wanted, NameForm reached, Numbers numbers) {
    int common = common(wanted.strongGrams(), reached.strongGrams());
    if (!wanted.agrees(reached)
        || GenericNames.says(wanted.strong())
        || GenericNames.says(reached.strong())) {
      return Optional.empty();
    }
    int smaller = Math.min(wanted.strongGrams().size(), reached.strongGrams().size());
    double shared = dice(common, wanted.strongGrams(), reached.strongGrams());
    double held = (double) common / smaller;
    boolean like =
        wanted.sameHead(reached)
            ? likeWithOneHead(wanted, reached, shared, held, numbers)
            : likeWithOtherHeads(shared, held, numbers);
    if (!like || farBelow(numbers) || wanted.threshold() && !wanted.endsAs(reached)) {
      return Optional.empty();
    }
    boolean narrower =
        held >= ALL
            && wanted.sameHead(reached)
            && reached.strong().length() > wanted.strong().length();
    boolean part =
        narrower
            || wanted.listsMoreThan(reached)
            || PART_WORDS.stream()
                .anyMatch(word -> reached.whole().contains(word) && !wanted.whole().contains(word));
    return Optional.of(
        new Affinity(
            part ? Relation.PART : Relation.SAME, shared + held / 2 + numbers.nearness() / 2));
  }

  private static boolean farBelow(Numbers numbers) {
    return !numbers.enough() && numbers.nearness() < HALF && !numbers.sameStage();
  }

  private static boolean likeWithOneHead(
      NameForm wanted, NameForm reached, double shared, double held, Numbers numbers) {
    double near = numbers.nearness();
    int shorter = Math.min(wanted.strong().length(), reached.strong().length());
    if (wanted.strong().equals(reached.strong())) {
      boolean says = shorter > SHORT || common(wanted.wholeGrams(), reached.wholeGrams()) > SHORT;
      if (shorter < SHORT || !says) {
        return near >= (shorter < SHORT ? 1 : NEAR);
      }
      return near >= APART || near >= ANYHOW && numbers.sameStage();
    }
    if (held >= ALL) {
      boolean says = shorter > SHORT || wanted.suffixOf(reached) || reached.suffixOf(wanted);
      return near >= (!says ? CLOSE : shorter > SHORT ? APART : NEAR);
    }
    double whole =
        dice(
            common(wanted.wholeGrams(), reached.wholeGrams()),
            wanted.wholeGrams(),
            reached.wholeGrams());
    return near >= APART && (shared >= MOST || whole >= MOST && held >= MOST)
        || near >= NEAR && shared >= MUCH && shorter >= LONG
        || numbers.equal() && shared >= SOME;
  }

  /** A name that goes on behind the other one says something else, unless the numbers say not. */
  private static boolean likeWithOtherHeads(double shared, double held, Numbers numbers) {
    double wanted = shared < SOME ? NEVER : 1;
    if (held >= ALL) {
      wanted = numbers.rate() ? CLOSE : shared >= NEARLY_ALL ? EQUAL : wanted;
    } else if (shared >= NEARLY_ALL) {
      wanted = CLOSE;
    }
    return numbers.enough() && numbers.nearness() >= wanted;
  }

  /** Whether the numbers may be compared, whatever the names are. */
  public static boolean comparable(Statement target, Statement result) {
    if (target.kind() != StatementKind.TARGET
        || result.kind() != StatementKind.RESULT
        || target.documentId().equals(result.documentId())
        || !Units.comparable(target, result)
        || !Kinship.sameStretch(target, result)) {
      return false;
    }
    if (Units.rate(target.unit())) {
      return target.measure() == result.measure();
    }
    Nature wanted = Nature.of(target);
    boolean sum = Nature.of(result) == Nature.STOCK && wanted != Nature.STOCK;
    boolean open = wanted == Nature.OPEN && nearness(target.value(), result.value()) >= NEAR;
    return (!sum || open) && Kinship.counts(target, result);
  }

  private static int common(Set<String> a, Set<String> b) {
    Set<String> larger = a.size() < b.size() ? b : a;
    int common = 0;
    for (String gram : larger == a ? b : a) {
      if (larger.contains(gram)) {
        common++;
      }
    }
    return common;
  }

  private static double dice(int common, Set<String> a, Set<String> b) {
    return 2.0 * common / (a.size() + b.size());
  }

  private static double nearness(BigDecimal wanted, BigDecimal reached) {
    double a = Math.abs(wanted.doubleValue());
    double b = Math.abs(reached.doubleValue());
    return a == 0 || b == 0 ? 0 : Math.min(a, b) / Math.max(a, b);
  }
}
