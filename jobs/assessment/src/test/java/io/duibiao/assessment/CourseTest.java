package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.assessment.BatchResult;
import io.duibiao.core.assessment.BatchRun;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.document.Document;
import io.duibiao.streaming.catalog.CatalogUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statements, catalogs with other deadlines, time, checkpoints that complete or not, notices of
 * them that come late, amid a statement or never, and failures, in any order: topics and indices
 * end as one batch run under the last catalog.
 */
class CourseTest {
  /** In each group; more are run by whoever changes the operator. */
  private static final int COURSES = 4;

  /** So many courses hold everything that matters. */
  private static final int ENOUGH = 18;

  private static final Instant NOW = Instant.parse("2024-06-20T00:00:00Z");
  private static final List<Integer> MONTHS = List.of(0, 1, 2, 3, 8, 17);
  private static final List<String> ENTRIES =
      List.of("direction: higher", "direction: lower", "tolerance: {points: 0.5}");

  private static CatalogUpdate update(Random random, long offset) {
    long timestamp = 1_699_999_999_000L + 500 * offset + random.nextInt(500);
    if (random.nextInt(4) == 0) {
      return new CatalogUpdate(null, null, timestamp, offset);
    }
    String yaml =
        """
        - id: gdp
          name: 地区生产总值
          group: 经济
          dimension: money
          %s
          examples: [地区生产总值增长6%%]
        """
            .formatted(ENTRIES.get(random.nextInt(ENTRIES.size())));
    Integer months = random.nextInt(5) == 0 ? null : MONTHS.get(random.nextInt(MONTHS.size()));
    return new CatalogUpdate(yaml, months, timestamp, offset);
  }

  private static List<CatalogUpdate> updates(Random random) {
    List<CatalogUpdate> updates = new ArrayList<>();
    for (int left = random.nextInt(5); left > 0; left--) {
      updates.add(update(random, updates.size()));
    }
    return updates;
  }

  private static BatchResult batch(List<Document> documents, List<CatalogUpdate> updates) {
    CatalogUpdate last = updates.isEmpty() ? null : updates.get(updates.size() - 1);
    Judge judge = CatalogInForce.of(last, IndicatorCatalog.bundled(), SeriesHarness.MONTHS).judge();
    return BatchRun.run(documents, ConvergenceTest.EXTRACTOR, judge, NOW);
  }

  private static Map<String, String> contents(BatchResult result) {
    Map<String, String> contents = new TreeMap<>();
    result.assessments().forEach(a -> contents.put(a.id(), ConvergenceTest.json(a)));
    result.alerts().forEach(a -> contents.put(a.id(), ConvergenceTest.json(a)));
    return contents;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void everyCourseEndsAsTheBatchRunDoes(int group) throws Exception {
    for (int i = 0; i < COURSES; i++) {
      long seed = group * 1000L + i;
      Random random = new Random(seed);
      List<Document> documents = ConvergenceTest.documents(random);
      List<CatalogUpdate> updates = updates(random);
      Map<String, String> expected = contents(batch(documents, updates));
      Course course = new Course(ConvergenceTest.records(documents, random), updates, NOW, random);
      course.run();
      assertThat(course.topics())
          .as("topics, seed %s, %s; %s", seed, updates, course)
          .isEqualTo(expected);
      assertThat(course.indices())
          .as("indices, seed %s, %s; %s", seed, updates, course)
          .isEqualTo(expected);
    }
  }

  @Test
  void theCoursesHoldWhatMatters() throws Exception {
    Set<String> seen = new TreeSet<>();
    for (int seed = 0; seed < ENOUGH; seed++) {
      Random random = new Random(seed);
      List<Document> documents = ConvergenceTest.documents(random);
      List<CatalogUpdate> updates = updates(random);
      BatchResult result = batch(documents, updates);
      result.assessments().forEach(a -> seen.add(a.status().code()));
      result.alerts().forEach(a -> seen.add(a.type().code() + " " + a.state().code()));
      Course course = new Course(ConvergenceTest.records(documents, random), updates, NOW, random);
      course.run();
      seen.addAll(course.happened());
    }
    assertThat(seen)
        .contains("met", "missed", "overdue", "overdue open", "overdue resolved")
        .contains("catalog", "failure", "told amid", "told late", "never told", "taken back");
  }
}
