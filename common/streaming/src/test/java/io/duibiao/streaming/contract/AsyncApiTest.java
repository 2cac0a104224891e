package io.duibiao.streaming.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.duibiao.streaming.fixture.AsyncApi;
import io.duibiao.streaming.fixture.TopicContract;
import io.duibiao.streaming.record.RecordJson;
import io.duibiao.streaming.topic.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The AsyncAPI document is one, and says what the code does. */
class AsyncApiTest {
  private static final AsyncApi API = AsyncApi.current();

  private static List<String> errors(JsonNode document) throws IOException {
    try (InputStream in = AsyncApiTest.class.getResourceAsStream("asyncapi/3.0.0.json")) {
      JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
      return schema.validate(document).stream().map(Object::toString).toList();
    }
  }

  @Test
  void theDocumentIsValidAsAsyncApiPublishesIt() throws Exception {
    assertThat(errors(API.document())).isEmpty();
    // Following references shows that all of them lead somewhere, and what is there is valid too.
    // Only operations must refer to their channels.
    ObjectNode inlined = API.inlined().deepCopy();
    assertThat(errors(inlined.set("operations", API.document().get("operations")))).isEmpty();
  }

  @Test
  void anInvalidDocumentIsNotValid() throws Exception {
    ObjectNode document = API.document().deepCopy();
    ((ObjectNode) document.at("/operations/sendAlert")).put("action", "publish");
    assertThat(errors(document)).isNotEmpty();
    document = API.document().deepCopy();
    ((ObjectNode) document.at("/components/messages/alert")).put("key", "id");
    assertThat(errors(document)).isNotEmpty();
  }

  @Test
  void thereIsAChannelForEachTopicAndNoOther() {
    List<String> addresses = new ArrayList<>();
    API.document().path("channels").forEach(c -> addresses.add(c.path("address").asText()));
    assertThat(addresses)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Topic.values()).map(Topic::baseName).toList());
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void theChannelIsTheTopic(Topic topic) {
    JsonNode kafka = API.channel(topic.baseName()).at("/bindings/kafka");
    assertThat(kafka.path("topic").asText()).isEqualTo(topic.baseName());
    assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.defaultPartitions());
    Map<String, String> configuration = new LinkedHashMap<>();
    kafka
        .path("topicConfiguration")
        .fields()
        .forEachRemaining(
            field ->
                configuration.put(
                    field.getKey(),
                    field.getValue().isArray()
                        ? field.getValue().get(0).asText()
                        : field.getValue().asText()));
    assertThat(configuration).containsExactlyInAnyOrderEntriesOf(topic.configuration());
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void theMessageHasSchemaKeyAndHeadersOfTheTopic(Topic topic) {
    JsonNode schema = TopicContract.of(topic).schema();
    JsonNode messages = API.channel(topic.baseName()).path("messages");
    assertThat(messages).anyMatch(message -> message.path("payload").equals(schema));
    for (JsonNode message : messages) {
      JsonNode headers = message.path("headers");
      Map<String, String> sent = new LinkedHashMap<>();
      topic
          .headers()
          .forEach(h -> sent.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
      Set<String> named = new TreeSet<>();
      headers.path("properties").fieldNames().forEachRemaining(named::add);
      assertThat(named).containsExactlyInAnyOrderElementsOf(sent.keySet());
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                  .getSchema(headers)
                  .validate(RecordJson.mapper().valueToTree(sent)))
          .isEmpty();
      assertThat(message.path("contentType").asText("application/json"))
          .isEqualTo(sent.get("content-type"));
      assertThat(message.at("/bindings/kafka/key/type").toString()).contains("string");
    }
  }

  @Test
  void theClusterAsksForEncryptionAndCredentials() {
    JsonNode cluster = API.inlined().at("/servers/cluster");
    assertThat(cluster.path("protocol").asText()).isEqualTo("kafka-secure");
    assertThat(cluster.path("security")).isNotEmpty();
  }

  /** AsyncAPI reads payloads as draft 7: what both drafts know, both must understand alike. */
  @ParameterizedTest
  @EnumSource(Topic.class)
  void schemasUseOnlyWhatDraftSevenUnderstandsAlike(Topic topic) {
    assertThat(keywords(TopicContract.of(topic).schema()))
        .isSubsetOf(
            "$schema",
            "$id",
            "$comment",
            "title",
            "description",
            "examples",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "enum",
            "const",
            "format",
            "pattern",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "uniqueItems",
            "contentEncoding",
            "anyOf",
            "not",
            "if",
            "then",
            "else");
  }

  private static Set<String> keywords(JsonNode schema) {
    Set<String> keywords = new TreeSet<>();
    schema
        .fields()
        .forEachRemaining(
            field -> {
              keywords.add(field.getKey());
              if (field.getKey().equals("properties")) {
                field.getValue().forEach(property -> keywords.addAll(keywords(property)));
              } else if (!field.getKey().equals("examples")) {
                keywords.addAll(keywords(field.getValue()));
                if (field.getValue().isArray()) {
                  field.getValue().forEach(element -> keywords.addAll(keywords(element)));
                }
              }
            });
    return keywords;
  }
}
