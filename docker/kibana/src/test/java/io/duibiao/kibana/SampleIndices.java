package io.duibiao.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.BatchResult;
import io.duibiao.core.assessment.BatchRun;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.assessment.Rejection;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.document.Document;
import io.duibiao.core.extraction.ReportExtractor;
import io.duibiao.core.revision.Revision;
import io.duibiao.core.statement.Statement;
import io.duibiao.local.file.DocumentFile;
import io.duibiao.local.file.DocumentFiles;
import io.duibiao.streaming.elasticsearch.ElasticsearchConnection;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.elasticsearch.IndexTemplates;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.IndexedDocument;
import io.duibiao.streaming.record.IndexedRejection;
import io.duibiao.streaming.record.RejectedDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NStringEntity;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/**
 * The indices with the verdicts on the sample documents as of now, as the batch run gives them;
 * other tests show that the jobs come to the same.
 */
final class SampleIndices implements AutoCloseable {
  private static final String PREFIX = "duibiao";
  private static final List<String> FILES =
      List.of(
          "yunyi-2023.html",
          "qingyi-2023.txt",
          "qilu-2023.txt",
          "yunyi-2024.json",
          "qingyi-2024.txt",
          "qilu-2024.json",
          "qilu-pictures.json",
          "yunyi-2024-corrected.json");

  private final RestClient client;

  SampleIndices(JobOptions options) throws Exception {
    client = ElasticsearchConnection.of(options).openRestClient();
    IndexTemplates.install(client, PREFIX);
    fill();
  }

  private void fill() throws Exception {
    List<Document> documents = documents();
    BatchResult result =
        BatchRun.run(
            documents,
            ReportExtractor.bundled(),
            new Judge(IndicatorCatalog.bundled()),
            Instant.now());
    StringBuilder bulk = new StringBuilder();
    for (Revision revision : result.documents()) {
      // How long reading took is for the job to measure.
      IndexedDocument indexed = IndexedDocument.of(revision, 120L);
      add(bulk, Index.DOCUMENTS, indexed.id(), indexed);
    }
    for (Statement statement : result.statements()) {
      add(bulk, Index.STATEMENTS, statement.id(), statement);
    }
    for (Assessment assessment : result.assessments()) {
      add(bulk, Index.ASSESSMENTS, assessment.id(), assessment);
    }
    for (Alert alert : result.alerts()) {
      add(bulk, Index.ALERTS, alert.id(), alert);
    }
    int offset = 0;
    for (Rejection rejection : result.rejections()) {
      IndexedRejection indexed =
          IndexedRejection.of(
              RejectedDocument.of(
                  rejection.reason(),
                  rejection.detail(),
                  "documents",
                  0,
                  (long) offset++,
                  Instant.now(),
                  rejection.documentId(),
                  new byte[0]));
      add(bulk, Index.REJECTED, indexed.id(), indexed);
    }
    Request request = new Request("POST", "/_bulk");
    request.addParameter("refresh", "true");
    request.setEntity(new NStringEntity(bulk.toString(), ContentType.APPLICATION_JSON));
    JsonNode answer = send(request);
    if (answer.path("errors").asBoolean()) {
      throw new IOException(answer.toString());
    }
  }

  private static List<Document> documents() throws Exception {
    List<Document> documents = new ArrayList<>();
    DocumentFiles files =
        new DocumentFiles(InputStream.nullInputStream(), 5_000_000, Optional.empty());
    for (String name : FILES) {
      try (InputStream stream = DocumentFiles.class.getResourceAsStream("/sample/" + name)) {
        files.read(name, stream, file -> documents.add(((DocumentFile.Readable) file).document()));
      }
    }
    // A record without the time of retrieval gets that of its publication to the topic.
    documents.replaceAll(d -> d.retrievedAt() == null ? d.retrievedAt(Instant.now()) : d);
    return documents;
  }

  private static void add(StringBuilder bulk, Index index, String id, Object element)
      throws IOException {
    IndexWrite write = IndexWrite.of(index.alias(PREFIX), id, 1, element);
    ObjectMapper mapper = new ObjectMapper();
    var header = mapper.createObjectNode();
    header.putObject("index").put("_index", write.alias()).put("_id", write.id());
    bulk.append(header)
        .append('\n')
        .append(new String(write.json(), StandardCharsets.UTF_8))
        .append('\n');
  }

  /** Asks and gives the answer. */
  JsonNode search(DataView view, JsonNode body) throws IOException {
    Request request = new Request("POST", "/" + view.id() + "/_search");
    request.setJsonEntity(body.toString());
    return send(request);
  }

  private JsonNode send(Request request) throws IOException {
    return new ObjectMapper()
        .readTree(EntityUtils.toByteArray(client.performRequest(request).getEntity()));
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
