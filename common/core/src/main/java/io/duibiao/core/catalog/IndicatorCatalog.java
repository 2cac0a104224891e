package io.duibiao.core.catalog;

import io.duibiao.core.text.CharacterFolding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The indicators that have a name of their own, found by any of the names that reports give them.
 *
 * <p>The data and its format are described in the README beside {@code indicators.yaml}. Immutable
 * and thread-safe.
 */
public final class IndicatorCatalog {
  private static final String RESOURCE = "indicators.yaml";

  /** Words before a noun phrase that say whose it is, not what it is. */
  private static final List<String> SCOPES =
      List.of(
          "全年", "全市", "全省", "全县", "全区", "全镇", "全乡", "全州", "全盟", "全旗", "全国", "全街道", "我市", "我省", "我县",
          "我区", "我镇", "我州", "我国", "本市", "本省", "本区", "本县", "本镇");

  /** The group of what the catalog lacks. */
  public static final String NO_GROUP = "未归类";

  private final Map<String, Indicator> byId;
  private final Map<String, Indicator> byKey;

  private IndicatorCatalog(Collection<Indicator> indicators) {
    byId = new LinkedHashMap<>();
    byKey = new LinkedHashMap<>();
    for (Indicator indicator : indicators) {
      byId.put(indicator.id(), indicator);
      byKey.put(key(indicator.name()), indicator);
      indicator.aliases().forEach(alias -> byKey.put(key(alias), indicator));
    }
  }

  /** The catalog that is part of this program; it is read once. */
  public static IndicatorCatalog bundled() {
    return Holder.BUNDLED;
  }

  private static final class Holder {
    static final IndicatorCatalog BUNDLED = readBundled();

    private static IndicatorCatalog readBundled() {
      try (InputStream stream = IndicatorCatalog.class.getResourceAsStream(RESOURCE)) {
        if (stream == null) {
          throw new IllegalStateException("missing resource " + RESOURCE);
        }
        return read(stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Reads a catalog in YAML.
   *
   * @throws IOException when reading fails
   * @throws InvalidCatalogException when it is not a catalog: knows each problem and its line
   */
  public static IndicatorCatalog read(InputStream yaml) throws IOException {
    CatalogReader reader = new CatalogReader(yaml.readAllBytes());
    if (!reader.problems().isEmpty()) {
      throw new InvalidCatalogException(reader.problems());
    }
    return new IndicatorCatalog(reader.indicators());
  }

  /** The group of an indicator id; {@link #NO_GROUP} for one that the catalog lacks. */
  public String groupOf(String indicatorId) {
    return byId(indicatorId).map(Indicator::group).orElse(NO_GROUP);
  }

  /** All entries in the order of the data. */
  public Collection<Indicator> all() {
    return java.util.Collections.unmodifiableCollection(byId.values());
  }

  /** The entry with this id. */
  public Optional<Indicator> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The entry that a noun phrase names: equal to its name or an alias but for script, width, case,
   * spaces, quotes and words that say whose it is (全市, 我区, 全年).
   *
   * @param nounPhrase as written or folded
   * @return empty when no entry has this name; nothing is guessed
   */
  public Optional<Indicator> find(String nounPhrase) {
    String key = key(nounPhrase);
    Indicator found = byKey.get(key);
    while (found == null) {
      String shorter = withoutScope(key);
      if (shorter.equals(key)) {
        return Optional.empty();
      }
      key = shorter;
      found = byKey.get(key);
    }
    return Optional.of(found);
  }

  private static String withoutScope(String key) {
    for (String scope : SCOPES) {
      if (key.startsWith(scope) && key.length() > scope.length() + 1) {
        return key.substring(scope.length());
      }
    }
    return key;
  }

  /** The form in which names are compared. */
  static String key(String name) {
    String folded = CharacterFolding.fold(name).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (!Character.isWhitespace(c) && "“”‘’\"'「」『』《》〈〉()·•的".indexOf(c) < 0) {
        key.append(c);
      }
    }
    return key.toString();
  }
}
