package io.duibiao.core.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads a YAML file that is one list, item by item, so that what stands before a syntax error is
 * known too.
 */
final class LocatedYaml {
  private final List<Located> items = new ArrayList<>();
  private final List<CatalogProblem> problems;

  private LocatedYaml(List<CatalogProblem> problems) {
    this.problems = problems;
  }

  /**
   * The items of the list up to its end or the first syntax error.
   *
   * @param bytes UTF-8
   * @param problems takes what is wrong
   */
  static List<Located> items(byte[] bytes, List<CatalogProblem> problems) throws IOException {
    LocatedYaml yaml = new LocatedYaml(problems);
    yaml.read(yaml.text(bytes));
    return yaml.items;
  }

  private String text(byte[] bytes) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    String read = text.toString();
    if (result.isError()) {
      problem(lineOf(read, read.length()), 1, "this is not UTF-8; save the file as UTF-8");
    }
    return read.startsWith("\uFEFF") ? read.substring(1) : read;
  }

  private void read(String text) throws IOException {
    try (YAMLParser parser = new YAMLFactory().createParser(new StringReader(text))) {
      if (parser.nextToken() == null) {
        problem(1, 1, "the file holds no entry");
      } else if (parser.currentToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        if (items.isEmpty()) {
          problem(1, 1, "the file holds no entry");
        }
        if (parser.nextToken() != null) {
          JsonLocation at = parser.currentTokenLocation();
          problem(at.getLineNr(), at.getColumnNr(), "a second document begins; write one list");
        }
      } else {
        JsonLocation at = parser.currentTokenLocation();
        problem(
            at.getLineNr(),
            at.getColumnNr(),
            "the file must be a list of entries, each beginning with '- id: …'");
      }
    } catch (StreamConstraintsException e) {
      problem(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), 1, e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      syntax(text, e);
    }
  }

  private Located value(YAMLParser parser) throws IOException {
    JsonLocation at = parser.currentTokenLocation();
    int line = at.getLineNr();
    int column = at.getColumnNr();
    if (parser.isCurrentAlias()) {
      problem(line, column, "references (*name) are not read; write the value itself");
      return new Located.Scalar(line, column, "", false, true);
    }
    switch (parser.currentToken()) {
      case START_ARRAY -> {
        List<Located> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(parser));
        }
        return new Located.Items(line, column, values);
      }
      case START_OBJECT -> {
        List<Located.Field> fields = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          JsonLocation named = parser.currentTokenLocation();
          String name = parser.currentName();
          parser.nextToken();
          fields.add(
              new Located.Field(named.getLineNr(), named.getColumnNr(), name, value(parser)));
        }
        return new Located.Fields(line, column, fields);
      }
      default -> {
        return new Located.Scalar(
            line,
            column,
            parser.getText(),
            parser.currentToken().isNumeric(),
            parser.currentToken() == JsonToken.VALUE_NULL);
      }
    }
  }

  private void syntax(String text, JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      String context = marked.getContext() == null ? "" : " (" + marked.getContext() + ")";
      problem(
          marked.getProblemMark().getLine() + 1,
          marked.getProblemMark().getColumn() + 1,
          "this is not YAML: " + marked.getProblem() + context);
    } else if (e.getCause() instanceof ReaderException unreadable) {
      problem(
          lineOf(text, unreadable.getPosition()),
          1,
          "the character U+%04X is not allowed".formatted(unreadable.getCodePoint()));
    } else {
      JsonLocation at = e.getLocation();
      String first = e.getOriginalMessage().lines().findFirst().orElse("");
      problem(at == null ? 1 : Math.max(1, at.getLineNr()), 1, "this is not YAML: " + first);
    }
  }

  private static int lineOf(String text, int position) {
    int line = 1;
    for (int i = 0; i < Math.min(position, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  private void problem(int line, int column, String message) {
    problems.add(new CatalogProblem(line, column, message));
  }
}
