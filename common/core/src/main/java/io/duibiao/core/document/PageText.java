package io.duibiao.core.document;

import io.duibiao.core.text.CharacterFolding;
import io.duibiao.core.text.HiddenCharacters;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text of an HTML page as a reader sees it.
 *
 * @param text its lines; those of pages in its frames stand where the frame does
 * @param title what its head says, or null
 */
record PageText(String text, String title) {
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
          "object",
          "audio",
          "video",
          "canvas",
          "map",
          "rp",
          "rt");

  /** Elements of feeds, which HTML does not know as blocks. */
  private static final Set<String> FEED =
      Set.of("title", "item", "entry", "description", "summary", "pubdate", "updated", "guid");

  private static final Pattern HIDDEN =
      Pattern.compile("display ?: ?none|visibility ?: ?hidden", Pattern.CASE_INSENSITIVE);

  /** Frames within frames that are still read. */
  private static final int MOST_FRAMES = 4;

  private static final String FIELDS = "b, strong, span, label, th, td, dt, em, i, font, div, p";

  /** Feeds have a title of their own before those of their items. */
  private static final int MOST_TITLES = 3;

  private static final int LONGEST_LABEL = 12;

  static PageText of(String content) {
    org.jsoup.nodes.Document page = Jsoup.parse(content);
    page.outputSettings(new OutputSettings().prettyPrint(false));
    pairLabels(page);
    markFields(page);
    StringBuilder text = new StringBuilder(content.length() / 2);
    page.body().traverse(new TextCollector(text, 0));
    String title =
        HiddenCharacters.remove(
                page.getElementsByTag("title").stream()
                    .limit(MOST_TITLES)
                    .map(Element::text)
                    .distinct()
                    .collect(Collectors.joining("|")))
            .strip();
    String first = HiddenCharacters.remove(page.title()).strip();
    boolean inBody = first.isEmpty() || text.indexOf(first) >= 0;
    return new PageText(
        inBody ? text.toString() : first + "\n" + text, title.isEmpty() ? null : title);
  }

  /** Puts what a table says below its labels (索引号 | 发布机构 and a row of values) beside them. */
  private static void pairLabels(Element page) {
    for (Element row : page.getElementsByTag("tr")) {
      Element values = row.nextElementSibling();
      if (values == null
          || row.childrenSize() < 2
          || values.childrenSize() != row.childrenSize()
          || !row.children().stream().allMatch(PageText::isLabel)
          || values.children().stream().anyMatch(PageText::isLabel)) {
        continue;
      }
      List<Element> labels = row.children();
      for (int i = 0; i < labels.size(); i++) {
        String label = labels.get(i).wholeText().strip().replaceFirst("[:：]$", "");
        labels.get(i).text(label + "：" + values.child(i).text());
      }
      values.remove();
    }
  }

  /** Puts the colon behind a label that a page sets apart by its look only. */
  private static void markFields(Element page) {
    for (Element label : page.select(FIELDS)) {
      if (label.childrenSize() == 0 && label.nextElementSibling() != null && isField(label)) {
        label.appendText("：");
      }
    }
  }

  private static boolean isField(Element element) {
    String text = element.wholeOwnText();
    return text.length() <= LONGEST_LABEL
        && PageFurniture.isField(CharacterFolding.fold(text).strip());
  }

  private static boolean isLabel(Element cell) {
    Element named = cell.childrenSize() == 1 ? cell.child(0) : cell;
    String label = named.wholeOwnText();
    return label.length() <= LONGEST_LABEL
        && PageFurniture.isLabel(CharacterFolding.fold(label).strip());
  }

  private static final class TextCollector implements NodeVisitor {
    private final StringBuilder text;
    private final int frames;
    private int skipping;

    /** A collector within so many frames. */
    TextCollector(StringBuilder text, int frames) {
      this.text = text;
      this.frames = frames;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        if (isSkipped(element)) {
          skipping++;
        } else if (element.normalName().equals("iframe")) {
          frame(element);
        } else if (isBreak(element)) {
          breakLine();
        } else if (element.normalName().equals("td") || element.normalName().equals("th")) {
          text.append(' ');
        }
      } else if (skipping == 0 && node instanceof TextNode part && !isFramed(part)) {
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

    /** A page within the page, as attribute or as crawlers put it into the element. */
    private void frame(Element frame) {
      String inner = frame.hasAttr("srcdoc") ? frame.attr("srcdoc") : frame.wholeText();
      if (skipping == 0 && frames < MOST_FRAMES && inner.indexOf('<') >= 0) {
        breakLine();
        Jsoup.parse(inner).body().traverse(new TextCollector(text, frames + 1));
        breakLine();
      }
    }

    private static boolean isFramed(TextNode part) {
      return part.parent() instanceof Element parent && parent.normalName().equals("iframe");
    }

    /** What a reader does not see: code, controls, navigation, and text that is hidden. */
    private static boolean isSkipped(Element element) {
      return SKIPPED.contains(element.normalName())
          || element.hasAttr("hidden")
          || element.hasAttr("style") && HIDDEN.matcher(element.attr("style")).find();
    }

    private static boolean isBreak(Element element) {
      String name = element.normalName();
      return name.equals("br")
          || FEED.contains(name)
          || element.isBlock() && !name.equals("td") && !name.equals("th");
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
}
