package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import io.duibiao.core.text.Words;
import java.util.List;

/**
 * Follows a report from its review to its plan, sentence by sentence. Headings tell the parts;
 * where they are lacking or name several times, the beginnings of sentences do.
 */
final class SectionReader {
  private static final int HEADING = 45;
  private static final int OPENING = 16;
  private static final int PROMISE = 60;
  private static final int ADMISSION = 120;
  private static final String NUMERALS = "一二三四五六七八九十";
  private static final WordTrie<Rule> WORDS =
      RuleFile.bundled(SectionReader.class, "sections.yaml").trie();

  private final int reviewYear;
  private final int planYear;
  private final TimeCues times;
  private final LastYear lastYear;

  /** The part that the last heading opened, or that the text has turned to since. */
  private Part part;

  /** The part up to the end of the paragraph where that differs, or null. */
  private Part aside;

  /** The span that the paragraph before turned to, which the points of a list after it keep. */
  private Part introduced;

  /** Whether the heading names a span of years and a single year. */
  private boolean mixed;

  /** Whether the heading names a span of years only. */
  private boolean spanOnly;

  /** The number of the heading that opened the review, or 0. */
  private int reviewNumber;

  /** Whether a heading opened the part. */
  private boolean headed;

  /** Whether the review has come to what is still wanting, which ends it. */
  private boolean problems;

  /** Ordinal of the paragraph. */
  private int paragraph;

  /** The first paragraph whose part something told, and the last in which a review was told. */
  private int firstTold = Integer.MAX_VALUE;

  private int lastTold = Integer.MAX_VALUE;

  /** Whether no sentence but a salutation was read of the paragraph. */
  private boolean opening;

  SectionReader(int reviewYear, int planYear) {
    this.reviewYear = reviewYear;
    this.planYear = planYear;
    this.times = new TimeCues(reviewYear, planYear);
    this.lastYear = new LastYear(reviewYear);
    this.part = Part.review(reviewYear);
  }

  /** Begins with another part than a review, since the document has none. */
  void begin(Part first) {
    part = first;
  }

  /** Begins a paragraph. */
  void paragraph(int ordinal) {
    paragraph = ordinal;
    introduced = aside != null && aside.span() ? aside : null;
    lastYear.paragraph(aside);
    fresh();
  }

  private void fresh() {
    aside = null;
    opening = true;
  }

  /**
   * Ordinals of the first paragraph whose part was told, and of the last that told a part, if the
   * text ends in a review; the largest integer stands for none.
   */
  int[] told() {
    return new int[] {firstTold, part.plan() ? Integer.MAX_VALUE : lastTold};
  }

  private void tell() {
    firstTold = Math.min(firstTold, paragraph);
    lastTold = paragraph;
  }

  /** The part that a sentence stands in; sentences must come in order. */
  Part sentence(CharSequence s) {
    int from = 0;
    while (from < s.length() && "#*-—·• \t".indexOf(s.charAt(from)) >= 0) {
      from++;
    }
    if (opening && introduced != null && startsWith(s, 0, "——")) {
      aside = introduced;
    }
    if (opening && introduced != null && startsWith(s, from, "(一)")) {
      turn(introduced);
    }
    if (opening) {
      lastYear.opens(s, from);
    }
    Part yearly = opening && part.span() && !part.plan() ? lastYear.begins(s, from) : null;
    if (yearly != null) {
      turn(yearly);
    }
    int number = from;
    while (number < s.length() && number < from + 3 && NUMERALS.indexOf(s.charAt(number)) >= 0) {
      number++;
    }
    boolean top =
        number > from && number < s.length() && "、.".indexOf(s.charAt(number)) >= 0
            || startsWith(s, from, "第") && startsWith(s, from + 2, "部分");
    boolean line = opening && s.length() - from <= HEADING && !endsSentence(s);
    if (top || line) {
      int ordinal = top && number == from + 1 ? NUMERALS.indexOf(s.charAt(from)) + 1 : 0;
      heading(s, from, Math.min(s.length(), from + HEADING), top, ordinal, line);
      opening = line;
      return aside == null ? part : aside;
    }
    int start = afterSalutation(s, from);
    if (start >= s.length()) {
      fresh();
      return part;
    }
    text(s, start);
    opening = false;
    problems |= !part.plan() && admits(s, start);
    return aside == null ? part : aside;
  }

  private void heading(CharSequence s, int from, int to, boolean top, int ordinal, boolean line) {
    int end = to;
    if (!line) {
      end = from;
      while (end < to && "，,。;:".indexOf(s.charAt(end)) < 0) {
        end++;
      }
    }
    boolean review = false;
    boolean plan = false;
    boolean closes = false;
    for (int i = from; i < end; i++) {
      WordTrie.Word<Rule> word = WORDS.startingAt(s, i, end);
      if (word != null && word.value().is("heading") && word.value().say("years").isEmpty()) {
        boolean back = word.value().say("side").equals("back");
        review |= back;
        plan |= !back;
        closes = !back && i + word.length() == end;
        i += word.length() - 1;
      }
    }
    List<TimeCue> cues = times.in(s, from, end, true);
    boolean numbered = !top && end > from && "(（0123456789第".indexOf(s.charAt(from)) >= 0;
    if (cues.isEmpty()) {
      if (top && review) {
        open(Part.review(reviewYear), ordinal);
      } else if (top && (plan || followsReview(ordinal))
          || closes && !numbered
          || problems && (top || numbered)) {
        if (!part.plan()) {
          open(Part.plan(planYear), 0);
        } else if (top && plan && part.span()) {
          mixed = true;
        }
      }
      return;
    }
    TimeCue first = cues.get(0);
    boolean subheading = !top && (numbered || !review && !plan);
    if (subheading
        && !(review || plan)
        && !timeOnly(s, first, from, end)
        && !(line && first.start() == from && isDeeds(s, from, end))) {
      return;
    }
    if (numbered && first.start() > from + 4) {
      return;
    }
    boolean back = review && !plan || first.back() && !(plan && !review);
    Part opened = first.part();
    if (back && opened.plan()) {
      boolean running = first.span() && first.first() <= reviewYear;
      opened = running ? new Part(false, true, first.first(), reviewYear) : Part.review(reviewYear);
    } else if (!back && !opened.plan()) {
      opened = Part.plan(planYear);
    }
    open(opened, back ? ordinal : 0);
    for (TimeCue cue : cues) {
      mixed |= cue.span() != first.span() && cue.back() == first.back();
    }
    spanOnly = opened.span() && !mixed;
  }

  /** A line such as 2023年 or 今后五年 alone. */
  private static boolean timeOnly(CharSequence s, TimeCue cue, int from, int end) {
    return end - from - (cue.end() - cue.start()) <= 4;
  }

  /** 2013年为民办实事: a list of what was promised to the people, or of what became of it. */
  private static boolean isDeeds(CharSequence s, int from, int end) {
    return s.subSequence(from, end).toString().contains("实事");
  }

  private boolean followsReview(int ordinal) {
    return reviewNumber > 0 && ordinal == reviewNumber + 1;
  }

  private void open(Part opened, int ordinal) {
    tell();
    lastYear.part();
    aside = null;
    part = opened;
    mixed = false;
    spanOnly = opened.span();
    reviewNumber = opened.plan() ? 0 : ordinal;
    headed = true;
    problems = false;
  }

  private void text(CharSequence s, int from) {
    TimeCue cue = opening(s, from);
    WordTrie.Word<Rule> word = WORDS.startingAt(s, from, s.length());
    lastYear.sentence(cue, word != null && word.value().is("stress"));
    if (cue == null) {
      if (problems && opening && s.charAt(from) == '(' && bracketed(s, from) > 0) {
        turn(Part.plan(planYear));
      }
      return;
    }
    boolean promise = promises(s, from);
    if (!part.plan()) {
      if (cue.back() && cue.last() <= reviewYear) {
        lookBack(s, cue);
      } else if (!cue.back() && cue.written() == TimeCue.Written.HALF && (promise || opening)) {
        turn(cue.part());
      } else if (!cue.back()
          && cue.first() > reviewYear
          && (promise || opening && (problems || !headed))) {
        turn(cue.part());
      }
    } else if (cue.back()) {
      if (opening && !promise) {
        aside = cue.part();
      }
    } else if (cue.span() != part.span() && (opening || part.span() && promise)) {
      if (!cue.span() || mixed || spanOnly) {
        turn(cue.part());
      }
    }
  }

  private void lookBack(CharSequence s, TimeCue cue) {
    if (cue.span()) {
      if (opening) {
        turn(cue.part());
      } else if (!cue.part().equals(part)) {
        aside = cue.part();
      }
    } else if (part.span() && opening) {
      if (cue.written() == TimeCue.Written.NUMBER && spanOnly && counts(s, cue.end())) {
        aside = cue.part();
      } else {
        turn(cue.part());
      }
    }
  }

  private void turn(Part to) {
    tell();
    if (!to.equals(part)) {
      lastYear.part();
    }
    if (to.plan() != part.plan()) {
      mixed = to.span();
      spanOnly = false;
      headed = false;
      problems = false;
      reviewNumber = 0;
    }
    part = to;
    aside = null;
  }

  /** The time that a sentence begins with, or null. */
  private TimeCue opening(CharSequence s, int from) {
    int at = from;
    int behind = bracketed(s, from);
    at = behind > 0 ? behind : at;
    int limit = Math.min(s.length(), at + OPENING);
    while (at < limit) {
      List<TimeCue> cues = times.in(s, at, Math.min(s.length(), at + 1 + OPENING), false);
      if (!cues.isEmpty() && cues.get(0).start() == at) {
        TimeCue span = part.plan() || !opening || !cues.get(0).back() ? null : spanBack(s, from);
        return span == null ? cues.get(0) : span;
      }
      WordTrie.Word<Rule> word = WORDS.startingAt(s, at, s.length());
      if (word == null || !word.value().is("opening")) {
        break;
      }
      at += word.length();
    }
    return part.plan() || !opening ? null : spanBack(s, from);
  }

  /** The end of (三) at a place, or -1. */
  private static int bracketed(CharSequence s, int from) {
    if (from >= s.length() || s.charAt(from) != '(') {
      return -1;
    }
    int at = from + 1;
    while (at < s.length() && at < from + 4 && NumberScanner.starts(s.charAt(at))) {
      at++;
    }
    return at > from + 1 && at < s.length() && s.charAt(at) == ')' ? at + 1 : -1;
  }

  /** A span of years that the first clause looks back on, as in 经过五年来不懈努力. */
  private TimeCue spanBack(CharSequence s, int from) {
    int to = from;
    int limit = Math.min(s.length(), from + 2 * OPENING);
    while (to < limit && "，,。;:".indexOf(s.charAt(to)) < 0) {
      to++;
    }
    for (TimeCue cue : times.in(s, from, to, false)) {
      if (cue.back() && cue.span() && cue.written() == TimeCue.Written.WORD) {
        return cue;
      }
    }
    return null;
  }

  /**
   * Whether the sentence goes on to figures, as a point of a list does, rather than to a new part.
   */
  private static boolean counts(CharSequence s, int from) {
    for (int i = from; i < s.length(); i++) {
      if (NumberScanner.isArabic(s.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean promises(CharSequence s, int from) {
    int to = Math.min(s.length(), from + PROMISE);
    for (int i = from; i < to; i++) {
      WordTrie.Word<Rule> word = WORDS.startingAt(s, i, to);
      if (word != null) {
        if (word.value().is("promise")) {
          return true;
        }
        i += word.length() - 1;
      }
    }
    return false;
  }

  /** 各位代表! addresses the assembly and says nothing. */
  private static int afterSalutation(CharSequence s, int from) {
    for (String words : new String[] {"各位代表", "同志们"}) {
      if (startsWith(s, from, words)) {
        int at = from + words.length();
        while (at < s.length() && "!！,，、:。".indexOf(s.charAt(at)) >= 0) {
          at++;
        }
        return at;
      }
    }
    return from;
  }

  /** 我们也清醒地认识到，还存在不少困难和问题. */
  private static boolean admits(CharSequence s, int from) {
    int to = Math.min(s.length(), from + ADMISSION);
    boolean aware = false;
    boolean lack = false;
    for (int i = from; i < to; i++) {
      WordTrie.Word<Rule> word = WORDS.startingAt(s, i, to);
      if (word != null) {
        aware |= word.value().is("aware");
        lack |= word.value().is("lack");
        i += word.length() - 1;
      }
    }
    return aware && lack;
  }

  private static boolean startsWith(CharSequence s, int from, String word) {
    return Words.startAt(s, from, s.length(), word);
  }

  private static boolean endsSentence(CharSequence s) {
    char last = s.charAt(s.length() - 1);
    return last == '。' || last == ';' || last == '，' || last == ':' || last == '!' || last == '！';
  }
}
