package io.duibiao.local.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences of the kinds that work reports are made of, with random numbers. */
final class Clauses {
  /** In a sentence: a rate, an amount and a count. */
  private static final String RATE = "R";

  private static final String AMOUNT = "A";
  private static final String COUNT = "C";
  private static final Pattern PLACE = Pattern.compile("[RAC]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9])?(?=%|亿元|家|人|个|位|公里)");

  private record Theme(List<String> results, List<String> targets) {}

  private static final List<Theme> THEMES =
      List.of(
          new Theme(
              List.of("地区生产总值增长R%。", "预计地区生产总值增长R%左右。", "完成地区生产总值A亿元，增长R%。"),
              List.of("地区生产总值增长R%左右。", "地区生产总值增长R%以上。", "地区生产总值达到A亿元。")),
          new Theme(
              List.of("一般公共预算收入完成A亿元，增长R%。", "一般公共预算收入A亿元。"),
              List.of("一般公共预算收入增长R%。", "一般公共预算收入达到A亿元以上。", "一般公共预算收入与经济增长同步。")),
          new Theme(List.of("居民人均可支配收入增长R%。"), List.of("居民人均可支配收入增长与经济增长同步。", "居民人均可支配收入增长R%左右。")),
          new Theme(List.of("固定资产投资增长R%。", "固定资产投资下降R%。"), List.of("固定资产投资增长R%。")),
          new Theme(
              List.of("社会消费品零售总额A亿元，增长R%。"), List.of("社会消费品零售总额增长R%左右。", "社会消费品零售总额增长R%到R%。")),
          new Theme(List.of("居民消费价格上涨R%。"), List.of("居民消费价格涨幅控制在R%以内。", "居民消费价格上涨R%左右。")),
          new Theme(List.of("城镇调查失业率R%。"), List.of("城镇调查失业率控制在R%以内。", "城镇调查失业率R%左右。")),
          new Theme(List.of("城镇新增就业C人。", "城镇新增就业C人，超额完成年度任务。"), List.of("城镇新增就业C人以上。")),
          new Theme(List.of("新增规上工业企业C家。", "净增规上工业企业C家。"), List.of("新增规上工业企业C家以上。")),
          new Theme(List.of("新增公共停车泊位C个。", "新增公共停车泊位完成年度任务。"), List.of("新增公共停车泊位C个。")),
          new Theme(List.of("单位地区生产总值能耗下降R%。"), List.of("单位地区生产总值能耗下降R%左右。")),
          new Theme(List.of("高新技术产业产值占规上工业总产值比重R%。"), List.of("高新技术产业产值占规上工业总产值比重提高R个百分点。")),
          new Theme(List.of("新改建农村公路C公里。"), List.of("新改建农村公路C公里。")));

  private Clauses() {}

  /** What was achieved, in some of the themes. */
  static List<String> results(Random random) {
    return some(random, true);
  }

  /** What shall be achieved, in some of the themes. */
  static List<String> targets(Random random) {
    return some(random, false);
  }

  /** Targets of the five years from a year on. */
  static String ofFiveYears(int year, Random random) {
    return filled("\n到%d年，地区生产总值达到A亿元，年均增长R%%左右。".formatted(year + 4), random);
  }

  /** The same sentence with one number changed. */
  static String altered(String sentence, Random random) {
    Matcher number = NUMBER.matcher(sentence);
    List<int[]> places = new ArrayList<>();
    while (number.find()) {
      places.add(new int[] {number.start(), number.end()});
    }
    if (places.isEmpty()) {
      return sentence;
    }
    int[] place = places.get(random.nextInt(places.size()));
    String old = sentence.substring(place[0], place[1]);
    String changed = Integer.toString(1 + random.nextInt(9)) + old;
    if (random.nextBoolean() && old.length() > 1 && !old.startsWith("0")) {
      changed = old.substring(0, old.length() - 1) + random.nextInt(10);
    }
    return sentence.substring(0, place[0]) + changed + sentence.substring(place[1]);
  }

  private static List<String> some(Random random, boolean results) {
    List<Theme> themes = new ArrayList<>(THEMES);
    Collections.shuffle(themes, random);
    List<String> clauses = new ArrayList<>();
    for (Theme theme : themes.subList(0, 3 + random.nextInt(THEMES.size() - 3))) {
      List<String> forms = results ? theme.results() : theme.targets();
      clauses.add(filled(forms.get(random.nextInt(forms.size())), random));
    }
    return clauses;
  }

  private static String filled(String form, Random random) {
    Matcher place = PLACE.matcher(form);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      place.appendReplacement(filled, number(place.group(), random));
    }
    return place.appendTail(filled).toString();
  }

  private static String number(String kind, Random random) {
    return switch (kind) {
      case RATE -> String.format(Locale.ROOT, "%.1f", 1 + random.nextInt(100) / 10.0);
      case AMOUNT -> String.format(Locale.ROOT, "%.1f", 100 + random.nextInt(400) / 10.0);
      case COUNT -> Integer.toString(5 + random.nextInt(60));
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
