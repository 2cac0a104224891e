package io.duibiao.core.matching;

import io.duibiao.core.rules.WordLists;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.text.CharacterFolding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a target and a result of one name mean the same thing, by the words around their numbers.
 * Where they need not, no verdict is better than a wrong one.
 */
public final class Kinship {
  private static final Pattern BASE_YEAR = Pattern.compile("[比较]((?:19|20)[0-9]{2})年");

  /**
   * 三年筹集, 五年新增: what several years brought; 连续三年, 三年期, 九年一贯制, 提前两年 and programmes of some years
   * (三年攻坚行动, 新一轮三年倍增计划) are something else.
   */
  private static final Pattern SEVERAL_YEARS =
      Pattern.compile(
          "(?<![0-9第续满每十前]|一轮)(?:[两二三四五六七八九]|十)年"
              + "(?![期制级底来]|左右|以上|一贯|制度|\\p{IsHan}{0,6}(?:行动|计划|方案|规划|工程|战))");

  private static final Pattern SO_MANY_YEARS_SINCE =
      Pattern.compile("(?<![0-9第续满每十])[两二三四五]年(?:来|间)");

  /** Beyond so many times the target two numbers of vague nature are not taken for one thing. */
  private static final BigDecimal FAR = new BigDecimal("2.5");

  /** And beyond so many times not even two that both are new: one is of something else. */
  private static final BigDecimal TOO_FAR = BigDecimal.valueOf(20);

  private static final BigDecimal VERY_FAR = BigDecimal.valueOf(4);

  private static final List<WordLists.WordList> SCOPES =
      WordLists.read(Kinship.class, "scopes.yaml");

  private static final List<String> UNDER_WAY =
      WordLists.words(Kinship.class, "stages.yaml", "under-way");

  private static final List<String> STAGES =
      WordLists.words(Kinship.class, "stages.yaml", "stages");

  private static final List<String> CARRIED_ON =
      WordLists.words(Kinship.class, "stages.yaml", "carried-on");

  private static final List<String> GOING_ON =
      WordLists.words(Kinship.class, "stages.yaml", "going-on");

  private static final String AND_ABOVE = "以上";

  private Kinship() {}

  /** Whether a result may answer a target, both counts of things. */
  public static boolean counts(Statement target, Statement result) {
    Nature wanted = Nature.of(target);
    Nature reached = Nature.of(result);
    return (wanted.agrees(reached) || target.value().compareTo(result.value()) == 0)
        && sameAct(target, result)
        && scopesAgree(target, result)
        && !stillGoingOn(target, result)
        && !carriedOn(target, result)
        && plausible(target, wanted, result, reached);
  }

  /**
   * False where a list says of one number only what was done (新增农田9万亩、改造提升3万亩) and the other is not
   * said to be of that.
   */
  private static boolean sameAct(Statement target, Statement result) {
    return doneAs(target, result) && doneAs(result, target);
  }

  private static boolean doneAs(Statement one, Statement other) {
    List<String> acts = Nature.acts(one);
    return acts.isEmpty() || acts.stream().anyMatch(CharacterFolding.fold(other.quote())::contains);
  }

  /** Whether both numbers are of as many years as their periods say. */
  public static boolean sameStretch(Statement target, Statement result) {
    return target.measure() == Measure.RANK
        || years(target) && years(result) && againstTheYearBefore(result);
  }

  /** 比2017年增长35% said of 2022 answers no target of growth in 2022. */
  public static boolean againstTheYearBefore(Statement statement) {
    if (statement.measure() != Measure.GROWTH) {
      return true;
    }
    Optional<Integer> last = Period.tryParse(statement.period()).map(Period::lastYear);
    Matcher base = BASE_YEAR.matcher(CharacterFolding.fold(statement.quote()));
    while (last.isPresent() && base.find()) {
      if (Integer.parseInt(base.group(1)) != last.get() - 1) {
        return false;
      }
    }
    return true;
  }

  /** False for what several years brought that is said of one year (三年筹集40万套). */
  private static boolean years(Statement statement) {
    if (Period.tryParse(statement.period()).filter(Period::year).isEmpty()) {
      return true;
    }
    String before = before(statement);
    return !SEVERAL_YEARS.matcher(before).find() && !SO_MANY_YEARS_SINCE.matcher(before).find();
  }

  /** The sentence up to the number, from the last semicolon on. */
  private static String before(Statement statement) {
    String sentence = CharacterFolding.fold(statement.sentence());
    int quote = sentence.indexOf(CharacterFolding.fold(statement.quote()));
    int number = sentence.indexOf(CharacterFolding.fold(statement.number()), Math.max(0, quote));
    String before = number < 0 ? sentence : sentence.substring(0, number);
    int from = Math.max(before.lastIndexOf(';'), before.lastIndexOf('。'));
    return before.substring(from + 1);
  }

  private static boolean carriedOn(Statement target, Statement result) {
    return result.value().compareTo(target.value()) < 0
        && CARRIED_ON.stream().anyMatch(Nature.item(target)::contains)
        && CARRIED_ON.stream().noneMatch(Nature.item(result)::contains);
  }

  private static boolean stillGoingOn(Statement target, Statement result) {
    return UNDER_WAY.stream().anyMatch(Nature.item(result)::contains)
        && GOING_ON.stream().noneMatch(Nature.item(target)::contains);
  }

  /** Whether both numbers are of the same stage, as far as the words of their own items say. */
  public static boolean sameStage(Statement target, Statement result) {
    List<String> wanted = Nature.stages(target, STAGES);
    return !wanted.isEmpty() && Nature.stages(result, wanted).size() > 0;
  }

  /** 省级以上 admits what is of the state. */
  private static boolean scopesAgree(Statement target, Statement result) {
    String wanted = scopeWord(target);
    String reached = scopeWord(result);
    if (wanted == null || reached == null) {
      return true;
    }
    int level = level(wanted);
    return wanted.endsWith(AND_ABOVE) ? level(reached) <= level : level(reached) == level;
  }

  /** The place of a word's list, the highest level first. */
  private static int level(String word) {
    int level = 0;
    while (!SCOPES.get(level).words().contains(word)) {
      level++;
    }
    return level;
  }

  /** The level that the words of the number's list name last before it, or null. */
  static String scope(Statement statement) {
    String word = scopeWord(statement);
    return word == null ? null : SCOPES.get(level(word)).name();
  }

  private static String scopeWord(Statement statement) {
    String before = before(statement);
    String list = before.substring(before.lastIndexOf('，') + 1);
    String found = null;
    int end = -1;
    for (WordLists.WordList level : SCOPES) {
      for (String word : level.words()) {
        int at = list.lastIndexOf(word);
        boolean later = at + word.length() > end;
        boolean longer = at + word.length() == end && word.length() > found.length();
        if (at >= 0 && (later || longer)) {
          end = at + word.length();
          found = word;
        }
      }
    }
    return found;
  }

  /**
   * False where the numbers lie so far apart that one more likely counts all there is, several
   * years or another level: 新建10个 and 建成111个. Where both say that theirs are new there is no doubt.
   */
  private static boolean plausible(
      Statement target, Nature wanted, Statement result, Nature reached) {
    if (target.value().signum() <= 0 || result.value().signum() <= 0) {
      return true;
    }
    if (Nature.fresh(target) && Nature.fresh(result)) {
      return result.value().compareTo(target.value().multiply(TOO_FAR)) <= 0;
    }
    boolean made = wanted == Nature.FLOW || reached == Nature.FLOW;
    boolean summed = wanted == Nature.STOCK && reached == Nature.STOCK;
    BigDecimal far = made || summed ? VERY_FAR : FAR;
    return result.value().compareTo(target.value().multiply(far)) <= 0;
  }
}
