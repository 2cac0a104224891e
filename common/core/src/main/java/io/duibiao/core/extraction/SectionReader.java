package io.duibiao.core.extraction;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;

/** Follows a report from its review to its plan, paragraph by paragraph. */
final class SectionReader {
  private static final int HEADING = 45;
  private static final int OPENING = 28;
  private static final WordTrie<Rule> CUES =
      RuleFile.bundled(SectionReader.class, "sections.yaml").trie();

  private final int reviewYear;
  private final int planYear;
  private Part part;

  SectionReader(int reviewYear, int planYear) {
    this.reviewYear = reviewYear;
    this.planYear = planYear;
    this.part = Part.review(reviewYear);
  }

  /** The part that a paragraph stands in; paragraphs must come in order. */
  Part next(CharSequence paragraph) {
    int from = 0;
    while (from < paragraph.length() && "#*-— \t".indexOf(paragraph.charAt(from)) >= 0) {
      from++;
    }
    boolean heading = paragraph.length() - from <= HEADING && !endsSentence(paragraph);
    int to = Math.min(paragraph.length(), from + (heading ? HEADING : OPENING));
    boolean review = false;
    boolean plan = false;
    boolean begins = false;
    boolean back = false;
    boolean ahead = false;
    for (int i = from; i < to; i++) {
      WordTrie.Word<Rule> cue = CUES.startingAt(paragraph, i, to);
      if (cue == null) {
        continue;
      }
      switch (cue.value().name()) {
        case "review" -> review = true;
        case "plan" -> plan = true;
        case "plan-begins" -> begins = true;
        case "five-years-back" -> back = true;
        default -> ahead = true;
      }
      i += cue.length() - 1;
    }
    int year = Years.leading(paragraph, from, to);
    int[] named = Years.fiveYearPlan(paragraph, from, to);
    back |= named != null && named[1] == reviewYear && !part.plan();
    ahead |= named != null && named[1] > planYear && (plan || opensWith(paragraph, from));
    if (heading) {
      if (review || back && !plan) {
        part = back && !part.plan() ? fiveYearsBack(paragraph) : Part.review(reviewYear);
        if (back && review && year == reviewYear) {
          part = Part.review(reviewYear);
        }
      } else if (ahead) {
        part = fiveYearsAhead(paragraph);
      } else if (plan || year == planYear) {
        part = Part.plan(planYear);
      } else if (year == reviewYear && !part.plan()) {
        part = Part.review(reviewYear);
      }
      return part;
    }
    if (!part.plan()) {
      if (begins || year == planYear && startsYear(paragraph, from)) {
        part = ahead ? fiveYearsAhead(paragraph) : Part.plan(planYear);
      } else if (ahead) {
        part = fiveYearsAhead(paragraph);
      } else if (back) {
        part = fiveYearsBack(paragraph);
      } else if (part.span() && (year == reviewYear && startsYear(paragraph, from) || review)) {
        part = Part.review(reviewYear);
      }
    } else if (year == reviewYear && startsYear(paragraph, from) || looksBack(paragraph, from)) {
      return Part.review(reviewYear);
    } else if (ahead) {
      part = fiveYearsAhead(paragraph);
    } else if (part.span() && (begins || year == planYear && startsYear(paragraph, from))) {
      part = Part.plan(planYear);
    }
    return part;
  }

  /** A paragraph inside the plan that begins so tells of the year before. */
  private static boolean looksBack(CharSequence paragraph, int from) {
    int to = Math.min(paragraph.length(), from + 6);
    String start = paragraph.subSequence(from, to).toString();
    return start.startsWith("去年，") || start.startsWith("过去的一年") || start.startsWith("过去一年");
  }

  private static boolean opensWith(CharSequence paragraph, int from) {
    char first = paragraph.charAt(from);
    return first == '“'
        || first == '到' && paragraph.length() > from + 1 && paragraph.charAt(from + 1) == '“';
  }

  private static boolean startsYear(CharSequence paragraph, int from) {
    return from < paragraph.length() && "12二一".indexOf(paragraph.charAt(from)) >= 0;
  }

  private static boolean endsSentence(CharSequence paragraph) {
    char last = paragraph.charAt(paragraph.length() - 1);
    return last == '。' || last == ';' || last == '，' || last == '；';
  }

  private Part fiveYearsBack(CharSequence paragraph) {
    int[] plan = Years.fiveYearPlan(paragraph, 0, paragraph.length());
    if (plan != null && plan[1] == reviewYear) {
      return new Part(false, true, plan[0], plan[1]);
    }
    return new Part(false, true, reviewYear - 4, reviewYear);
  }

  private Part fiveYearsAhead(CharSequence paragraph) {
    int[] plan = Years.fiveYearPlan(paragraph, 0, Math.min(paragraph.length(), HEADING));
    if (plan != null && plan[1] >= planYear) {
      return new Part(true, true, plan[0], plan[1]);
    }
    return new Part(true, true, planYear, planYear + 4);
  }
}
