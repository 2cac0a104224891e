package io.duibiao.core.extraction;

import io.duibiao.core.catalog.Dimension;
import io.duibiao.core.catalog.Indicator;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.statement.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the series of an indicator: its catalog entry, or for an open indicator the key under which
 * the target of one report and the result of the next meet although they choose other words
 * (新增高标准农田, 新建高标准农田). The words are data: {@code series-names.yaml}.
 */
final class SeriesNames {
  private static final int SHORTEST = 2;
  private static final String JOINTS = "和与及、的等";

  private final IndicatorCatalog catalog;
  private final Map<String, Indicator> catalogByKey = new HashMap<>();
  private final WordTrie<Rule> synonyms = new WordTrie<>();
  private final WordTrie<Rule> leading;
  private final WordTrie<Rule> leadingNouns;
  private final WordTrie<Rule> trailing;
  private final WordTrie<Rule> trailingNouns;
  private final WordTrie<Rule> predicates;
  private final WordTrie<Rule> treatments;
  private final WordTrie<Rule> treatmentNouns;
  private final WordTrie<Rule> projects;
  private final WordTrie<Rule> money;
  private final List<String> partsOfRegion;
  private final List<String> namesOfGrowth;
  private final Map<String, String> sameSeries;
  private final WordTrie<Rule> generic =
      RuleFile.bundled(SeriesNames.class, "names.yaml").trie("generic-things");

  SeriesNames(IndicatorCatalog catalog) {
    this.catalog = catalog;
    RuleFile file = RuleFile.bundled(SeriesNames.class, "series-names.yaml");
    Rule rule = file.rule("synonyms");
    rule.factors().keySet().forEach(word -> synonyms.putIfAbsent(word, rule));
    leading = file.trie("leading");
    leadingNouns = file.trie("leading-but-part-of-the-noun");
    trailing = file.trie("trailing");
    trailingNouns = file.trie("trailing-but-part-of-the-noun");
    predicates = file.trie("predicate");
    treatments = file.trie("treatment");
    treatmentNouns = file.trie("treatment-but-part-of-the-noun");
    namesOfGrowth = file.rule("names-of-growth").words();
    partsOfRegion = file.rule("parts-of-the-region").words();
    projects = file.trie("treatment-before-project");
    money = file.trie("money-behind-the-counted");
    sameSeries = file.rule("entries-of-one-series").factors();
    index();
  }

  /** What the number of a claim counts: its name, unless that says more than its unit bears out. */
  String counted(String name, Measure measure, String unit) {
    boolean amount = measure == Measure.LEVEL || measure == Measure.INCREMENT;
    if (!amount || unit.contains("元") || unit.equals("%") || unit.equals("个百分点")) {
      return name;
    }
    WordTrie.Word<Rule> word = money.endingAt(name, 0, name.length());
    return stays(word, name) ? name.substring(0, name.length() - word.length()) : name;
  }

  /** Names of different entries that would have one key are found as written only. */
  private void index() {
    Set<String> ambiguous = new HashSet<>();
    for (Indicator indicator : catalog.all()) {
      List<String> all = new ArrayList<>(indicator.aliases());
      all.add(indicator.name());
      for (String name : all) {
        String key = key(name);
        if (generic.isWord(key, 0, key.length())) {
          continue; // 引进项目 must not be the series of every 项目
        }
        Indicator other = catalogByKey.putIfAbsent(key, indicator);
        if (other != null && !other.id().equals(indicator.id())) {
          ambiguous.add(key);
        }
      }
    }
    catalogByKey.keySet().removeAll(ambiguous);
  }

  /**
   * The entry of the catalog that a claim's name means.
   *
   * @param unit the claim's base unit; an amount never finds an entry that is a rate
   */
  Optional<Indicator> known(String name, Measure measure, String unit) {
    Optional<Indicator> entry = entry(name, measure, unit);
    Optional<Indicator> series = entry.map(i -> sameSeries.get(i.id())).flatMap(catalog::byId);
    return series.isPresent() ? series : entry;
  }

  private Optional<Indicator> entry(String name, Measure measure, String unit) {
    Optional<Indicator> found = catalog.find(name);
    if (found.isEmpty() && measure == Measure.INCREMENT) {
      found = catalog.find("新增" + name);
    }
    for (String growth : namesOfGrowth) {
      if (found.isEmpty() && measure == Measure.GROWTH && name.endsWith(growth)) {
        found = catalog.find(name.substring(0, name.length() - growth.length()));
      }
    }
    for (String part : partsOfRegion) {
      if (found.isEmpty() && name.startsWith(part)) {
        found = catalog.find(name.substring(part.length()));
      }
    }
    if (found.isPresent()) {
      return found;
    }
    return Optional.ofNullable(catalogByKey.get(key(name)))
        .filter(
            i -> measure != Measure.LEVEL || unit.equals("%") == (i.dimension() == Dimension.RATE));
  }

  /** The key of an open indicator of that name; never empty. */
  String key(String name) {
    String key = withoutNotes(replaced(withoutMarks(name.toLowerCase(Locale.ROOT))));
    Set<String> done = new TreeSet<>();
    String before;
    do {
      before = key;
      key = trimmed(key, done);
    } while (!key.equals(before));
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) != '、' && key.charAt(i) != '的') {
        joined.append(key.charAt(i));
      }
    }
    done.forEach(joined::append);
    return joined.isEmpty() ? name : joined.toString();
  }

  private String trimmed(String key, Set<String> done) {
    int length = key.length();
    if (length == 0) {
      return key;
    }
    if (JOINTS.indexOf(key.charAt(0)) >= 0) {
      return key.substring(1);
    }
    if (JOINTS.indexOf(key.charAt(length - 1)) >= 0 && !key.endsWith("高等")) {
      return key.substring(0, length - 1);
    }
    if (projects.endingAt(key, 0, length) != null) {
      return key.substring(0, length - 2);
    }
    WordTrie.Word<Rule> word = leading.startingAt(key, 0, length);
    if (stays(word, key) && leadingNouns.startingAt(key, 0, length) == null) {
      return key.substring(word.length());
    }
    for (WordTrie<Rule> words : List.of(predicates, trailing)) {
      word = words.endingAt(key, 0, length);
      boolean noun = words == trailing && trailingNouns.endingAt(key, 0, length) != null;
      if (word != null && !noun && length - word.length() > SHORTEST) {
        return key.substring(0, length - word.length());
      }
    }
    word = treatments.startingAt(key, 0, length);
    if (stays(word, key) && treatmentNouns.startingAt(key, 0, length) == null) {
      done.add(word.text());
      return key.substring(word.length());
    }
    word = treatments.endingAt(key, 0, length);
    if (stays(word, key)) {
      done.add(word.text());
      return key.substring(0, length - word.length());
    }
    return key;
  }

  private static boolean stays(WordTrie.Word<Rule> word, String key) {
    return word != null && key.length() - word.length() >= SHORTEST;
  }

  private String replaced(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); ) {
      WordTrie.Word<Rule> word = synonyms.startingAt(name, i, name.length());
      if (word == null) {
        out.append(name.charAt(i++));
      } else {
        out.append(word.value().factors().get(word.text()));
        i += word.length();
      }
    }
    return out.toString();
  }

  private static String withoutMarks(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isWhitespace(c) && "“”‘’\"'《》「」『』·".indexOf(c) < 0) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String withoutNotes(String name) {
    StringBuilder out = new StringBuilder(name.length());
    int depth = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
