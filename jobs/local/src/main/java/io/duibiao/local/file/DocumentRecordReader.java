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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;

/**
 * Reads records of the topic {@code documents} from JSON: one object, an array of objects, or one
 * object per line. A line that is no JSON is reported, and the next one is read.
 */
final class DocumentRecordReader {
  /** One of several values that follow each other. */
  private static final ObjectReader TREES =
      RecordJson.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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
    InputStream rest = stream;
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
  private static InputStream afterLine(JsonParser parser, InputStream stream) throws IOException {
    ByteArrayOutputStream buffered = new ByteArrayOutputStream();
    parser.releaseBuffered(buffered);
    InputStream rest =
        new SequenceInputStream(new ByteArrayInputStream(buffered.toByteArray()), stream);
    int c;
    do {
      c = rest.read();
    } while (c >= 0 && c != '\n');
    return c < 0 ? null : rest;
  }

  private DocumentFile record(JsonNode node) {
    String place = source + " record " + count;
    try {
      if (id.isPresent() && node instanceof ObjectNode object) {
        object.put("id", id.get());
      }
      Document document = DocumentRecords.parse(RecordJson.write(node), maxBytes);
      return new DocumentFile.Readable(place, document, "UTF-8");
    } catch (RejectedDocumentException problem) {
      return new DocumentFile.Unreadable(place, problem.getMessage());
    }
  }
}
