package io.duibiao.local.kafka;

import io.duibiao.local.CommandFailure;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.CatalogRecord;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends a catalog to the topic {@code catalog}. */
public final class CatalogPublisher {
  private static final Duration DELIVERY = Duration.ofSeconds(30);

  private CatalogPublisher() {}

  /**
   * Sends one record and waits until the broker has it.
   *
   * @param catalog the catalog, or null to bring back the one that the jobs were started with
   * @return the offset of the record
   * @throws CommandFailure when the broker can not be reached, lacks the topic or refuses
   */
  public static long send(JobOptions options, CatalogRecord catalog)
      throws CommandFailure, InterruptedException {
    String topic = options.topic(Topic.CATALOG);
    Brokers.requireTopic(options, topic);
    Properties properties = options.kafkaClient();
    properties.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    properties.setProperty(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topic.CATALOG.maxMessageBytes()));
    properties.setProperty(
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(DELIVERY.toMillis()));
    properties.setProperty(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
    properties.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(DELIVERY.toMillis()));
    properties.setProperty(ProducerConfig.CLIENT_ID_CONFIG, "duibiao-catalog");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      return producer
          .send(
              new ProducerRecord<>(
                  topic,
                  null,
                  CatalogRecord.ID.getBytes(StandardCharsets.UTF_8),
                  catalog == null ? null : RecordJson.write(catalog),
                  Topic.CATALOG.headers()))
          .get()
          .offset();
    } catch (ExecutionException problem) {
      throw new CommandFailure("the catalog was not sent: " + problem.getCause().getMessage());
    } catch (KafkaException problem) {
      throw new CommandFailure("the catalog was not sent: " + problem.getMessage());
    }
  }
}
