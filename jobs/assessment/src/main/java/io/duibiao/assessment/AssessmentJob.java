package io.duibiao.assessment;

import io.duibiao.streaming.catalog.CatalogParser;
import io.duibiao.streaming.catalog.CatalogStream;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.job.CatalogSource;
import io.duibiao.streaming.job.IndexSinks;
import io.duibiao.streaming.job.JobLauncher;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.kafka.KafkaSinks;
import io.duibiao.streaming.kafka.KafkaSources;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import java.time.Clock;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Statements in; assessments, alerts, rejected records and the indices of the former two out. */
public final class AssessmentJob {
  /** The job's name on the cluster. */
  public static final String NAME = "duibiao-assessment";

  private AssessmentJob() {}

  /**
   * Runs the job until it ends.
   *
   * @param arguments {@code --KEY VALUE} for each option
   * @throws Exception when the job can not be submitted or fails
   */
  public static void main(String[] arguments) throws Exception {
    JobLauncher.main(NAME, arguments, AssessmentJob::build);
  }

  /** Adds the job to an environment that {@link JobLauncher} has configured. */
  public static void build(StreamExecutionEnvironment env, JobOptions options) {
    build(env, options, Clock.systemUTC());
  }

  /**
   * As {@link #build(StreamExecutionEnvironment, JobOptions)} with another clock.
   *
   * @param clock tells what is overdue while no statements come; serializable
   */
  public static void build(StreamExecutionEnvironment env, JobOptions options, Clock clock) {
    SingleOutputStreamOperator<CatalogUpdate> updates =
        CatalogStream.of(env, options, options.get(KafkaOptions.ASSESSMENT_GROUP_ID));
    // Time is told by what the statements say and not by when they were written.
    DataStream<ConsumedRecord> statements =
        env.fromSource(
                KafkaSources.statements(options),
                WatermarkStrategy.noWatermarks(),
                "read statements")
            .uid("read-statements");
    AssessmentPipeline.Outputs outputs =
        AssessmentPipeline.connect(
            statements, CatalogSource.of(options), updates, AssessmentSettings.of(options, clock));
    outputs
        .assessments()
        .sinkTo(KafkaSinks.assessments(options))
        .uid("write-assessments")
        .name("write assessments");
    outputs.alerts().sinkTo(KafkaSinks.alerts(options)).uid("write-alerts").name("write alerts");
    outputs
        .rejected()
        .union(updates.getSideOutput(CatalogParser.REJECTED))
        .sinkTo(KafkaSinks.rejectedRecords(options))
        .uid("write-rejected-statements")
        .name("write rejected statements");
    outputs
        .assessmentWrites()
        .sinkTo(IndexSinks.of(Index.ASSESSMENTS, options))
        .uid("index-assessments")
        .name("index assessments");
    outputs
        .alertWrites()
        .sinkTo(IndexSinks.of(Index.ALERTS, options))
        .uid("index-alerts")
        .name("index alerts");
  }
}
