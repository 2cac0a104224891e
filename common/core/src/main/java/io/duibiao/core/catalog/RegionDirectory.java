package io.duibiao.core.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The official administrative divisions from province to township, by code and by name.
 *
 * <p>Source and date of the data are named in the README beside the data file. Immutable and
 * thread-safe.
 */
public final class RegionDirectory {
  private static final String RESOURCE = "regions.tsv.gz";

  /** Statistical place-holders that stand between a region and its real superior. */
  private static final List<String> PLACE_HOLDERS = List.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

  /** Peoples in the names of autonomous units, which short names leave out. */
  private static final Pattern PEOPLES =
      Pattern.compile(
          "(?:(?:各|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)族|维吾尔|哈萨克|柯尔克孜|塔吉克|蒙古|锡伯)+$");

  private final Map<String, Region> byCode;
  private final Map<String, List<Region>> byName;
  private final Map<String, List<Region>> byShortName;

  private RegionDirectory(Collection<Region> regions) {
    byCode = new HashMap<>(regions.size() * 2);
    byName = new HashMap<>(regions.size() * 2);
    byShortName = new HashMap<>();
    for (Region region : regions) {
      byCode.put(region.code(), region);
      byName.computeIfAbsent(region.name(), name -> new ArrayList<>(1)).add(region);
      for (String shortName : shortNames(region)) {
        byShortName.computeIfAbsent(shortName, name -> new ArrayList<>(1)).add(region);
      }
    }
  }

  /** The directory that is part of this program; it is read once. */
  public static RegionDirectory bundled() {
    return Holder.BUNDLED;
  }

  private static final class Holder {
    static final RegionDirectory BUNDLED = readBundled();

    private static RegionDirectory readBundled() {
      try (InputStream stream = RegionDirectory.class.getResourceAsStream(RESOURCE)) {
        if (stream == null) {
          throw new IllegalStateException("missing resource " + RESOURCE);
        }
        return read(new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Reads lines of code, tab, name in ascending order of code; a code of three digits is that of a
   * township within the county of the line before it.
   *
   * @throws IOException when reading fails
   * @throws IllegalArgumentException naming the line that is not of that form
   */
  static RegionDirectory read(Reader source) throws IOException {
    Map<String, Region> regions = new LinkedHashMap<>();
    regions.put(Region.NATION.code(), Region.NATION);
    BufferedReader reader = new BufferedReader(source);
    String county = "";
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      int tab = line.indexOf('\t');
      if (tab != 3 && tab != 6 && tab != 9) {
        throw new IllegalArgumentException("line " + number + ": no code and name: " + line);
      }
      String code = tab == 3 ? county + line.substring(0, 3) : line.substring(0, tab);
      county = code.substring(0, 6);
      String name = line.substring(tab + 1);
      if (!PLACE_HOLDERS.contains(name)) {
        regions.put(code, new Region(code, name, path(regions, code, name)));
      }
    }
    return new RegionDirectory(regions.values());
  }

  private static String path(Map<String, Region> regions, String code, String name) {
    Region superior = superior(regions, code);
    return superior == null ? name : superior.path() + "/" + name;
  }

  private static Region superior(Map<String, Region> regions, String code) {
    List<String> candidates = new ArrayList<>(3);
    if (code.length() > 6) {
      candidates.add(code.substring(0, 6));
    }
    candidates.add(code.substring(0, 4) + "00");
    candidates.add(code.substring(0, 2) + "0000");
    for (String candidate : candidates) {
      if (!candidate.equals(code) && regions.containsKey(candidate)) {
        return regions.get(candidate);
      }
    }
    return null;
  }

  /** The region with this code: six digits, nine for a township; {@code 000000} is the nation. */
  public Optional<Region> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The region directly above, or empty for provinces, the nation and open regions. */
  public Optional<Region> superior(Region region) {
    return region.isOpen() || region.level() == 0
        ? Optional.empty()
        : Optional.ofNullable(superior(byCode, region.code()));
  }

  /** All regions with exactly this official name; many townships share one. */
  public List<Region> named(String name) {
    return List.copyOf(byName.getOrDefault(name, List.of()));
  }

  /** All regions down to counties with this name without its class word: 江苏, 黔东南州, 吴中. */
  public List<Region> shortNamed(String name) {
    return List.copyOf(byShortName.getOrDefault(name, List.of()));
  }

  /** The region's own name and the short forms that reports use, longest first. */
  public List<String> namesOf(Region region) {
    List<String> names = new ArrayList<>();
    names.add(region.name());
    names.addAll(shortNames(region));
    return names;
  }

  /**
   * The one region that a name means in a context: the one most of whose superiors are named there,
   * the higher one among equals.
   *
   * @param name an official or short name, simplified; a name that starts with those of its
   *     superiors (苏州市吴中区临湖镇) is understood
   * @param contexts simplified texts that may name superiors, the most telling first
   * @return empty when the directory lacks the name, or knows several and the contexts do not tell
   *     which one is meant
   */
  public Optional<Region> resolve(String name, List<String> contexts) {
    List<Region> candidates = candidates(name);
    List<String> all = new ArrayList<>(contexts.size() + 1);
    if (candidates.isEmpty()) {
      for (int start = 1; start < name.length() - 1 && candidates.isEmpty(); start++) {
        String rest = name.substring(start);
        if (byName.containsKey(rest)) {
          String before = name.substring(0, start);
          candidates = byName.get(rest).stream().filter(r -> isBelow(r, before)).toList();
        }
      }
      all.add(name);
    }
    all.addAll(contexts);
    if (candidates.size() < 2) {
      return candidates.stream().findFirst();
    }
    for (String context : all) {
      candidates = bestIn(candidates, context);
      if (candidates.size() == 1) {
        return Optional.of(candidates.get(0));
      }
    }
    int top = candidates.stream().mapToInt(Region::level).min().orElseThrow();
    List<Region> highest = candidates.stream().filter(r -> r.level() == top).toList();
    return highest.size() == 1 ? Optional.of(highest.get(0)) : Optional.empty();
  }

  private List<Region> candidates(String name) {
    List<Region> exact = byName.getOrDefault(name, List.of());
    return exact.isEmpty() ? byShortName.getOrDefault(name, List.of()) : exact;
  }

  private boolean isBelow(Region region, String superiors) {
    for (Optional<Region> above = superior(region); above.isPresent(); ) {
      Region candidate = above.get();
      if (namesOf(candidate).stream().anyMatch(superiors::endsWith)) {
        return true;
      }
      above = superior(candidate);
    }
    return false;
  }

  private List<Region> bestIn(List<Region> candidates, String context) {
    Map<Region, Integer> scores = new LinkedHashMap<>();
    for (Region candidate : candidates) {
      int score = 0;
      for (Optional<Region> above = superior(candidate);
          above.isPresent();
          above = superior(above.get())) {
        if (namesOf(above.get()).stream().anyMatch(context::contains)) {
          score++;
        }
      }
      scores.put(candidate, score);
    }
    int best = scores.values().stream().max(Comparator.naturalOrder()).orElse(0);
    return scores.entrySet().stream()
        .filter(e -> e.getValue() == best)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Names without class word; only down to counties, where they are common and hardly ambiguous.
   */
  private static List<String> shortNames(Region region) {
    if (region.level() > 3 || region.level() == 0) {
      return List.of();
    }
    String name = region.name();
    List<String> names = new ArrayList<>(2);
    for (String suffix :
        List.of(
            "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "新区", "省", "市", "盟", "州", "区", "县",
            "旗")) {
      if (name.endsWith(suffix) && name.length() - suffix.length() >= 2) {
        String stem = name.substring(0, name.length() - suffix.length());
        if (suffix.startsWith("自治")) {
          String plain = PEOPLES.matcher(stem).replaceAll("");
          if (plain.length() >= 2) {
            stem = plain;
          }
          names.add(stem + suffix.substring(2));
        }
        names.add(stem);
        break;
      }
    }
    return names;
  }
}
