package io.duibiao.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duibiao.streaming.elasticsearch.ElasticsearchConnection;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.fixture.Await;
import io.duibiao.streaming.fixture.Certificate;
import io.duibiao.streaming.fixture.ComparableRecords;
import io.duibiao.streaming.fixture.Elasticsearch8Process;
import io.duibiao.streaming.options.JobOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both jobs on a standalone cluster against a broker that wants TLS and a login (SASL_SSL, SCRAM)
 * and an Elasticsearch behind HTTPS whose users {@code docker/init/users.sh} has made: one job with
 * secrets from files and a password, the other with secrets from the environment and an API key. A
 * wrong secret is one clear sentence, and no process writes a secret anywhere.
 */
@Timeout(900)
class SecuredClusterIT {
  private static final String EXTRACTION = "io.duibiao.extraction.ExtractionJob";
  private static final String ASSESSMENT = "io.duibiao.assessment.AssessmentJob";

  private static final String KAFKA_PASSWORD = "kafkaSecretOfTheJobs";
  private static final String BROKER_PASSWORD = "kafkaSecretOfTheBroker";
  private static final String ELASTIC_PASSWORD = "elasticSecretOfTheRoot";
  private static final String KIBANA_PASSWORD = "elasticSecretOfKibana";
  private static final String DUIBIAO_PASSWORD = "elasticSecretOfTheJobs";
  private static final String WRONG_PASSWORD = "aSecretThatIsWrong";

  @TempDir static Path directory;

  private final Path logs = directory.resolve("logs");
  private Certificate tls;

  @Test
  void secretsOpenEveryDoorAndAppearNowhere() throws Exception {
    Elasticsearch8Process.assumeItRuns();
    Files.createDirectories(logs);
    tls = Certificate.in(directory);
    SampleFiles.copyTo(logs);
    try (SecuredElasticsearch elasticsearch = SecuredElasticsearch.start(ELASTIC_PASSWORD, tls);
        SecuredKafka kafka =
            SecuredKafka.start(directory.resolve("kafka"), KAFKA_PASSWORD, BROKER_PASSWORD, tls);
        StandaloneFlink flink = new StandaloneFlink(logs)) {
      flink.start();
      makeUsers(elasticsearch);
      Path options = options("right", kafka, elasticsearch, KAFKA_PASSWORD, DUIBIAO_PASSWORD);
      setUp(options).succeeded();

      String apiKey = apiKey(elasticsearch);
      String extraction = submitWithFiles(flink, options);
      String assessment = submitWithEnvironment(flink, kafka, elasticsearch, apiKey);
      flink.awaitRunning(extraction);
      flink.awaitRunning(assessment);
      // It gives a broker ten seconds to answer, which on a busy machine may pass.
      Await.until(
          "the documents are sent",
          StandaloneFlink.PATIENCE,
          () -> publish(options).exitCode() == 0);
      Map<String, JsonNode> expected = SampleFiles.assess(logs);
      Await.within(
          StandaloneFlink.PATIENCE, () -> indexed(options, Index.ASSESSMENTS).equals(expected));
      assertThat(ComparableRecords.differences(indexed(options, Index.ASSESSMENTS), expected))
          .isEmpty();
      assertThat(indexed(options, Index.STATEMENTS)).isNotEmpty();
      assertNoSecretIn(
          "what the web interface shows",
          flink.rest("/jobs/" + extraction + "/config").toString()
              + flink.rest("/jobs/" + assessment + "/config")
              + flink.rest("/jobs/" + assessment + "/plan")
              + flink.rest("/jobmanager/config")
              + flink.rest("/jobmanager/environment"),
          apiKey);

      wrongSecrets(flink, extraction, kafka, elasticsearch);
      assertNoSecretIn("the log of Elasticsearch", elasticsearch.log(), apiKey);
      for (Path log : written()) {
        assertNoSecretIn(
            log.toString(), Files.readString(log, StandardCharsets.ISO_8859_1), apiKey);
      }
    }
  }

  /** What the processes have written, but for what Flink keeps while it runs. */
  private List<Path> written() throws IOException {
    try (Stream<Path> files = Files.walk(logs)) {
      List<Path> written =
          files
              .filter(file -> !file.startsWith(logs.resolve("tmp")))
              .filter(Files::isRegularFile)
              .toList();
      assertThat(written)
          .extracting(file -> file.getFileName().toString().replaceAll("-\\d+", ""))
          .contains("jobmanager.out", "taskmanager.out", "client.out", "setup.err", "publish.err");
      return written;
    }
  }

  /** Each is refused with a sentence that names the server, without a stack trace. */
  private void wrongSecrets(
      StandaloneFlink flink,
      String extraction,
      SecuredKafka kafka,
      SecuredElasticsearch elasticsearch)
      throws Exception {
    Path noBroker = options("no-broker", kafka, elasticsearch, WRONG_PASSWORD, DUIBIAO_PASSWORD);
    Path noIndex = options("no-index", kafka, elasticsearch, KAFKA_PASSWORD, WRONG_PASSWORD);

    Run setup = setUp(noBroker);
    assertThat(setup.exitCode()).isEqualTo(1);
    assertThat(setup.stderr())
        .contains(kafka.bootstrapServers())
        .contains("Authentication failed")
        .doesNotContain("\tat ");

    setup = setUp(noIndex);
    assertThat(setup.exitCode()).isEqualTo(1);
    assertThat(setup.stderr())
        .contains(elasticsearch.address())
        .contains("401")
        .doesNotContain("\tat ");

    Await.until(
        "the broker refuses what publish would send",
        StandaloneFlink.PATIENCE,
        () -> {
          Run publish = publish(noBroker);
          assertThat(publish.exitCode()).isEqualTo(1);
          assertThat(publish.stderr()).contains(kafka.bootstrapServers()).hasLineCount(1);
          return publish.stderr().contains("does not accept these credentials");
        });

    flink.cancel(extraction);
    String refused = submitWithFiles(flink, noIndex);
    Await.until(
        "the job is told", StandaloneFlink.PATIENCE, () -> !firstProblem(flink, refused).isEmpty());
    assertThat(firstProblem(flink, refused)).contains(elasticsearch.address()).contains("401");
    assertNoSecretIn(
        "the exceptions of the job", flink.rest("/jobs/" + refused + "/exceptions").toString(), "");
    flink.cancel(refused);
  }

  private static String firstProblem(StandaloneFlink flink, String job) throws Exception {
    return flink
        .rest("/jobs/" + job + "/exceptions")
        .path("exceptionHistory")
        .path("entries")
        .path(0)
        .path("stacktrace")
        .asText();
  }

  private void assertNoSecretIn(String what, String text, String apiKey) {
    for (String secret :
        List.of(
            KAFKA_PASSWORD,
            BROKER_PASSWORD,
            ELASTIC_PASSWORD,
            KIBANA_PASSWORD,
            DUIBIAO_PASSWORD,
            WRONG_PASSWORD,
            base64("duibiao:" + DUIBIAO_PASSWORD),
            base64("duibiao:" + WRONG_PASSWORD))) {
      assertThat(text.contains(secret)).as("'%s' in %s", secret, what).isFalse();
    }
    if (!apiKey.isEmpty()) {
      assertThat(text.contains(apiKey)).as("the API key in %s", what).isFalse();
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The script of the compose file, once with a wrong password and then with the right one. */
  private void makeUsers(SecuredElasticsearch elasticsearch) throws Exception {
    Await.until(
        "Elasticsearch",
        StandaloneFlink.PATIENCE,
        () -> {
          assertThat(elasticsearch.alive()).as(elasticsearch.log()).isTrue();
          Run refused = users(elasticsearch, WRONG_PASSWORD);
          assertThat(refused.exitCode()).isEqualTo(1);
          return refused.stderr().contains("is ELASTIC_PASSWORD the one");
        });
    users(elasticsearch, ELASTIC_PASSWORD).succeeded();
    users(elasticsearch, ELASTIC_PASSWORD).succeeded();
  }

  private Run users(SecuredElasticsearch elasticsearch, String password)
      throws IOException, InterruptedException {
    return Run.start(
            logs,
            "users",
            Map.of(
                "ELASTICSEARCH_URL", elasticsearch.address(),
                "CA_FILE", tls.certificate().toString(),
                "ELASTIC_PASSWORD", password,
                "KIBANA_SYSTEM_PASSWORD", KIBANA_PASSWORD,
                "DUIBIAO_PASSWORD", DUIBIAO_PASSWORD),
            List.of(Repository.file("docker/init/users.sh").toString()))
        .await();
  }

  /** A key with the role of the jobs and no more. */
  private String apiKey(SecuredElasticsearch elasticsearch) throws IOException {
    JobOptions root =
        JobOptions.of(
            Map.of(
                "elasticsearch.hosts",
                elasticsearch.address(),
                "elasticsearch.ca-file",
                tls.certificate().toString(),
                "elasticsearch.username",
                "elastic",
                "elasticsearch.password",
                ELASTIC_PASSWORD));
    String role = Files.readString(Repository.file("docker/init/duibiao-role.json"));
    Request request = new Request("POST", "/_security/api_key");
    request.setJsonEntity(
        "{\"name\":\"jobs\",\"role_descriptors\":{\"duibiao_jobs\":%s}}".formatted(role));
    try (RestClient client = ElasticsearchConnection.of(root).openRestClient()) {
      return new ObjectMapper()
          .readTree(client.performRequest(request).getEntity().getContent())
          .path("encoded")
          .asText();
    }
  }

  private Path options(
      String name,
      SecuredKafka kafka,
      SecuredElasticsearch elasticsearch,
      String kafkaPassword,
      String elasticsearchPassword)
      throws IOException {
    Path client =
        SecuredKafka.clientProperties(
            directory.resolve(name + "-kafka.properties"), kafkaPassword, tls);
    Path password =
        Files.writeString(directory.resolve(name + "-password"), elasticsearchPassword + "\n");
    return Files.write(
        directory.resolve(name + ".properties"),
        Stream.concat(
                common(kafka, elasticsearch).entrySet().stream()
                    .map(e -> e.getKey() + "=" + e.getValue()),
                Stream.of(
                    "kafka.client-properties-file=" + client,
                    "elasticsearch.username=duibiao",
                    "elasticsearch.password-file=" + password))
            .toList());
  }

  private Map<String, String> common(SecuredKafka kafka, SecuredElasticsearch elasticsearch) {
    return Map.of(
        "kafka.bootstrap-servers",
        kafka.bootstrapServers(),
        "elasticsearch.hosts",
        elasticsearch.address(),
        "elasticsearch.ca-file",
        tls.certificate().toString(),
        "checkpoint.directory",
        directory.resolve("checkpoints").toUri().toString(),
        "checkpoint.interval",
        "1 s",
        "source.idle-timeout",
        "1 s",
        "elasticsearch.max-attempts",
        "3",
        "assessment.quiet-time",
        "2 s",
        "parallelism",
        "1");
  }

  private String submitWithFiles(StandaloneFlink flink, Path options) throws Exception {
    return flink.submit(
        EXTRACTION,
        Repository.clusterJar("extraction"),
        Map.of(),
        null,
        "--options",
        options.toString());
  }

  private String submitWithEnvironment(
      StandaloneFlink flink, SecuredKafka kafka, SecuredElasticsearch elasticsearch, String apiKey)
      throws Exception {
    Map<String, String> environment = new LinkedHashMap<>();
    common(kafka, elasticsearch).forEach((key, value) -> environment.put(variable(key), value));
    environment.put(variable("kafka.client.security.protocol"), "SASL_SSL");
    environment.put(variable("kafka.client.sasl.mechanism"), "SCRAM-SHA-512");
    environment.put(
        variable("kafka.client.sasl.jaas.config"),
        SecuredKafka.jaas(SecuredKafka.USER, KAFKA_PASSWORD));
    environment.put(variable("kafka.client.ssl.truststore.type"), "PEM");
    environment.put(variable("kafka.client.ssl.truststore.location"), tls.certificate().toString());
    environment.put(variable("elasticsearch.api-key"), apiKey);
    return flink.submit(ASSESSMENT, Repository.clusterJar("assessment"), environment, null);
  }

  private static String variable(String option) {
    return "DUIBIAO_"
        + option.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private Run setUp(Path options) throws Exception {
    return Run.java(
        logs,
        "setup",
        Map.of(),
        Repository.clusterJar("extraction")
            + ":"
            + Repository.file("docker/standalone/target/lib")
            + "/*",
        "io.duibiao.streaming.Setup",
        "--options",
        options.toString());
  }

  private Run publish(Path options) throws Exception {
    return Run.duibiao(
        logs,
        Stream.concat(
                Stream.of("publish", "--options", options.toString()), SampleFiles.all().stream())
            .toArray(String[]::new));
  }

  private static Map<String, JsonNode> indexed(Path options, Index index) throws IOException {
    return ComparableRecords.WITHOUT_TIMES.of(
        JobOptions.fromArguments(Map.of(), "--options", options.toString()), index);
  }
}
