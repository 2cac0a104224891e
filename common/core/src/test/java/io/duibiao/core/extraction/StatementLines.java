package io.duibiao.core.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.statement.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes statements as the JSON lines that the judge of the annotations reads. */
final class StatementLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StatementLines() {}

  static String line(Statement s) throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("indicator", s.indicator());
    fields.put("number", s.number());
    fields.put("measure", s.measure().code());
    fields.put("op", s.op().code());
    fields.put("value", s.value().toPlainString());
    if (s.high() != null) {
      fields.put("high", s.high().toPlainString());
    }
    fields.put("unit", s.unit());
    fields.put("kind", s.kind().code());
    fields.put("period", s.period());
    fields.put("region", s.region());
    fields.put("quote", s.quote());
    return JSON.writeValueAsString(fields);
  }

  static void write(ReportExtractor extractor, Path document, Path out)
      throws IOException, RejectedDocumentException {
    String id = document.getFileName().toString().replace(".txt", "");
    Extraction extraction =
        extractor.extract(Document.of(id, Files.readString(document)), TimeBudget.unlimited());
    StringBuilder lines = new StringBuilder();
    for (Statement statement : extraction.statements()) {
      if (!statement.quantified()) {
        continue;
      }
      lines.append(line(statement)).append('\n');
    }
    Files.writeString(out, lines);
  }

  /** {@code OUT_FOLDER FILE…}: for a look at what is extracted while working on the rules. */
  public static void main(String[] args) throws IOException {
    ReportExtractor extractor = ReportExtractor.bundled();
    for (int i = 1; i < args.length; i++) {
      Path file = Path.of(args[i]);
      String name = file.getParent().getFileName() + "-" + file.getFileName();
      if (file.getParent().endsWith("documents")) {
        name = file.getFileName().toString();
      }
      try {
        write(extractor, file, Path.of(args[0]).resolve(name.replace(".txt", ".jsonl")));
      } catch (RejectedDocumentException e) {
        System.out.println(file + ": " + e.reason().code() + ": " + e.getMessage());
      }
    }
  }
}
