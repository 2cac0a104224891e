package io.duibiao.extraction;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.catalog.RegionDirectory;
import io.duibiao.core.extraction.ReportExtractor;
import io.duibiao.streaming.catalog.CatalogStream;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.job.CatalogSource;
import io.duibiao.streaming.job.EventTime;
import io.duibiao.streaming.job.IndexSinks;
import io.duibiao.streaming.job.JobLauncher;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.kafka.KafkaSinks;
import io.duibiao.streaming.kafka.KafkaSources;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.record.CatalogRecords;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Documents in; statements, rejected documents and the indices of both out. */
public final class ExtractionJob {
  /** The job's name on the cluster. */
  public static final String NAME = "duibiao-extraction";

  private ExtractionJob() {}

  /**
   * Runs the job until it ends.
   *
   * @param arguments {@code --KEY VALUE} for each option
   * @throws Exception when the job can not be submitted or fails
   */
  public static void main(String[] arguments) throws Exception {
    JobLauncher.main(NAME, arguments, ExtractionJob::build);
  }

  /** Adds the job to an environment that {@link JobLauncher} has configured. */
  public static void build(StreamExecutionEnvironment env, JobOptions options) {
    CatalogSource catalog = CatalogSource.of(options);
    build(
        env,
        options,
        yaml -> extractor(yaml == null ? catalog.get() : CatalogRecords.catalog(yaml)));
  }

  /** Subtasks of one process share what is costly to make, where it is the same for all. */
  private static ReportExtractor extractor(IndicatorCatalog catalog) {
    return catalog == IndicatorCatalog.bundled()
        ? ReportExtractor.bundled()
        : new ReportExtractor(RegionDirectory.bundled(), catalog);
  }

  /** As {@link #build(StreamExecutionEnvironment, JobOptions)} with another extractor. */
  static void build(
      StreamExecutionEnvironment env, JobOptions options, ExtractorFactory extractors) {
    DataStream<ConsumedRecord> documents =
        env.fromSource(KafkaSources.documents(options), EventTime.of(options), "read documents")
            .uid("read-documents");
    // A record that is no catalog is told by the assessment job, which reads them too.
    DataStream<CatalogUpdate> updates =
        CatalogStream.of(env, options, options.get(KafkaOptions.EXTRACTION_GROUP_ID));
    ExtractionPipeline.Outputs outputs =
        ExtractionPipeline.connect(documents, updates, extractors, ExtractionSettings.of(options));
    outputs
        .statements()
        .sinkTo(KafkaSinks.statements(options))
        .uid("write-statements")
        .name("write statements");
    outputs
        .rejected()
        .sinkTo(KafkaSinks.rejectedDocuments(options))
        .uid("write-rejected-documents")
        .name("write rejected documents");
    outputs
        .documentWrites()
        .sinkTo(IndexSinks.of(Index.DOCUMENTS, options))
        .uid("index-documents")
        .name("index documents");
    outputs
        .statementWrites()
        .sinkTo(IndexSinks.of(Index.STATEMENTS, options))
        .uid("index-statements")
        .name("index statements");
    outputs
        .rejectedWrites()
        .sinkTo(IndexSinks.of(Index.REJECTED, options))
        .uid("index-rejected-documents")
        .name("index rejected documents");
  }
}
