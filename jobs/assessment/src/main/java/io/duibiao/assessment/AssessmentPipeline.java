package io.duibiao.assessment;

import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.AlertChange;
import io.duibiao.streaming.record.RejectedRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.function.SerializableSupplier;

/** The assessment job between its sources and its sinks. */
public final class AssessmentPipeline {
  private AssessmentPipeline() {}

  /**
   * What comes out.
   *
   * @param assessments verdicts, the last one of each id being the one that holds
   * @param alerts alerts, likewise
   * @param rejected records that are no statements
   * @param assessmentWrites verdicts for their index
   * @param alertWrites alerts for their index
   */
  public record Outputs(
      DataStream<Assessment> assessments,
      DataStream<AlertChange> alerts,
      DataStream<RejectedRecord> rejected,
      DataStream<IndexWrite> assessmentWrites,
      DataStream<IndexWrite> alertWrites) {}

  /**
   * Adds the operators.
   *
   * @param statements records of the topic {@code statements}
   * @param catalogs makes the catalog that the job is started with where it is needed
   * @param updates catalogs that take its place
   * @param settings names of indices, and time
   */
  public static Outputs connect(
      DataStream<ConsumedRecord> statements,
      SerializableSupplier<IndicatorCatalog> catalogs,
      DataStream<CatalogUpdate> updates,
      AssessmentSettings settings) {
    SingleOutputStreamOperator<ParsedStatement> parsed =
        statements
            .process(new StatementParser())
            .returns(TypeInformation.of(ParsedStatement.class))
            .uid("parse-statements")
            .name("parse statements");
    SingleOutputStreamOperator<SeriesInput> said =
        parsed
            .assignTimestampsAndWatermarks(
                new PublicationTime(settings.quietTime(), settings.clock()))
            .uid("follow-publication-time")
            .name("follow publication time")
            .process(new StatementRouter())
            .returns(TypeInformation.of(SeriesInput.class))
            .uid("route-statements")
            .name("route statements");
    SingleOutputStreamOperator<SeriesInput> matched =
        said.getSideOutput(StatementRouter.POOLED)
            .keyBy(PooledStatement::pool, Types.STRING)
            .transform(
                "match names", TypeInformation.of(SeriesInput.class), new PoolOperator(settings))
            .uid("match-names");
    SingleOutputStreamOperator<Assessment> assessments =
        said.union(matched)
            .keyBy(SeriesInput::series, Types.STRING)
            .connect(updates.broadcast())
            .transform(
                "assess series",
                TypeInformation.of(Assessment.class),
                new SeriesOperator(catalogs, settings))
            .uid("assess-series");
    return new Outputs(
        assessments,
        assessments.getSideOutput(Outlet.ALERTS),
        parsed.getSideOutput(Rejections.TAG).union(assessments.getSideOutput(Rejections.TAG)),
        assessments.getSideOutput(Outlet.ASSESSMENT_WRITES),
        assessments.getSideOutput(Outlet.ALERT_WRITES));
  }
}
