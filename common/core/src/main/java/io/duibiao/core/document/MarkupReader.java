package io.duibiao.core.document;

import io.duibiao.core.text.HiddenCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Turns HTML, or plain text that junk tags got into, into lines of text. */
final class MarkupReader {
  /** Block tags that only a page has; junk tags in plain text are of other kinds. */
  private static final Pattern PAGE_TAG =
      Pattern.compile(
          "<(?:!doctype|html|body|head|p|div|br|table|td|article|section)[\\s/>]",
          Pattern.CASE_INSENSITIVE);

  private static final int PAGE_TAGS = 3;

  /** An entity that a reader of the page would see. */
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");

  private static final int ENTITIES = 3;

  /** How often escaped mark-up is escaped once more. */
  private static final int MOST_ESCAPED = 3;

  /** Longest run after a less-than sign that is still taken for a tag. */
  private static final int LONGEST_TAG = 2000;

  private MarkupReader() {}

  /**
   * What a reader sees.
   *
   * @param lines without what can not be seen; an empty line is the mark of a paragraph's end
   * @param title what a page says of itself in its head; null where it is no page or says nothing
   */
  record Markup(List<String> lines, String title) {}

  static Markup read(String content, String contentType, TimeBudget budget)
      throws RejectedDocumentException {
    budget.check();
    boolean isPage = isPage(content, contentType);
    PageText page = isPage ? PageText.of(content) : new PageText(plain(content), null);
    String text = page.text();
    for (int i = 0; i < MOST_ESCAPED && isEscaped(text); i++) {
      budget.check();
      String unescaped = Parser.unescapeEntities(text, false);
      if (isPage(unescaped, null)) {
        // The lines of a page are those that its reader sees; only in a source they mean nothing.
        unescaped = isPage ? unescaped.replace("\n", "<br>") : unescaped;
        text = PageText.of(unescaped).text();
      } else {
        text = unescaped;
      }
    }
    budget.check();
    return new Markup(split(HiddenCharacters.remove(text)), page.title());
  }

  /** Whether a reader would see tags or entities: they were escaped once too often. */
  private static boolean isEscaped(String text) {
    if (text.indexOf('&') < 0) {
      return isPage(text, null);
    }
    Matcher matcher = ENTITY.matcher(text);
    int found = 0;
    while (found < ENTITIES && matcher.find()) {
      found++;
    }
    return found == ENTITIES || isPage(text, null);
  }

  static boolean isPage(String content, String contentType) {
    if (contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html")) {
      return true;
    }
    Matcher matcher = PAGE_TAG.matcher(content);
    int found = 0;
    while (found < PAGE_TAGS && matcher.find()) {
      found++;
    }
    return found == PAGE_TAGS;
  }

  /** Drops tags and comments and decodes entities; everything else, line breaks too, stays. */
  private static String plain(String content) {
    StringBuilder text = new StringBuilder(content.length());
    int i = 0;
    while (i < content.length()) {
      char c = content.charAt(i);
      int end = narrow(c) == '<' ? endOfTag(content, i) : -1;
      if (end > 0) {
        i = end;
      } else {
        text.append(c);
        i++;
      }
    }
    String stripped = text.toString();
    return stripped.indexOf('&') < 0 ? stripped : Parser.unescapeEntities(stripped, false);
  }

  private static int endOfTag(String content, int start) {
    int limit = Math.min(content.length(), start + LONGEST_TAG);
    if (startsNarrow(content, "<!--", start)) {
      for (int end = start + 4; end + 3 <= limit; end++) {
        if (startsNarrow(content, "-->", end)) {
          return end + 3;
        }
        if (startsNarrow(content, "<!--", end)) {
          return -1;
        }
      }
      return -1;
    }
    int i = start + 1;
    if (i < limit && narrow(content.charAt(i)) == '/') {
      i++;
    }
    if (i >= limit || !isAsciiLetter(narrow(content.charAt(i)))) {
      return -1;
    }
    for (; i < limit; i++) {
      char c = narrow(content.charAt(i));
      if (c == '>') {
        return i + 1;
      }
      if (c == '<') {
        return -1;
      }
    }
    return -1;
  }

  /** Some sites write every character of a page full-width, those of its tags too. */
  private static char narrow(char c) {
    return c > 0xFF00 && c < 0xFF5F ? (char) (c - 0xFEE0) : c;
  }

  private static boolean startsNarrow(String content, String word, int from) {
    if (from + word.length() > content.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (narrow(content.charAt(from + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsciiLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\r' -> {
          if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
            flush(line, lines);
          }
        }
        case '\n', '\u2028', '\u2029', '\u0085', '\f', '\u000B' -> flush(line, lines);
        default -> line.append(c);
      }
    }
    flush(line, lines);
    return lines;
  }

  private static void flush(StringBuilder line, List<String> lines) {
    lines.add(line.toString());
    line.setLength(0);
  }
}
