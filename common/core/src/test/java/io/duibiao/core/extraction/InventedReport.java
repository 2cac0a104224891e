package io.duibiao.core.extraction;

/** A report of an invented county of any length. */
final class InventedReport {
  private static final String HEAD =
      "清河县2022年工作总结及2023年工作安排\n\n一、2022年工作回顾\n全年完成地区生产总值210亿元，增长5.2%。\n";

  private static final String PARAGRAPH =
      "一年来，我们坚持稳中求进，着力稳增长、促改革、惠民生。规模以上工业增加值增长%1$d.3%%，固定资产投资完成8%1$d.5亿元、增长7.2%%，"
          + "社会消费品零售总额突破12%1$d亿元。新增规上企业1%1$d家、高新技术企业2%1$d家，建成第%1$d批标准厂房3万平方米。"
          + "改造老旧小区1%1$d个，惠及居民3200户；城镇新增就业4%1$d00人，城镇调查失业率控制在5.5%%以内。"
          + "我们深化“放管服”改革，优化营商环境，政务服务事项网上可办率达到9%1$d%%，群众满意度不断提升。\n";

  private InventedReport() {}

  /** A report of at least so many characters, and no more than a paragraph more. */
  static String ofLength(int characters) {
    StringBuilder report = new StringBuilder(characters + 400).append(HEAD);
    for (int i = 0; report.length() < characters; i++) {
      report.append(PARAGRAPH.formatted(i % 10));
    }
    return report.toString();
  }

  /** A report whose only paragraph is one line of so many characters without punctuation. */
  static String ofOneLine(int characters) {
    StringBuilder report = new StringBuilder(characters + 400).append(HEAD);
    for (int i = 0; report.length() < characters; i++) {
      report.append("新建标准厂房").append(i % 90 + 10).append("万平方米推进产业园区建设");
    }
    return report.append('\n').toString();
  }
}
