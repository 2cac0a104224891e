package io.duibiao.core.document;

import java.util.regex.Pattern;

/** Recognises where a report ends and explanations of its words begin. */
final class Appendices {
  private static final Pattern GLOSSARY =
      Pattern.compile(
          "(?:附件?\\d{0,2}[:：]? ?)?(?:.{0,4}政府工作报告.{0,2}(?:中|有关|相关)?)?.{0,8}"
              + "(?:名词|词语|用语|术语|内容)?(?:解释|注释|注解|说明)[:：]?");

  private Appendices() {}

  /** Whether a folded line is the heading of a glossary, which stands in the later half. */
  static boolean startsGlossary(String line, int index, int lines) {
    return line.length() <= 30 && index * 3 > lines && GLOSSARY.matcher(line).matches();
  }
}
