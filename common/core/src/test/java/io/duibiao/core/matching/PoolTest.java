package io.duibiao.core.matching;

import static io.duibiao.core.statement.StatementFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolTest {
  private int next;

  private Statement said(StatementKind kind, String name, String value) {
    String document = kind == StatementKind.TARGET ? "plan" : "review";
    return statement()
        .id(document, ++next)
        .indicator("~" + name, name)
        .kind(kind)
        .measure(Measure.LEVEL)
        .number(Operator.EQ, value, null, "个")
        .written(value + "个", name + value + "个")
        .build();
  }

  private Statement target(String name, String value) {
    return said(StatementKind.TARGET, name, value);
  }

  private Statement result(String name, String value) {
    return said(StatementKind.RESULT, name, value);
  }

  private static Pool pool(List<Statement> events) {
    return Pool.of(Pool.keyOf(events.get(0)).orElseThrow(), events);
  }

  /** The names of the results that each target was given. */
  private static Map<String, List<String>> given(List<Statement> events) {
    Map<String, List<String>> given = new TreeMap<>();
    pool(events)
        .counterparts()
        .forEach(
            (series, counterparts) ->
                given.put(
                    series.substring(series.indexOf('~') + 1),
                    counterparts.events().stream().map(Statement::indicator).distinct().toList()));
    return given;
  }

  @Test
  void aResultGoesToTheTargetWhoseNameItIsLikest() {
    List<Statement> events =
        List.of(
            target("湖滨口袋公园", "30"),
            target("湖滨智慧公园", "10"),
            result("新建湖滨智慧公园工程", "11"),
            result("湖滨特色口袋公园", "31"));

    assertThat(given(events))
        .containsEntry("湖滨口袋公园", List.of("湖滨特色口袋公园"))
        .containsEntry("湖滨智慧公园", List.of("新建湖滨智慧公园工程"));
  }

  @Test
  void whatAnswersATargetOfItsOwnNameIsNotGivenAway() {
    List<Statement> events =
        List.of(target("公办幼儿园", "30"), target("幼儿园", "50"), result("幼儿园", "52"));

    assertThat(given(events)).containsEntry("公办幼儿园", List.of()).containsEntry("幼儿园", List.of());
  }

  @Test
  void oneResultAnswersOneTarget() {
    List<Statement> events =
        List.of(target("公办幼儿园", "30"), target("民营幼儿园", "30"), result("幼儿园", "30"));

    assertThat(given(events).values()).filteredOn(names -> !names.isEmpty()).hasSize(1);
  }

  @Test
  void everySeriesWithATargetIsToldEvenIfNothingAnswersIt() {
    List<Statement> events = List.of(target("湖心岛码头", "3"), result("旧楼加梯", "300"));

    Counterparts counterparts = pool(events).counterparts().get(events.get(0).series());
    assertThat(counterparts.events()).isEmpty();
    assertThat(counterparts.contested()).isFalse();
    assertThat(counterparts.period()).isEqualTo(events.get(0).period());
  }

  @Test
  void aTargetThatPartOfTheEventsWouldHaveGivenAResultIsContested() {
    Statement target = target("公办幼儿园", "30");
    List<Statement> events = List.of(target, target("幼儿园", "50"), result("幼儿园", "52"));

    assertThat(pool(events).counterparts().get(target.series()).contested()).isTrue();
  }

  @Test
  void aWithdrawnResultIsGivenToNobody() {
    Statement target = target("湖滨口袋公园", "30");
    Statement result = result("湖滨特色口袋公园", "31");
    Statement withdrawn = result.inRevision(2, result.retrievedAt().plusSeconds(60), true);

    assertThat(given(List.of(target, result, withdrawn))).containsEntry("湖滨口袋公园", List.of());
  }

  @Test
  void allEventsOfTheGivenResultsComeAlong() {
    Statement target = target("湖滨口袋公园", "30");
    Statement result = result("湖滨特色口袋公园", "31");
    Statement again = result.inRevision(2, result.retrievedAt().plusSeconds(60), false);

    assertThat(pool(List.of(target, result, again)).counterparts().get(target.series()).events())
        .containsExactly(result, again);
  }

  @Test
  void orderAndDuplicationMakeNoDifference() {
    List<Statement> events = new ArrayList<>();
    for (String name : List.of("口袋公园", "智慧公园", "步道", "口袋公园提升", "幼儿园", "公办幼儿园")) {
      events.add(target("湖滨" + name, String.valueOf(10 + name.length())));
      events.add(result("湖滨特色" + name, String.valueOf(11 + name.length())));
      events.add(result("新建湖滨" + name + "工程", String.valueOf(12 + name.length())));
    }
    Pool first = pool(events);
    for (int seed = 0; seed < 50; seed++) {
      List<Statement> shuffled = new ArrayList<>(events);
      shuffled.addAll(events.subList(0, seed % events.size()));
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(pool(shuffled)).isEqualTo(first);
      assertThat(pool(shuffled).counterparts()).isEqualTo(first.counterparts());
    }
  }

  @Test
  void theNewestEventsAreKeptOfTooMany() {
    List<Statement> events = new ArrayList<>();
    Statement old = target("湖心岛码头", "3");
    events.add(old);
    for (int i = 0; i < Pool.MAX_EVENTS; i++) {
      Statement said = result("步道" + i, "5");
      events.add(said.inRevision(1, Instant.parse("2030-01-01T00:00:00Z"), false));
    }
    Collections.shuffle(events, new Random(1));

    assertThat(pool(events).events()).hasSize(Pool.MAX_EVENTS).doesNotContain(old);
  }

  @Test
  void ofOneNameOnlySoManyAreKept() {
    List<Statement> events = new ArrayList<>();
    for (int i = 0; i < 3 * Pool.MAX_OF_SLOT; i++) {
      events.add(result("步道", String.valueOf(i + 1)));
    }
    assertThat(pool(events).events()).hasSize(Pool.MAX_OF_SLOT);
    assertThat(pool(events).forgetful()).isTrue();
  }

  @Test
  @Timeout(10)
  void longTextsCostNoMoreThanTheyAreLong() {
    String list = "步道、".repeat(30_000) + "5";
    Statement statement =
        statement().written("5", list).number(Operator.EQ, "5", null, "个").build();

    assertThat(Nature.of(statement)).isNotNull();
    assertThat(Nature.item(statement)).endsWith("5");
    assertThat(NameForm.of(list).whole()).hasSizeLessThan(300);
  }

  @ParameterizedTest
  @CsvSource({"个, 家", "户, 家", "吨, 立方米/日", "元, 元/月", "人, 人次"})
  void unitsThatMayBeComparedShareAPool(String one, String other) {
    assertThat(Units.kind(one)).isEqualTo(Units.kind(other));
  }

  @ParameterizedTest
  @CsvSource({"个, 人", "米, 平方米", "元, %"})
  void otherUnitsDoNot(String one, String other) {
    assertThat(Units.kind(one)).isNotEqualTo(Units.kind(other));
  }

  @Test
  void onlyAmountsAndRatesOfOneYearArePooled() {
    Statement statement = target("湖滨口袋公园", "30");
    assertThat(Pool.keyOf(statement)).isPresent();
    assertThat(Pool.keyOf(target("项目", "30"))).isEmpty();
    assertThat(
            Pool.keyOf(
                statement().measure(Measure.GROWTH).number(Operator.EQ, "3", null, "%").build()))
        .isEmpty();
  }
}
