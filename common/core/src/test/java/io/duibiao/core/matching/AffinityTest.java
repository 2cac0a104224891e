package io.duibiao.core.matching;

import static io.duibiao.core.statement.StatementFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in affinity.yaml and stages.yaml are tests. */
class AffinityTest {
  private static final Pattern WRITTEN =
      Pattern.compile("(.+?)([0-9]+(?:\\.[0-9]+)?)([^0-9.]{1,2})");

  static Stream<AffinityRules.Pair> pairs() {
    return AffinityRules.rules().stream()
        .flatMap(rule -> rule.pairs() == null ? Stream.empty() : rule.pairs().stream());
  }

  record Example(String target, String result, boolean answers) {}

  record Stage(String name, String reason, List<Example> examples) {}

  static Stream<Example> stages() {
    return io.duibiao.core.rules.WordLists.read(Kinship.class, "stages.yaml", Stage.class).stream()
        .flatMap(stage -> stage.examples().stream());
  }

  private static Statement said(StatementKind kind, String text) {
    Matcher written = WRITTEN.matcher(text);
    assertThat(written.matches()).as(text).isTrue();
    return said(kind, written.group(1), written.group(2), written.group(3), text);
  }

  private static Statement said(
      StatementKind kind, String name, String value, String unit, String clause) {
    return statement()
        .id(kind == StatementKind.TARGET ? "plan" : "review", 1)
        .indicator("~" + name, name)
        .kind(kind)
        .measure(Measure.LEVEL)
        .number(Operator.EQ, value, null, unit)
        .written(value + unit, clause)
        .build();
  }

  @Test
  void everyListHasItsReason() {
    assertThat(AffinityRules.rules()).allSatisfy(rule -> assertThat(rule.reason()).isNotBlank());
  }

  @Test
  void noContrastIsAWordThatIsReplaced() {
    for (List<String> group : AffinityRules.contrasts()) {
      for (String word : group) {
        assertThat(AffinityRules.alike().getOrDefault(word, word)).as(word).isEqualTo(word);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void namesAreAsLikeAsTheExamplesSay(AffinityRules.Pair pair) {
    Statement target = said(StatementKind.TARGET, pair.target());
    Statement result = said(StatementKind.RESULT, pair.result());

    String like =
        Affinity.of(target, result)
            .map(found -> found.relation().name().toLowerCase(Locale.ROOT))
            .orElse("no");
    assertThat(like).as(pair.toString()).isEqualTo(pair.like());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void whatIsGoingOnAnswersNoTargetToHaveItDone(Example example) {
    Statement target = counted(StatementKind.TARGET, example.target());
    Statement result = counted(StatementKind.RESULT, example.result());

    assertThat(Kinship.counts(target, result)).as(example.toString()).isEqualTo(example.answers());
  }

  private static Statement counted(StatementKind kind, String clause) {
    Matcher number = Pattern.compile("([0-9]+)([个条部])").matcher(clause);
    assertThat(number.find()).as(clause).isTrue();
    return said(kind, "某物", number.group(1), number.group(2), clause);
  }

  @ParameterizedTest
  @CsvSource({"启动旧楼加梯900部, false", "完成旧楼加梯300部, true"})
  void aResultIsOfTheStageThatItsOwnItemNames(String plan, boolean same) {
    Statement target = counted(StatementKind.TARGET, plan);
    Statement result = counted(StatementKind.RESULT, "完成旧楼加梯310部");

    assertThat(Kinship.sameStage(target, result)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    // The less two names agree, the nearer the numbers must be.
    "湖滨智慧步道, 10, 湖滨智慧步道工程, 5, true",
    "湖滨智慧步道, 10, 湖滨智慧步道工程, 4, false",
    "智慧应用场景, 30, 数字孪生应用场景, 31, true",
    "智慧应用场景, 30, 数字孪生应用场景, 60, false",
    "湖滨客厅品质小屋, 30, 湖滨客厅, 30, true",
    "湖滨客厅品质小屋, 30, 湖滨客厅, 33, false"
  })
  void lessLikeNamesNeedNearerNumbers(
      String plan, String wanted, String review, String reached, boolean like) {
    Statement target = said(StatementKind.TARGET, plan, wanted, "个", plan + wanted + "个");
    Statement result = said(StatementKind.RESULT, review, reached, "个", review + reached + "个");

    assertThat(Affinity.of(target, result).isPresent()).isEqualTo(like);
  }

  @Test
  void oneDocumentDoesNotAnswerItself() {
    Statement target = said(StatementKind.TARGET, "湖滨步道10个");
    Statement result =
        statement()
            .id("plan", 2)
            .indicator("~湖滨步道工程", "湖滨步道工程")
            .kind(StatementKind.RESULT)
            .measure(Measure.LEVEL)
            .number(Operator.EQ, "10", null, "个")
            .written("10个", "湖滨步道工程10个")
            .build();

    assertThat(Affinity.of(target, result)).isEqualTo(Optional.empty());
  }
}
