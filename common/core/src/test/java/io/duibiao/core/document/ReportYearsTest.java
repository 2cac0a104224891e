package io.duibiao.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.RegionDirectory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which year a report looks back on and which it plans for, by titles of invented towns. */
class ReportYearsTest {
  private static final DocumentCleaner CLEANER = new DocumentCleaner(RegionDirectory.bundled());
  private static final String TEXT = "全镇上下稳中求进，完成固定资产投资12.3亿元，同比增长9.1%，规上工业总产值22.3亿元，新建口袋公园5个。";

  private static String years(String title, Instant published) throws RejectedDocumentException {
    Document document =
        new Document("id", null, title, null, published, null, "text/plain", null, TEXT);
    CleanedDocument cleaned = CLEANER.clean(document, TimeBudget.unlimited());
    return cleaned.reviewYear() + "/" + cleaned.planYear();
  }

  @ParameterizedTest
  @CsvSource({
    "清岚镇2023年上半年工作总结和下半年工作计划, 2023/2023",
    "清岚镇2023年上半年工作总结及2023年下半年工作安排, 2023/2023",
    "清岚镇2023年上半年经济运行情况, 2023/2023",
    "清岚镇2023年度上半年工作总结, 2023/2023",
    "清岚镇2023年半年工作总结, 2023/2023",
    "清岚镇2023年1—6月经济运行情况, 2023/2023",
    "清岚镇2023年国民经济和社会发展计划上半年执行情况的报告, 2023/2023",
    "清岚镇2022年下半年工作总结和2023年上半年工作计划, 2022/2023",
    "清岚镇2023年上半年工作计划, 2022/2023",
    "清岚镇2022年工作总结和2023年工作计划, 2022/2023"
  })
  void aHalfYearReportSpeaksOfOneYear(String title, String years) throws RejectedDocumentException {
    assertThat(years(title, null)).isEqualTo(years);
  }

  @Test
  void theDateTellsTheYearOfAHalfYearReportWithoutOne() throws RejectedDocumentException {
    Instant july = Instant.parse("2023-07-12T00:00:00Z");
    assertThat(years("清岚镇上半年工作总结和下半年工作计划", july)).isEqualTo("2023/2023");
  }
}
