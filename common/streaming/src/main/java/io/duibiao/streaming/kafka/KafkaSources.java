package io.duibiao.streaming.kafka;

import io.duibiao.streaming.kafka.internal.ConsumedRecordSchema;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.topic.Topic;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Sources of the topics that the jobs read; they see only committed records. */
public final class KafkaSources {
  private KafkaSources() {}

  /** The topic {@code documents}, read by the extraction job's group. */
  public static KafkaSource<ConsumedRecord> documents(JobOptions options) {
    return source(options, Topic.DOCUMENTS, options.get(KafkaOptions.EXTRACTION_GROUP_ID));
  }

  /** The topic {@code statements}, read by the assessment job's group. */
  public static KafkaSource<ConsumedRecord> statements(JobOptions options) {
    return source(options, Topic.STATEMENTS, options.get(KafkaOptions.ASSESSMENT_GROUP_ID));
  }

  /**
   * The topic {@code catalog}, from its beginning wherever the other sources start: the last record
   * holds, however old it is.
   *
   * @param groupId the consumer group of the job that reads it
   */
  public static KafkaSource<ConsumedRecord> catalog(JobOptions options, String groupId) {
    return source(options, Topic.CATALOG, groupId, OffsetsInitializer.earliest());
  }

  @SuppressWarnings("deprecation") // the connector's own interface names the enum
  private static KafkaSource<ConsumedRecord> source(
      JobOptions options, Topic topic, String groupId) {
    OffsetsInitializer start =
        switch (options.get(KafkaOptions.START_FROM)) {
          case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
          case EARLIEST -> OffsetsInitializer.earliest();
        };
    return source(options, topic, groupId, start);
  }

  private static KafkaSource<ConsumedRecord> source(
      JobOptions options, Topic topic, String groupId, OffsetsInitializer start) {
    Properties properties = options.kafkaClient();
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.setProperty(
        KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
        Long.toString(options.get(KafkaOptions.PARTITION_DISCOVERY_INTERVAL).toMillis()));
    return KafkaSource.<ConsumedRecord>builder()
        .setProperties(properties)
        .setTopics(options.topic(topic))
        .setGroupId(groupId)
        .setClientIdPrefix(groupId + "-" + topic.baseName())
        .setStartingOffsets(start)
        .setDeserializer(new ConsumedRecordSchema())
        .build();
  }
}
