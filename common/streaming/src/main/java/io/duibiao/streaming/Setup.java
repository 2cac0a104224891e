package io.duibiao.streaming;

import io.duibiao.streaming.elasticsearch.ElasticsearchConnection;
import io.duibiao.streaming.elasticsearch.IndexTemplates;
import io.duibiao.streaming.elasticsearch.IndexTemplatesException;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.InvalidOptionException;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.topic.Topic;
import io.duibiao.streaming.topic.TopicAdmin;
import io.duibiao.streaming.topic.TopicAdminException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elasticsearch.client.RestClient;

/**
 * Creates the topics, index templates, indices and aliases that are missing, from the options of
 * the jobs. Run it before the jobs start for the first time and after an upgrade; of what is
 * already there it changes only templates and settings of indices. Exit codes: 0 done, 1 failed, 2
 * wrong usage.
 */
public final class Setup {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private Setup() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    System.exit(run(System.getenv(), System.out, System.err, arguments));
  }

  /** As {@link #main} without ending the process; returns the exit code. */
  static int run(
      Map<String, String> environment, PrintStream out, PrintStream err, String... arguments) {
    try {
      JobOptions options = JobOptions.fromArguments(environment, arguments);
      for (String line : apply(options)) {
        out.println(line);
      }
      return 0;
    } catch (InvalidOptionException e) {
      err.println(e.getMessage());
      return 2;
    } catch (TopicAdminException | IndexTemplatesException | IOException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  /**
   * Creates what is missing.
   *
   * @return what was created, one line each
   */
  public static List<String> apply(JobOptions options)
      throws TopicAdminException, IndexTemplatesException, IOException {
    List<Topic> topics =
        TopicAdmin.createMissing(
            options.kafkaClient(),
            options.get(KafkaOptions.TOPIC_PREFIX),
            options.get(KafkaOptions.REPLICATION_FACTOR).shortValue(),
            Map.of(),
            TIMEOUT);
    List<String> created =
        new ArrayList<>(topics.stream().map(topic -> "topic " + options.topic(topic)).toList());
    try (RestClient client = ElasticsearchConnection.of(options).openRestClient()) {
      IndexTemplates.install(client, options.get(ElasticsearchOptions.INDEX_PREFIX)).stream()
          .map(index -> "index " + index)
          .forEach(created::add);
    }
    return created;
  }
}
