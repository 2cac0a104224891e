package io.duibiao.core.extraction;

/** A report of an invented county of any length. */
final class InventedReport {
  private static final String HEAD =
      "清河县2022年工作总结及2023年工作安排\n\n一、2022年工作回顾\n全年完成地区生产总值210亿元，增长5.2%。\n";

  /** Few numbers, because a document of more than 10000 statements is rejected. */
  private static final String PARAGRAPH =
      "%1$s一年来，我们坚持稳中求进，着力稳增长、促改革、惠民生，%2$s各项事业取得新的进步。我们深化“放管服”改革，优化营商环境，"
          + "推动%2$s数字化转型，政务服务更加便捷，群众满意度不断提升。我们坚持绿色发展，持续打好蓝天碧水净土保卫战，%2$s面貌焕然一新，"
          + "生态环境质量稳步改善。我们坚持以人民为中心，把更多财力用于民生，办好%2$s养老、托育、教育、医疗等群众关心的实事，"
          + "社会保障网更加牢固。我们严格落实安全生产责任，深入开展%2$s隐患排查治理，防灾减灾能力明显增强，社会大局保持和谐稳定。"
          + "我们加强政府自身建设，坚持依法行政，自觉接受人大法律监督和政协民主监督，认真办理%2$s代表建议和政协提案，"
          + "廉洁政府建设取得新成效，干部作风持续转变，执行力和公信力进一步提高。%2$s规模以上工业增加值增长%3$d.3%%。\n";

  private static final String NAMES = "东西南北上下前后高平清长新古青白红金石林桥河山川湖泉溪原岭湾";

  private InventedReport() {}

  /** A report of at least so many characters, and no more than a paragraph more. */
  static String ofLength(int characters) {
    StringBuilder report = new StringBuilder(characters + 400).append(HEAD);
    for (int i = 0; report.length() < characters; i++) {
      String name = name(i);
      report.append(PARAGRAPH.formatted(name + "：", name, i % 9 + 1));
    }
    return report.toString();
  }

  /** A report whose only paragraph is one line of so many characters without punctuation. */
  static String ofOneLine(int characters) {
    StringBuilder report = new StringBuilder(characters + 400).append(HEAD);
    for (int i = 0; report.length() < characters; i++) {
      report
          .append(name(i))
          .append("持续推进产业园区建设着力优化营商环境推动数字化转型不断提升群众满意度加快补齐基础设施短板")
          .append("全面落实惠企政策扎实办好民生实事切实兜牢安全底线新建标准厂房")
          .append(i % 90 + 10)
          .append("万平方米");
    }
    return report.append('\n').toString();
  }

  /** A name of its own for each paragraph, since a paragraph that is printed twice is read once. */
  private static String name(int i) {
    int n = NAMES.length();
    return "" + NAMES.charAt(i % n) + NAMES.charAt(i / n % n) + NAMES.charAt(i / n / n % n) + "镇";
  }
}
