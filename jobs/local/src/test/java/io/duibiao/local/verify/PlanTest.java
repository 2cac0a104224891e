package io.duibiao.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.Indicator;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.document.Document;
import io.duibiao.streaming.options.KafkaOptions.Guarantee;
import io.duibiao.streaming.record.CatalogRecord;
import io.duibiao.streaming.record.CatalogRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final List<Fault> ALL = Arrays.asList(Fault.values());
  private static final Settings SETTINGS =
      new Settings(
          1, 1, 30, ALL, 2, Arrays.asList(Guarantee.values()), 2, List.of(), Duration.ofSeconds(1));

  @Test
  void theSameSeedGivesTheSame() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(Plan.of(SETTINGS, seed)).isEqualTo(Plan.of(SETTINGS, seed));
      assertThat(Plan.of(SETTINGS, seed)).isNotEqualTo(Plan.of(SETTINGS, seed + 1));
    }
  }

  @Test
  void overManySeedsEverythingHappens() {
    Set<Guarantee> guarantees = EnumSet.noneOf(Guarantee.class);
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    Set<Integer> catalogs = new TreeSet<>();
    for (long seed = 0; seed < 60; seed++) {
      Plan plan = Plan.of(SETTINGS, seed);
      guarantees.add(plan.guarantee());
      faults.addAll(plan.faults());
      catalogs.add(plan.catalogs().size());
      assertThat(plan.faults()).hasSize(2).doesNotHaveDuplicates();
      List<Document> sent = new ArrayList<>();
      plan.parts().forEach(part -> sent.addAll(part.deliveries()));
      assertThat(sent).isEqualTo(plan.documents().deliveries());
    }
    assertThat(guarantees).containsExactlyInAnyOrder(Guarantee.values());
    assertThat(faults).containsExactlyInAnyOrder(Fault.values());
    assertThat(catalogs).containsExactly(0, 1, 2);
  }

  @Test
  void catalogsNameAsTheBundledOneAndJudgeOtherwise() {
    List<Indicator> bundled = List.copyOf(IndicatorCatalog.bundled().all());
    List<CatalogRecord> drawn = new ArrayList<>();
    for (long seed = 0; seed < 20; seed++) {
      drawn.addAll(Plan.of(SETTINGS, seed).catalogs());
    }
    assertThat(drawn).contains((CatalogRecord) null);
    assertThat(drawn).filteredOn(c -> c != null && c.reportingMonths() != null).isNotEmpty();
    for (CatalogRecord catalog : drawn) {
      if (catalog != null) {
        List<Indicator> other = List.copyOf(CatalogRecords.catalog(catalog.yaml()).all());
        assertThat(other).hasSameSizeAs(bundled).isNotEqualTo(bundled);
        for (int i = 0; i < bundled.size(); i++) {
          assertThat(other.get(i).id()).isEqualTo(bundled.get(i).id());
          assertThat(other.get(i).name()).isEqualTo(bundled.get(i).name());
          assertThat(other.get(i).aliases()).isEqualTo(bundled.get(i).aliases());
          assertThat(other.get(i).measures()).isEqualTo(bundled.get(i).measures());
        }
      }
    }
  }
}
