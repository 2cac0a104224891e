package io.duibiao.core.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.Indicator;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.statement.Measure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesNamesTest {
  private final SeriesNames names = new SeriesNames(IndicatorCatalog.bundled());

  /** The examples beside the rules: a name and its key. */
  @TestFactory
  Stream<DynamicTest> examples() {
    return RuleExamples.of(
        RuleFile.bundled(SeriesNames.class, "series-names.yaml"),
        example -> List.of(names.key(names.counted(example.text(), Measure.LEVEL, "个"))));
  }

  @ParameterizedTest
  @CsvSource({"新增桥头便民点, 新建桥头便民点", "“桥头”便民点建设, 桥头便民点", "水车坊修复工程, 水车坊修复", "桥头便民点和, 桥头便民点"})
  void namesOfOneThingMeet(String inThePlan, String inTheReview) {
    assertThat(names.key(inThePlan)).isEqualTo(names.key(inTheReview));
  }

  @ParameterizedTest
  @CsvSource({"老旧小区改造, 老旧小区", "新开工保障房, 保障房", "建设, 建设", "数, 数"})
  void whatIsDoneToAThingStays(String name, String other) {
    assertThat(names.key(name)).isNotEmpty();
    if (!name.equals(other)) {
      assertThat(names.key(name)).isNotEqualTo(names.key(other));
    }
  }

  @Test
  void aNameOfTheCatalogIsFoundUnderTheVerbOfItsMeasure() {
    assertThat(names.known("就业", Measure.INCREMENT, "人").map(Indicator::id))
        .contains("urban-new-jobs");
    assertThat(names.known("市区居民消费价格总水平", Measure.GROWTH, "%").map(Indicator::id)).contains("cpi");
  }
}
