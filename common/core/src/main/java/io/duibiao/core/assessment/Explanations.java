package io.duibiao.core.assessment;

import io.duibiao.core.matching.GenericNames;
import io.duibiao.core.matching.Units;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Says a verdict in one Chinese sentence: both numbers as written, both documents, the arithmetic.
 * The texts come from crawled pages and are cut short, on one line; whoever shows the sentence
 * escapes it.
 */
final class Explanations {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_NUMBER = 40;
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
  private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

  private Explanations() {}

  static String compared(
      Statement target, Optional<Statement> first, Answer answer, Comparison comparison) {
    StringBuilder s = new StringBuilder();
    s.append(subject(target)).append("目标为").append(cited(target));
    first.ifPresent(f -> s.append("，由").append(cited(f)).append("调整而来"));
    Statement result = answer.statement();
    boolean otherName =
        answer.basis() == Basis.DIRECT && !result.indicatorId().equals(target.indicatorId());
    s.append(otherName ? "，实际（报告称“" + shown(result.indicator(), LONGEST_NUMBER) + "”）为" : "，实际为");
    s.append(cited(result)).append("，");
    if (!answer.arithmetic().isEmpty()) {
      s.append(answer.arithmetic()).append("，");
    }
    String unit = target.unit();
    BigDecimal difference = comparison.result().subtract(comparison.bound());
    s.append(amount(comparison.result(), unit))
        .append("−")
        .append(signed(comparison.bound(), unit))
        .append("=")
        .append(amount(difference, Units.rate(unit) ? "个百分点" : unit))
        .append("，");
    return s.append(outcome(comparison)).append("。").toString();
  }

  private static String outcome(Comparison comparison) {
    if (comparison.met()) {
      return comparison.margin().signum() < 0 ? "在容许的出入之内，完成" : "完成";
    }
    if (comparison.bound().signum() == 0) {
      return "未完成";
    }
    BigDecimal ratio =
        comparison.margin().abs().divide(comparison.bound().abs(), 6, RoundingMode.HALF_UP);
    return "未完成，差目标的" + percent(ratio);
  }

  /** A verdict that equally trusted sources disagree on. */
  static String disputed(String explanation, Statement other) {
    return withoutStop(explanation) + "；但另一来源为" + cited(other) + "，据此结论相反，存在争议。";
  }

  /** A verdict that holds although other sources say other numbers. */
  static String contradicted(String explanation, List<Statement> others) {
    if (others.isEmpty()) {
      return explanation;
    }
    String more = others.size() > 1 ? "等" + others.size() + "处" : "";
    return withoutStop(explanation) + "；另有来源数字不同，未予采用：" + cited(others.get(0)) + more + "。";
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith("。") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /** A verdict that rests on the word of the report. */
  static String claimed(Statement target, Statement claim, boolean attained) {
    return subject(target)
        + "目标为"
        + cited(target)
        + "，报告未给出实际数，只称"
        + (claim.number().endsWith("%") ? "完成了目标的" : "")
        + cited(claim)
        + "，据此视为"
        + (attained ? "完成" : "未完成")
        + "。";
  }

  /** A verdict by another indicator of the region. */
  static String relative(
      Statement target,
      Statement comparand,
      Statement result,
      BigDecimal wanted,
      Comparison comparison) {
    return subject(target)
        + "目标为"
        + cited(target)
        + "，"
        + shown(comparand.indicator(), LONGEST_NUMBER)
        + "增速为"
        + cited(comparand)
        + "，实际为"
        + cited(result)
        + "，"
        + amount(comparison.result(), result.unit())
        + "−"
        + signed(wanted, result.unit())
        + "="
        + amount(comparison.result().subtract(wanted), "个百分点")
        + "，"
        + outcome(comparison)
        + "。";
  }

  /** What an alert says of a number that was taken down. */
  static String lowered(AlertType type, Statement best, Statement now) {
    String what = type == AlertType.TARGET_LOWERED ? "目标" : "实际数";
    return subject(now)
        + what
        + "由"
        + cited(best)
        + "改为"
        + cited(now)
        + "，"
        + amount(now.value(), now.unit())
        + "−"
        + signed(best.value(), best.unit())
        + "="
        + amount(now.value().subtract(best.value()), Units.rate(now.unit()) ? "个百分点" : now.unit())
        + "。";
  }

  static String awaiting(Statement target) {
    return subject(target) + "目标为" + cited(target) + "，尚无实际数。";
  }

  /** The deadline is shown as the last day on which the result was in time. */
  static String overdue(Statement target, Instant due, ZoneId zone) {
    LocalDate last = due.atZone(zone).toLocalDate().minusDays(1);
    String day = last.getYear() + "年" + last.getMonthValue() + "月" + last.getDayOfMonth() + "日";
    return subject(target) + "目标为" + cited(target) + "，应于" + day + "前公布实际数，尚未找到。";
  }

  static String untargeted(Statement result) {
    return subject(result) + "实际为" + cited(result) + "，没有找到相应的目标。";
  }

  static String incomparable(Statement target, Statement result) {
    String why = "单位不同（" + shown(target.unit(), 10) + "与" + shown(result.unit(), 10) + "）";
    if (GenericNames.holds(target.indicatorId())) {
      why = "名称笼统，所指未必相同";
    } else if (Units.comparable(target.unit(), result.unit())) {
      why = "所计的时间或范围未必相同";
    }
    return subject(target) + "目标为" + cited(target) + "，实际为" + cited(result) + "，" + why + "，无法比较。";
  }

  static String withdrawn(Statement statement) {
    return subject(statement) + "的依据已被文件的后来版本撤回。";
  }

  private static String subject(Statement statement) {
    String period =
        Period.tryParse(statement.period()).map(Period::chinese).orElse(statement.period());
    String name = shown(statement.indicator(), LONGEST_NUMBER);
    String label =
        switch (statement.measure()) {
          case LEVEL -> "";
          case GROWTH ->
              name.endsWith("增速") || name.endsWith("率") || name.endsWith("涨幅") ? "" : "增速";
          case INCREMENT -> name.contains("新增") || name.contains("净增") ? "" : "增量";
          case RANK -> "位次";
        };
    return shown(statement.region(), LONGEST_NUMBER) + period + name + label;
  }

  /** A number as written, and the document that writes it. */
  static String cited(Statement statement) {
    String title = statement.documentTitle();
    String source =
        title.isBlank()
            ? shown(statement.documentId(), LONGEST_TITLE)
            : "《" + shown(title, LONGEST_TITLE) + "》" + (dated(title) ? "" : issue(statement));
    return "“" + shown(statement.number(), LONGEST_NUMBER) + "”（" + source + "）";
  }

  private static boolean dated(String title) {
    return title.codePoints().anyMatch(Character::isDigit);
  }

  /** What tells two documents of one title apart: the day of publication, else the address. */
  private static String issue(Statement statement) {
    return statement.publishedAt() != null
        ? statement.publishedAt().atZone(CHINA).toLocalDate().toString()
        : shown(statement.documentId(), LONGEST_NUMBER);
  }

  private static String shown(String text, int longest) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]", " ").strip();
    int end = Math.min(line.length(), longest);
    if (end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end) + (end < line.length() ? "…" : "");
  }

  /** A number in base units as a person writes it: 86300000000 元 is 863亿元. */
  static String amount(BigDecimal value, String unit) {
    BigDecimal size = value.abs();
    String magnitude = "";
    if (!Units.rate(unit) && size.compareTo(YI) >= 0) {
      size = size.divide(YI, 4, RoundingMode.HALF_UP);
      magnitude = "亿";
    } else if (!Units.rate(unit) && size.compareTo(WAN) >= 0) {
      size = size.divide(WAN, 4, RoundingMode.HALF_UP);
      magnitude = "万";
    } else {
      size = size.setScale(Math.min(size.scale(), 4), RoundingMode.HALF_UP);
    }
    return (value.signum() < 0 ? "−" : "")
        + Comparison.plain(size).toPlainString()
        + magnitude
        + shown(unit, 10);
  }

  private static String signed(BigDecimal value, String unit) {
    String text = amount(value, unit);
    return value.signum() < 0 ? "（" + text + "）" : text;
  }

  private static String percent(BigDecimal ratio) {
    BigDecimal percent = ratio.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    return Comparison.plain(percent).toPlainString() + "%";
  }

  static String alert(AlertType type, AlertState state, Severity severity, String explanation) {
    if (state == AlertState.RESOLVED) {
      return "预警已解除：" + explanation;
    }
    String word =
        switch (severity) {
          case MINOR -> "轻微";
          case MAJOR -> "较重";
          case CRITICAL -> "严重";
        };
    String what =
        switch (type) {
          case MISSED -> "未完成目标";
          case OVERDUE -> "逾期未公布结果";
          case DISPUTED -> "来源说法不一";
          case TARGET_LOWERED -> "目标年内下调";
          case RESULT_LOWERED -> "实绩被下修";
        };
    return what + "（" + word + "）：" + explanation;
  }
}
