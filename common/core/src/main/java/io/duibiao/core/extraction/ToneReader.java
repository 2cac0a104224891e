package io.duibiao.core.extraction;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.List;

/** Finds where a stretch that no heading parts turns from telling results to making promises. */
final class ToneReader {
  private static final WordTrie<Rule> WORDS =
      RuleFile.bundled(ToneReader.class, "tone.yaml").trie();

  /**
   * Natural logarithms of how much likelier the words are in a plan, from the counts in the file.
   */
  private static final double PROMISE = Math.log(167.0 / 42);

  private static final double ACHIEVEMENT = Math.log(14.0 / 85);
  private static final double CHARACTER = -(167.0 + 14 - 42 - 85) / 10_000;

  /** Only a clear case overrules the order of reports, in which the review comes first. */
  private static final double CLEAR = 6;

  private ToneReader() {}

  /**
   * The paragraph from which on the stretch is a plan: 0 when all of it is, the number of
   * paragraphs when none is.
   *
   * @param leanings of the paragraphs in their order; a paragraph's is the sum of its sentences'
   */
  static int planFrom(List<Double> leanings) {
    double sum = 0;
    double most = CLEAR;
    int from = leanings.size();
    for (int i = leanings.size() - 1; i >= 0; i--) {
      sum += leanings.get(i);
      if (sum > most) {
        most = sum;
        from = i;
      }
    }
    return from;
  }

  /** How much likelier the text is in a plan than in a review, as a logarithm. */
  static double leaning(String text) {
    double sum = CHARACTER * text.length();
    int i = 0;
    while (i < text.length()) {
      WordTrie.Word<Rule> word = WORDS.startingAt(text, i, text.length());
      if (word == null) {
        i++;
      } else {
        sum += word.value().name().equals("promising") ? PROMISE : ACHIEVEMENT;
        i += word.length();
      }
    }
    return sum;
  }
}
