package io.duibiao.core.extraction;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.List;

/**
 * Word classes by HanLP, for the few short stretches that the vocabularies leave open. Segmenting
 * is thread-safe; configuring is done once here.
 */
final class WordClasses {
  private static final int LONGEST = 8;
  private final Segment segment =
      new ViterbiSegment()
          .enableCustomDictionary(false)
          .enableAllNamedEntityRecognize(false)
          .enablePartOfSpeechTagging(true);

  /** Whether a short stretch consists of verbs and adverbs only and ends in a verb. */
  boolean isVerbal(String stretch) {
    if (stretch.isEmpty() || stretch.length() > LONGEST) {
      return false;
    }
    List<Term> terms = segment.seg(stretch);
    for (Term term : terms) {
      String nature = term.nature.toString();
      boolean verb = nature.startsWith("v") && !nature.equals("vn");
      if (!verb && !nature.startsWith("d") && !nature.startsWith("ad") && !nature.startsWith("u")) {
        return false;
      }
    }
    return terms.get(terms.size() - 1).nature.startsWith("v");
  }

  /** Whether the first word of a stretch is a verb (兴办为民实事). */
  boolean startsWithVerb(String stretch) {
    if (stretch.isEmpty()) {
      return false;
    }
    String start = stretch.substring(0, Math.min(stretch.length(), LONGEST));
    String nature = segment.seg(start).get(0).nature.toString();
    return nature.startsWith("v") && !nature.equals("vn");
  }
}
