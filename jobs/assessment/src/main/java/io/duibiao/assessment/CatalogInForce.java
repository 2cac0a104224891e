package io.duibiao.assessment;

import io.duibiao.core.assessment.Judge;
import io.duibiao.core.assessment.ReportingDeadlines;
import io.duibiao.core.catalog.Indicator;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.record.CatalogRecords;
import io.duibiao.streaming.record.RecordJson;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A catalog with the deadlines that go with it, and the judge who follows both. */
final class CatalogInForce {
  private final IndicatorCatalog catalog;
  private final int reportingMonths;
  private final Judge judge;

  private CatalogInForce(IndicatorCatalog catalog, int reportingMonths) {
    this.catalog = catalog;
    this.reportingMonths = reportingMonths;
    this.judge =
        new Judge(
            catalog,
            new ReportingDeadlines(
                Period.ofMonths(reportingMonths), ReportingDeadlines.DEFAULT.zone()));
  }

  /**
   * What holds after an update.
   *
   * @param update the update, or null before the first
   * @param base the catalog that the job was started with
   * @param baseMonths the months that it was started with
   */
  static CatalogInForce of(CatalogUpdate update, IndicatorCatalog base, int baseMonths) {
    boolean own = update == null || update.yaml() == null;
    boolean ownMonths = update == null || update.reportingMonths() == null;
    return new CatalogInForce(
        own ? base : CatalogRecords.catalog(update.yaml()),
        ownMonths ? baseMonths : update.reportingMonths());
  }

  Judge judge() {
    return judge;
  }

  /**
   * The ids of the indicators that another catalog may judge differently, sorted; {@link
   * CatalogChanges#ALL} when results are due at another time. Names by which reports call an
   * indicator, and examples, tell the extraction and not the judge.
   */
  Set<String> difference(CatalogInForce other) {
    Set<String> changed = new TreeSet<>();
    if (reportingMonths != other.reportingMonths) {
      changed.add(CatalogChanges.ALL);
    }
    compare(other, changed);
    other.compare(this, changed);
    return changed;
  }

  private void compare(CatalogInForce other, Set<String> changed) {
    for (Indicator indicator : catalog.all()) {
      Optional<Indicator> same = other.catalog.byId(indicator.id()).map(CatalogInForce::judged);
      if (!same.equals(Optional.of(judged(indicator)))) {
        changed.add(indicator.id());
      }
    }
  }

  /** Tells this and the rules of the judge from any other that may judge differently. */
  String digest() {
    List<Indicator> judged = catalog.all().stream().map(CatalogInForce::judged).toList();
    return Digest.of(
        Judge.RULES_VERSION + "\n" + reportingMonths + "\n" + RecordJson.writeString(judged));
  }

  private static Indicator judged(Indicator indicator) {
    return new Indicator(
        indicator.id(),
        indicator.name(),
        indicator.nationalName(),
        List.of(),
        indicator.group(),
        indicator.dimension(),
        indicator.direction(),
        indicator.measures(),
        indicator.tolerance(),
        List.of());
  }
}
