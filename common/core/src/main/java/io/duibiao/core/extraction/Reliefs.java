package io.duibiao.core.extraction;

import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;

/** Names the people who were freed from a charge (免除3000名学生的学杂费). */
final class Reliefs {
  private final WordTrie<Rule> verbs =
      RuleFile.bundled(Reliefs.class, "names.yaml").trie("reliefs");

  /** Who is freed from what, or null when the number counts no people or the clause frees none. */
  String name(String s, Mention first, Quantity q, String behind) {
    int of = behind.indexOf('的', 1);
    if (!q.isPeople() || of < 2 || of + 2 >= behind.length()) {
      return null;
    }
    for (int i = first.from; i < first.start(); i++) {
      WordTrie.Word<Rule> verb = verbs.startingAt(s, i, first.start());
      if (verb != null) {
        return verb.text() + behind.substring(of + 1) + behind.substring(0, of);
      }
    }
    return null;
  }
}
