package io.duibiao.core.document;

import io.duibiao.core.catalog.Region;
import io.duibiao.core.catalog.RegionDirectory;
import io.duibiao.core.text.CharacterFolding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the region that a report speaks for. */
final class ReportRegion {
  private static final String NAME = "([\\u4e00-\\u9fff·]{2,20}?";
  private static final String CLASS = "(?:省|自治区|特别行政区|市|自治州|州|盟|地区|县|自治县|旗|区|镇|乡|苏木|街道))";

  private static final Pattern SPEAKS_FOR =
      Pattern.compile("代表(?:中共)?(?:第.{1,6}届)?" + NAME + CLASS + "(?:第.{1,6}届)?(?:人民)?政府");

  private static final Pattern SPEAKS_FOR_CLASS =
      Pattern.compile("代表(?:全)?(自治区|省|市|自治州|州|盟|县|旗|区|镇|乡|街道)(?:第.{1,6}届)?(?:人民)?政府");

  private static final Pattern CONGRESS =
      Pattern.compile("在(?:中共)?" + NAME + CLASS + "第?[一二三四五六七八九十百\\d]{1,4}届(?:人民代表大会|人大)");

  private static final Pattern NATIONAL = Pattern.compile("代表国务院");

  private static final Pattern NATIONAL_CONGRESS = Pattern.compile("届全国(?:人民代表大会|人大)|国务院总理");

  private static final Pattern LEADING = Pattern.compile("^[\\d年〇零一二三四五六七八九十\\s:：,，《(\\-—]+");

  private static final Pattern NOT_A_NAME =
      Pattern.compile("^.{0,20}(?:关于|会议|大会|人民|代表|共产党|[在为的对是])(?=.{3})");

  private static final Pattern NAMED = Pattern.compile(NAME + CLASS);

  /** How much of the body is looked at for names. */
  private static final int BODY_SAMPLE = 60_000;

  private static final int LONGEST_NAME = 8;

  /** Longest value of the field region: a whole path fits in. */
  private static final int LONGEST_REGION = 60;

  /** By level, province first: words by which a report speaks of the whole region. */
  private static final List<List<String>> OWN_WHOLE =
      List.of(
          List.of("全省", "我省", "全自治区", "我区各族"),
          List.of("全市", "我市", "全州", "我州", "全盟", "我盟"),
          List.of("全县", "我县", "全区", "我区", "全旗", "我旗"),
          List.of("全镇", "我镇", "全乡", "我乡", "镇党委", "乡党委", "全街道", "街道党工委"));

  private static final Map<String, Integer> CLASS_LEVELS =
      Map.of("省", 1, "自治区", 1, "市", 2, "自治州", 2, "州", 2, "盟", 2, "县", 3, "旗", 3, "区", 3);

  private final RegionDirectory regions;

  ReportRegion(RegionDirectory regions) {
    this.regions = regions;
  }

  /**
   * A region and the name by which the report calls it.
   *
   * @param region the region with code and path
   * @param name its own name without those of its superiors
   */
  record Found(Region region, String name) {}

  Found find(Document document, Page page, TimeBudget budget) throws RejectedDocumentException {
    String body = CharacterFolding.fold(sample(page.body()));
    List<String> head = page.head();
    List<String> contexts = new ArrayList<>();
    add(contexts, document.region());
    add(contexts, document.publisher());
    add(contexts, page.publisher());
    add(contexts, document.title());
    add(contexts, page.title());
    contexts.add(String.join("\n", head));
    contexts.add(String.join("\n", page.tail()));
    contexts.add(body);

    if (document.region() != null && !document.region().isBlank()) {
      if (document.region().length() > LONGEST_REGION) {
        throw new RejectedDocumentException(
            RejectionReason.INVALID_FIELD,
            "region is longer than " + LONGEST_REGION + " characters");
      }
      return named(CharacterFolding.fold(document.region().strip()), contexts);
    }
    String front = String.join("\n", head) + "\n" + body.substring(0, Math.min(600, body.length()));
    budget.check();
    List<String> spoken = new ArrayList<>();
    first(SPEAKS_FOR, front).map(ReportRegion::withoutLead).ifPresent(spoken::add);
    first(CONGRESS, front).map(ReportRegion::withoutLead).ifPresent(spoken::add);
    if (spoken.isEmpty()
        && (NATIONAL.matcher(front).find()
            || head.stream().anyMatch(line -> NATIONAL_CONGRESS.matcher(line).find()))) {
      return new Found(Region.NATION, Region.NATION.name());
    }
    for (String title : new String[] {document.title(), page.title()}) {
      titled(title).ifPresent(spoken::add);
    }
    for (String name : spoken) {
      Optional<Region> region = known(name, contexts);
      if (region.isPresent()) {
        return new Found(region.get(), region.get().name());
      }
    }
    // The report names itself, though the official list lacks the name.
    if (!spoken.isEmpty()) {
      return named(spoken.get(0), contexts);
    }
    for (String publisher : new String[] {document.publisher(), page.publisher(), page.host()}) {
      Optional<Region> region = titled(publisher).flatMap(name -> known(name, contexts));
      if (region.isPresent()) {
        return new Found(region.get(), region.get().name());
      }
    }
    Optional<Region> counted = mostNamed(front, body, contexts, budget);
    if (counted.isPresent()) {
      return new Found(counted.get(), counted.get().name());
    }
    throw new RejectedDocumentException(
        RejectionReason.UNKNOWN_REGION,
        "neither title, publisher nor text say which region the report speaks for");
  }

  private static void add(List<String> contexts, String text) {
    if (text != null) {
      contexts.add(CharacterFolding.fold(text));
    }
  }

  private static String sample(List<String> body) {
    StringBuilder sample = new StringBuilder();
    for (String line : body) {
      if (sample.length() > BODY_SAMPLE) {
        break;
      }
      sample.append(line, 0, Math.min(line.length(), BODY_SAMPLE)).append('\n');
    }
    return sample.toString();
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private Found named(String name, List<String> contexts) {
    Region region =
        regions
            .byCode(name)
            .or(() -> known(name, contexts))
            .orElseGet(() -> Region.open(lowest(name)));
    return new Found(region, region.name());
  }

  /** 云溪镇 of 清岚市云泽区云溪镇. */
  private static String lowest(String name) {
    Matcher matcher = NAMED.matcher(name);
    String last = name;
    while (matcher.find()) {
      last = matcher.group(1);
    }
    return last;
  }

  private Optional<String> titled(String title) {
    return title == null
        ? Optional.empty()
        : longest(LEADING.matcher(CharacterFolding.fold(title)).replaceAll(""));
  }

  private Optional<Region> known(String name, List<String> contexts) {
    return regions.resolve(name, contexts);
  }

  /** 深圳市 of 大会第六次会议关于深圳市. */
  private static String withoutLead(String name) {
    return NOT_A_NAME.matcher(name).replaceFirst("");
  }

  /** The longest run of class words at the start of a title: 苏州市吴中区临湖镇 of 苏州市吴中区临湖镇2022年…. */
  private Optional<String> longest(String text) {
    Matcher matcher = NAMED.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      end = matcher.end();
    }
    if (end == 0) {
      return regions.shortNamed(text.replaceAll("政府.*", "")).isEmpty()
          ? Optional.empty()
          : Optional.of(text.replaceAll("政府.*", ""));
    }
    return Optional.of(text.substring(0, end));
  }

  /**
   * The region that the text names most, weighed by how often it speaks of its level (全镇, 我市).
   * Short names count below full ones, and not at all for counties, where many are common words.
   */
  private Optional<Region> mostNamed(
      String front, String body, List<String> contexts, TimeBudget budget)
      throws RejectedDocumentException {
    int[] weights = levelWeights(front, body);
    Map<Region, Long> scores = new LinkedHashMap<>();
    for (int i = 0; i < body.length(); i++) {
      if ((i & 0xFFF) == 0) {
        budget.check();
      }
      for (int length = 2; length <= LONGEST_NAME && i + length <= body.length(); length++) {
        String name = body.substring(i, i + length);
        for (Region region : regions.named(name)) {
          scores.merge(region, 2L * weights[region.level()], Long::sum);
        }
        for (Region region : regions.shortNamed(name)) {
          if (region.level() <= 2) {
            scores.merge(region, (long) weights[region.level()], Long::sum);
          }
        }
      }
    }
    Region best = null;
    long most = 0;
    for (Map.Entry<Region, Long> entry : scores.entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best == null ? Optional.empty() : regions.resolve(best.name(), contexts);
  }

  /** By level from nation to township: how often the text speaks of its own whole. */
  private static int[] levelWeights(String front, String body) {
    int[] weights = new int[5];
    for (int level = 1; level < weights.length; level++) {
      for (String word : OWN_WHOLE.get(level - 1)) {
        for (int at = body.indexOf(word); at >= 0; at = body.indexOf(word, at + 1)) {
          weights[level]++;
        }
      }
    }
    first(SPEAKS_FOR_CLASS, front)
        .ifPresent(
            spoken -> {
              int level = CLASS_LEVELS.getOrDefault(spoken, 4);
              java.util.Arrays.fill(weights, 0);
              weights[level] = 1;
            });
    return weights;
  }
}
