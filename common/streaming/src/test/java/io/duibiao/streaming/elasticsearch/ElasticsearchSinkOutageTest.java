package io.duibiao.streaming.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.streaming.fixture.Await;
import io.duibiao.streaming.fixture.EmbeddedElasticsearch;
import io.duibiao.streaming.fixture.FlinkCluster;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.Samples;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that goes away in the middle of a job and comes back. */
class ElasticsearchSinkOutageTest {
  private static final String PREFIX = "outage";
  private static final int TOTAL = 600;

  private static final InMemoryReporter REPORTER = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension
  static final MiniClusterExtension FLINK =
      FlinkCluster.ofSlots(1, REPORTER.addToConfiguration(new Configuration()));

  @RegisterExtension static final EmbeddedElasticsearch SERVER = EmbeddedElasticsearch.shared();

  /** Holds back the second half of the documents until the server is down. */
  private static final Semaphore DOWN = new Semaphore(0);

  @Test
  void anOutageIsSurvivedWithoutLossOrRestart() throws Exception {
    String alias = Index.ALERTS.alias(PREFIX);
    JobOptions options =
        SERVER
            .options()
            .with(ElasticsearchOptions.FLUSH_INTERVAL, "50 ms")
            .with(ElasticsearchOptions.INITIAL_BACKOFF, "100 ms")
            .with(ElasticsearchOptions.MAX_BACKOFF, "300 ms")
            .with(ElasticsearchOptions.MAX_ATTEMPTS, "200")
            .with(ElasticsearchOptions.BULK_MAX_RECORDS, "50");
    try (RestClient client = ElasticsearchConnection.of(options).openRestClient()) {
      IndexTemplates.install(client, PREFIX);
      JobClient job = numbers(alias, options).executeAsync();
      Await.until("some are written", () -> count(client, alias) > 0);
      SERVER.stop();
      DOWN.release();
      // Only a sink that has met the outage and goes on trying comes to so many.
      Await.until("writes are tried again and again", () -> retries(job) > 200);
      assertThat(job.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
      SERVER.start();

      job.getJobExecutionResult().get(60, TimeUnit.SECONDS);
      assertThat(count(client, alias)).isEqualTo(TOTAL);
    }
  }

  private static StreamExecutionEnvironment numbers(String alias, JobOptions options) {
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(300));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(flink);
    environment.setParallelism(1);
    GeneratorFunction<Long, IndexWrite> generator =
        number -> {
          if (number == TOTAL / 2) {
            DOWN.acquire();
          }
          return IndexWrite.of(alias, "a" + number, 1, Samples.alert());
        };
    environment
        .fromSource(
            new DataGeneratorSource<>(generator, TOTAL, TypeInformation.of(IndexWrite.class)),
            WatermarkStrategy.noWatermarks(),
            "numbers")
        .uid("numbers")
        .sinkTo(
            ElasticsearchSink.<IndexWrite>builder(options)
                .converter(write -> write)
                .deadLetter(new LogDeadLetter())
                .build())
        .uid("sink");
    return environment;
  }

  private static int count(RestClient client, String alias) throws Exception {
    client.performRequest(new Request("POST", "/" + alias + "/_refresh"));
    return RecordJson.mapper()
        .readTree(
            EntityUtils.toByteArray(
                client.performRequest(new Request("GET", "/" + alias + "/_count")).getEntity()))
        .path("count")
        .asInt();
  }

  /** How many documents were sent again, each time counted. */
  private static long retries(JobClient job) {
    return REPORTER.findMetrics(job.getJobID(), ".*elasticsearch.retries").values().stream()
        .mapToLong(metric -> ((Counter) metric).getCount())
        .sum();
  }
}
