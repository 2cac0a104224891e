package io.duibiao.kibana;

import java.util.List;

/**
 * How the codes of the records are shown: label, colour and KQL of each, the same on every page.
 */
final class Verdicts {
  /**
   * A code of the records.
   *
   * @param code as in the records; never changes
   * @param rank the number that the records carry beside it
   * @param label what a person reads
   * @param color of marks that stand for it
   */
  record Code(String code, int rank, String label, String color) {}

  static final Code WITHDRAWN = new Code("withdrawn", 0, "已撤回", "#D3DAE6");
  static final Code UNTARGETED = new Code("untargeted", 1, "无目标", "#98A2B3");
  static final Code MET = new Code("met", 2, "已完成", "#54B399");
  static final Code AWAITING = new Code("awaiting", 3, "待公布", "#6092C0");
  static final Code INCOMPARABLE = new Code("incomparable", 4, "不可比", "#D6BF57");
  static final Code DISPUTED = new Code("disputed", 5, "有争议", "#9170B8");
  static final Code OVERDUE = new Code("overdue", 6, "已逾期", "#E7964C");
  static final Code MISSED = new Code("missed", 7, "未完成", "#CC5642");

  /** Statuses by rank. */
  static final List<Code> STATUSES =
      List.of(WITHDRAWN, UNTARGETED, MET, AWAITING, INCOMPARABLE, DISPUTED, OVERDUE, MISSED);

  static final Code MINOR = new Code("minor", 1, "轻微", "#D6BF57");
  static final Code MAJOR = new Code("major", 2, "较重", "#E7964C");
  static final Code CRITICAL = new Code("critical", 3, "严重", "#CC5642");

  /** Severities by rank. */
  static final List<Code> SEVERITIES = List.of(MINOR, MAJOR, CRITICAL);

  private Verdicts() {}
}
