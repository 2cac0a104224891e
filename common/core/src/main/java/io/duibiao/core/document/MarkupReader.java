package io.duibiao.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Turns HTML, or plain text that junk tags got into, into lines of text. */
final class MarkupReader {
  /** Block tags that only a page has; junk tags in plain text are of other kinds. */
  private static final Pattern PAGE_TAG =
      Pattern.compile(
          "<(?:!doctype|html|body|head|p|div|br|table|td|article|section)[\\s/>]",
          Pattern.CASE_INSENSITIVE);

  private static final int PAGE_TAGS = 3;

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "nav",
          "svg",
          "select",
          "button",
          "textarea",
          "iframe",
          "object",
          "audio",
          "video",
          "canvas",
          "map",
          "rp",
          "rt");

  private static final Pattern HIDDEN =
      Pattern.compile("display ?: ?none|visibility ?: ?hidden", Pattern.CASE_INSENSITIVE);

  /** Longest run after a less-than sign that is still taken for a tag. */
  private static final int LONGEST_TAG = 2000;

  private MarkupReader() {}

  static List<String> lines(String content, String contentType, TimeBudget budget)
      throws RejectedDocumentException {
    budget.check();
    String text = isPage(content, contentType) ? page(content) : plain(content);
    budget.check();
    return split(text);
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

  private static String page(String content) {
    org.jsoup.nodes.Document page = Jsoup.parse(content);
    page.outputSettings(new OutputSettings().prettyPrint(false));
    StringBuilder text = new StringBuilder(content.length() / 2);
    String title = page.title();
    page.body().traverse(new TextCollector(text));
    boolean titleInBody = title.isBlank() || text.indexOf(title) >= 0;
    return titleInBody ? text.toString() : title + "\n" + text;
  }

  private static final class TextCollector implements NodeVisitor {
    private final StringBuilder text;
    private int skipping;

    TextCollector(StringBuilder text) {
      this.text = text;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        if (isSkipped(element)) {
          skipping++;
        } else if (isBreak(element)) {
          breakLine();
        } else if (element.normalName().equals("td") || element.normalName().equals("th")) {
          text.append(' ');
        }
      } else if (skipping == 0 && node instanceof TextNode part) {
        appendCollapsed(part.getWholeText());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (isSkipped(element)) {
          skipping--;
        } else if (isBreak(element)) {
          breakLine();
        }
      }
    }

    /** What a reader does not see: code, controls, navigation, and text that is hidden. */
    private static boolean isSkipped(Element element) {
      return SKIPPED.contains(element.normalName())
          || element.hasAttr("hidden")
          || element.hasAttr("style") && HIDDEN.matcher(element.attr("style")).find();
    }

    private static boolean isBreak(Element element) {
      String name = element.normalName();
      return name.equals("br") || element.isBlock() && !name.equals("td") && !name.equals("th");
    }

    private void breakLine() {
      if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
    }

    /**
     * A run of white space in the source of a page is one space, and nothing at all where it holds
     * a line break beside a Chinese character.
     */
    private void appendCollapsed(String whole) {
      int i = 0;
      while (i < whole.length()) {
        char c = whole.charAt(i);
        if (!isSourceSpace(c)) {
          text.append(c);
          i++;
          continue;
        }
        boolean broken = false;
        while (i < whole.length() && isSourceSpace(whole.charAt(i))) {
          broken |= whole.charAt(i) == '\n' || whole.charAt(i) == '\r';
          i++;
        }
        char before = text.length() == 0 ? '\n' : text.charAt(text.length() - 1);
        boolean between = before >= 0x80 || i < whole.length() && whole.charAt(i) >= 0x80;
        if (before != ' ' && before != '\n' && !(broken && between)) {
          text.append(' ');
        }
      }
    }

    private static boolean isSourceSpace(char c) {
      return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
    }
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

  /** Lines without what can not be seen; an empty line stays as the mark of a paragraph's end. */
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
        case '\n', '\u2028', '\u2029', '\f', '\u000B' -> flush(line, lines);
        case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\0' -> {
          // invisible
        }
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
