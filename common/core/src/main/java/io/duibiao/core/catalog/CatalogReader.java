package io.duibiao.core.catalog;

import io.duibiao.core.rules.WordTrie;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a catalog file and finds everything that is wrong with it, not only the first. A syntax
 * error hides what follows it.
 */
final class CatalogReader {
  /** A name and the entry that had it first. */
  private record Owner(CatalogEntry entry, Located.Scalar name) {}

  private final List<CatalogProblem> problems = new ArrayList<>();
  private final List<CatalogEntry> entries = new ArrayList<>();
  private final List<Indicator> indicators = new ArrayList<>();
  private final Map<String, Owner> owners = new HashMap<>();
  private final WordTrie<Owner> names = new WordTrie<>();

  /**
   * Reads a file.
   *
   * @param yaml UTF-8
   */
  CatalogReader(byte[] yaml) throws IOException {
    for (Located item : LocatedYaml.items(yaml, problems)) {
      entries.add(new CatalogEntry(item, problems));
    }
    for (CatalogEntry entry : entries) {
      Indicator indicator = entry.indicator();
      if (indicator != null) {
        indicators.add(indicator);
      }
    }
    checkIds();
    checkNames();
    entries.forEach(this::checkExamples);
    problems.sort(
        Comparator.comparingInt(CatalogProblem::line).thenComparingInt(CatalogProblem::column));
  }

  /** The entries without fault. */
  List<Indicator> indicators() {
    return indicators;
  }

  /** What is wrong, in the order of the lines. */
  List<CatalogProblem> problems() {
    return problems;
  }

  private void checkIds() {
    Map<String, Located.Scalar> seen = new HashMap<>();
    for (CatalogEntry entry : entries) {
      Located.Scalar id = entry.id();
      if (id == null) {
        continue;
      }
      Located.Scalar first = seen.putIfAbsent(id.text(), id);
      if (first != null) {
        problem(id, "the id '%s' is already that of line %d".formatted(id.text(), first.line()));
      }
    }
  }

  private void checkNames() {
    for (CatalogEntry entry : entries) {
      for (Located.Scalar name : entry.names()) {
        String key = IndicatorCatalog.key(name.text());
        if (key.isEmpty()) {
          continue;
        }
        Owner owner = new Owner(entry, name);
        Owner first = owners.putIfAbsent(key, owner);
        if (first == null) {
          names.putIfAbsent(key, owner);
        } else {
          problem(
              name,
              "the name '%s' of %s is already that of %s (line %d)"
                  .formatted(
                      name.text(), entry.label(), first.entry().label(), first.name().line()));
        }
      }
    }
  }

  private void checkExamples(CatalogEntry entry) {
    // A name that two entries claim is told once, and not again with every example.
    Set<String> own = new HashSet<>();
    entry.names().forEach(name -> own.add(IndicatorCatalog.key(name.text())));
    for (Located.Scalar example : entry.examples()) {
      String text = IndicatorCatalog.key(example.text());
      WordTrie.Word<Owner> longest = null;
      int length = 0;
      for (int i = 0; i < text.length(); i++) {
        WordTrie.Word<Owner> word = names.startingAt(text, i, text.length());
        if (word != null
            && (word.length() > length || word.length() == length && own.contains(word.text()))) {
          longest = word;
          length = word.length();
        }
      }
      if (longest == null) {
        problem(
            example,
            "the example '%s' holds no name of %s".formatted(example.text(), entry.label()));
      } else if (!own.contains(longest.text())) {
        problem(
            example,
            "the example '%s' of %s names %s: '%s' is the longest name in it"
                .formatted(
                    example.text(),
                    entry.label(),
                    longest.value().entry().label(),
                    longest.value().name().text()));
      }
    }
  }

  private void problem(Located where, String message) {
    problems.add(new CatalogProblem(where.line(), where.column(), message));
  }
}
