package io.duibiao.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.topic.Topic;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Kubernetes manifests against what the operators publish on Maven Central: the schema of
 * FlinkDeployment (of an older release, which ends before Flink 2 in its list of versions) and the
 * classes of KafkaTopic, KafkaUser and Kubernetes' own kinds; and against this repository.
 */
class ManifestTest {
  private static final Path DIRECTORY = Repository.file("docker/kubernetes");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CRD = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

  @TempDir Path temporary;

  @Test
  void everyManifestIsInTheKustomizationAndOfAKnownKind() throws IOException {
    List<String> listed = new ArrayList<>();
    YamlFiles.read(DIRECTORY.resolve("kustomization.yaml"))
        .path("resources")
        .forEach(resource -> listed.add(resource.asText()));
    List<String> present;
    try (var files = Files.list(DIRECTORY)) {
      present =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
              .toList();
    }
    assertThat(listed).containsExactlyInAnyOrderElementsOf(present);
    assertThat(resources())
        .extracting(resource -> resource.path("kind").asText())
        .containsOnly("ConfigMap", "Job", "KafkaTopic", "KafkaUser", "FlinkDeployment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"extraction", "assessment"})
  void aFlinkDeploymentKeepsToTheSchemaOfTheOperator(String job) throws IOException {
    ObjectNode deployment = (ObjectNode) YamlFiles.read(DIRECTORY.resolve(job + ".yaml"));
    assertThat(violations(deployment)).isEmpty();
    String version = EnvironmentInformation.getVersion();
    assertThat(deployment.at("/spec/flinkVersion").asText())
        .isEqualTo("v" + version.replaceAll("(\\d+)\\.(\\d+).*", "$1_$2"));
    assertThat(deployment.at("/apiVersion").asText()).isEqualTo("flink.apache.org/v1beta1");
  }

  @Test
  void theSchemaFindsMistakes() throws IOException {
    Path file = DIRECTORY.resolve("extraction.yaml");
    ObjectNode unknown = (ObjectNode) YamlFiles.read(file);
    ((ObjectNode) unknown.at("/spec/job")).put("upgradeModus", "savepoint");
    ObjectNode mode = (ObjectNode) YamlFiles.read(file);
    ((ObjectNode) mode.at("/spec/job")).put("upgradeMode", "sometimes");
    ObjectNode pod = (ObjectNode) YamlFiles.read(file);
    ((ObjectNode) pod.at("/spec/podTemplate/spec/containers/0")).put("imagePullPolice", "Always");

    assertThat(violations(unknown)).hasSize(1).first().asString().contains("upgradeModus");
    assertThat(violations(mode)).hasSize(1).first().asString().contains("savepoint");
    assertThat(violations(pod)).hasSize(1).first().asString().contains("imagePullPolice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"extraction", "assessment"})
  void aFlinkDeploymentConfiguresFlinkAsTheImageDoes(String job) throws Exception {
    JsonNode deployment = YamlFiles.read(DIRECTORY.resolve(job + ".yaml"));
    JsonNode configuration = deployment.at("/spec/flinkConfiguration");
    YamlFiles.read(Repository.file("docker/flink/config.yaml"))
        .fields()
        .forEachRemaining(
            entry ->
                assertThat(configuration.path(entry.getKey()).asText())
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue().asText()));
    configuration.forEach(value -> assertThat(value.isTextual()).as("%s", value).isTrue());
    assertThat(Class.forName(deployment.at("/spec/job/entryClass").asText())).isNotNull();
    assertThat(deployment.at("/spec/image").asText()).contains("/" + job + "-job:");
  }

  @Test
  void theOptionsAreOptionsOfTheJobs() throws IOException {
    JsonNode map = YamlFiles.read(DIRECTORY.resolve("options.yaml"));
    String text = map.path("data").path("duibiao.properties").asText();
    Path file = Files.writeString(temporary.resolve("duibiao.properties"), text);
    JobOptions options =
        JobOptions.fromArguments(
            Map.of("DUIBIAO_KAFKA_CLIENT_SASL_JAAS_CONFIG", "x"), "--options", file.toString());
    assertThat(options.kafkaClient()).containsEntry("sasl.jaas.config", "x");
    assertThat(text).doesNotContainPattern("(?m)^[^#]*(password|api-key)=");
  }

  @Test
  void theTopicsAreThoseOfTheJobs() throws IOException {
    Map<String, JsonNode> declared = new TreeMap<>();
    for (JsonNode node : YamlFiles.readAll(DIRECTORY.resolve("kafka-topics.yaml"))) {
      KafkaTopic topic = JSON.treeToValue(node, KafkaTopic.class);
      assertThat(topic.getApiVersion()).isEqualTo("kafka.strimzi.io/v1");
      assertThat(topic.getAdditionalProperties()).isEmpty();
      assertThat(topic.getSpec().getAdditionalProperties()).isEmpty();
      declared.put(topic.getMetadata().getName(), node.path("spec"));
    }
    assertThat(declared).hasSize(Topic.values().length);
    for (Topic topic : Topic.values()) {
      JsonNode spec = declared.get(topic.name(""));
      assertThat(spec).as(topic.name("")).isNotNull();
      assertThat(spec.path("partitions").asInt()).isEqualTo(topic.defaultPartitions());
      Map<String, String> configuration = new TreeMap<>();
      spec.path("config")
          .fields()
          .forEachRemaining(e -> configuration.put(e.getKey(), e.getValue().asText()));
      configuration.remove("min.insync.replicas");
      assertThat(configuration).isEqualTo(topic.configuration());
    }
  }

  @Test
  void theOtherResourcesAreWhatTheirClassesKnow() throws IOException {
    KafkaUser user =
        JSON.treeToValue(YamlFiles.read(DIRECTORY.resolve("kafka-user.yaml")), KafkaUser.class);
    assertThat(user.getSpec().getAdditionalProperties()).isEmpty();
    assertThat(user.getSpec().getAuthentication().getType()).isEqualTo("scram-sha-512");
    ConfigMap options =
        JSON.treeToValue(YamlFiles.read(DIRECTORY.resolve("options.yaml")), ConfigMap.class);
    assertThat(options.getAdditionalProperties()).isEmpty();
    JsonNode setup = YamlFiles.read(DIRECTORY.resolve("setup.yaml"));
    Job job = JSON.treeToValue(setup, Job.class);
    assertThat(job.getAdditionalProperties()).isEmpty();
    assertThat(job.getSpec().getAdditionalProperties()).isEmpty();
    assertThat(job.getSpec().getTemplate().getAdditionalProperties()).isEmpty();
    // The operator's schema holds that of a pod.
    assertThat(
            validator(schema().at("/properties/spec/properties/podTemplate/properties/spec"))
                .validate(setup.at("/spec/template/spec")))
        .isEmpty();
  }

  @Test
  void whatPodsMountIsThereAndSecretsAreOnlyNamed() throws IOException {
    for (JsonNode resource : resources()) {
      assertThat(resource.path("kind").asText()).isNotEqualTo("Secret");
      for (JsonNode pod : resource.findValues("spec")) {
        Set<String> volumes = new HashSet<>();
        pod.path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
        for (JsonNode container : pod.path("containers")) {
          Set<String> mounted = new HashSet<>();
          container.path("volumeMounts").forEach(m -> mounted.add(m.path("name").asText()));
          assertThat(mounted).isEqualTo(volumes);
          container
              .path("env")
              .forEach(e -> assertThat(e.has("valueFrom")).as("%s", e.path("name")).isTrue());
        }
      }
      for (JsonNode map : resource.findValues("configMap")) {
        assertThat(map.path("name").asText()).isEqualTo("duibiao-options");
      }
    }
  }

  private static List<JsonNode> resources() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode name :
        YamlFiles.read(DIRECTORY.resolve("kustomization.yaml")).path("resources")) {
      all.addAll(YamlFiles.readAll(DIRECTORY.resolve(name.asText())));
    }
    return all;
  }

  private static Set<ValidationMessage> violations(JsonNode deployment) throws IOException {
    return validator(schema()).validate(deployment);
  }

  private static JsonSchema validator(JsonNode schema) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
  }

  private static JsonNode schema() throws IOException {
    try (InputStream in = ManifestTest.class.getResourceAsStream(CRD)) {
      JsonNode version = YamlFiles.read(in).at("/spec/versions/0");
      assertThat(version.path("name").asText()).isEqualTo("v1beta1");
      ObjectNode schema = (ObjectNode) version.at("/schema/openAPIV3Schema");
      ObjectNode properties = (ObjectNode) schema.path("properties");
      JsonNode anything = JSON.createObjectNode();
      properties.set("apiVersion", anything);
      properties.set("kind", anything);
      properties.set("metadata", anything);
      // The release on Maven Central ends at Flink 1.20; the test compares this field by itself.
      ((ObjectNode) properties.at("/spec/properties/flinkVersion")).remove("enum");
      close(schema);
      return schema;
    }
  }

  /** Kubernetes drops fields that a schema does not know, in silence; here they are mistakes. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode schema) {
      boolean open =
          schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()
              || schema.has("additionalProperties");
      if (schema.path("properties").isObject() && !open) {
        schema.put("additionalProperties", false);
      }
      if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
        schema.remove(List.of("type", "anyOf", "x-kubernetes-int-or-string"));
      }
    }
    for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
      close(children.next());
    }
  }
}
