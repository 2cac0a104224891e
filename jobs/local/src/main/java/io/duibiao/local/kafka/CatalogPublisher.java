package io.duibiao.local.kafka;

import io.duibiao.local.CommandFailure;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.CatalogRecord;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/** Sends a catalog to the topic {@code catalog}. */
public final class CatalogPublisher {
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
    try (TopicProducer producer = new TopicProducer(options, Topic.CATALOG, "duibiao-catalog")) {
      return producer
          .send(CatalogRecord.ID, catalog == null ? null : RecordJson.write(catalog))
          .get()
          .offset();
    } catch (ExecutionException problem) {
      throw new CommandFailure("the catalog was not sent: " + problem.getCause().getMessage());
    } catch (KafkaException problem) {
      throw new CommandFailure("the catalog was not sent: " + problem.getMessage());
    }
  }
}
