package io.duibiao.core.document;

import io.duibiao.core.text.CharacterFolding;
import java.util.List;
import java.util.regex.Pattern;

/** Recognises where a report ends and explanations of its words begin. */
final class Appendices {
  private static final Pattern GLOSSARY =
      Pattern.compile(
          "(?:附件?\\d{0,2}[:：]?)?(?:《?.{0,12}政府工作报告》?)?(?:中|里)?(?:的|有关|相关|部分|内容|新)*"
              + "(?:(?:名词|词语|用语|术语|词汇|概念|专用名词|名词术语)(?:和?缩略语)?(?:解释|注释|注解|释义|说明)?"
              + "|解释|注释|注解|释义|附注|注)[:：]?");

  /**
   * What is left of an appendix when its glossary is cut: its number and the name of the report.
   */
  private static final Pattern APPENDIX_HEADING =
      Pattern.compile("附件?\\d{0,2}[:：]?|《?(?:.{0,12})政府工作报告》?(?:附件\\d{0,2})?");

  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^\\d{1,3}]: ?.*", Pattern.DOTALL);

  private Appendices() {}

  /** Whether a folded line is the heading of a glossary, which stands in the later part. */
  static boolean startsGlossary(String line, int index, int lines) {
    return line.length() <= 40
        && index * 3 > lines
        && GLOSSARY.matcher(line.replace(" ", "")).matches();
  }

  /** Whether a folded line is a footnote in mark-down. */
  static boolean isFootnote(String line) {
    return FOOTNOTE.matcher(line).matches();
  }

  /** Drops headings of appendices of which nothing else is left at the end of a body. */
  static void dropEmptyHeadings(List<String> body) {
    while (body.size() > 1) {
      String last = CharacterFolding.fold(body.get(body.size() - 1)).replace(" ", "");
      if (last.length() > 30 || !APPENDIX_HEADING.matcher(last).matches()) {
        return;
      }
      body.remove(body.size() - 1);
    }
  }
}
