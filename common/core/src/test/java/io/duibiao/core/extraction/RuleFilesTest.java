package io.duibiao.core.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.quantity.QuantityReader;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the rule files to their own format: reasons, examples, no word twice in a rule. */
class RuleFilesTest {
  /** Ids of catalog entries, no words of reports; SeriesNamesTest tests them. */
  private static final Set<String> TESTED_ELSEWHERE = Set.of("entries-of-one-series");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "units.yaml",
        "qualifiers.yaml",
        "sections.yaml",
        "tone.yaml",
        "periods.yaml",
        "lead.yaml",
        "verbs.yaml",
        "names.yaml",
        "relations.yaml",
        "comparands.yaml",
        "ranks.yaml",
        "phrases.yaml",
        "worded.yaml",
        "patterns.yaml",
        "series-names.yaml"
      })
  void everyRuleGivesItsReasonAndAnExample(String name) {
    for (Rule rule : file(name).rules()) {
      assertThat(rule.reason()).as("reason of %s in %s", rule.name(), name).isNotBlank();
      if (!TESTED_ELSEWHERE.contains(rule.name())) {
        assertThat(rule.examples()).as("examples of %s in %s", rule.name(), name).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lead.yaml",
        "verbs.yaml",
        "names.yaml",
        "relations.yaml",
        "phrases.yaml",
        "worded.yaml"
      })
  void noRuleListsAWordTwice(String name) {
    for (Rule rule : file(name).rules()) {
      Set<String> seen = new HashSet<>();
      assertThat(rule.words().stream().filter(word -> !seen.add(word)).toList())
          .as("words twice in %s of %s", rule.name(), name)
          .isEmpty();
    }
  }

  private static RuleFile file(String name) {
    boolean ofQuantity = name.equals("units.yaml") || name.equals("qualifiers.yaml");
    return RuleFile.bundled(ofQuantity ? QuantityReader.class : StatementReader.class, name);
  }
}
