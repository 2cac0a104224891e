package io.duibiao.local.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.streaming.record.DocumentRecords;
import io.duibiao.streaming.record.RecordJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads records of the topic {@code documents} from JSON: one object, an array of objects, or one
 * object per line. A line that is no JSON is reported, and the next one is read.
 */
final class DocumentRecordReader {
  /** One of several values that follow each other. */
  private static final ObjectReader TREES =
      RecordJson.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** More than the buffer of a parser. */
  private static final int READ_AHEAD = 64 * 1024;

  private final String source;
  private final int maxBytes;
  private final Optional<String> id;
  private int count;

  DocumentRecordReader(String source, int maxBytes, Optional<String> id) {
    this.source = source;
    this.maxBytes = maxBytes;
    this.id = id;
  }

  void read(InputStream stream, DocumentFiles.Visitor visitor)
      throws IOException, InterruptedException {
    Rest rest = new Rest(stream);
    int line = 1;
    while (rest != null) {
      JsonParser parser = RecordJson.mapper().getFactory().createParser(rest);
      boolean array = false;
      try {
        array = parser.nextToken() == JsonToken.START_ARRAY;
        if (array) {
          parser.nextToken();
        }
        readValues(parser, visitor);
        if (array && parser.nextToken() != null) {
          visitor.visit(
              new DocumentFile.Unreadable(
                  source, "has more behind its array; the rest is not read"));
        }
        rest = null;
      } catch (JacksonException problem) {
        line += problem.getLocation() == null ? 0 : problem.getLocation().getLineNr() - 1;
        visitor.visit(
            new DocumentFile.Unreadable(
                source, "is no JSON at line " + line + (array ? "; the rest is not read" : "")));
        rest = array ? null : afterLine(parser, rest);
        line++;
      }
    }
    if (count == 0 && line == 1) {
      visitor.visit(new DocumentFile.Unreadable(source, "is empty"));
    }
  }

  private void readValues(JsonParser parser, DocumentFiles.Visitor visitor)
      throws IOException, InterruptedException {
    while (parser.currentToken() != null && parser.currentToken() != JsonToken.END_ARRAY) {
      JsonNode node = TREES.readTree(parser);
      count++;
      visitor.visit(record(node));
      parser.nextToken();
    }
  }

  /** What follows the line on which the parser found no JSON; null at the end. */
  private static Rest afterLine(JsonParser parser, Rest rest) throws IOException {
    ByteArrayOutputStream buffered = new ByteArrayOutputStream();
    parser.releaseBuffered(buffered);
    boolean atEndOfLine = rest.atEndOfLine(buffered.size());
    rest.unread(buffered.toByteArray());
    if (atEndOfLine) {
      return rest;
    }
    int c;
    do {
      c = rest.read();
    } while (c >= 0 && c != '\n');
    return c < 0 ? null : rest;
  }

  /**
   * What is still to be read. A parser reads ahead, and what it has not used goes back for the next
   * one.
   */
  private static final class Rest extends PushbackInputStream {
    private byte[] last = new byte[0];

    Rest(InputStream stream) {
      super(stream, READ_AHEAD);
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = super.read(target, from, length);
      if (read > 0) {
        last = Arrays.copyOfRange(target, from, from + read);
      }
      return read;
    }

    /**
     * Whether the last byte that was used ended a line: a parser uses one more than the word that
     * it does not know.
     *
     * @param unused how many of the bytes that were read were not used
     */
    boolean atEndOfLine(int unused) {
      int used = last.length - unused;
      return used > 0 && last[used - 1] == '\n';
    }
  }

  private DocumentFile record(JsonNode node) {
    String place = source + " record " + count;
    try {
      if (id.isPresent() && node instanceof ObjectNode object) {
        object.put("id", id.get());
      }
      Document document = DocumentRecords.parse(RecordJson.write(node), maxBytes);
      DocumentRecords.requirePlausible(document, Instant.now());
      return new DocumentFile.Readable(place, document, "UTF-8");
    } catch (RejectedDocumentException problem) {
      return new DocumentFile.Unreadable(place, problem.getMessage());
    } catch (UncheckedIOException problem) {
      return new DocumentFile.Unreadable(place, "holds a number that can not be written");
    }
  }
}
