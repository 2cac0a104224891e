package io.duibiao.local.verify;

import io.duibiao.core.assessment.Judge;
import io.duibiao.core.assessment.ReportingDeadlines;
import io.duibiao.core.catalog.Direction;
import io.duibiao.core.catalog.Indicator;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.catalog.Tolerance;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import io.duibiao.streaming.record.CatalogRecord;
import io.duibiao.streaming.record.CatalogRecords;
import io.duibiao.streaming.record.RecordJson;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Catalogs that are published while documents are under way. They name everything as the bundled
 * one does, since documents that were read before are not read again, and judge otherwise.
 */
final class Catalogs {
  /** One in so many indicators is judged otherwise. */
  private static final int CHANGED = 3;

  private static final List<Integer> MONTHS = List.of(2, 3, 8, 17);

  private Catalogs() {}

  /** A catalog to publish, or null to go back to the one that the jobs were started with. */
  static CatalogRecord drawn(Random random) {
    if (random.nextInt(6) == 0) {
      return null;
    }
    Integer months = random.nextInt(3) == 0 ? MONTHS.get(random.nextInt(MONTHS.size())) : null;
    List<Indicator> indicators = new ArrayList<>();
    for (Indicator indicator : IndicatorCatalog.bundled().all()) {
      indicators.add(random.nextInt(CHANGED) == 0 ? otherwise(indicator, random) : indicator);
    }
    // What is JSON is YAML too.
    return new CatalogRecord(CatalogRecord.ID, RecordJson.writeString(indicators), months);
  }

  private static Indicator otherwise(Indicator indicator, Random random) {
    Direction direction = indicator.direction();
    Tolerance tolerance = indicator.tolerance();
    if (random.nextBoolean()) {
      direction = Direction.values()[random.nextInt(Direction.values().length)];
    } else {
      tolerance =
          new Tolerance(
              BigDecimal.valueOf(random.nextInt(30), 1),
              BigDecimal.valueOf(random.nextInt(100), 1));
    }
    return new Indicator(
        indicator.id(),
        indicator.name(),
        indicator.nationalName(),
        indicator.aliases(),
        indicator.group(),
        indicator.dimension(),
        direction,
        indicator.measures(),
        tolerance,
        indicator.examples());
  }

  /**
   * The judge of the batch run.
   *
   * @param last the last catalog that was published; null for none, or to have gone back
   */
  static Judge judge(CatalogRecord last) {
    int months =
        last == null || last.reportingMonths() == null
            ? JobOptions.defaults().get(ProcessingOptions.REPORTING_MONTHS)
            : last.reportingMonths();
    return new Judge(
        last == null ? IndicatorCatalog.bundled() : CatalogRecords.catalog(last.yaml()),
        new ReportingDeadlines(Period.ofMonths(months), ReportingDeadlines.DEFAULT.zone()));
  }
}
