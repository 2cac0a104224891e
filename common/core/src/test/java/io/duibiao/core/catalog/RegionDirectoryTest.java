package io.duibiao.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionDirectoryTest {
  private static final RegionDirectory REGIONS = RegionDirectory.bundled();

  @ParameterizedTest
  @CsvSource({
    "000000,全国,全国,0",
    "320000,江苏省,江苏省,1",
    "320500,苏州市,江苏省/苏州市,2",
    "320506,吴中区,江苏省/苏州市/吴中区,3",
    "320506110,临湖镇,江苏省/苏州市/吴中区/临湖镇,4",
    "110101,东城区,北京市/东城区,3",
    "441900003,东城街道,广东省/东莞市/东城街道,4",
    "710000,台湾省,台湾省,1"
  })
  void knowsCodesNamesAndPaths(String code, String name, String path, int level) {
    Region region = REGIONS.byCode(code).orElseThrow();
    assertThat(region.name()).isEqualTo(name);
    assertThat(region.path()).isEqualTo(path);
    assertThat(region.level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "江苏省,320000",
    "江苏,320000",
    "内蒙古,150000",
    "新疆,650000",
    "广西,450000",
    "黔东南州,522600",
    "黔东南苗族侗族自治州,522600",
    "甘孜州,513300",
    "苏州,320500",
    "吴中区,320506",
    "甪直镇,320506100",
    "苏州市吴中区临湖镇,320506110",
    "吴中区临湖镇,320506110"
  })
  void resolvesNames(String name, String code) {
    assertThat(REGIONS.resolve(name, List.of())).map(Region::code).contains(code);
  }

  @Test
  void tellsSameNamesApartByContext() {
    assertThat(REGIONS.named("临湖镇")).hasSizeGreaterThan(1);
    assertThat(REGIONS.resolve("临湖镇", List.of())).isEmpty();
    assertThat(REGIONS.resolve("临湖镇", List.of("发布机构:吴中区临湖镇")))
        .map(Region::code)
        .contains("320506110");
    assertThat(REGIONS.resolve("临湖镇", List.of("亳州市涡阳县人民政府")))
        .map(Region::path)
        .contains("安徽省/亳州市/涡阳县/临湖镇");
    assertThat(REGIONS.resolve("鼓楼区", List.of("南京"))).map(Region::path).contains("江苏省/南京市/鼓楼区");
  }

  @Test
  void prefersTheHigherOfSameShortNames() {
    assertThat(REGIONS.resolve("吉林", List.of())).map(Region::name).contains("吉林省");
  }

  @Test
  void knowsNothingOfInventedNames() {
    assertThat(REGIONS.resolve("清岚镇", List.of("江苏省"))).isEmpty();
    Region open = Region.open("清岚镇");
    assertThat(open.code()).isEqualTo("~清岚镇");
    assertThat(open.isOpen()).isTrue();
    assertThat(REGIONS.superior(open)).isEmpty();
  }

  @Test
  void holdsTheWholeCountry() {
    assertThat(REGIONS.named("城关镇").size()).isGreaterThan(50);
    assertThat(REGIONS.superior(REGIONS.byCode("320506110").orElseThrow()))
        .map(Region::code)
        .contains("320506");
    assertThat(REGIONS.superior(REGIONS.byCode("320000").orElseThrow())).isEmpty();
  }

  @Test
  void refusesLinesOfAnotherForm() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> RegionDirectory.read(new StringReader("320000\t江苏省\n3205,苏州市\n"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void readsShortCodesAsTownshipsOfTheCountyBefore() throws IOException {
    RegionDirectory small =
        RegionDirectory.read(new StringReader("320000\t江苏省\n320506\t吴中区\n110\t临湖镇\n"));
    assertThat(small.byCode("320506110")).map(Region::path).contains("江苏省/吴中区/临湖镇");
  }
}
