package io.duibiao.assessment;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.Judge;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RejectedRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
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
      DataStream<Alert> alerts,
      DataStream<RejectedRecord> rejected,
      DataStream<IndexWrite> assessmentWrites,
      DataStream<IndexWrite> alertWrites) {}

  /**
   * Adds the operators.
   *
   * @param statements records of the topic {@code statements}
   * @param judges makes the judge where it works: it loads the catalog and does not travel
   * @param settings names of indices
   */
  public static Outputs connect(
      DataStream<ConsumedRecord> statements,
      SerializableSupplier<Judge> judges,
      AssessmentSettings settings) {
    SingleOutputStreamOperator<ParsedStatement> parsed =
        statements
            .process(new StatementParser())
            .returns(TypeInformation.of(ParsedStatement.class))
            .uid("parse-statements")
            .name("parse statements");
    SingleOutputStreamOperator<Assessment> assessments =
        parsed
            .keyBy(ParsedStatement::series, TypeInformation.of(String.class))
            .process(new SeriesFunction(judges, settings))
            .returns(TypeInformation.of(Assessment.class))
            .uid("assess-series")
            .name("assess series");
    return new Outputs(
        assessments,
        assessments.getSideOutput(SeriesFunction.ALERTS),
        parsed.getSideOutput(Rejections.TAG).union(assessments.getSideOutput(Rejections.TAG)),
        assessments.getSideOutput(SeriesFunction.ASSESSMENT_WRITES),
        assessments.getSideOutput(SeriesFunction.ALERT_WRITES));
  }
}
