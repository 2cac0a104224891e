package io.duibiao.local.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Short reports of invented places over some years: work reports, communiqués with the final
 * figures, and plans revised in the year.
 */
final class InventedReports {
  private static final String FIRST = "澄云柳清枫石青梅桐兰沙松银玉";
  private static final String SECOND = "湖塘浦溪桥岭河泉港湾洲坪";
  private static final List<String> KINDS = List.of("区", "镇", "县", "市", "街道");
  private static final int FIRST_YEAR = 2018;
  private static final int LAST_YEAR = 2026;
  private static final Duration DAY = Duration.ofDays(1);

  private final Editions editions;
  private final Random random;

  /**
   * @param editions takes what is written
   */
  InventedReports(Editions editions, Random random) {
    this.editions = editions;
    this.random = random;
  }

  /** Writes the reports of one place over some years. */
  void write() {
    String name =
        ""
            + FIRST.charAt(random.nextInt(FIRST.length()))
            + SECOND.charAt(random.nextInt(SECOND.length()))
            + KINDS.get(random.nextInt(KINDS.size()));
    int year = FIRST_YEAR + random.nextInt(LAST_YEAR - FIRST_YEAR);
    int last = Math.min(LAST_YEAR, year + 1 + random.nextInt(4));
    for (; year <= last; year++) {
      workReport(name, year);
      if (random.nextInt(3) == 0) {
        communique(name, year);
      }
      if (random.nextInt(5) == 0) {
        revisedPlan(name, year);
      }
    }
  }

  private void workReport(String place, int year) {
    Instant published = day(year, 5 + random.nextInt(40));
    String head = "%1$s%2$d年政府工作报告\n（%2$d年1月8日在%1$s人民代表大会会议上）\n各位代表：\n".formatted(place, year);
    List<String> parts = new ArrayList<>();
    parts.add(head);
    parts.add("一、%d年工作回顾\n".formatted(year - 1));
    parts.add("过去的一年，");
    parts.addAll(Clauses.results(random));
    parts.add("\n二、%d年工作安排\n".formatted(year));
    parts.add("今年经济社会发展的主要预期目标是：");
    parts.addAll(Clauses.targets(random));
    if (year % 5 == 1) {
      parts.add(Clauses.ofFiveYears(year, random));
    }
    publish(
        random.nextBoolean()
            ? "https://www.%s.gov.cn/report/%d"
            : "https://www.%s.example.cn/report/%d",
        place,
        year,
        published,
        parts);
  }

  private void communique(String place, int year) {
    Instant published = day(year, 60 + random.nextInt(60));
    List<String> parts = new ArrayList<>();
    parts.add("%s%d年国民经济和社会发展统计公报\n".formatted(place, year - 1));
    parts.add("初步核算，%d年".formatted(year - 1));
    parts.addAll(Clauses.results(random));
    publish("https://tjj.%s.gov.cn/%d", place, year, published, parts);
  }

  private void revisedPlan(String place, int year) {
    Instant published = day(year, 200 + random.nextInt(60));
    List<String> parts = new ArrayList<>();
    parts.add("%s关于调整%d年国民经济和社会发展计划的报告\n".formatted(place, year));
    parts.add("建议将%d年主要预期目标调整为：".formatted(year));
    parts.addAll(Clauses.targets(random));
    publish("https://www.%s.example.cn/plan/%d", place, year, published, parts);
  }

  private void publish(
      String address, String place, int year, Instant published, List<String> parts) {
    editions.publish(
        address.formatted(Integer.toHexString(place.hashCode()), year), published, parts);
  }

  private static Instant day(int year, int day) {
    return Instant.parse(String.format(Locale.ROOT, "%d-01-01T02:00:00Z", year))
        .plus(DAY.multipliedBy(day));
  }
}
