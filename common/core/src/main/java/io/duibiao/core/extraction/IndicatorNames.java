package io.duibiao.core.extraction;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.Set;

/** Tells what kind of word a name is and how names depend on those before them. */
final class IndicatorNames {
  private static final Set<String> SIDES = Set.of("占比", "比重", "比例", "增速", "增幅", "涨幅", "降幅");
  private static final Set<String> EXTENTS = Set.of("面积", "总面积", "产量", "产值", "数量", "总数");
  private static final RuleFile FILE = RuleFile.bundled(IndicatorNames.class, "names.yaml");
  private final WordTrie<Rule> inner = FILE.trie();
  private final WordTrie<Rule> milestones = FILE.trie("milestones");
  private final WordTrie<Rule> predicates = FILE.trie("predicates");
  private final WordTrie<Rule> events = FILE.trie("events");
  private final WordTrie<Rule> shorts = FILE.trie("short-names");
  private final WordTrie<Rule> rhetoric = FILE.trie("rhetoric");
  private final WordTrie<Rule> stages = FILE.trie("stages");
  private final WordTrie<Rule> generic = FILE.trie("generic-things");
  private final WordTrie<Rule> branches = FILE.trie("sides-of-a-branch");

  /** 提高低保标准10%: what is paid per head grows when it is raised. */
  static boolean raisesAmount(String name) {
    boolean raised = name.startsWith("提高") || name.startsWith("上调") || name.startsWith("提升");
    return raised && FILE.trie("paid-per-head").endingAt(name, 0, name.length()) != null;
  }

  /** Whether the name is that of a whole branch's figure, which the clause before may name. */
  boolean isSideOfBranch(String name) {
    return branches.isWord(name, 0, name.length());
  }

  /** The branch that a clause without a number speaks of (工业生产: 工业), or empty. */
  String branch(String subject) {
    String own = subject.replaceFirst("(生产|发展|经济)$", "");
    boolean branch = own.length() >= 2 && own.endsWith("业") && !own.endsWith("企业");
    return branch && own.chars().noneMatch(Character::isDigit) ? own : "";
  }

  /** Whether the name is only a stage of building something (竣工) or its upkeep. */
  boolean isStage(String name) {
    return stages.isWord(name, 0, name.length());
  }

  /** Whether the noun says too little without the verb before it (新签约项目). */
  boolean isGeneric(String name) {
    return generic.isWord(name, 0, name.length());
  }

  /** Whether the name depends on the subject before it (占比, 增速). */
  boolean dependent(String name) {
    if (name.startsWith("占") && !name.startsWith("占地") && !name.startsWith("占道")) {
      return true;
    }
    WordTrie.Word<Rule> word = inner.startingAt(name, 0, name.length());
    return word != null && word.length() == name.length() && word.value().is("dependent");
  }

  /** The dependent name put behind the subject that another dependent name stands behind. */
  String onBase(String subject, String name) {
    if (subject.endsWith(name)) {
      return subject;
    }
    if (name.endsWith(subject)) {
      return name;
    }
    WordTrie.Word<Rule> word = inner.endingAt(subject, 0, subject.length());
    boolean dependent = word != null && word.value().is("dependent");
    boolean side =
        dependent
            && word.length() < subject.length()
            && !name.startsWith("占")
            && (SIDES.contains(word.text())
                || EXTENTS.contains(word.text()) && EXTENTS.contains(name)
                || sameEnd(subject, name));
    return (side ? subject.substring(0, subject.length() - word.length()) : subject) + name;
  }

  private static boolean sameEnd(String a, String b) {
    int length = Math.min(2, b.length());
    return a.endsWith(b.substring(b.length() - length));
  }

  /** Whether what stands behind a number only celebrates it (大关). */
  boolean isMilestone(String behind) {
    return milestones.startingAt(behind, 0, behind.length()) != null;
  }

  /** Whether a predicate starts at a place. */
  boolean startsPredicate(CharSequence s, int at, int to) {
    return predicates.startingAt(s, at, to) != null;
  }

  /** Whether one character is a name by itself (钢, 煤). */
  boolean isShort(String name) {
    return shorts.isWord(name, 0, name.length());
  }

  /** Whether something that happened to the thing stands behind the number (落户, 建成). */
  boolean holdsEvent(String behind) {
    for (int i = 0; i < behind.length(); i++) {
      if (events.startingAt(behind, i, behind.length()) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether a small number of these counts nothing (两个方面). */
  boolean isRhetoric(String name) {
    return rhetoric.startingAt(name, 0, name.length()) != null;
  }

  /** The name before with its grade replaced by another one. */
  String regraded(String before, String grade) {
    for (int i = 0; i < before.length(); i++) {
      WordTrie.Word<Rule> word = inner.startingAt(before, i, before.length());
      if (word != null && word.value().is("grade")) {
        return before.substring(0, i) + grade + before.substring(i + word.length());
      }
    }
    return grade + before;
  }
}
