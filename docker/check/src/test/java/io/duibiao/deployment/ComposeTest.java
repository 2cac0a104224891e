package io.duibiao.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be known of the compose file and the images without starting a container. */
class ComposeTest {
  private static final Path DOCKER = Repository.file("docker");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:\\?[^}]*)?}");
  private static final Pattern PINNED = Pattern.compile("[^:@]+:\\d+\\.\\d+\\.\\d+[\\w.-]*");
  private static final Set<String> ONCE = Set.of("users", "init", "dashboards");

  private static String text;
  private static JsonNode compose;
  private static final Map<String, JsonNode> SERVICES = new LinkedHashMap<>();

  @TempDir Path temporary;

  @BeforeAll
  static void read() throws IOException {
    text = Files.readString(DOCKER.resolve("compose.yaml"));
    compose = YamlFiles.read(DOCKER.resolve("compose.yaml"));
    compose.path("services").fields().forEachRemaining(e -> SERVICES.put(e.getKey(), e.getValue()));
  }

  @Test
  void dockerComposeAcceptsIt() throws Exception {
    Run version;
    try {
      version =
          Run.start(temporary, "version", Map.of(), List.of("docker-compose", "version")).await();
    } catch (IOException absent) {
      Assumptions.abort("skipped: there is no docker-compose");
      return;
    }
    version.succeeded();
    Path env =
        Files.writeString(
            temporary.resolve("env"),
            Files.readString(DOCKER.resolve(".env.example")).replaceAll("(?m)=$", "=x1y2z3"));
    config(env).succeeded();
    Run refused = config(Files.writeString(temporary.resolve("empty"), ""));
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.stderr()).contains("copy .env.example to .env");
  }

  private Run config(Path env) throws Exception {
    return Run.start(
            temporary,
            "config",
            Map.of(),
            List.of(
                "docker-compose",
                "--env-file",
                env.toString(),
                "--file",
                DOCKER.resolve("compose.yaml").toString(),
                "config",
                "--quiet"))
        .await();
  }

  @Test
  void everyServiceIsPinnedBoundedAndNotRoot() {
    assertThat(SERVICES).hasSizeGreaterThan(5);
    SERVICES.forEach(
        (name, service) -> {
          assertThat(service.path("image").asText()).as(name).matches(PINNED);
          assertThat(service.path("mem_limit").asText()).as(name).matches("\\d+[mg]");
          assertThat(service.path("user").asText()).as(name).isNotIn("", "root", "0", "0:0");
          assertThat(service.path("cap_drop").toString()).as(name).isEqualTo("[\"ALL\"]");
          assertThat(service.path("restart").asText()).as(name).isNotEmpty();
          service
              .path("ports")
              .forEach(port -> assertThat(port.asText()).as(name).startsWith("127.0.0.1:"));
        });
  }

  @Test
  void whoWaitsForSomethingWaitsForWhatSaysThatItIsReady() {
    SERVICES.forEach(
        (name, service) ->
            service
                .path("depends_on")
                .fields()
                .forEachRemaining(
                    needed -> {
                      JsonNode other = SERVICES.get(needed.getKey());
                      assertThat(other).as("%s needs %s", name, needed.getKey()).isNotNull();
                      String condition = needed.getValue().path("condition").asText();
                      if (ONCE.contains(needed.getKey())) {
                        assertThat(condition).isEqualTo("service_completed_successfully");
                      } else {
                        assertThat(condition).isEqualTo("service_healthy");
                        assertThat(other.path("healthcheck").path("test")).isNotEmpty();
                      }
                    }));
    assertThat(SERVICES.get("dashboards").path("depends_on").has("kibana")).isTrue();
    assertThat(SERVICES.get("extraction-jobmanager").path("depends_on").has("init")).isTrue();
  }

  @Test
  void whatItMountsAndBuildsIsThere() throws IOException {
    Set<String> named = new HashSet<>();
    for (JsonNode service : SERVICES.values()) {
      for (JsonNode volume : service.path("volumes")) {
        String source = volume.asText().split(":")[0];
        if (source.startsWith(".")) {
          assertThat(DOCKER.resolve(source)).exists();
          assertThat(volume.asText()).endsWith(":ro");
        } else {
          named.add(source);
        }
      }
      for (JsonNode word : service.path("entrypoint")) {
        // What a mount brings or the Dockerfile copies to this place.
        if (word.asText().startsWith("/opt/duibiao/")) {
          String name = word.asText().replace("/opt/duibiao/", "");
          assertThat(List.of(DOCKER.resolve(name), DOCKER.resolve("flink").resolve(name)))
              .as(word.asText())
              .anyMatch(Files::isExecutable);
        }
      }
      JsonNode build = service.path("build");
      if (!build.isMissingNode()) {
        Path context = DOCKER.resolve(build.path("context").asText());
        Path dockerfile = context.resolve(build.path("dockerfile").asText());
        assertThat(dockerfile).exists();
        assertThat(Files.readString(dockerfile))
            .contains(" AS " + build.path("target").asText() + "\n");
      }
    }
    List<String> declared = new ArrayList<>();
    compose.path("volumes").fieldNames().forEachRemaining(declared::add);
    assertThat(named).containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void noSecretIsWrittenDown() throws IOException {
    Set<String> used = new TreeSet<>();
    Matcher variables = VARIABLE.matcher(text.replace("$$", ""));
    while (variables.find()) {
      assertThat(variables.group(2)).as("%s may be empty", variables.group(1)).isNotNull();
      used.add(variables.group(1));
    }
    List<String> offered = new ArrayList<>();
    for (String line : Files.readAllLines(DOCKER.resolve(".env.example"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] pair = line.split("=", 2);
        if (!pair[0].equals("COMPOSE_PROJECT_NAME")) {
          offered.add(pair[0]);
          assertThat(pair[1]).as(pair[0]).isEmpty();
        }
      }
    }
    assertThat(used).containsExactlyInAnyOrderElementsOf(offered);
    SERVICES.forEach(
        (name, service) ->
            service
                .path("environment")
                .fields()
                .forEachRemaining(
                    e -> {
                      if (e.getKey().matches(".*(PASSWORD|ENCRYPTION_?KEY|SECRET|TOKEN).*")) {
                        assertThat(e.getValue().asText())
                            .as("%s of %s", e.getKey(), name)
                            .matches(VARIABLE);
                      }
                    }));
    assertThat(Files.readString(Repository.file(".gitignore")).lines()).contains(".env");
  }

  @Test
  void versionsAreThoseThatTheBuildTests() throws IOException {
    assertThat(image("kafka")).isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
    String elastic = image("elasticsearch").replaceAll(".*:", "");
    assertThat(elastic).startsWith("8.");
    assertThat(image("kibana")).endsWith(":" + elastic);
    for (String once : List.of("users", "dashboards")) {
      assertThat(image(once)).isEqualTo(image("elasticsearch"));
    }
    assertThat(Files.readString(DOCKER.resolve("Dockerfile")))
        .contains("FROM flink:" + EnvironmentInformation.getVersion() + "-scala_2.12-java17 ");
  }

  @Test
  void jobsAreGivenOptionsThatTheyKnow() throws Exception {
    Set<String> known =
        JobOptions.declared().stream()
            .map(Option::key)
            .map(key -> key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'))
            .collect(Collectors.toSet());
    Map<String, String> environment = new LinkedHashMap<>();
    for (String name : List.of("init", "extraction-jobmanager", "assessment-jobmanager")) {
      SERVICES
          .get(name)
          .path("environment")
          .fields()
          .forEachRemaining(
              e -> {
                String key = e.getKey();
                if (key.startsWith("DUIBIAO_") && !key.equals("DUIBIAO_STATE_DIRECTORY")) {
                  assertThat(known).contains(key.substring("DUIBIAO_".length()));
                  environment.put(key, e.getValue().asText());
                }
              });
    }
    assertThat(JobOptions.fromArguments(environment)).isNotNull();
    for (String job : List.of("extraction", "assessment")) {
      JsonNode manager = SERVICES.get(job + "-jobmanager");
      assertThat(Class.forName(manager.path("entrypoint").path(1).asText())).isNotNull();
      assertThat(manager.path("image").asText()).contains("/" + job + "-job:");
    }
  }

  private static String image(String service) {
    return SERVICES.get(service).path("image").asText();
  }
}
