package io.duibiao.core.extraction;

import io.duibiao.core.catalog.Indicator;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.statement.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the series of an indicator: its catalog entry, or for an open indicator the key under which
 * the target of one report and the result of the next meet although they choose other verbs
 * (新增高标准农田, 新建高标准农田). The words are data: {@code series-names.yaml}.
 */
final class SeriesNames {
  private static final int SHORTEST = 2;

  /** Parts of the region that a report may single out where its target speaks of the whole. */
  private static final List<String> PARTS = List.of("市区", "城区", "市本级", "全社会", "城乡");

  private final IndicatorCatalog catalog;
  private final WordTrie<Rule> synonyms;
  private final WordTrie<Rule> leading;
  private final WordTrie<Rule> nouns;
  private final WordTrie<Rule> trailing;
  private final WordTrie<Rule> projects;

  SeriesNames(IndicatorCatalog catalog) {
    this.catalog = catalog;
    RuleFile file = RuleFile.bundled(SeriesNames.class, "series-names.yaml");
    synonyms = new WordTrie<>();
    Rule rule = file.rule("synonyms");
    rule.factors().keySet().forEach(word -> synonyms.putIfAbsent(word, rule));
    leading = file.trie("leading");
    nouns = file.trie("leading-but-part-of-the-noun");
    trailing = file.trie("trailing");
    projects = file.trie("treatment-before-project");
  }

  /** The entry of the catalog that a name of this measure means. */
  Optional<Indicator> known(String name, Measure measure) {
    Optional<Indicator> found = catalog.find(name);
    if (found.isEmpty() && measure == Measure.INCREMENT) {
      found = catalog.find("新增" + name);
    }
    for (String part : PARTS) {
      if (found.isEmpty() && name.startsWith(part)) {
        found = catalog.find(name.substring(part.length()));
      }
    }
    return found.isPresent() ? found : catalog.find(key(name));
  }

  /** The key of an open indicator of that name; never empty. */
  String key(String name) {
    String bare = withoutNotes(replaced(withoutMarks(name.toLowerCase(Locale.ROOT))));
    String key = bare;
    String before;
    do {
      before = key;
      key = trimmed(key);
    } while (!key.equals(before));
    return key.isEmpty() ? name : key;
  }

  private String trimmed(String key) {
    if (!key.isEmpty() && "和与及、的等".indexOf(key.charAt(0)) >= 0) {
      return key.substring(1);
    }
    if (!key.isEmpty() && "和与及、的".indexOf(key.charAt(key.length() - 1)) >= 0) {
      return key.substring(0, key.length() - 1);
    }
    if (projects.endingAt(key, 0, key.length()) != null) {
      return key.substring(0, key.length() - 2);
    }
    WordTrie.Word<Rule> first = leading.startingAt(key, 0, key.length());
    if (first != null
        && key.length() - first.length() >= SHORTEST
        && nouns.startingAt(key, 0, key.length()) == null) {
      return key.substring(first.length());
    }
    WordTrie.Word<Rule> last = trailing.endingAt(key, 0, key.length());
    if (last != null && key.length() - last.length() >= SHORTEST) {
      return key.substring(0, key.length() - last.length());
    }
    return key;
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
