package io.duibiao.core.extraction;

import io.duibiao.core.catalog.Comparands;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.StatementKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads what a report says without a number: that a target was attained (棚改任务超额完成), and targets
 * measured by another indicator (居民收入增长与经济增长同步). The words are data: {@code worded.yaml} and the
 * rules of {@link Comparands}. Only clauses that consist of such words and a name are read.
 */
final class WordedReader {
  private static final int LONGEST_CLAUSE = 40;
  private static final RuleFile WORDS = RuleFile.bundled(WordedReader.class, "worded.yaml");
  private static final List<String> OPENINGS = words("openings");
  private static final List<String> GROWING = words("growing");
  private static final List<String> KEEPING = words("keeping");
  private static final List<String> JOINING = words("joining");
  private static final List<String> IN_STEP = words("in-step");
  private static final List<String> FASTER = words("faster");
  private static final List<String> ATTAINED = words("attained");
  private static final List<String> WANTING = words("wanting");
  private static final List<String> TASKS = words("tasks");
  private static final List<String> WORKS = words("works");
  private static final List<String> LEVELS = words("levels");

  /**
   * What a clause says.
   *
   * @param claim the claim; its number is the words that stand for one
   * @param comparand id of the indicator that it is measured by, or null
   */
  record Worded(Claim claim, String comparand) {}

  private final BiFunction<String, Measure, Optional<String>> ids;

  /**
   * @param ids the catalog id of a name of a growth, or nothing
   */
  WordedReader(BiFunction<String, Measure, Optional<String>> ids) {
    this.ids = ids;
  }

  /**
   * Reads one sentence.
   *
   * @param lookingBack whether the sentence stands in a plan but tells of the year before
   */
  List<Worded> read(Sentence sentence, boolean lookingBack) {
    String s = sentence.text();
    boolean plan = sentence.part().plan() && !lookingBack;
    List<Worded> read = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= s.length(); i++) {
      if (i == s.length() || "，,。;、:！".indexOf(s.charAt(i)) >= 0) {
        boolean fits = i - from >= 4 && i - from <= LONGEST_CLAUSE;
        if (fits && s.substring(from, i).chars().noneMatch(Character::isDigit)) {
          (plan ? relative(s, from, i, sentence.part()) : claimed(s, from, i, sentence.part()))
              .ifPresent(read::add);
        }
        from = i + 1;
      }
    }
    return read;
  }

  /** 居民收入增长与经济增长基本同步, 城乡居民收入增速高于GDP增速. */
  private Optional<Worded> relative(String s, int from, int to, Part part) {
    String clause = s.substring(from, to);
    for (Comparands.Rule rule : Comparands.rules()) {
      List<String> names = longestFirst(rule.names());
      for (String name : names) {
        int at = clause.indexOf(name, 2);
        if (at < 0) {
          continue;
        }
        String before = clause.substring(0, at);
        String behind = clause.substring(at + name.length());
        String joint = ending(before, JOINING);
        String comparison = ending(before, FASTER);
        boolean step = joint != null && wholly(behind, KEEPING, GROWING, IN_STEP);
        boolean faster = comparison != null && wholly(behind, GROWING, LEVELS);
        if (!step && !faster) {
          continue;
        }
        String stretch =
            before.substring(0, before.length() - (step ? joint : comparison).length());
        String subject = trimmed(stretch);
        Optional<String> id = ids.apply(subject, Measure.GROWTH);
        if (id.isEmpty() || !rule.dependents().contains(id.get())) {
          continue;
        }
        Claim claim =
            new Claim(
                subject,
                StatementKind.TARGET,
                period(part),
                Measure.GROWTH,
                step ? Operator.APPROX : Operator.GTE,
                BigDecimal.ZERO,
                null,
                "个百分点",
                from + stretch.length(),
                to,
                from,
                to,
                List.of());
        return Optional.of(new Worded(claim, rule.comparand()));
      }
    }
    return Optional.empty();
  }

  /** 宜居示范区建设任务超额完成, 全面完成造林任务, 未完成节能目标. */
  private Optional<Worded> claimed(String s, int from, int to, Part part) {
    String clause = s.substring(from, to);
    String name = null;
    int start = from;
    int end = to;
    boolean attained = true;
    String closing = ending(clause, ATTAINED);
    String opening = beginning(clause, ATTAINED);
    String missing = beginning(clause, WANTING);
    if (closing != null) {
      String head = clause.substring(0, clause.length() - closing.length());
      String task = ending(head, TASKS);
      name = task == null ? null : head.substring(0, head.length() - task.length());
      start = to - closing.length() - (task == null ? 0 : task.length());
    } else if (opening != null || missing != null) {
      attained = missing == null;
      String verb = attained ? opening : missing;
      String rest = clause.substring(verb.length());
      String task = ending(rest, TASKS);
      name = task == null ? null : rest.substring(0, rest.length() - task.length());
    }
    if (name == null) {
      return Optional.empty();
    }
    name = trimmed(name);
    String work = ending(name, WORKS);
    if (work != null) {
      name = name.substring(0, name.length() - work.length());
    }
    name = lastOfList(name);
    if (name.length() < 3 || name.chars().anyMatch(c -> "“”‘’的和与及各项".indexOf(c) >= 0)) {
      return Optional.empty();
    }
    Claim claim =
        new Claim(
            name,
            StatementKind.CLAIM,
            period(part),
            Measure.LEVEL,
            attained ? Operator.GTE : Operator.LTE,
            BigDecimal.valueOf(100),
            null,
            "%",
            start,
            end,
            from,
            to,
            List.of());
    return Optional.of(new Worded(claim, null));
  }

  /** 批而未供和闲置土地处置任务圆满完成: of several tasks only the last one's name is whole. */
  private static String lastOfList(String name) {
    int joint =
        Math.max(name.lastIndexOf('和'), Math.max(name.lastIndexOf('与'), name.lastIndexOf('及')));
    return joint >= 3 && name.length() - joint > 4 ? name.substring(joint + 1) : name;
  }

  private static String period(Part part) {
    return PeriodReader.Period.span(part.firstYear(), part.lastYear()).text();
  }

  /** Without words of promising before it and of growing behind it. */
  private static String trimmed(String name) {
    String opening;
    while ((opening = beginning(name, OPENINGS)) != null) {
      name = name.substring(opening.length());
    }
    String closing;
    while ((closing = ending(name, GROWING)) != null || (closing = ending(name, KEEPING)) != null) {
      name = name.substring(0, name.length() - closing.length());
    }
    return name;
  }

  /** Whether a stretch is made of words of these lists and ends with one of the last. */
  @SafeVarargs
  private static boolean wholly(String stretch, List<String>... lists) {
    String rest = stretch;
    boolean last = lists[lists.length - 1] == LEVELS;
    while (!rest.isEmpty()) {
      String word = null;
      for (List<String> list : lists) {
        String found = beginning(rest, list);
        if (found != null && (word == null || found.length() > word.length())) {
          word = found;
          last |= list == lists[lists.length - 1];
        }
      }
      if (word == null) {
        return false;
      }
      rest = rest.substring(word.length());
    }
    return last;
  }

  private static String beginning(String text, List<String> words) {
    return words.stream().filter(text::startsWith).findFirst().orElse(null);
  }

  private static String ending(String text, List<String> words) {
    return words.stream().filter(text::endsWith).findFirst().orElse(null);
  }

  private static List<String> words(String rule) {
    Rule found = WORDS.rule(rule);
    return longestFirst(found.words());
  }

  private static List<String> longestFirst(List<String> words) {
    return words.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
  }
}
