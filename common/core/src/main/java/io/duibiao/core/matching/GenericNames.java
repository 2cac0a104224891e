package io.duibiao.core.matching;

import io.duibiao.core.rules.RuleFile;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of open indicators that say too little to be compared: the 项目 of a plan are not those of
 * the next review. The words are data: {@code generic-names.yaml}.
 */
public final class GenericNames {
  private static final Set<String> IDS =
      RuleFile.bundled(GenericNames.class, "generic-names.yaml").rules().stream()
          .flatMap(rule -> rule.words().stream())
          .map(word -> "~" + word)
          .collect(Collectors.toUnmodifiableSet());

  private GenericNames() {}

  /** Whether what is said of a thing is no more than such a name. */
  static boolean says(String name) {
    return IDS.contains("~" + name);
  }

  /** Whether an id is that of an open indicator of such a name. */
  public static boolean holds(String indicatorId) {
    return IDS.contains(indicatorId);
  }
}
