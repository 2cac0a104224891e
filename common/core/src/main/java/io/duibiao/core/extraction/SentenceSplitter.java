package io.duibiao.core.extraction;

import io.duibiao.core.document.CleanedDocument;
import io.duibiao.core.document.PlanTitle;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.text.CharacterFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits a cleaned document into sentences. One line of it is one paragraph. */
final class SentenceSplitter {
  private static final int LONGEST = 2000;

  /** Beyond it a stretch without a stop is no clause but hostile or broken text. */
  private static final int LONGEST_CLAUSE = 400;

  private SentenceSplitter() {}

  static List<Sentence> split(CleanedDocument document, TimeBudget budget)
      throws RejectedDocumentException {
    String text = document.text();
    String folded = CharacterFolding.fold(text);
    SectionReader sections = new SectionReader(document.reviewYear(), document.planYear());
    if (PlanTitle.plansOnly(document.title())) {
      sections.begin(Part.plan(document.planYear()));
    }
    List<Sentence> sentences = new ArrayList<>();
    int paragraph = 0;
    int from = 0;
    while (from < folded.length()) {
      budget.check();
      int to = folded.indexOf('\n', from);
      to = to < 0 ? folded.length() : to;
      paragraph(folded, from, to, paragraph++, sections, sentences);
      from = to + 1;
    }
    untold(sentences, sections, document.planYear());
    return sentences;
  }

  /**
   * Where nothing tells the part, before the first heading or in a review that runs to the end of
   * the text, the tone of the paragraphs does.
   */
  private static void untold(List<Sentence> sentences, SectionReader sections, int planYear) {
    int[] told = sections.told();
    if (told[0] > 0) {
      byTone(sentences, 0, told[0], planYear);
    }
    if (told[1] > 0 && told[1] < Integer.MAX_VALUE) {
      byTone(sentences, told[1], Integer.MAX_VALUE, planYear);
    }
  }

  private static void byTone(List<Sentence> sentences, int from, int to, int planYear) {
    List<Double> leanings = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (Sentence sentence : sentences) {
      if (sentence.paragraph() < from || sentence.paragraph() >= to) {
        continue;
      }
      int last = numbers.size() - 1;
      if (last >= 0 && numbers.get(last) == sentence.paragraph()) {
        leanings.set(last, leanings.get(last) + ToneReader.leaning(sentence.text()));
      } else {
        numbers.add(sentence.paragraph());
        leanings.add(ToneReader.leaning(sentence.text()));
      }
    }
    int plan = ToneReader.planFrom(leanings);
    if (plan == leanings.size()) {
      return;
    }
    for (int i = 0; i < sentences.size(); i++) {
      Sentence s = sentences.get(i);
      if (s.paragraph() >= numbers.get(plan) && s.paragraph() < to && !s.part().plan()) {
        sentences.set(i, new Sentence(s.text(), s.at(), Part.plan(planYear), s.paragraph()));
      }
    }
  }

  /** Whether the report was held before a congress: there 今年 is the year of the plan. */
  static boolean isSpeech(String folded) {
    return folded.contains("各位代表");
  }

  private static void paragraph(
      String folded, int from, int to, int number, SectionReader sections, List<Sentence> out) {
    StringBuilder compact = new StringBuilder(to - from);
    int[] at = new int[to - from];
    for (int i = from; i < to; i++) {
      char c = folded.charAt(i);
      if (c == '(') {
        i = Glosses.end(folded, i, to);
        if (i < to) {
          c = folded.charAt(i);
        } else {
          break;
        }
      }
      if (c > ' ' && c != '\u200B' && c != '\uFEFF' && c != '*') {
        at[compact.length()] = i;
        compact.append(c == '"' ? '“' : c);
      }
    }
    pairQuotes(compact);
    if (compact.length() == 0) {
      return;
    }
    sections.paragraph(number);
    int start = 0;
    int pause = 0;
    int depth = 0;
    for (int i = 0; i < compact.length(); i++) {
      char c = compact.charAt(i);
      if (c == '(') {
        depth = Math.min(1, depth + 1);
      } else if (c == ')') {
        depth = 0;
      }
      if (c == '，' || c == ',' || c == '、' || c == ';') {
        pause = i;
      }
      boolean stop = c == '。' || c == '！' || c == '!' || c == '？' || c == '?';
      boolean point = c == '.' && i + 1 < compact.length() && !between(compact, i);
      if (stop && depth == 0
          || point
          || i + 1 == compact.length()
          || i - start >= LONGEST && c == '，'
          || i - Math.max(start, pause) >= LONGEST_CLAUSE) {
        String sentence = compact.substring(start, i + 1);
        out.add(
            new Sentence(
                sentence,
                Arrays.copyOfRange(at, start, i + 1),
                sections.sentence(sentence),
                number));
        start = i + 1;
        depth = 0;
      }
    }
  }

  /** Straight quotes come in pairs: every second one closes. */
  private static void pairQuotes(StringBuilder text) {
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '“') {
        if (open) {
          text.setCharAt(i, '”');
          open = false;
        } else {
          open = true;
        }
      } else if (c == '”') {
        open = false;
      }
    }
  }

  private static boolean between(CharSequence s, int i) {
    char before = i > 0 ? s.charAt(i - 1) : ' ';
    char after = s.charAt(i + 1);
    return before < 128 && after < 128
        || NumberScanner.starts(before) && NumberScanner.starts(after);
  }
}
