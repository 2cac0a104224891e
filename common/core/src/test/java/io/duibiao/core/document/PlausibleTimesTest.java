package io.duibiao.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.RegionDirectory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlausibleTimesTest {
  private static final Instant RETRIEVED = Instant.parse("2024-02-01T00:00:00Z");
  private static final Instant STATED = Instant.parse("2024-01-12T16:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1949-09-30T15:59:59Z, false",
    "1949-09-30T16:00:00Z, true",
    "0001-01-01T00:00:00Z, false",
    "2024-02-03T00:00:00Z, true",
    "2024-02-03T00:00:01Z, false",
    "9999-12-31T00:00:00Z, false",
    "-1000000000-01-01T00:00:00Z, false",
    "+1000000000-12-31T23:59:59.999999999Z, false"
  })
  void timesBeforeTheFirstReportAndAheadOfTheClockAreNotBelieved(Instant time, boolean believed) {
    assertThat(PlausibleTimes.plausible(time, RETRIEVED)).isEqualTo(believed);
  }

  @Test
  void theMetadataThenThePageTellWhenItWasPublished() {
    Instant told = Instant.parse("2024-01-10T00:00:00Z");
    assertThat(PlausibleTimes.published(told, STATED, RETRIEVED)).isEqualTo(told);
    assertThat(PlausibleTimes.published(null, STATED, RETRIEVED)).isEqualTo(STATED);
    assertThat(PlausibleTimes.published(null, null, RETRIEVED)).isNull();
    assertThat(PlausibleTimes.published(STATED, null, Instant.EPOCH))
        .as("one who does not know when it was retrieved")
        .isEqualTo(STATED);
    assertThat(PlausibleTimes.published(STATED, null, null)).isEqualTo(STATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-01-01T00:00:00Z", "2024-03-01T00:00:00Z", "0001-01-01T00:00:00Z"})
  void aDocumentThatClaimsAnImpossibleDateHasThatOfItsPage(Instant claimed) throws Exception {
    Document document =
        new Document(
            "a",
            null,
            null,
            null,
            claimed,
            RETRIEVED,
            "text/plain",
            null,
            "澄湖区2024年政府工作报告\n发布日期：2024-01-13\n各位代表：\n2023年，地区生产总值增长5%。\n");
    CleanedDocument cleaned =
        new DocumentCleaner(RegionDirectory.bundled()).clean(document, TimeBudget.unlimited());
    assertThat(cleaned.publishedAt()).isEqualTo(STATED);
    assertThat(cleaned.planYear()).isEqualTo(2024);
  }
}
