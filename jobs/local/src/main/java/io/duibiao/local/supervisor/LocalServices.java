package io.duibiao.local.supervisor;

import io.duibiao.local.CommandFailure;
import io.duibiao.local.service.FlinkProperties;
import io.duibiao.local.service.ServiceProcess;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** How the broker and the search node of one machine are set up: small, and on loopback only. */
public final class LocalServices {
  /**
   * Records may be larger than Kafka allows by default: a document may have 5 MB and is escaped.
   */
  private static final String MAX_MESSAGE_BYTES = Integer.toString(32 * 1024 * 1024);

  /** Generous, for a machine that is busy with other things. */
  private static final Duration START = Duration.ofMinutes(3);

  /**
   * A machine may sleep or be off for days between a checkpoint and the commit that follows it;
   * what the broker has given up by then is lost.
   */
  private static final Duration TRANSACTION = Duration.ofDays(7);

  /** They start in half the time and have little to do afterwards. */
  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

  private final DataDirectory data;

  /** Sets services up in a directory. */
  public LocalServices(DataDirectory data) {
    this.data = data;
  }

  /** A Kafka broker on a port. */
  public ChildSpec kafka(int port) throws IOException, CommandFailure {
    int controllerPort = Ports.free();
    Properties broker = new Properties();
    broker.setProperty("process.roles", "broker,controller");
    broker.setProperty("node.id", "1");
    broker.setProperty("controller.quorum.voters", "1@" + Ports.LOOPBACK + ":" + controllerPort);
    broker.setProperty(
        "listeners",
        "PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d"
            .formatted(Ports.LOOPBACK, port, controllerPort));
    broker.setProperty("advertised.listeners", "PLAINTEXT://" + Ports.LOOPBACK + ":" + port);
    broker.setProperty("controller.listener.names", "CONTROLLER");
    broker.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    broker.setProperty("log.dirs", data.folder("kafka").toString());
    // There is one broker, so nothing can be replicated.
    broker.setProperty("offsets.topic.replication.factor", "1");
    broker.setProperty("offsets.topic.num.partitions", "1");
    broker.setProperty("transaction.state.log.replication.factor", "1");
    broker.setProperty("transaction.state.log.min.isr", "1");
    broker.setProperty("transaction.state.log.num.partitions", "4");
    broker.setProperty("share.coordinator.state.topic.replication.factor", "1");
    broker.setProperty("share.coordinator.state.topic.min.isr", "1");
    broker.setProperty("transaction.max.timeout.ms", Long.toString(TRANSACTION.toMillis()));
    // What was published stays: a new instance of the jobs may have to read it again.
    broker.setProperty("log.retention.ms", "-1");
    broker.setProperty("message.max.bytes", MAX_MESSAGE_BYTES);
    broker.setProperty("replica.fetch.max.bytes", MAX_MESSAGE_BYTES);
    broker.setProperty("auto.create.topics.enable", "false");
    broker.setProperty("group.initial.rebalance.delay.ms", "0");
    broker.setProperty("num.network.threads", "2");
    broker.setProperty("num.io.threads", "4");
    // The cleaner reserves this at once, out of a small heap.
    broker.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
    return service("kafka", QUICK, "256m", broker, START, Duration.ofSeconds(20));
  }

  /** An Elasticsearch node that answers HTTP on a port. */
  public ChildSpec elasticsearch(int port) throws IOException, CommandFailure {
    Path home = data.folder("elasticsearch");
    Properties node = new Properties();
    node.setProperty("cluster.name", "duibiao");
    node.setProperty("node.name", "duibiao");
    node.setProperty("path.home", home.toString());
    node.setProperty("path.data", home.resolve("data").toString());
    node.setProperty("path.logs", data.folder("logs").toString());
    node.setProperty("network.host", Ports.LOOPBACK);
    node.setProperty("http.port", Integer.toString(port));
    node.setProperty("transport.port", Integer.toString(Ports.free()));
    node.setProperty("discovery.type", "single-node");
    node.setProperty("action.destructive_requires_name", "true");
    // The defaults are parts of the disk and stop every write on a large disk with room to spare.
    node.setProperty("cluster.routing.allocation.disk.watermark.low", "300mb");
    node.setProperty("cluster.routing.allocation.disk.watermark.high", "200mb");
    node.setProperty("cluster.routing.allocation.disk.watermark.flood_stage", "100mb");
    return service("elasticsearch", QUICK, "512m", node, START, Duration.ofSeconds(20));
  }

  /** A Flink cluster that runs the jobs, with its web UI on a port. */
  public ChildSpec flink(int uiPort, JobOptions options) throws IOException {
    Properties flink = new Properties();
    options.given().forEach(flink::setProperty);
    flink.setProperty(FlinkProperties.DIRECTORY, data.folder("flink").toString());
    flink.setProperty(FlinkProperties.UI_PORT, Integer.toString(uiPort));
    return service("flink", List.of(), "1g", flink, START, Duration.ofSeconds(45));
  }

  /** The options of the jobs when they run beside the broker and the node of this machine. */
  public static JobOptions jobOptions(Instance instance) {
    int processors = Runtime.getRuntime().availableProcessors();
    return JobOptions.of(
        Map.of(
            KafkaOptions.BOOTSTRAP_SERVERS.key(),
            instance.bootstrap(),
            // Without a checkpoint nothing is known, whatever the group has committed.
            KafkaOptions.START_FROM.key(),
            "earliest",
            KafkaOptions.TRANSACTION_TIMEOUT.key(),
            TRANSACTION.toHours() + " h",
            ElasticsearchOptions.HOSTS.key(),
            instance.elasticsearch(),
            ElasticsearchOptions.FLUSH_INTERVAL.key(),
            "200 ms",
            ProcessingOptions.CHECKPOINT_INTERVAL.key(),
            "1 s",
            // Who looks on shall not wait long for what is overdue.
            ProcessingOptions.QUIET_TIME.key(),
            "10 s",
            ProcessingOptions.PARALLELISM.key(),
            Integer.toString(Math.min(4, processors))));
  }

  private ChildSpec service(
      String name,
      List<String> jvmOptions,
      String heap,
      Properties properties,
      Duration startLimit,
      Duration stopLimit)
      throws IOException {
    List<String> options = new ArrayList<>(List.of("-Xmx" + heap, "-XX:+UseSerialGC"));
    options.addAll(jvmOptions);
    Path config = data.writeConfig(name, properties);
    return ChildSpec.java(
        name,
        options,
        ServiceProcess.class,
        List.of(name, config.toString()),
        data.log(name),
        startLimit,
        stopLimit);
  }
}
