package io.duibiao.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.core.catalog.RegionDirectory;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.DocumentCleaner;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.fixture.RealReports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Copies of one text lie near each other, reports of consecutive years far apart. */
class SimHashTest {
  private static final List<String> COPIES = List.of("national-wiki", "national-fullwidth");

  private static String text(int seed) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append("第").append((i * 7919 + seed * 104729) % 9973).append("项工程投资完成");
      text.append((i * 31 + seed * 17) % 1000).append("万元，进度过半。");
    }
    return text.toString();
  }

  @Test
  void widthScriptAndMarksMakeNoDifference() {
    assertThat(SimHash.of("全市生产总值增长６％，城镇新增就业５万人。发展稳中向好"))
        .isEqualTo(SimHash.of("全市生產總值增長6%, 城鎮新增就業5萬人\n發展穩中向好"));
  }

  @Test
  void alteredNumbersKeepATextNear() {
    String original = text(1);
    String altered = original.replaceFirst("完成[0-9]+万元", "完成99999万元");
    assertThat(SimHash.near(SimHash.of(original), SimHash.of(altered))).isTrue();
    String other = new StringBuilder(original).reverse().toString();
    assertThat(SimHash.near(SimHash.of(original), SimHash.of(other))).isFalse();
  }

  @Test
  void whatIsNoFingerprintIsNearNothing() {
    assertThat(SimHash.of("。")).isNull();
    assertThat(SimHash.near(null, null)).isFalse();
    assertThat(SimHash.near("hostile", SimHash.of(text(1)))).isFalse();
    assertThatThrownBy(() -> SimHash.distance("hostile", SimHash.of(text(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void copiesOfRealReportsAreNearAndConsecutiveYearsFar() throws Exception {
    Path corpus = RealReports.require("corpus", "national-wiki");
    Map<Integer, String> originals = new TreeMap<>();
    int compared = 0;
    for (int year = 2004; year <= 2014; year++) {
      originals.put(year, fingerprint(corpus.resolve("national/" + year + ".txt")));
      for (String copy : COPIES) {
        String other = fingerprint(corpus.resolve(copy + "/" + year + ".txt"));
        assertThat(SimHash.distance(originals.get(year), other))
            .as(copy + " " + year)
            .isLessThanOrEqualTo(SimHash.MAX_DISTANCE);
        compared++;
      }
    }
    for (int year = 2004; year < 2014; year++) {
      assertThat(SimHash.distance(originals.get(year), originals.get(year + 1)))
          .as(year + " and the year after")
          .isGreaterThan(SimHash.MAX_DISTANCE);
    }
    assertThat(compared).isEqualTo(22);
  }

  private static String fingerprint(Path file) throws Exception {
    Document document = Document.of(file.toString(), Files.readString(file));
    return SimHash.of(
        new DocumentCleaner(RegionDirectory.bundled())
            .clean(document, TimeBudget.unlimited())
            .text());
  }
}
