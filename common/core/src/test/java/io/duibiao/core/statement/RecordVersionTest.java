package io.duibiao.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordVersionTest {
  private static final long NOW = Instant.parse("2026-11-22T00:00:00Z").toEpochMilli();

  @Test
  void growsWithEveryRecordWhateverItsTimestamp() {
    RecordVersion version = RecordVersion.NONE;
    for (long timestamp : new long[] {NOW, NOW - 5, -1, NOW, NOW + 1, Long.MAX_VALUE, NOW}) {
      RecordVersion next = version.plus(timestamp);
      assertThat(next.external()).isPositive().isGreaterThan(version.external());
      version = next;
    }
  }

  @Test
  void dependsOnTheSetOfRecordsAndNotOnTheirOrder() {
    RecordVersion oneWay = RecordVersion.NONE.plus(NOW).plus(NOW + 7).plus(NOW + 3);
    RecordVersion otherWay = RecordVersion.NONE.plus(NOW + 7).plus(NOW + 3).plus(NOW);
    assertThat(oneWay).isEqualTo(otherWay);
  }

  @Test
  void aLaterTimestampOutweighsAnyCount() {
    RecordVersion many = new RecordVersion(NOW, 5_000_000);
    assertThat(RecordVersion.NONE.plus(NOW + 1).external()).isGreaterThan(many.external());
  }
}
