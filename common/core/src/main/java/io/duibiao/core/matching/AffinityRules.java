package io.duibiao.core.matching;

import io.duibiao.core.rules.WordLists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code affinity.yaml} says. */
final class AffinityRules {
  /**
   * Two names.
   *
   * @param target the name of a target's indicator
   * @param result the name of a result's
   * @param like same, part, or no
   */
  record Pair(String target, String result, String like) {}

  /**
   * A list of the file.
   *
   * @param name names it
   * @param reason why
   * @param words words, or null
   * @param groups words that belong together, or null
   * @param entries ids of the catalog by ids of the catalog, or null
   * @param pairs examples
   */
  record Rule(
      String name,
      String reason,
      List<String> words,
      List<List<String>> groups,
      Map<String, String> entries,
      List<Pair> pairs) {}

  private static final List<Rule> RULES =
      WordLists.read(AffinityRules.class, "affinity.yaml", Rule.class);

  private AffinityRules() {}

  static List<Rule> rules() {
    return RULES;
  }

  static List<String> weak() {
    return rule("weak").words();
  }

  /** The word that stands for each of the words that name one thing. */
  static Map<String, String> alike() {
    Map<String, String> first = new HashMap<>();
    for (List<String> group : rule("alike").groups()) {
      group.forEach(word -> first.put(word, group.get(0)));
    }
    return Map.copyOf(first);
  }

  static List<List<String>> contrasts() {
    return rule("contrasts").groups();
  }

  /** Words of a review that tell of a part of the thing. */
  static List<String> partWords() {
    return rule("parts").words();
  }

  /** Of which entry of the catalog another one is a part. */
  static Map<String, String> parts() {
    return rule("entries-that-are-parts").entries();
  }

  /** For which entry of the catalog reports use another one. */
  static Map<String, String> same() {
    return rule("entries-that-are-one").entries();
  }

  private static Rule rule(String name) {
    return RULES.stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("affinity.yaml has no rule " + name));
  }
}
