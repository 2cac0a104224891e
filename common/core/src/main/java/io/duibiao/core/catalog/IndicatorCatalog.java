package io.duibiao.core.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.duibiao.core.text.CharacterFolding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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

  private final Map<String, Indicator> byId;
  private final Map<String, Indicator> byKey;

  private IndicatorCatalog(Collection<Indicator> indicators) {
    byId = new LinkedHashMap<>();
    byKey = new LinkedHashMap<>();
    for (Indicator indicator : indicators) {
      if (!indicator.id().matches("[a-z][a-z0-9-]*")) {
        throw new IllegalArgumentException(
            indicator.id() + ": an id is lower-case letters, digits and hyphens");
      }
      if (byId.putIfAbsent(indicator.id(), indicator) != null) {
        throw new IllegalArgumentException(indicator.id() + ": this id occurs twice");
      }
      List<String> names = new ArrayList<>(indicator.aliases());
      names.add(0, indicator.name());
      for (String name : names) {
        Indicator other = byKey.putIfAbsent(key(name), indicator);
        if (other != null) {
          throw new IllegalArgumentException(
              indicator.id() + ": the name " + name + " is already that of " + other.id());
        }
      }
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
   * @throws IllegalArgumentException when it is not a catalog: names the entry and the line in or
   *     just after it
   */
  public static IndicatorCatalog read(InputStream yaml) throws IOException {
    ObjectMapper mapper =
        new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    try {
      return new IndicatorCatalog(mapper.readValue(yaml, new TypeReference<List<Indicator>>() {}));
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      if (e instanceof JsonMappingException mapping
          && !mapping.getPath().isEmpty()
          && mapping.getPath().get(0).getIndex() >= 0) {
        where += "entry " + (mapping.getPath().get(0).getIndex() + 1) + ": ";
      }
      throw new IllegalArgumentException(where + e.getOriginalMessage(), e);
    }
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
