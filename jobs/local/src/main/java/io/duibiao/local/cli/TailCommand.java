package io.duibiao.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.local.kafka.TopicReader;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Prints a topic. */
@Command(
    name = "tail",
    sortOptions = false,
    description = {
      "Print the records of a topic as JSON lines, those that are there and then the new ones as"
          + " they come.",
      "Only committed records are printed."
    })
final class TailCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(500);

  private final Console console;

  @Parameters(
      paramLabel = "TOPIC",
      converter = TopicConverter.class,
      completionCandidates = TopicNames.class,
      description = "one of ${COMPLETION-CANDIDATES}")
  private Topic topic;

  @Option(names = "--new", description = "leave out the records that are there already")
  private boolean onlyNew;

  @Option(names = "--no-follow", description = "end after the records that are there already")
  private boolean noFollow;

  @Mixin private KafkaConnection kafka;
  @Mixin private CommonOptions common;

  TailCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    JobOptions options = kafka.start(common, "tail");
    TopicReader.From from = onlyNew ? TopicReader.From.END : TopicReader.From.BEGINNING;
    try (Results results = new Results(console);
        TopicReader reader = new TopicReader(options, topic, from)) {
      while (!(noFollow && reader.caughtUp())) {
        for (ConsumerRecord<byte[], byte[]> each : reader.poll(POLL)) {
          results.line(line(each));
        }
        results.flush();
      }
    }
    return Duibiao.DONE;
  }

  /** The value on one line; what is no JSON becomes a JSON string, so that every line is JSON. */
  private static String line(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    if (value == null) {
      // A tombstone: what it takes back is told by its key alone.
      byte[] key = record.key() == null ? new byte[0] : record.key();
      return RecordJson.writeString(
          RecordJson.mapper()
              .createObjectNode()
              .put("id", new String(key, StandardCharsets.UTF_8))
              .put("deleted", true));
    }
    String text = new String(value, StandardCharsets.UTF_8);
    try {
      JsonNode node = RecordJson.mapper().readTree(value);
      return text.lines().count() == 1 ? text.strip() : RecordJson.writeString(node);
    } catch (IOException | UncheckedIOException noJson) {
      return RecordJson.writeString(text);
    }
  }

  /** The names of the topics. */
  static final class TopicNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Topic.values()).map(Topic::baseName).iterator();
    }
  }

  /** Reads the name of a topic. */
  static final class TopicConverter implements ITypeConverter<Topic> {
    @Override
    public Topic convert(String value) {
      return Arrays.stream(Topic.values())
          .filter(topic -> topic.baseName().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + value
                          + "' is no topic; allowed are "
                          + Arrays.stream(Topic.values())
                              .map(Topic::baseName)
                              .collect(Collectors.joining(", "))));
    }
  }
}
