package io.duibiao.core.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes an article out of what a site's interface answers, JSON whose longest text is the article,
 * and undoes the escapes of JSON in a text that was cut out of such an answer.
 */
final class WrappedContent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern CALLBACK = Pattern.compile("[\\w.$]{1,60}\\(");

  private static final Pattern ESCAPE = Pattern.compile("\\\\u[0-9a-fA-F]{4}");

  private static final Pattern ANY_ESCAPE =
      Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([nrtbf\"'/\\\\]))");

  /** A text with fewer escapes only tells of some. */
  private static final int FEWEST_ESCAPES = 20;

  /** Shorter texts are fields of the answer. */
  private static final int SHORTEST_ARTICLE = 100;

  /** An answer may hold another one as a text. */
  private static final int DEEPEST = 3;

  private static final List<String> TITLES =
      List.of("title", "articletitle", "doctitle", "headline", "subject", "name", "标题", "名称");

  private static final List<String> PUBLISHERS =
      List.of("publisher", "source", "origin", "publishorg", "department", "来源", "发布机构");

  private static final List<String> DATES =
      List.of(
          "publishedat",
          "publishdate",
          "publishtime",
          "pubdate",
          "pubtime",
          "releasetime",
          "releasedate",
          "date",
          "发布日期",
          "发布时间");

  private WrappedContent() {}

  /**
   * The document with the article as its content, or the document itself where it is not wrapped.
   */
  static Document open(Document document) {
    Document opened = document;
    for (int i = 0; i < DEEPEST && opened.content() != null; i++) {
      Document inner = answer(opened);
      if (inner == null) {
        break;
      }
      opened = inner;
    }
    String content = opened.content();
    return content != null && isEscaped(content)
        ? with(opened, null, null, null, unescape(content))
        : opened;
  }

  private static Document answer(Document document) {
    String json = document.content().strip();
    Matcher callback = CALLBACK.matcher(json);
    if (callback.lookingAt()) {
      int end = json.lastIndexOf(')');
      json = end < callback.end() ? "" : json.substring(callback.end(), end).strip();
    }
    if (json.isEmpty() || json.charAt(0) != '{' && json.charAt(0) != '[') {
      return null;
    }
    try {
      return article(document, JSON.readTree(json));
    } catch (JsonProcessingException e) {
      // A text that begins with a bracket.
      return null;
    }
  }

  /** The longest text of the tree with what the object that it stands in says about it. */
  private static Document article(Document document, JsonNode root) {
    Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
    String longest = "";
    JsonNode owner = null;
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      for (JsonNode child : node) {
        if (child.isTextual() && child.textValue().length() > longest.length()) {
          longest = child.textValue();
          owner = node;
        } else if (child.isContainerNode()) {
          open.push(child);
        }
      }
    }
    if (longest.length() < SHORTEST_ARTICLE) {
      return null;
    }
    String date = field(owner, DATES);
    return with(
        document, field(owner, TITLES), field(owner, PUBLISHERS), WrittenDay.find(date), longest);
  }

  private static String field(JsonNode object, List<String> names) {
    for (String name : names) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String key = field.getKey().replace("_", "").replace("-", "");
        if (key.equalsIgnoreCase(name)
            && field.getValue().isTextual()
            && !field.getValue().textValue().isBlank()) {
          return field.getValue().textValue();
        }
      }
    }
    return null;
  }

  private static Document with(
      Document document, String title, String publisher, Instant publishedAt, String content) {
    return new Document(
        document.id(),
        document.url(),
        document.title() == null ? title : document.title(),
        document.publisher() == null ? publisher : document.publisher(),
        document.publishedAt() == null ? publishedAt : document.publishedAt(),
        document.retrievedAt(),
        document.contentType(),
        document.region(),
        content);
  }

  /** Whether more characters of the text are escaped than are written plainly. */
  private static boolean isEscaped(String content) {
    if (content.indexOf("\\u") < 0) {
      return false;
    }
    int escapes = 0;
    Matcher matcher = ESCAPE.matcher(content);
    while (matcher.find()) {
      escapes++;
    }
    return escapes >= FEWEST_ESCAPES
        && escapes > content.chars().filter(c -> GarbledText.isIdeograph((char) c)).count();
  }

  private static String unescape(String content) {
    StringBuilder text = new StringBuilder(content.length() / 3);
    Matcher matcher = ANY_ESCAPE.matcher(content);
    int from = 0;
    while (matcher.find()) {
      text.append(content, from, matcher.start());
      if (matcher.group(1) != null) {
        text.append((char) Integer.parseInt(matcher.group(1), 16));
      } else {
        char c = matcher.group(2).charAt(0);
        int control = "nrtbf".indexOf(c);
        text.append(control < 0 ? c : "\n\r\t \n".charAt(control));
      }
      from = matcher.end();
    }
    return text.append(content, from, content.length()).toString();
  }
}
