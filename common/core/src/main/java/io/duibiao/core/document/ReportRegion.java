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

  private static final Pattern NATIONAL = Pattern.compile("代表国务院|届全国人民代表大会|届全国人大|国务院总理|我国经济社会");

  private static final Pattern LEADING = Pattern.compile("^[\\d年〇零一二三四五六七八九十\\s:：,，《(\\-—]+");

  private static final Pattern NAMED = Pattern.compile(NAME + CLASS);

  /** How much of the body is looked at for names. */
  private static final int BODY_SAMPLE = 60_000;

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
      return named(CharacterFolding.fold(document.region().strip()), contexts);
    }
    String front = String.join("\n", head) + "\n" + body.substring(0, Math.min(600, body.length()));
    budget.check();
    List<String> candidates = new ArrayList<>();
    first(SPEAKS_FOR, front).ifPresent(candidates::add);
    first(CONGRESS, front).ifPresent(candidates::add);
    if (NATIONAL.matcher(front).find()) {
      return new Found(Region.NATION, Region.NATION.name());
    }
    for (String text :
        new String[] {document.title(), page.title(), document.publisher(), page.publisher()}) {
      if (text != null) {
        String stripped = LEADING.matcher(CharacterFolding.fold(text)).replaceAll("");
        longest(stripped).ifPresent(candidates::add);
      }
    }
    for (String candidate : candidates) {
      Optional<Region> region = known(candidate, contexts);
      if (region.isPresent()) {
        return new Found(region.get(), region.get().name());
      }
    }
    Optional<Region> counted = mostNamed(front, body, contexts, budget);
    if (counted.isPresent()) {
      return new Found(counted.get(), counted.get().name());
    }
    if (!candidates.isEmpty()) {
      return named(candidates.get(0), contexts);
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
        regions.byCode(name).or(() -> known(name, contexts)).orElseGet(() -> Region.open(name));
    return new Found(region, region.name());
  }

  private Optional<Region> known(String name, List<String> contexts) {
    return regions.resolve(name, contexts);
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

  /** The region of the level that the report speaks of (全镇, 我市) that it names most often. */
  private Optional<Region> mostNamed(
      String front, String body, List<String> contexts, TimeBudget budget)
      throws RejectedDocumentException {
    int level = level(front, body);
    Map<Region, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < body.length(); i++) {
      if ((i & 0xFFF) == 0) {
        budget.check();
      }
      for (int length = 2; length <= 8 && i + length <= body.length(); length++) {
        String name = body.substring(i, i + length);
        List<Region> known = new ArrayList<>(regions.named(name));
        known.addAll(regions.shortNamed(name));
        for (Region region : known) {
          if (region.level() == level) {
            counts.merge(region, 1, Integer::sum);
          }
        }
      }
    }
    Region best = null;
    int most = 0;
    for (Map.Entry<Region, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best == null ? Optional.empty() : regions.resolve(best.name(), contexts);
  }

  private static int level(String front, String body) {
    Optional<String> spoken = first(SPEAKS_FOR_CLASS, front);
    String[][] words = {
      {"全省", "我省", "全区各族", "自治区"},
      {"全市", "我市", "全州", "我州", "全盟"},
      {"全县", "我县", "全区", "我区", "全旗"},
      {"全镇", "我镇", "全乡", "镇党委", "街道党工委"}
    };
    if (spoken.isPresent()) {
      return switch (spoken.get()) {
        case "省", "自治区" -> 1;
        case "市", "州", "自治州", "盟" -> 2;
        case "县", "区", "旗" -> 3;
        default -> 4;
      };
    }
    int best = 2;
    int most = 0;
    for (int level = 0; level < words.length; level++) {
      int count = 0;
      for (String word : words[level]) {
        for (int at = body.indexOf(word); at >= 0; at = body.indexOf(word, at + 1)) {
          count++;
        }
      }
      if (count > most) {
        most = count;
        best = level + 1;
      }
    }
    return best;
  }
}
