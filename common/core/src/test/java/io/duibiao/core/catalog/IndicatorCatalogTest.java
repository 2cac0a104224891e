package io.duibiao.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.statement.Measure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorCatalogTest {
  private static final IndicatorCatalog CATALOG = IndicatorCatalog.bundled();

  @Test
  void holdsAtLeastThreeHundredIndicators() {
    assertThat(CATALOG.all()).hasSizeGreaterThanOrEqualTo(300);
  }

  @ParameterizedTest
  @CsvSource({
    "GDP,gdp",
    "全市地区生产总值,gdp",
    "国内生产总值,gdp",
    "地區生產總值,gdp",
    "ｇｄｐ,gdp",
    "人均GDP,gdp-per-capita",
    "规上工业总产值,industrial-output-above-scale",
    "规模以上工业总产值,industrial-output-above-scale",
    "工业总产值,industrial-output",
    "居民人均可支配收入,disposable-income",
    "城镇居民人均可支配收入,disposable-income-urban",
    "农村居民人均可支配收入,disposable-income-rural",
    "pm2.5浓度,pm25",
    "国家级专精特新“小巨人”企业,little-giants",
    "新建高标准农田,high-standard-farmland",
    "新增高标准农田,high-standard-farmland",
    "我区全年一般公共预算收入,general-public-budget-revenue"
  })
  void findsAnIndicatorByWhatReportsWrite(String nounPhrase, String id) {
    assertThat(CATALOG.find(nounPhrase)).map(Indicator::id).contains(id);
  }

  @ParameterizedTest
  @CsvSource({"云雾茶产量", "规上", "GDP增速排名", "收入", "''", "全市"})
  void guessesNothing(String nounPhrase) {
    assertThat(CATALOG.find(nounPhrase)).isEmpty();
  }

  @Test
  void knowsTheGoodSide() {
    assertThat(direction("gdp")).isEqualTo(Direction.HIGHER);
    assertThat(direction("urban-unemployment-survey")).isEqualTo(Direction.LOWER);
    assertThat(direction("cpi")).isEqualTo(Direction.LOWER);
    assertThat(direction("pm25")).isEqualTo(Direction.LOWER);
    assertThat(direction("energy-per-gdp")).isEqualTo(Direction.LOWER);
    assertThat(direction("natural-population-growth")).isEqualTo(Direction.BAND);
  }

  private static Direction direction(String id) {
    return CATALOG.byId(id).orElseThrow().direction();
  }

  @Test
  void callsTheNationsProductByItsOwnName() {
    Indicator gdp = CATALOG.byId("gdp").orElseThrow();
    assertThat(gdp.nameIn("000000")).isEqualTo("国内生产总值");
    assertThat(gdp.nameIn("320506")).isEqualTo("地区生产总值");
  }

  @Test
  void everyEntryHasAnExampleAndAMeasure() {
    assertThat(CATALOG.all())
        .allSatisfy(
            indicator -> {
              assertThat(indicator.examples()).as(indicator.id()).isNotEmpty();
              assertThat(indicator.measures()).as(indicator.id()).isNotEmpty();
            });
  }

  @Test
  void readsWhatMayBeLeftOut() throws IOException {
    IndicatorCatalog catalog =
        read(
            """
            - id: tea
              name: 茶叶产量
              group: 农业
              dimension: mass
              measures: [level]
              examples: [茶叶产量达到5万吨]
            - id: rate
              name: 某比率
              group: 农业
              dimension: rate
              direction: lower
              tolerance: {points: 0.25, percent: 2}
              examples: [某比率为3%]
            - id: other-rate
              name: 另一比率
              group: 农业
              dimension: rate
              tolerance: {points: 0.25}
              examples: [另一比率为3%]
            """);
    Indicator tea = catalog.find("茶叶产量").orElseThrow();
    assertThat(tea.direction()).isEqualTo(Direction.HIGHER);
    assertThat(tea.tolerance()).isEqualTo(Tolerance.DEFAULT);
    assertThat(tea.measures()).containsExactly(Measure.LEVEL);
    assertThat(catalog.byId("rate").orElseThrow().tolerance().points())
        .isEqualTo(new BigDecimal("0.25"));
    assertThat(catalog.byId("other-rate").orElseThrow().tolerance().percent())
        .isEqualTo(Tolerance.DEFAULT.percent());
  }

  private static IndicatorCatalog read(String yaml) throws IOException {
    return IndicatorCatalog.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
