package io.duibiao.core.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.Indicator;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets and attainments that are told in words. */
class WordedReaderTest {
  private final SeriesNames names = new SeriesNames(IndicatorCatalog.bundled());
  private final WordedReader reader =
      new WordedReader((name, measure) -> names.known(name, measure, "%").map(Indicator::id));

  private List<WordedReader.Worded> read(String text, Part part) {
    return reader.read(new Sentence(text, new int[text.length()], part, 0), false);
  }

  /** The examples beside the words. */
  @TestFactory
  Stream<DynamicTest> examples() {
    return RuleExamples.of(
        RuleFile.bundled(WordedReader.class, "worded.yaml"),
        example ->
            read(example.text(), part(example)).stream().map(WordedReaderTest::notation).toList());
  }

  private static Part part(Rule.Example example) {
    return example.part().equals("plan") ? Part.plan(2023) : Part.review(2022);
  }

  private static String notation(WordedReader.Worded worded) {
    Claim claim = worded.claim();
    String by = worded.comparand() == null ? claim.value().toPlainString() : worded.comparand();
    return claim.name() + " " + claim.op().code() + " " + by;
  }

  @ParameterizedTest
  @CsvSource({
    "居民收入增长与经济增长同步。, 居民收入, approx, 与经济增长同步",
    "城乡居民人均可支配收入与经济增长基本同步。, 城乡居民人均可支配收入, approx, 与经济增长基本同步",
    "努力实现居民收入增长和经济发展同步。, 居民收入, approx, 和经济发展同步",
    "城乡居民收入与经济同步增长。, 城乡居民收入, approx, 与经济同步增长",
    "确保城乡居民收入增速快于经济增长。, 城乡居民收入, gte, 快于经济增长",
    "城乡居民人均可支配收入不低于经济增长水平。, 城乡居民人均可支配收入, gte, 不低于经济增长水平",
    "城乡居民收入增速高于GDP增速。, 城乡居民收入, gte, 高于GDP增速"
  })
  void aTargetMayBeMeasuredByAnotherIndicator(
      String text, String name, String operator, String words) {
    assertThat(read(text, Part.plan(2023)))
        .singleElement()
        .satisfies(
            worded -> {
              Claim claim = worded.claim();
              assertThat(worded.comparand()).isEqualTo("gdp");
              assertThat(claim.name()).isEqualTo(name);
              assertThat(claim.op().code()).isEqualTo(operator);
              assertThat(claim.value()).isZero();
              assertThat(claim.period()).isEqualTo("2023");
              assertThat(text.substring(claim.numberStart(), claim.numberEnd()))
                  .contains(words.substring(1));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "宜居示范区建设任务超额完成。, 宜居示范区, gte",
    "超额完成年度棚户区改造任务。, 棚户区改造, gte",
    "全面完成了省下达的造林绿化任务。, 造林绿化, gte",
    "年度批而未供和低效土地处置任务圆满完成。, 低效土地处置, gte",
    "未完成年度节能降耗目标。, 节能降耗, lte"
  })
  void aReportMayClaimThatATargetWasAttainedOrNot(String text, String name, String operator) {
    assertThat(read(text, Part.review(2022)))
        .singleElement()
        .satisfies(
            worded -> {
              assertThat(worded.comparand()).isNull();
              assertThat(worded.claim().name()).isEqualTo(name);
              assertThat(worded.claim().op().code()).isEqualTo(operator);
              assertThat(worded.claim().value()).isEqualByComparingTo("100");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "与全国同步全面建成小康社会。",
        "推进物业管理同步提升。",
        "各项目标任务全面完成。",
        "高铁站全面完成。",
        "圆满完成了各项任务。",
        "增速快于经济增长。",
        "先进制造业增速高于全国平均水平。"
      })
  void otherWordsSayNothing(String text) {
    assertThat(read(text, Part.plan(2023))).isEmpty();
    assertThat(read(text, Part.review(2022))).isEmpty();
  }
}
