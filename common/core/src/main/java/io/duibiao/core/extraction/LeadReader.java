package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Numeral;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.text.Words;
import java.util.List;

/** Reads time, adverbs and verbs of doing off the beginning of a clause. */
final class LeadReader {
  private static final WordTrie<Rule> OPENINGS =
      RuleFile.bundled(LeadReader.class, "phrases.yaml").trie("openings-of-a-run-of-years");

  private static final WordTrie<Rule> BASES =
      RuleFile.bundled(LeadReader.class, "phrases.yaml").trie("openings-of-a-basis");
  private static final int LONGEST_FRAME = 16;
  private final WordTrie<Rule> words = RuleFile.bundled(LeadReader.class, "lead.yaml").trie();
  private final WordTrie<Rule> costsOf =
      RuleFile.bundled(LeadReader.class, "names.yaml").trie("costs-of-others");
  private final WordTrie<Rule> earlier =
      RuleFile.bundled(LeadReader.class, "comparands.yaml").trie("earlier-periods");
  private final WordTrie<Rule> verbs = RuleFile.bundled(LeadReader.class, "verbs.yaml").trie();

  /**
   * Reads from {@code from} to the right, not further than {@code to}.
   *
   * @param regions names of the report's own region
   */
  Lead read(CharSequence s, int from, int to, List<String> regions) {
    Lead lead = new Lead();
    int at = from;
    while (at < to) {
      int next = time(s, at, to);
      if (next < 0 && at > from && "、和".indexOf(s.charAt(at)) >= 0) {
        next = time(s, at + 1, to);
      }
      if (next < 0) {
        next = region(s, at, to, regions);
      }
      if (next < 0) {
        next = comparison(s, at, to);
      }
      if (next < 0) {
        next = frame(s, at, to);
      }
      if (next < 0) {
        WordTrie.Word<Rule> word = words.startingAt(s, at, to);
        if (word == null || word.value().is("stop")) {
          break;
        }
        if (word.value().is("beforeVerb") && !beforeVerb(s, at + word.length(), to)
            || word.value().is("own") && costsOf.endingAt(s, at + word.length(), to) != null) {
          break;
        }
        take(lead, word);
        next = at + word.length();
        if (word.value().is("verb")
            && next < to
            && (s.charAt(next) == '好' || s.charAt(next) == '了')) {
          next++;
        }
      }
      at = next;
      lead.any = true;
    }
    lead.end = at;
    return lead;
  }

  /** The end of 较2016年 written at a place before a subject, or -1. */
  private int comparison(CharSequence s, int from, int to) {
    if (s.charAt(from) != '比' && s.charAt(from) != '较') {
      return -1;
    }
    int at = from + 1;
    WordTrie.Word<Rule> word = at < to ? earlier.startingAt(s, at, to) : null;
    while (word != null) {
      at += word.length();
      word = at < to ? earlier.startingAt(s, at, to) : null;
    }
    return at > from + 1 && to - at >= 2 ? at : -1;
  }

  /** The end of 剔除减税因素后 written at a place, or -1: on what basis a change was measured. */
  private static int frame(CharSequence s, int from, int to) {
    boolean opens = BASES.startingAt(s, from, to) != null;
    int limit = Math.min(to, from + LONGEST_FRAME);
    for (int i = from + 2; opens && i + 1 < limit; i++) {
      if (s.charAt(i) == '因' && s.charAt(i + 1) == '素') {
        int end = startsWith(s, i + 2, to, "影响") ? i + 4 : i + 2;
        return end < to && s.charAt(end) == '后' ? end + 1 : end;
      }
    }
    return -1;
  }

  private static void take(Lead lead, WordTrie.Word<Rule> word) {
    Rule rule = word.value();
    lead.gaining = rule.name().equals("gaining") ? word.text() : "";
    lead.verb |= rule.is("verb");
    lead.done |= word.text().equals("已") || word.text().equals("已经");
    lead.gain |= rule.is("new");
    lead.shrink |= rule.is("shrink");
    lead.target |= "target".equals(rule.say("kind"));
    lead.estimate |= "estimate".equals(rule.say("flag"));
    lead.cumulative |= "cumulative".equals(rule.say("flag"));
    lead.atLeast |= "gte".equals(rule.say("op"));
    lead.lastYear |= word.text().equals("去年") || word.text().equals("上年");
  }

  /** Whether a word of manner or quality stands before a verb. */
  private boolean beforeVerb(CharSequence s, int at, int to) {
    WordTrie.Word<Rule> verb = at < to ? verbs.startingAt(s, at, to) : null;
    if (at >= to || verb != null && !verb.value().is("receiver")) {
      return true;
    }
    WordTrie.Word<Rule> next = words.startingAt(s, at, to);
    return next != null
        && !next.value().is("stop")
        && (!next.value().is("beforeVerb") || beforeVerb(s, at + next.length(), to));
  }

  private static boolean startsWith(CharSequence s, int at, int to, String word) {
    return Words.startAt(s, at, to, word);
  }

  private static int region(CharSequence s, int at, int to, List<String> regions) {
    for (String region : regions) {
      if (startsWith(s, at, to, region)) {
        int end = at + region.length();
        if (end < to && s.charAt(end) == '班') {
          continue; // 西藏班 is a school class elsewhere
        }
        return end < to && s.charAt(end) == '籍' ? end + 1 : end; // 苏州籍高校毕业生
      }
    }
    return -1;
  }

  /** The end of 未来五年, 近三年 or “十四五”期间 written at a place, or -1. */
  private static int run(CharSequence s, int from, int to) {
    int at = from;
    int[] plan = at < to ? Years.planNamed(s, at, to) : null;
    if (plan != null) {
      at = plan[2];
      while (at < to && "时期末间以来的".indexOf(s.charAt(at)) >= 0) {
        at++;
      }
      return at;
    }
    WordTrie.Word<Rule> opening = at < to ? OPENINGS.startingAt(s, at, to) : null;
    if (opening == null) {
      return -1;
    }
    at += opening.length();
    if (at >= to || !NumberScanner.starts(s.charAt(at))) {
      return -1;
    }
    Numeral n = NumberScanner.at(s, at, to);
    boolean years = n != null && n.end() < to && s.charAt(n.end()) == '年' && n.end() - at <= 2;
    if (!years) {
      return -1;
    }
    at = n.end() + 1;
    while (at < to && "来内间时里".indexOf(s.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** The end of a year or a span of years written at a place, or -1. */
  private static int time(CharSequence s, int from, int to) {
    int at = from;
    char first = s.charAt(at);
    if (first == '到' || first == '至' || first == '自' || first == '从') {
      at++;
    } else if (startsWith(s, at, to, "截至") || startsWith(s, at, to, "截止")) {
      at += 2;
    }
    int run = run(s, at, to);
    if (run > 0) {
      return run;
    }
    PartOfYear part = PartOfYear.at(s, at, to);
    if (part != null) {
      return behind(s, part.end(), to);
    }
    boolean year = false;
    while (at < to && NumberScanner.starts(s.charAt(at))) {
      Numeral n = NumberScanner.at(s, at, to);
      if (n == null || n.end() >= to) {
        break;
      }
      char unit = s.charAt(n.end());
      boolean bareYear = Years.at(s, at, to) > 0;
      if ("-—–至到~".indexOf(unit) >= 0 && (bareYear || "-—–".indexOf(unit) >= 0)) {
        at = n.end() + 1;
        continue;
      }
      if (unit == '年' && (bareYear || n.chinese() || n.value().intValue() < 20)
          || unit == '月'
          || unit == '日') {
        at = n.end() + 1;
        year = true;
        continue;
      }
      break;
    }
    if (!year) {
      return -1;
    }
    part = PartOfYear.at(s, at, to);
    return behind(s, part == null ? at : part.end(), to);
  }

  /** The end of what follows a time and belongs to it (底前, 以来, 期间). */
  private static int behind(CharSequence s, int end, int to) {
    int at = end;
    while (at < to) {
      char c = s.charAt(at);
      boolean before = c == '前' && at > 0 && "底末月年".indexOf(s.charAt(at - 1)) >= 0;
      boolean during = c == '中' && at + 1 < to && "分共".indexOf(s.charAt(at + 1)) >= 0;
      if (before || during || "末底初来内间度份".indexOf(c) >= 0) {
        at++;
      } else if (startsWith(s, at, to, "以来")
          || startsWith(s, at, to, "期间")
          || startsWith(s, at, to, "年度")) {
        at += 2;
      } else {
        break;
      }
    }
    return at;
  }
}
