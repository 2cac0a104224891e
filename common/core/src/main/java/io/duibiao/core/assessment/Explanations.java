package io.duibiao.core.assessment;

import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Period;
import io.duibiao.core.statement.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Says a verdict in one Chinese sentence: both numbers as written, both documents, the arithmetic.
 * The texts come from crawled pages and are cut short, on one line; whoever shows the sentence
 * escapes it.
 */
final class Explanations {
  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_NUMBER = 40;
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
  private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

  private Explanations() {}

  static String compared(Statement target, Answer answer, Comparison comparison) {
    StringBuilder s = new StringBuilder();
    s.append(subject(target)).append("目标为").append(cited(target)).append("，实际为");
    s.append(cited(answer.statement())).append("，");
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
    if (!comparison.met()) {
      s.append("未完成");
      if (comparison.bound().signum() != 0) {
        s.append("，差目标的")
            .append(
                percent(
                    comparison
                        .margin()
                        .abs()
                        .divide(comparison.bound().abs(), 6, RoundingMode.HALF_UP)));
      }
    } else if (comparison.margin().signum() < 0) {
      s.append("在容许的出入之内，完成");
    } else {
      s.append("完成");
    }
    return s.append("。").toString();
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
      why = target.measure() == Measure.GROWTH ? "一个是年均、一个不是" : "一个是当期新增、一个是总量";
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
            : "《" + shown(title, LONGEST_TITLE) + "》";
    return "“" + shown(statement.number(), LONGEST_NUMBER) + "”（" + source + "）";
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
