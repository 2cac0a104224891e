package io.duibiao.local.verify;

import io.duibiao.local.CommandFailure;
import io.duibiao.local.file.Trees;
import io.duibiao.local.service.JobCluster;
import io.duibiao.local.supervisor.ChildSpec;
import io.duibiao.local.supervisor.DataDirectory;
import io.duibiao.local.supervisor.LocalServices;
import io.duibiao.local.supervisor.Ports;
import io.duibiao.local.supervisor.Supervisor;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.options.KafkaOptions.Guarantee;
import io.duibiao.streaming.options.ProcessingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/**
 * A broker and an Elasticsearch of their own processes, a Flink cluster in this one, and the proxy
 * between it and Elasticsearch. All rounds share them, each with its own topics and indices.
 */
public final class Surroundings implements AutoCloseable {
  /** Each job may have half of them, and both jobs fit even on one task manager. */
  private static final int SLOTS = 6;

  /** How long Flink may take to answer, or to bring back what was lost. */
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  /** The most subtasks that a job may have. */
  static final int MAX_PARALLELISM = SLOTS / 2;

  private static final long TIMEOUT_SECONDS = 30;

  private final Supervisor supervisor;
  private final ChildSpec kafka;
  private final ChildSpec elasticsearch;
  private final String bootstrap;
  private final SearchNode elasticsearchNode;
  private final ElasticsearchProxy proxy;
  private final JobCluster cluster;
  private final Path directory;

  private Surroundings(
      Supervisor supervisor,
      ChildSpec kafka,
      ChildSpec elasticsearch,
      String bootstrap,
      SearchNode elasticsearchNode,
      ElasticsearchProxy proxy,
      JobCluster cluster,
      Path directory) {
    this.supervisor = supervisor;
    this.kafka = kafka;
    this.elasticsearch = elasticsearch;
    this.bootstrap = bootstrap;
    this.elasticsearchNode = elasticsearchNode;
    this.proxy = proxy;
    this.cluster = cluster;
    this.directory = directory;
  }

  /**
   * Starts everything.
   *
   * @param data keeps what the services write
   * @param progress takes the name of a service and what it is doing
   */
  public static Surroundings start(DataDirectory data, Consumer<String> progress) throws Exception {
    LocalServices services = new LocalServices(data);
    int kafkaPort = Ports.free();
    int elasticsearchPort = Ports.free();
    ChildSpec kafka = services.kafka(kafkaPort);
    ChildSpec elasticsearch = services.elasticsearch(elasticsearchPort);
    String address = "http://" + Ports.LOOPBACK + ":" + elasticsearchPort;
    Supervisor supervisor =
        new Supervisor((service, state) -> progress.accept(service + " " + state));
    ElasticsearchProxy proxy = null;
    try {
      supervisor.start(List.of(kafka, elasticsearch));
      proxy = new ElasticsearchProxy(address);
      return new Surroundings(
          supervisor,
          kafka,
          elasticsearch,
          Ports.LOOPBACK + ":" + kafkaPort,
          new SearchNode(address),
          proxy,
          JobCluster.start(SLOTS, PATIENCE),
          data.folder("flink"));
    } catch (Exception problem) {
      if (proxy != null) {
        proxy.close();
      }
      supervisor.close();
      throw problem;
    }
  }

  /** The Flink cluster. */
  JobCluster cluster() {
    return cluster;
  }

  /** What the jobs take for Elasticsearch. */
  ElasticsearchProxy proxy() {
    return proxy;
  }

  /** Elasticsearch itself. */
  SearchNode elasticsearch() {
    return elasticsearchNode;
  }

  /** Where a round keeps its checkpoints. */
  Path directory(String round) {
    return directory.resolve(round);
  }

  /**
   * The options of both jobs: as users have them, but quick.
   *
   * @param round in the names of topics, indices and transactions
   * @param guarantee how the jobs deliver
   */
  JobOptions options(String round, Guarantee guarantee) {
    return JobOptions.of(
        Map.ofEntries(
            Map.entry(KafkaOptions.BOOTSTRAP_SERVERS.key(), bootstrap),
            Map.entry(KafkaOptions.TOPIC_PREFIX.key(), round + "-"),
            Map.entry(KafkaOptions.TRANSACTIONAL_ID_PREFIX.key(), round),
            Map.entry(KafkaOptions.DELIVERY_GUARANTEE.key(), guarantee.code()),
            Map.entry(KafkaOptions.EXTRACTION_GROUP_ID.key(), round + "-extraction"),
            Map.entry(KafkaOptions.ASSESSMENT_GROUP_ID.key(), round + "-assessment"),
            Map.entry(ElasticsearchOptions.HOSTS.key(), proxy.address()),
            Map.entry(ElasticsearchOptions.INDEX_PREFIX.key(), round),
            Map.entry(ElasticsearchOptions.FLUSH_INTERVAL.key(), "100 ms"),
            Map.entry(ElasticsearchOptions.BULK_MAX_RECORDS.key(), "100"),
            Map.entry(ElasticsearchOptions.INITIAL_BACKOFF.key(), "50 ms"),
            Map.entry(ElasticsearchOptions.MAX_BACKOFF.key(), "500 ms"),
            Map.entry(ProcessingOptions.CHECKPOINT_INTERVAL.key(), "500 ms"),
            Map.entry(
                ProcessingOptions.CHECKPOINT_DIRECTORY.key(), directory(round).toUri().toString()),
            Map.entry(ProcessingOptions.RESTART_INITIAL_BACKOFF.key(), "100 ms"),
            Map.entry(ProcessingOptions.RESTART_MAX_BACKOFF.key(), "1 s"),
            Map.entry(ProcessingOptions.IDLE_TIMEOUT.key(), "250 ms"),
            Map.entry(ProcessingOptions.MATCHING_DELAY.key(), "50 ms"),
            Map.entry(ProcessingOptions.QUIET_TIME.key(), "500 ms")));
  }

  /** Stops or kills the broker, and starts it again. */
  void restartBroker(boolean force) throws CommandFailure, InterruptedException {
    supervisor.end(kafka.name(), force);
    supervisor.start(List.of(kafka));
  }

  /** Kills Elasticsearch, and starts it again after a while. */
  void restartElasticsearch(long pauseMillis) throws CommandFailure, InterruptedException {
    supervisor.end(elasticsearch.name(), true);
    TimeUnit.MILLISECONDS.sleep(pauseMillis);
    supervisor.start(List.of(elasticsearch));
  }

  /** Fails when a service has ended by itself. */
  void requireAlive() throws CommandFailure {
    if (supervisor.failure().isDone()) {
      throw new CommandFailure(supervisor.failure().join());
    }
  }

  /** Deletes what a round has left. */
  void clear(String round) throws Exception {
    Trees.delete(directory(round));
    try (Admin admin = Admin.create(options(round, Guarantee.EXACTLY_ONCE).kafkaClient())) {
      List<String> topics =
          admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS).stream()
              .filter(name -> name.startsWith(round + "-"))
              .toList();
      admin.deleteTopics(topics).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException problem) {
      throw new IOException("the topics of a round can not be deleted", problem);
    }
    elasticsearchNode.delete(round + "-");
  }

  @Override
  public void close() throws Exception {
    try {
      cluster.close();
    } finally {
      proxy.close();
      supervisor.close();
    }
  }
}
