package io.duibiao.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.catalog.RegionDirectory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Content that is made to be slow: a million characters each take about a second alone, and hours
 * where time grows with the square.
 */
class HostileContentTest {
  private static final int LENGTH = 1_000_000;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TestFactory
  Stream<DynamicTest> isReadInLinearTime() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("nested blocks", "<div>");
    parts.put("unclosed formatting", "<b><i><p>增");
    parts.put("less-than signs", "<");
    parts.put("unclosed tags", "<video ");
    parts.put("unclosed comments", "<!--");
    parts.put("one line without punctuation", "增长");
    parts.put("digits", "1");
    parts.put("short lines without punctuation", "全年完成地区生产总值一百四十八亿元左右\n");
    parts.put("labels", "来源:");
    parts.put("bars", "a|");
    parts.put("ideographic spaces", "　");
    parts.put("one character between ideographic spaces", "增　　");
    parts.put("class words", "市区县镇");
    parts.put("years", "2022年");
    parts.put("stars", "*");
    parts.put("entities", "&lt;&#");
    parts.put("the same short line", "增长8%\n");
    parts.put("repeated paragraphs", "全镇完成地区生产总值48.6亿元，".repeat(5) + "\n增长8%\n");
    return parts.entrySet().stream()
        .map(
            part ->
                DynamicTest.dynamicTest(
                    part.getKey(),
                    () -> {
                      String content =
                          "清岚镇2022年工作总结\n"
                              + part.getValue().repeat(LENGTH / part.getValue().length());
                      Assertions.assertTimeoutPreemptively(LONGEST, () -> clean(content));
                    }));
  }

  private static void clean(String content) {
    try {
      CleanedDocument cleaned =
          new DocumentCleaner(RegionDirectory.bundled())
              .clean(Document.of("id", content), TimeBudget.unlimited());
      assertThat(cleaned.text()).isNotBlank();
    } catch (RejectedDocumentException e) {
      assertThat(e.reason()).isNotEqualTo(RejectionReason.INTERNAL_ERROR);
    }
  }
}
