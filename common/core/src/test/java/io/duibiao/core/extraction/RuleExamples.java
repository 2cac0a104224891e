package io.duibiao.core.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The examples that stand beside rules, each a test. */
final class RuleExamples {
  private RuleExamples() {}

  /** One test for each example of a file: what is read from it is what it expects. */
  static Stream<DynamicTest> of(RuleFile file, Function<Rule.Example, List<String>> read) {
    return file.rules().stream().flatMap(rule -> of(file, rule, read));
  }

  private static Stream<DynamicTest> of(
      RuleFile file, Rule rule, Function<Rule.Example, List<String>> read) {
    return rule.examples().stream()
        .map(
            example ->
                dynamicTest(
                    file.name() + ": " + rule.name() + ": " + example.text().replace('\n', '|'),
                    () ->
                        assertThat(read.apply(example))
                            .containsExactlyElementsOf(example.expect())));
  }
}
