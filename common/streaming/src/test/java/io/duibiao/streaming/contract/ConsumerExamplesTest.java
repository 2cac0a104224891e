package io.duibiao.streaming.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.streaming.fixture.Await;
import io.duibiao.streaming.fixture.EmbeddedKafka;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.record.Samples;
import io.duibiao.streaming.topic.Topic;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** The examples for subscribers, run as they are against a broker. */
class ConsumerExamplesTest {
  private static final Path EXAMPLES = Path.of("../../examples");
  private static final String TOPIC = Topic.ASSESSMENTS.name("");

  @RegisterExtension static final EmbeddedKafka KAFKA = EmbeddedKafka.shared();

  private static KafkaProducer<String, String> producer;

  @BeforeAll
  static void write() throws Exception {
    KAFKA.createTopics("");
    Properties properties = KAFKA.options().kafkaClient();
    properties.setProperty("transactional.id", "examples");
    producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    producer.initTransactions();
    commit(
        assessment("a", "青石镇", "missed"),
        assessment("b", "青石镇", "met"),
        assessment("c", "白沙镇", "missed"),
        assessment("d", "青石镇", "missed"),
        assessment("d", "青石镇", "met"),
        assessment("e", "青石镇", "awaiting"),
        assessment("e", "青石镇", "missed"));
    producer.beginTransaction();
    send(assessment("f", "青石镇", "missed"));
    producer.flush();
    producer.abortTransaction();
  }

  @AfterAll
  static void close() {
    producer.close();
  }

  private static void commit(ObjectNode... assessments) {
    producer.beginTransaction();
    Stream.of(assessments).forEach(ConsumerExamplesTest::send);
    producer.commitTransaction();
  }

  private static void send(ObjectNode assessment) {
    List<Header> headers = Topic.ASSESSMENTS.headers();
    String key = assessment.get("id").textValue();
    producer.send(
        new ProducerRecord<>(TOPIC, null, key, RecordJson.writeString(assessment), headers));
  }

  private static ObjectNode assessment(String id, String region, String status) {
    ObjectNode assessment = RecordJson.mapper().valueToTree(Samples.assessment());
    return assessment
        .put("id", id)
        .put("region", region)
        .put("regionPath", region)
        .put("regionCode", "~" + region)
        .put("status", status)
        .put("explanation", id + " " + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MissedTargets.java", "missed-targets.sh"})
  void anExampleIsShort(String file) throws IOException {
    assertThat(Files.readAllLines(EXAMPLES.resolve(file))).hasSizeLessThan(50);
  }

  @Test
  void theJavaExampleTellsWhatIsMissedAndWhatChanges() throws Exception {
    // A major version that the example does not know.
    ObjectNode later = assessment("g", "青石镇", "missed");
    ProducerRecord<String, String> strange =
        new ProducerRecord<>(TOPIC, "g", RecordJson.writeString(later));
    strange.headers().add("schema-version", "2.0".getBytes(StandardCharsets.UTF_8));
    producer.beginTransaction();
    producer.send(strange);
    producer.commitTransaction();

    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            classPath(
                KafkaProducer.class,
                Logger.class,
                ObjectMapper.class,
                JsonFactory.class,
                JsonProperty.class),
            EXAMPLES.resolve("MissedTargets.java").toString(),
            KAFKA.bootstrapServers(),
            "~青石镇");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    try {
      List<String> lines = new CopyOnWriteArrayList<>();
      Thread reader = new Thread(() -> output(process).forEach(lines::add));
      reader.start();
      Await.until("what is missed is printed", () -> lines.size() >= 2);
      assertThat(lines).containsExactly("a missed", "e missed");

      commit(assessment("b", "青石镇", "missed"), assessment("c", "白沙镇", "met"));
      Await.until("a change is printed", () -> lines.size() >= 3);
      commit(assessment("b", "青石镇", "missed"), assessment("a", "青石镇", "met"));
      Await.until("another change is printed", () -> lines.size() >= 4);
      assertThat(lines).containsExactly("a missed", "e missed", "b missed", "no longer: a missed");
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      // What other tests find.
      commit(assessment("a", "青石镇", "missed"), assessment("b", "青石镇", "met"));
    }
  }

  private static Stream<String> output(Process process) {
    return new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
        .lines();
  }

  private static String classPath(Class<?>... ofLibraries) {
    return Stream.of(ofLibraries)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void theShellExampleTellsWhatIsMissed() throws Exception {
    assumeTrue(runs("jq", "--version"), "jq is not installed");
    Process process =
        new ProcessBuilder("bash", EXAMPLES.resolve("missed-targets.sh").toString(), "青石镇")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      for (ConsumerRecord<byte[], byte[]> consumed : KAFKA.committed(TOPIC)) {
        if (!new String(consumed.key(), StandardCharsets.UTF_8).equals("g")) {
          in.write(consumed.value());
          in.write('\n');
        }
      }
      // What the console consumer prints of a tombstone.
      in.write("null\n".getBytes(StandardCharsets.UTF_8));
    }
    List<String> lines = new ArrayList<>(output(process).toList());
    assertThat(process.waitFor()).isZero();
    assertThat(lines).containsExactlyInAnyOrder("a missed", "e missed");
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
