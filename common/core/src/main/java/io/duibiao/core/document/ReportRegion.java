package io.duibiao.core.document;

import io.duibiao.core.catalog.Region;
import io.duibiao.core.catalog.RegionDirectory;
import io.duibiao.core.text.CharacterFolding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the region that a report speaks for. */
final class ReportRegion {
  private static final String NAME = "([\\u4e00-\\u9fff·]{2,20}?";
  private static final String CLASS = "(?:省|自治区|特别行政区|市|自治州|州|盟|地区|县|自治县|旗|区|镇|乡|苏木|街道))";

  private static final Pattern SPEAKS_FOR =
      Pattern.compile("代表(?:中共)?(?:第.{1,6}届)?" + NAME + CLASS + "(?:第.{1,6}届)?(?:人民)?政府");

  private static final Pattern SPEAKS_FOR_CLASS =
      Pattern.compile("代表(?:全|自治)?(省|市|州|盟|县|旗|区|镇|乡|街道)(?:第.{1,6}届)?(?:人民)?政府");

  private static final Pattern CONGRESS =
      Pattern.compile("在(?:中共)?" + NAME + CLASS + "第?[一二三四五六七八九十百\\d]{1,4}届(?:人民代表大会|人大)");

  private static final Pattern ISSUER =
      Pattern.compile(
          NAME
              + CLASS
              + "(?:人民政府|政府|街道办事处)(?:文件|办公室|(?:代?(?:省|市|州|盟|县|旗|区|镇|乡)长|主席|主任)? ?[\\u4e00-\\u9fff ]{0,5})");

  private static final Pattern NATIONAL = Pattern.compile("代表国务院");

  private static final Pattern NATIONAL_CONGRESS = Pattern.compile("届全国(?:人民代表大会|人大)|国务院总理");

  private static final Pattern LEADING = Pattern.compile("^[\\d年〇○O零一二三四五六七八九十\\s:：,，《(\\-—]+");

  private static final Pattern NOT_A_NAME =
      Pattern.compile("^.{0,20}(?:关于|会议|大会|人民|代表|共产党|委员会|党委|工委|[在为的对是])(?=.{3})");

  /** What stands between the parts of a title, of which one or none names the region. */
  private static final Pattern TITLE_BREAK =
      Pattern.compile(
          "[\\s:：,，。;；!！?？《》〈〉【】\\[\\]()（）|｜/>»—–\\-·•“”\"]+|(?<=[年度])度|关于|有关|印发|转发|中共|解读|聚焦|最新|重磅|全文");

  /** 镇长张三在镇 of 临湖镇镇长张三在镇第三届人民代表大会上: the person that speaks, not a region. */
  private static final Pattern SPEAKER =
      Pattern.compile("(?:省|市|州|县|区|镇|乡)长.*|(?:主席|主任|盟长|旗长|书记).*");

  /** Names that the official list lacks are taken from a title only where they can be names. */
  private static final Pattern NO_NAME =
      Pattern.compile(".*(?:报告|总结|计划|会议|大会|工作|政府|人民|委员|代表|情况|建设|发展|全|我|本|各|年|和|与|及).*|.{14,}");

  private static final Pattern NAMED = Pattern.compile(NAME + CLASS);

  /** How much of the body is looked at for names. */
  private static final int BODY_SAMPLE = 60_000;

  private static final int LONGEST_NAME = 8;

  private static final int LONGEST_TITLE = 200;

  /** Longest value of the field region: a whole path fits in. */
  private static final int LONGEST_REGION = 60;

  /** Names of townships proper; others of their level, such as 开发区, are common words. */
  private static final Pattern TOWNSHIP = Pattern.compile("(?:镇|乡|街道|苏木)$");

  /** How many times more than any other a region must be named to be the one meant. */
  private static final double CLEAR_LEAD = 1.2;

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
    String body = LineMarks.close(CharacterFolding.fold(sample(page.body())));
    List<String> head = page.head().stream().map(LineMarks::close).toList();
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
    for (String title : new String[] {document.title(), page.title(), page.heading()}) {
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
    Optional<Region> issuer = issuer(head, contexts);
    if (issuer.isPresent()) {
      return new Found(issuer.get(), issuer.get().name());
    }
    Optional<Region> counted = mostNamed(front, body, contexts, budget);
    if (counted.isPresent()) {
      return new Found(counted.get(), counted.get().name());
    }
    throw new RejectedDocumentException(
        RejectionReason.UNKNOWN_REGION,
        "neither title, publisher nor text say which region the report speaks for");
  }

  /**
   * The region of the body that signs at the head of the page (清岚县人民政府文件, 清岚县人民政府县长　李某), where its
   * lines name no second one.
   */
  private Optional<Region> issuer(List<String> head, List<String> contexts) {
    Set<Region> issuers = new LinkedHashSet<>();
    for (String line : head) {
      Matcher matcher = ISSUER.matcher(line);
      if (matcher.matches()) {
        known(matcher.group(1), contexts).ifPresent(issuers::add);
      }
    }
    return issuers.size() == 1 ? issuers.stream().findFirst() : Optional.empty();
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

  /**
   * A name that the official list has several times is nobody's without a word on its superiors.
   */
  private Found named(String name, List<String> contexts) throws RejectedDocumentException {
    Optional<Region> known = regions.byCode(name).or(() -> known(name, contexts));
    int namesakes = regions.named(name).size();
    if (known.isEmpty() && namesakes > 1) {
      throw new RejectedDocumentException(
          RejectionReason.UNKNOWN_REGION,
          namesakes + " regions are called " + name + ", and nothing tells which one is meant");
    }
    Region region = known.orElseGet(() -> Region.open(lowest(name)));
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

  /**
   * The region that a title names: the first that the official list has among its parts, else the
   * first that can be a name.
   */
  private Optional<String> titled(String title) {
    if (title == null) {
      return Optional.empty();
    }
    String bounded = title.substring(0, Math.min(LONGEST_TITLE, title.length()));
    String folded = LineMarks.close(CharacterFolding.fold(bounded));
    String open = null;
    for (String part : TITLE_BREAK.split(folded)) {
      String whole = LEADING.matcher(part).replaceAll("");
      for (String text : List.of(whole, withoutLead(whole))) {
        Optional<String> name = longest(text);
        if (name.isPresent() && regions.resolve(name.get(), List.of(folded)).isPresent()) {
          return name;
        }
        if (open == null && name.isPresent() && !NO_NAME.matcher(name.get()).matches()) {
          open = name.get();
        }
      }
    }
    return Optional.ofNullable(open);
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
    while (matcher.find()
        && matcher.start() == end
        && !SPEAKER.matcher(matcher.group()).matches()) {
      end = matcher.end();
    }
    if (end == 0) {
      return shortNamed(text);
    }
    return Optional.of(text.substring(0, end));
  }

  /** 江苏 of 江苏2023年政府工作报告: a short name before a year or the kind of the report. */
  private Optional<String> shortNamed(String title) {
    for (int length = Math.min(LONGEST_NAME, title.length()); length >= 2; length--) {
      String name = title.substring(0, length);
      String rest = title.substring(length);
      if (!regions.shortNamed(name).isEmpty()
          && (rest.startsWith("政府") || !rest.isEmpty() && Character.isDigit(rest.charAt(0)))) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /**
   * The region that the text names most, weighed by how often it speaks of the whole of such a
   * region (全镇, 我市). Short names count below full ones, and for counties only where the full name
   * occurs: many are common words. Two regions that are named about as often are not told apart.
   */
  private Optional<Region> mostNamed(
      String front, String body, List<String> contexts, TimeBudget budget)
      throws RejectedDocumentException {
    Map<Region, Integer> full = new LinkedHashMap<>();
    Map<Region, Integer> brief = new LinkedHashMap<>();
    for (int i = 0; i < body.length(); i++) {
      if ((i & 0xFFF) == 0) {
        budget.check();
      }
      i += count(body, i, full, brief);
    }
    brief.keySet().removeIf(region -> region.level() > 2 && !full.containsKey(region));
    Map<String, Integer> weights = new HashMap<>();
    Optional<String> spoken = first(SPEAKS_FOR_CLASS, front);
    Map<Region, Integer> scores = new LinkedHashMap<>();
    Set<Region> named = new LinkedHashSet<>(full.keySet());
    named.addAll(brief.keySet());
    for (Region region : named) {
      String of = classOf(region);
      int weight =
          spoken.isPresent()
              ? (spoken.get().equals(of) ? 1 : 0)
              : weights.computeIfAbsent(of, word -> spokenOf(body, word));
      int score = weight * (2 * full.getOrDefault(region, 0) + brief.getOrDefault(region, 0));
      scores.put(region, score);
    }
    Region best = null;
    for (Region region : named) {
      if (best == null || scores.get(region) > scores.get(best)) {
        best = region;
      }
    }
    if (best == null || scores.get(best) == 0) {
      return Optional.empty();
    }
    String name = best.name();
    int rival =
        named.stream()
            .filter(region -> !region.name().equals(name))
            .mapToInt(scores::get)
            .max()
            .orElse(0);
    return scores.get(best) < CLEAR_LEAD * rival
        ? Optional.empty()
        : regions.resolve(name, contexts);
  }

  /** Counts the longest name that begins here; returns how many more characters it covers. */
  private int count(String body, int start, Map<Region, Integer> full, Map<Region, Integer> brief) {
    for (int length = Math.min(LONGEST_NAME, body.length() - start); length >= 2; length--) {
      String name = body.substring(start, start + length);
      List<Region> named = length > 2 ? regions.named(name) : List.of();
      List<Region> shortNamed = regions.shortNamed(name);
      for (Region region : named) {
        if (region.level() < 4 || TOWNSHIP.matcher(name).find()) {
          full.merge(region, 1, Integer::sum);
        }
      }
      shortNamed.forEach(region -> brief.merge(region, 1, Integer::sum));
      if (!named.isEmpty() || !shortNamed.isEmpty()) {
        return length - 1;
      }
    }
    return 0;
  }

  /** The word by which people of the region call its class: 市 also of 天津市, 区 also of 西藏自治区. */
  private static String classOf(Region region) {
    String name = region.name();
    return name.endsWith("街道") ? "街道" : name.substring(name.length() - 1);
  }

  /**
   * How often the text speaks of the whole of its own region, rankings within a larger one aside.
   */
  private static int spokenOf(String body, String of) {
    int count = 0;
    for (String word : new String[] {"全" + of, "我" + of, of + "党委"}) {
      for (int at = body.indexOf(word); at >= 0; at = body.indexOf(word, at + 1)) {
        int next = at + word.length();
        boolean ranking =
            next < body.length() && "第前首唯率先领排平最".indexOf(body.charAt(next)) >= 0
                || at > 0 && "居列占于位".indexOf(body.charAt(at - 1)) >= 0;
        count += ranking ? 0 : 1;
      }
    }
    return count;
  }
}
