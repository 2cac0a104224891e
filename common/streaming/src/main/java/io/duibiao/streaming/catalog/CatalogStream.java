package io.duibiao.streaming.catalog;

import io.duibiao.streaming.kafka.KafkaSources;
import io.duibiao.streaming.options.JobOptions;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The topic {@code catalog} as a stream of checked catalogs, to be broadcast. */
public final class CatalogStream {
  private CatalogStream() {}

  /**
   * Adds the source and the check, with one subtask each: a rejection is told once, and the order
   * is that of the topic, which has one partition.
   *
   * @param groupId the consumer group of the job
   */
  public static SingleOutputStreamOperator<CatalogUpdate> of(
      StreamExecutionEnvironment env, JobOptions options, String groupId) {
    return env.fromSource(
            KafkaSources.catalog(options, groupId),
            WatermarkStrategy.noWatermarks(),
            "read catalog")
        .uid("read-catalog")
        .setParallelism(1)
        .process(new CatalogParser())
        .returns(TypeInformation.of(CatalogUpdate.class))
        .uid("check-catalog")
        .name("check catalog")
        .setParallelism(1);
  }
}
