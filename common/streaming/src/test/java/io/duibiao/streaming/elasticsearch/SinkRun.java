package io.duibiao.streaming.elasticsearch;

import io.duibiao.streaming.options.JobOptions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A bounded job that writes given documents with the sink. */
final class SinkRun {
  private SinkRun() {}

  /** What became of it. */
  record Result(JobID job, CollectingDeadLetter dead) {
    List<CollectingDeadLetter.Letter> letters() {
      return dead.letters();
    }
  }

  /** Runs it to its end; fails when the job fails. */
  static Result run(JobOptions options, List<IndexWrite> writes) throws Exception {
    CollectingDeadLetter deadLetter = new CollectingDeadLetter();
    return new Result(run(options, writes, deadLetter, UnaryOperator.identity()), deadLetter);
  }

  static JobID run(
      JobOptions options,
      List<IndexWrite> writes,
      DeadLetter deadLetter,
      UnaryOperator<Configuration> configuration)
      throws Exception {
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY,
        RestartStrategyOptions.RestartStrategyType.NO_RESTART_STRATEGY.getMainValue());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration.apply(flink));
    environment.setParallelism(1);
    environment
        .fromData(writes, TypeInformation.of(IndexWrite.class))
        .uid("writes")
        .sinkTo(
            ElasticsearchSink.<IndexWrite>builder(options)
                .converter(write -> write)
                .deadLetter(deadLetter)
                .build())
        .uid("sink");
    return environment.execute().getJobID();
  }
}
