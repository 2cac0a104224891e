package io.duibiao.extraction;

import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RejectedDocument;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The extraction job between its sources and its sinks. */
public final class ExtractionPipeline {
  private ExtractionPipeline() {}

  /**
   * What comes out.
   *
   * @param statements statement events, in revision order for each document
   * @param rejected documents that can not be used
   * @param documentWrites the latest revision of each document, for its index
   * @param statementWrites the current event of each statement, for its index
   * @param rejectedWrites documents that can not be used, without their bytes, for their index
   */
  public record Outputs(
      DataStream<Statement> statements,
      DataStream<RejectedDocument> rejected,
      DataStream<IndexWrite> documentWrites,
      DataStream<IndexWrite> statementWrites,
      DataStream<IndexWrite> rejectedWrites) {}

  /**
   * Adds the operators.
   *
   * @param documents records of the topic {@code documents}
   * @param updates catalogs that take the place of the one that the job was started with
   * @param extractors makes the extractor where it works: it loads dictionaries and does not travel
   * @param settings what bounds the work on one document
   */
  public static Outputs connect(
      DataStream<ConsumedRecord> documents,
      DataStream<CatalogUpdate> updates,
      ExtractorFactory extractors,
      ExtractionSettings settings) {
    SingleOutputStreamOperator<ParsedDocument> parsed =
        documents
            .process(new DocumentParser(settings.maxDocumentBytes()))
            .returns(TypeInformation.of(ParsedDocument.class))
            .uid("parse-documents")
            .name("parse documents");
    SingleOutputStreamOperator<Statement> statements =
        parsed
            .keyBy(ParsedDocument::documentId, Types.STRING)
            .connect(updates.broadcast(RevisionFunction.CATALOG))
            .process(new RevisionFunction(extractors, settings))
            .returns(TypeInformation.of(Statement.class))
            .uid("revise-documents")
            .name("revise documents");
    DataStream<RejectedDocument> rejected =
        parsed.getSideOutput(Rejections.TAG).union(statements.getSideOutput(Rejections.TAG));
    String rejectedAlias = settings.rejectedAlias();
    DataStream<IndexWrite> rejectedWrites =
        rejected
            .map(document -> Rejections.write(rejectedAlias, document))
            .returns(TypeInformation.of(IndexWrite.class))
            .uid("describe-rejected-documents")
            .name("describe rejected documents");
    return new Outputs(
        statements,
        rejected,
        statements.getSideOutput(RevisionFunction.DOCUMENT_WRITES),
        statements.getSideOutput(RevisionFunction.STATEMENT_WRITES),
        rejectedWrites);
  }
}
