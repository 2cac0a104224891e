package io.duibiao.local.pipeline;

import io.duibiao.core.document.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports of three invented places over three years, some corrected later: enough for targets that
 * are met, missed, awaiting, and missed until a correction.
 */
final class ReportCorpus {
  private ReportCorpus() {}

  private record Figures(
      String gdp, String revenue, String output, int enterprises, String gdpTarget, int target) {}

  /** The reports in the order in which they were published. */
  static List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    documents.add(report("澄湖区", 2022, 0, new Figures("6.1", "18.2", "7.0", 9, "6", 10)));
    documents.add(report("云塘镇", 2022, 0, new Figures("5.0", "3.1", "4.0", 4, "5.5", 6)));
    documents.add(report("柳浦镇", 2022, 0, new Figures("4.2", "2.5", "3.5", 2, "5", 3)));
    documents.add(report("澄湖区", 2023, 0, new Figures("5.5", "20.1", "6.0", 12, "6", 15)));
    documents.add(report("云塘镇", 2023, 0, new Figures("5.8", "3.3", "4.5", 5, "6", 6)));
    documents.add(report("柳浦镇", 2023, 0, new Figures("3.9", "2.4", "3.6", 3, "5", 4)));
    // The same again a day later, and the figures of one of them corrected.
    documents.add(report("云塘镇", 2023, 1, new Figures("5.8", "3.3", "4.5", 5, "6", 6)));
    documents.add(report("柳浦镇", 2023, 2, new Figures("5.1", "2.6", "3.6", 3, "5", 4)));
    documents.add(report("澄湖区", 2024, 0, new Figures("6.2", "21.5", "6.5", 18, "6", 16)));
    documents.add(report("云塘镇", 2024, 0, new Figures("6.1", "3.6", "7.5", 4, "6", 5)));
    documents.add(report("柳浦镇", 2024, 0, new Figures("4.7", "2.8", "7.0", 4, "5", 5)));
    documents.add(report("柳浦镇", 2024, 3, new Figures("5.2", "2.8", "7.0", 4, "5", 5)));
    return documents;
  }

  private static Document report(String place, int year, int days, Figures figures) {
    String title = place + year + "年政府工作报告";
    String content =
        String.join(
            "\n",
            title,
            "（" + year + "年1月8日在" + place + "人民代表大会会议上）",
            "各位代表：",
            "一、" + (year - 1) + "年工作回顾",
            "过去的一年，地区生产总值增长"
                + figures.gdp()
                + "%，一般公共预算收入完成"
                + figures.revenue()
                + "亿元，规上工业总产值增长"
                + figures.output()
                + "%。新增规上工业企业"
                + figures.enterprises()
                + "家。",
            "二、" + year + "年工作安排",
            "今年经济社会发展的主要预期目标是：地区生产总值增长"
                + figures.gdpTarget()
                + "%左右，一般公共预算收入增长5%，规上工业总产值增长7%以上。新增规上工业企业"
                + figures.target()
                + "家以上。");
    Instant published = Instant.parse(year + "-01-09T02:00:00Z");
    return new Document(
        "https://www.example.cn/" + place + "/" + year,
        null,
        title,
        null,
        published,
        published.plusSeconds(86_400L * days + 3600),
        null,
        null,
        content);
  }
}
