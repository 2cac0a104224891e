package io.duibiao.core.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day as pages write it: 2023-01-18, 2023年1月18日, 二〇二三年一月十八日. */
final class WrittenDay {
  private static final ZoneId CHINA = PageFurniture.CHINA;

  private static final Pattern ARABIC =
      Pattern.compile("((?:19|20)\\d{2}) ?[-年/.] ?(\\d{1,2}) ?[-月/.] ?(\\d{1,2})");

  private static final Pattern CHINESE =
      Pattern.compile("([〇零○O一二三四五六七八九]{4}) ?年 ?([一二三四五六七八九十]{1,2}) ?月 ?([一二三四五六七八九十]{1,3}) ?日");

  private static final String DIGITS = "〇一二三四五六七八九";

  private WrittenDay() {}

  /**
   * The beginning of the first day named in China's time; null for null and where none is named.
   */
  static Instant find(String text) {
    if (text == null) {
      return null;
    }
    Matcher arabic = ARABIC.matcher(text);
    Matcher chinese = CHINESE.matcher(text);
    try {
      if (arabic.find()) {
        return day(
            Integer.parseInt(arabic.group(1)),
            Integer.parseInt(arabic.group(2)),
            Integer.parseInt(arabic.group(3)));
      }
      if (chinese.find()) {
        int year = 0;
        for (char c : chinese.group(1).toCharArray()) {
          year = year * 10 + Math.max(0, DIGITS.indexOf(c));
        }
        return day(year, number(chinese.group(2)), number(chinese.group(3)));
      }
    } catch (DateTimeException e) {
      // 2023-13-45 is no day.
    }
    return null;
  }

  private static Instant day(int year, int month, int day) {
    return LocalDate.of(year, month, day).atStartOfDay(CHINA).toInstant();
  }

  /** 三十一 as 31, 十 as 10, 二十 as 20. */
  private static int number(String written) {
    int ten = written.indexOf('十');
    if (ten < 0) {
      return DIGITS.indexOf(written.charAt(0));
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(written.charAt(0));
    return tens * 10 + Math.max(0, DIGITS.indexOf(written.charAt(written.length() - 1)));
  }
}
